/** Lines run through BusyBox's own crond, some of them joined by a backslash; recorded, see the README of test/fixtures. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { daemonlint } from '../cli/memory-io.js';
import { readAs } from '../support.js';

const recorded = readFileSync(new URL('../fixtures/busybox-crond.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as readonly [text: string, verdict: string]);

/** A number that became negative writes past the array of its field: what chance has it set there is nobody's schedule. */
const SPILLS = /(?<!\d)(?:99999999999999999999|922337203685477580[78])/;

interface Row {
  readonly error?: string;
  readonly ok?: string;
  readonly min?: string;
  readonly hour?: string;
  readonly dom?: string;
  readonly mon?: string;
  readonly dow?: string;
}

/** What we make of `text`, in the form of the record. */
async function ours(text: string): Promise<string> {
  const args = ['parse', '--kind', 'crontab', '--dialect', 'busybox', '--form', 'user', '--bits', '-'];
  const { status, stdout, stderr } = await daemonlint(args, {}, { stdin: Buffer.from(`${text}\n`) });
  assert.equal(status, 0, stderr);
  const rows = (JSON.parse(stdout) as { readonly lines: readonly Row[] }).lines;
  assert.equal(rows.length, 1, text);
  const { error, ok, min, hour, dom, mon, dow } = rows[0] ?? {};
  if (error !== undefined) return 'error';
  return ok === 'entry' ? [min, hour, dom, mon, dow].join(' ') : 'none';
}

describe("crontab lines as BusyBox's crond reads them", () => {
  it('is what it made of every recorded one', async () => {
    const seen = new Map<string, number>();
    for (const [text, verdict] of recorded) {
      if (SPILLS.test(text)) continue;
      assert.equal(await ours(text), verdict, JSON.stringify(text));
      const what = `${text.includes('\n') ? 'joined ' : ''}${/^[0-9a-f]+ /.test(verdict) ? 'entry' : verdict}`;
      seen.set(what, (seen.get(what) ?? 0) + 1);
    }
    for (const [what, count] of [
      ['entry', 150],
      ['joined entry', 150],
      ['error', 200],
      ['none', 100],
    ] as const)
      assert.ok((seen.get(what) ?? 0) >= count, `${what}: ${seen.get(what)}`);
  });
});

describe('a percent sign in a crontab of BusyBox', () => {
  const PATH = '/etc/crontabs/root';
  const rules = (text: string, path = PATH) => readAs(path, text).findings.map(({ rule }) => rule);

  it('cuts nothing: what stands behind it is run, and looked at', () => {
    assert.deepEqual(rules('0 3 * * * date +%F >/tmp/a; /usr/sbin/in.telnetd\n'), ['cleartext-login']);
    assert.deepEqual(rules('0 3 * * * date +%F; curl -u ann:hunter2x b\n'), ['crontab/secret-on-command-line']);
    assert.deepEqual(rules('0 3 * * * date +%F; sort f >f\n'), ['crontab/redirection']);
    assert.deepEqual(rules('0 3 * * * cat%sort f >f\n', '/var/spool/cron/crontabs/ann'), [], 'elsewhere it is input');
    const [line] = readAs(PATH, '0 3 * * * date +%F\n').document.lines;
    assert.deepEqual([line?.tokens.at(-1)?.role, line?.tokens.at(-1)?.text], ['command', 'date +%F']);
  });

  it('hides no other work from who turns a daemon off', () => {
    const off = (text: string) => readAs(PATH, text).findings.flatMap(({ fixes }) => fixes.filter(({ turns }) => turns === 'off'));
    assert.deepEqual(
      off('0 3 * * * /usr/sbin/snmpd\n').map(({ safe }) => safe),
      [true],
    );
    assert.deepEqual(
      off('0 3 * * * /usr/sbin/snmpd; rotate %x\n').map(({ safe }) => safe),
      [false],
    );
    assert.deepEqual(
      off('0 3 * * * /usr/sbin/snmpd %x; rotate\n').map(({ safe }) => safe),
      [false],
    );
  });
});
