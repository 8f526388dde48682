/** The variable USER in commands: where cron sets none, and the shell puts its value. */
import assert from 'node:assert/strict';
import { fixed, found, SYSTEM } from './crontab-rule-support.js';

describe('crontab/unset-user', () => {
  it('is told wherever the shell would put the value, and all places are mended at once', () => {
    for (const [line, wanted] of [
      ['0 4 * * * ls /home/$USER', '0 4 * * * ls /home/$LOGNAME'],
      ['0 4 * * * x "$USER" >/tmp/$USER.log', '0 4 * * * x "$LOGNAME" >/tmp/$LOGNAME.log'],
      [`0 4 * * * x "a 'b \${USER}'"`, `0 4 * * * x "a 'b \${LOGNAME}'"`],
      ['@reboot sudo -u bob x $USER', '@reboot sudo -u bob x $LOGNAME'],
    ] as const) {
      assert.equal(found('unset-user', `${line}\n`).length, 1, line);
      assert.equal(fixed('unset-user', `${line}\n`), `${wanted}\n`);
    }
  });

  it('is nothing that a quote or a backslash keeps from the shell, that has another name, or that stands in the input', () => {
    for (const command of ["x '$USER'", 'x \\$USER', 'x "\\$USER"', 'x $USERS $MYUSER', `x \${USER:-ann}`, 'x%$USER'])
      assert.deepEqual(found('unset-user', `0 4 * * * ${command}\n`), [], command);
  });

  it('may be set above, or in the command before it', () => {
    for (const text of ['USER=ann\n0 4 * * * x $USER\n', '0 4 * * * USER=ann; x $USER\n', '0 4 * * * . ./env && x $USER\n'])
      assert.deepEqual(found('unset-user', text), [], text);
    assert.equal(found('unset-user', '0 4 * * * x $USER\nUSER=ann\n').length, 1);
  });

  it('is set by other crons than that of Debian', () => {
    assert.deepEqual(found('unset-user', '# daemonlint: dialect=cronie\n0 4 * * * x $USER\n'), []);
    assert.equal(found('unset-user', '0 4 * * * ann x $USER\n', SYSTEM).length, 1);
  });
});
