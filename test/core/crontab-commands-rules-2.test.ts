/** The rules about what commands do to the host and its output, beyond their own examples: tables of what each finds, and of what comes near and is fine. */
import assert from 'node:assert/strict';
import { fixed, job, of, pointed, read, table } from './crontab-command-support.js';

table(
  'redirection',
  {
    'x 2>&1 >f': ['2>&1'],
    'x 2>&1 >>f; y': ['2>&1'],
    '(a; b) 2>&1 >f': ['2>&1'],
    'x >f 2>f': ['2>f'],
    'x 2>f >f': ['>f'],
    'x >f 2>>f': ['2>>f'],
    'x >/dev/null 2>1': ['2>1'],
    'x 2&>1': ['2&>1'],
    'x >2': ['>2'],
    'x >/dev/null >&2': ['>/dev/null'],
    'x >a >b': ['>a'],
    'x >a &>b': ['>a'],
  },
  [
    'x >f 2>&1',
    'x >>f 2>>f',
    'x >/dev/null 2>/dev/null',
    'x >f 2>g',
    'x 2>&1 >/dev/null | y',
    'x 2>&1 >/dev/null |& y',
    'e=$(x 2>&1 >/dev/null)',
    '{ x 2>&1 >/dev/null; } | y',
    'for i in a; do x 2>&1 >/dev/null; done | y',
    'x 3>&1 1>&2 2>&3 3>&-',
    'x 2>&1 | y >f',
    'x 2>&1; y >f',
    'x >/dev/null 2>&1 </dev/null',
    'x >10 2>20',
    'x >f; y >f 2>&1',
    'x "2>&1 >f"',
    'x >1.log 2>&1',
    '{{ x }} 2>&1 >f',
  ],
);

describe('crontab/redirection', () => {
  it('is fixed by its first fix', () => {
    for (const [from, to] of [
      ['x 2>&1  >f y', 'x >f 2>&1 y'],
      ['x >f  2>f', 'x >f  2>&1'],
      ['x 2>f >f', 'x 2>f >&2'],
      ['x >/dev/null 2>1', 'x >/dev/null 2>&1'],
      ['x 2&>1', 'x 2>&1'],
      ['x > 2', 'x >&2'],
    ]) {
      assert.equal(fixed('redirection', job(from ?? '')), job(to ?? ''));
      assert.deepEqual(pointed('redirection', job(to ?? '')), []);
    }
  });

  it('has nothing to mend where a stream goes elsewhere in the end', () => {
    for (const command of ['x 2>/f  > /f 2>&1', 'x >/f 2>/f >&2'])
      assert.throws(() => fixed('redirection', job(command)), /no fix/, command);
  });
});

table(
  'world-writable-executable',
  {
    '/tmp/x': ['/tmp/x'],
    '"/var/tmp/a b"': ['"/var/tmp/a b"'],
    'nice /dev/shm/x y': ['/dev/shm/x'],
    'sh -x /tmp/x.sh': ['/tmp/x.sh'],
    'php -q /tmp/x.php': ['/tmp/x.php'],
    '. /tmp/env; y': ['/tmp/env'],
    'cd /tmp/y && ./x': ['./x'],
  },
  [
    '/usr/bin/x /tmp/x',
    'x >/tmp/x',
    'rm -f /tmp/x',
    'python3 -m http.server /tmp/x',
    "perl -e 'x' /tmp/y",
    "sh -c 'cat /tmp/x'",
    'sh /opt/x /tmp/y',
    '/tmpx/y; /srv/tmp/x; /home/tmp/y',
    'cd /tmp && x ./y',
    'cd /srv && ./tmp/x',
    '[ -x /tmp/x ] && y',
  ],
);

describe('crontab/world-writable-executable', () => {
  it('is about root and the system alone', () => {
    assert.deepEqual(pointed('world-writable-executable', '0 3 * * * /tmp/x\n', '/var/spool/cron/crontabs/root'), ['/tmp/x']);
    assert.deepEqual(pointed('world-writable-executable', '0 3 * * * /tmp/x\n', '/var/cron/tabs/root'), ['/tmp/x']);
    assert.deepEqual(pointed('world-writable-executable', '0 3 * * * /tmp/x\n', '/var/spool/cron/crontabs/ann'), []);
    assert.deepEqual(pointed('world-writable-executable', '0 3 * * * /tmp/x\n', '/x/crontab'), []);
    assert.deepEqual(pointed('world-writable-executable', '0 3 * * * ann /tmp/x\n'), ['/tmp/x']);
  });
});

table(
  'piped-to-shell',
  {
    'curl -s x | sh': ['curl'],
    'wget -qO- x | sudo -E bash -': ['wget'],
    'curl x | bash -s -- a b': ['curl'],
    'curl x | tee y | gunzip | sh -x': ['curl'],
    'curl x | python3 -': ['curl'],
    'curl x | php': ['curl'],
    'bash <(curl x)': ['curl'],
    'source <(curl x)': ['curl'],
    'sh -c "$(curl x)"': ['curl'],
    'eval "$(wget -qO- x)"': ['wget'],
    'eval `curl x`': ['curl'],
    "sh -c 'curl x | sh'": ['curl'],
  },
  [
    'curl x | grep y',
    'curl x | sh /opt/y',
    "curl x | sh -c 'cat'",
    'curl x | python3 -m json.tool',
    "curl x | php -r 'y'",
    'curl x | perl -ne y',
    'curl x && sh y',
    'curl x; y | sh',
    'curl x || sh',
    'x "$(curl y)"',
    'sh x "$(curl y)"',
    'diff <(curl x) y',
    'echo curl | sh',
    'curl http://localhost:8080/x | sh',
    'curl http://127.0.0.1/x | sh',
    'curl file:///x | sh',
  ],
);

describe('crontab/piped-to-shell', () => {
  const pipe = 'curl http://h/x | sh';
  it('is about root, by whatever way, and about who is not known', () => {
    assert.deepEqual(pointed('piped-to-shell', `0 3 * * * ann ${pipe}\n`), []);
    assert.deepEqual(pointed('piped-to-shell', '0 3 * * * ann curl http://h/x | sudo sh\n'), ['curl']);
    assert.deepEqual(pointed('piped-to-shell', `0 3 * * * ${pipe}\n`, '/x/crontab'), ['curl']);
    assert.deepEqual(pointed('piped-to-shell', `0 3 * * * ${pipe}\n`, '/var/spool/cron/ann'), []);
    assert.deepEqual(pointed('piped-to-shell', `0 3 * * * ${pipe}\n`, '/var/spool/cron/root'), ['curl']);
  });
  it('says more of what comes unencrypted', () => {
    const message = (url: string) => of(read(job(`curl ${url} | sh`)), 'piped-to-shell')[0]?.message ?? '';
    assert.match(message('http://h/x'), /unencrypted/);
    assert.doesNotMatch(message('https://h/x'), /unencrypted/);
  });
});

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
