// Comments that silence a finding: where they may stand, and that no daemon reads anything else then.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type Reading, silencesAt, silencesOf } from '../../core/src/index.js';
import { readAs } from '../support.js';

const FINGER = 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n';

/** The text with each way to silence the first finding of `rule`. */
const silenced = (path: string, text: string, rule: string): string[] => {
  const reading = readAs(path, text);
  const finding = reading.findings.find((one) => one.rule === rule);
  assert.ok(finding, `no ${rule} in ${JSON.stringify(text)}`);
  return silencesOf(reading, finding).map(({ edits }) => applyEdits(text, edits));
};

const entries = ({ document }: Reading) =>
  document.lines.filter(({ type }) => type !== 'comment').map(({ type, text }) => `${type} ${text}`);

describe('ways to silence a finding', function () {
  this.timeout(60_000);

  it('are a comment above its line, in the line ends of the file, and one that keeps what it is about', () =>
    assert.deepEqual(silenced('/etc/inetd.conf', `# a\r\n${FINGER.replace('\n', '\r\n')}`, 'risky-daemon'), [
      `# a\r\n# daemonlint: ignore[risky-daemon]: \r\n${FINGER.replace('\n', '\r\n')}`,
      `# a\r\n# daemonlint: keep finger\r\n${FINGER.replace('\n', '\r\n')}`,
    ]));

  it('stand in column 1 and above an entry of several lines', () => {
    const [ignored] = silenced(
      '/etc/inetd.conf',
      'ssh stream tcp nowait root /x x\nfinger stream tcp nowait\n nobody /usr/sbin/in.fingerd\n',
      'risky-daemon',
    );
    assert.equal(
      ignored,
      'ssh stream tcp nowait root /x x\n# daemonlint: ignore[risky-daemon]: \nfinger stream tcp nowait\n nobody /usr/sbin/in.fingerd\n',
    );
  });

  it('are none where a comment would be something else: in listings, scripts, behind a backslash, before a mark of the first line', () => {
    assert.deepEqual(silenced('chkconfig.txt', 'snmpd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n', 'risky-daemon'), []);
    assert.deepEqual(silenced('/etc/cron.daily/a.sh', '# daemonlint: kind=run-parts dialect=debian\n', 'run-parts/file-name'), []);
    assert.deepEqual(silenced('/etc/cron.d/x', '# see \\\n61 * * * * root x\n', 'crontab/syntax'), []);
    assert.deepEqual(silenced('/etc/cron.d/x', '\ufeff0 3 * * * root /bin/x\n', 'crontab/byte-order-mark'), []);
  });

  it('are those of one line, however it is selected, and of several lines only where the finding holds them all', () => {
    const text = `${FINGER}# one\n# two\n`;
    const reading = readAs('/etc/inetd.conf', text);
    const rules = (start: number, end: number, one = reading) => silencesAt(one, { start, end }).map(({ finding }) => finding.rule);
    for (const end of [3, FINGER.length - 1, FINGER.length]) assert.deepEqual(rules(0, end), ['risky-daemon']);
    assert.deepEqual(rules(0, text.length), []);
    const wide = reading.findings.map((finding) => ({ ...finding, span: { start: 0, end: text.length } }));
    assert.deepEqual(rules(0, text.length, { ...reading, findings: wide }), ['risky-daemon']);
  });

  it('are none for what speaks of such comments', () =>
    assert.deepEqual(silenced('/etc/inetd.conf', '# daemonlint: ignore[inetd/syntax]: x\n', 'unused-ignore'), []));

  it('silence the finding, and leave every other line as it is read', () => {
    const line = fc.constantFrom(
      FINGER,
      '61 * * * * root x\n',
      '0 3 * * * root echo a%b\n',
      'A = b\n',
      '# c\n',
      '\n',
      '@reboot root /usr/sbin/telnetd\n',
      '* * * * * root x \\\n',
      '#* * * * * root x\n',
      '\ufeff# x\n',
      'telnet stream tcp nowait\n root x\n',
    );
    const text = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join(''));
    fc.assert(
      fc.property(fc.constantFrom('/etc/inetd.conf', '/etc/cron.d/x', '/etc/crontab'), text, (path, before) => {
        const reading = readAs(path, before);
        for (const finding of reading.findings)
          for (const { edits } of silencesOf(reading, finding)) {
            const after = readAs(path, applyEdits(before, edits));
            assert.deepEqual(entries(after), entries(reading));
            const count = ({ findings }: Reading) => findings.filter(({ rule }) => rule === finding.rule).length;
            assert.ok(count(after) < count(reading), JSON.stringify([before, finding.rule, edits]));
          }
      }),
      { numRuns: 100 },
    );
  });
});
