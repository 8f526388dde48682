/** Commands whose code somebody else may write: what is found, and what comes near and is fine. */
import assert from 'node:assert/strict';
import { job, of, pointed, read, table } from './crontab-command-support.js';

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
