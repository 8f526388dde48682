/** What an interpreter makes of a connection. */
import assert from 'node:assert/strict';
import { isShell, obeysInput, shellForLogin } from '../../core/src/knowledge/interpreters.js';

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
    for (const [text, shell, at] of [
      ['/usr/sbin/telnetd -i -l /bin/sh', '/bin/sh', 2],
      ['telnetd -l/bin/ash', '/bin/ash', 0],
      ['utelnetd -l sh -d', 'sh', 1],
      ['/usr/sbin/inetutils-telnetd -h -E /bin/bash', '/bin/bash', 2],
      ['telnetd -hE/bin/sh', '/bin/sh', 0],
      ['telnetd --exec-login /bin/sh', '/bin/sh', 1],
      ['in.telnetd --exec=/bin/sh', '/bin/sh', 0],
    ] as const)
      assert.deepEqual(shellForLogin(...words(text)), { shell, at }, text);
    for (const text of [
      'telnetd -i -l /bin/login',
      'telnetd',
      'own -l /bin/sh',
      'telnetd -E /bin/login',
      'telnetd --exit=/bin/sh',
      'telnetd -L /bin/sh',
    ])
      assert.equal(shellForLogin(...words(text)), undefined, text);
  });
});
