/** The `#` at which BusyBox's crond ends a line. */
import assert from 'node:assert/strict';
import { of, pointed, read } from './crontab-command-support.js';

const TAB = '/etc/crontabs/root';
const found = (command: string, dialects?: readonly string[]) => pointed('hash-in-command', `0 3 * * * ${command}\n`, TAB, dialects).length;

describe('crontab/hash-in-command', () => {
  it('tells of one that the shell would take for a part of a word', () => {
    for (const command of ['echo "a # b"', "echo 'a # b'", 'wget http://h/#top', 'echo a\\#b', 'x --colour=#fff', 'x $#'])
      assert.equal(found(command), 1, command);
  });

  it('lets comments of the shell pass, and other crons', () => {
    for (const command of ['x # y', 'x;# y', 'x & #"y"', 'x "y" # "z"', '{{ x#y }}', 'x']) assert.equal(found(command), 0, command);
    for (const dialect of ['debian', 'cronie', 'freebsd', 'openbsd', 'netbsd', 'dcron', 'systemd-cron'])
      assert.equal(found('echo "a # b"', [dialect]), 0, dialect);
    assert.equal(pointed('hash-in-command', '0 3 * * * echo "a # b"\n', '/t/x.cron').length, 0, 'where crons differ they are compared');
  });

  it('repeats nothing of the command', () => {
    const [finding] = of(read('0 3 * * * mysql -phunter#2 x\n', TAB), 'hash-in-command');
    assert.ok(finding && !finding.message.includes('hunter'));
  });
});
