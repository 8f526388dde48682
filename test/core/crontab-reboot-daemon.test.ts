/** What a crontab leaves running when the host starts. */
import assert from 'node:assert/strict';
import { job, pointed, read } from './crontab-command-support.js';

describe('crontab/reboot-daemon', () => {
  const boot = (command: string, user = 'root') => pointed('reboot-daemon', `@reboot ${user} ${command}\n`);
  it('finds what is left running', () => {
    for (const [command, at] of [
      ['/opt/x &', '/opt/x'],
      ['sleep 30 && cd /srv && ./x >/dev/null 2>&1 &', './x'],
      ['(sleep 30; /opt/x) &', '/opt/x'],
      ['nohup /opt/x', '/opt/x'],
      ['/opt/x --daemon', '/opt/x'],
      ['screen -dmS a /opt/x', 'screen'],
      ['tmux new-session -d /opt/x', 'tmux'],
      ['/usr/sbin/sshd', '/usr/sbin/sshd'],
    ])
      assert.deepEqual(boot(command ?? ''), [at], command);
  });
  it('lets what ends by itself, or what the init system looks after, pass', () => {
    for (const command of [
      '/opt/x',
      'mount -a',
      'date -d now',
      'docker run -d x',
      'systemctl start sshd',
      'service ssh start',
      'a && b',
      'x 2>&1',
      '{{ x }} &',
    ])
      assert.deepEqual(boot(command), [], command);
    assert.deepEqual(pointed('reboot-daemon', job('/opt/x &')), []);
  });
  it('leaves a daemon with a worse name to the rules that speak of it', () => {
    const reading = read('@reboot root /usr/sbin/snmpd &\n');
    assert.deepEqual(
      reading.findings.map(({ rule }) => rule),
      ['risky-daemon'],
    );
  });
});
