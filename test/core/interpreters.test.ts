/** What an interpreter makes of a connection. */
import assert from 'node:assert/strict';
import { asksNobody, isShell, obeysInput } from '../../core/src/knowledge/interpreters.js';

const words = (text: string): readonly [string, readonly string[]] => {
  const [program = '', ...args] = text.split(' ');
  return [program, args];
};

describe('interpreters', () => {
  it('run what they read where no argument names a script', () => {
    for (const text of [
      '/bin/sh',
      'bash -i',
      'bash --norc -l',
      'sh -s one',
      'bash --rcfile /etc/own',
      'bash -o posix',
      'python3',
      'python3 -u',
      'perl -w',
      'node -',
    ])
      assert.ok(obeysInput(...words(text)), text);
  });

  it('run what an argument says', () => {
    for (const text of [
      '/bin/sh /opt/own',
      'bash -c own',
      'bash -lc own',
      'python3 -m own',
      'python3 -u own.py',
      'perl -e own',
      'cat',
      'bash -o posix own',
    ])
      assert.ok(!obeysInput(...words(text)), text);
  });

  it('are shells by their names', () => {
    assert.deepEqual(['/bin/ash', 'zsh', '/opt/flash', 'ssh'].map(isShell), [true, true, false, false]);
  });

  it('stand in for login where telnetd is told so', () => {
    assert.ok(asksNobody(...words('/usr/sbin/telnetd -i -l /bin/sh')));
    assert.ok(asksNobody(...words('telnetd -l/bin/ash')));
    assert.ok(!asksNobody(...words('telnetd -i -l /bin/login')));
    assert.ok(!asksNobody(...words('telnetd')));
    assert.ok(!asksNobody(...words('own -l /bin/sh')));
  });
});
