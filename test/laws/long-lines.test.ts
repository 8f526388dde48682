/** Long lines that somebody made to be slow, or to run out of stack: all of them take the time of their length, where square time would be the better part of a minute. */
import assert from 'node:assert/strict';
import { readAs } from '../support.js';

const LONG = 200_000;
const times = (text: string, count = LONG): string => text.repeat(count);

/** By what is repeated: a path, and a text. */
const HOSTILE: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'equals signs in a comment': ['/etc/cron.d/x', `# ${times('=')}\n`],
  'equals signs in a value': ['/etc/cron.d/x', `X=${times('=')}\n`],
  'blanks in a value': ['/etc/cron.d/x', `SHELL=/a${times(' ')}b\nMAILTO=a${times(' ')}b\nFOO=a${times(' ')}b\n`],
  'assignments in a value': ['/etc/cron.d/x', `FOO=a${times(' PATH=b', 20_000)} c\n`],
  'semicolons in a value': ['/etc/cron.d/x', `FOO=a${times(';A=', 20_000)} c\n`],
  'options of mail': ['/etc/cron.d/x', `0 4 * * * root mail${times(' -E', 5400)} -s x\n`],
  'calls of date': ['/etc/cron.d/x', `0 4 * * * root ${times('date ', 40_000)}\n`],
  'parentheses before a date': ['/etc/cron.d/x', `0 4 * * * root ${times('((', 100_000)}$(date +\\%d)\n`],
  'returns in a crontab': ['/etc/cron.d/x', `0 4 * * * root x\r\n0 5 * * * root ${times('\r')}x\n`],
  'returns in an rc.conf': ['/etc/rc.conf', `sshd_enable="YES"\r\nx=${times('\r')}x\n`],
  'returns in an inittab': ['/etc/inittab', `id:2:initdefault:\r\na:2:once:${times('\r')}x\n`],
  'blanks behind a quote of inetd': ['/etc/inetd.conf', `ssh stream tcp nowait root /x sshd "-i"${times(' ')}x\n`],
  'joints of inetd': ['/etc/inetd.conf', `# daemonlint: dialect=busybox\n${times('a\\\n', 30_000)}`],
  'a word with a quote of inetd': [
    '/etc/inetd.conf',
    `# daemonlint: dialect=netbsd\nx stream tcp nowait root /x x "${times('a', 4_000_000)}"b\n`,
  ],
  'names of links': ['rc3.d.txt', `/etc/rc.d/rc3.d:\nS10a -> ../init.d/a\n${times('S11', 60_000)}\n`],
  'commas of xinetd': ['/etc/xinetd.d/x', `service x\n{\n\tonly_from = ${times('1,', 50_000)}\n}\n`],
};

describe('long lines', function () {
  this.timeout(20_000);

  for (const [what, [path, text]] of Object.entries(HOSTILE))
    it(`of ${what} are read in the time of their length`, () => {
      const { document } = readAs(path, text);
      assert.equal(document.text.length, text.length);
    });
});
