/** What dcron has alone; that it reads lines as its own parser does is shown by recorded verdicts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { applyEdits, identify, lint } from '../../core/src/index.js';
import { dialectById } from '../../core/src/kinds/crontab/dialects/dialects.js';
import { nextWall } from '../../core/src/kinds/crontab/schedule/search.js';
import { verdictOf } from '../../core/src/kinds/crontab/verdicts/verdict.js';
import { defaultSettings } from '../../core/src/lint/settings.js';
import { daemonlint } from '../cli/memory-io.js';
import { json, lines } from '../cli/schedule-support.js';
import { briefly, readAs } from '../support.js';
import { rowsIn } from '../verdicts/crontab.js';
import { dcronLines } from '../verdicts/dcron-lines.js';

const ANN = '/var/spool/cron/crontabs/ann';

const read = (text: string, path = ANN) => readAs(path, `# daemonlint: dialect=dcron\n${text}`);

const messages = (text: string, path?: string): string[] => read(text, path).findings.map(({ message }) => message);

const DAY = 24 * 60;

/** The days of 2028 on which the line runs, the first one as the lowest bit. */
function daysOf(line: string): string {
  const dcron = dialectById('dcron');
  const verdict = dcron && verdictOf(line, 'user', dcron);
  assert.ok(verdict?.type === 'entry', line);
  const first = Date.UTC(2028, 0, 1) / 60_000;
  let bits = 0n;
  for (let day = 0; day < 366; day++) {
    const from = first + day * DAY;
    if (nextWall(verdict.schedule, from) < from + DAY) bits |= 1n << BigInt(day);
  }
  return bits.toString(16);
}

describe('dcron', () => {
  it('runs entries on the days of 2028 on which its own clock let them run', () => {
    const rows = rowsIn(readFileSync(new URL('../verdicts/recorded/dcron.jsonl', import.meta.url), 'utf8')).filter(({ days }) => days);
    assert.ok(rows.length > 250, `${rows.length} entries`);
    for (const { line, days } of rows) assert.equal(daysOf(line), days, line);
  });
  it('is the cron of Slackware, by name and by the folders of its images', () => {
    assert.deepEqual(identify({ path: ANN, text: '* * * * * x\n', sniff: false, flag: { dialect: 'slackware' } })?.dialects, ['dcron']);
    for (const path of ['slackware64-15.0/var/spool/cron/crontabs/root', 'images/slackware/crontabs/root'])
      assert.deepEqual(identify({ path, text: '* * * * * x\n', sniff: false })?.dialects, ['dcron'], path);
    assert.notDeepEqual(identify({ path: ANN, text: '* * * * * x\n', sniff: false })?.dialects, ['dcron']);
  });
  it('has no user column in cron.d either, and passes over names with a dot', () => {
    const entry = '0 3 * * * root /usr/local/sbin/backup\n';
    assert.deepEqual(briefly(read(entry, '/etc/cron.d/backup')), ['crontab/surplus-user@2']);
    assert.deepEqual(briefly(read('0 3 * * * /usr/local/sbin/backup\n', '/etc/cron.d/backup')), []);
    assert.match(
      messages('0 3 * * * /usr/local/sbin/backup\n', '/etc/cron.d/back.up').join(),
      /dcron passes over names with a “\.” in them/,
    );
    const form = (text: string) => identify({ path: '/etc/cron.d/backup', text, sniff: true })?.form;
    assert.equal(form(`# daemonlint: dialect=dcron form=system\n${entry}`), 'system', 'whoever says so is heard');
    assert.equal(form(entry), 'system');
  });
  it('reads on in a second line where one is too long', () => {
    const long = `* * * * * echo ${'x'.repeat(1100)}`;
    const dcron = dialectById('dcron');
    const verdict = dcron && verdictOf(long, 'user', dcron);
    assert.equal(verdict?.type === 'entry' && verdict.job.raw.length, 1023 - '* * * * * '.length);
    assert.match(
      messages(`${long}\n`).join(),
      /^This command has 1105 bytes: dcron reads 1023 bytes of a line and takes what follows for a line of its own\./,
    );
    assert.deepEqual(messages(`* * * * * ${'x'.repeat(1013)}\n`), []);
  });
});

describe('what a line costs with dcron', () => {
  it('is the entry, and the message names what it wants', () => {
    assert.deepEqual(messages('MAILTO=ann\n'), [
      'MAILTO= is no assignment here: dcron knows none, and this line is taken for an entry. dcron skips the entry. Set the variable in the command or in a script.',
    ]);
    for (const line of ['export A=b', 'A="b', 'A=', 'set A = b'])
      assert.match(messages(`${line}\n`).join('|'), /^A= is no assignment here: dcron knows none, [^|]*$/, line);
    assert.match(messages('0 4 * * MON x\n').join(), /bad day-of-week at “MON”; .* as mon or Mon\. dcron skips the entry\.$/);
    assert.match(messages('@daily x\n').join(), /bad job name at “x”; .*put ID=NAME before the command/);
    assert.match(messages('@daily ID=a FREQ=1d x\n').join(), /bad option at “ID=a FREQ=1d x”; .*FREQ= behind no @ word/);
    assert.match(messages('* * * * *\n').join(), /bad command: the line ends before it; write what is to be run/);
    assert.match(messages('@midnight ID=a x\n').join(), /the words are @reboot, @hourly/);
  });
  it('is mended by a name after the program', () => {
    const { findings } = read('@daily /usr/local/bin/re-port.sh --all\n');
    assert.deepEqual(
      findings.flatMap(({ fixes }) => (fixes ?? []).map(({ title }) => title)),
      ['Name the job: ID=re-port'],
    );
    const [refused] = read('@daily root /usr/local/bin/report\n', '/etc/cron.d/report').findings;
    assert.match(refused?.message ?? '', /bad job name/);
    assert.deepEqual(refused?.fixes, [], 'dcron would take the user for the program');
  });
  it('is nothing in the log where it counts a number round, and an entry that never runs where days stand in both fields', () => {
    assert.deepEqual(messages('61 4 * * * x\n'), [
      'dcron counts numbers round that the field has not: “61” as minute is 1. Write what is meant.',
    ]);
    assert.match(messages('0 4 * * 0-7 x\n').join(), /“0-7” as day-of-week is Sunday\./);
    assert.match(messages('0 4 32 * * x\n').join(), /“32” as day-of-month is nothing, so that the entry never runs/);
    assert.match(
      messages('0 4 1-7 * 1 x\n').join(),
      /^This entry never runs: dcron runs no entry that names days in both fields of days\./,
    );
  });
});

describe('an entry for dcron that names days in both fields', () => {
  it('may be mended by either field, or by a command that asks, behind the options of the job', () => {
    const { document, findings } = read('0 4 1-7 * mon ID=a FREQ=1w nice x\n');
    const mended = findings.flatMap(({ fixes }) => fixes ?? []).map(({ edits }) => applyEdits(document.text, edits).split('\n')[1]);
    assert.deepEqual(mended, [
      '0 4 1-7 * * ID=a FREQ=1w [ "$(date +\\%u)" = 1 ] && nice x',
      '0 4 * * mon ID=a FREQ=1w nice x',
      '0 4 1-7 * * ID=a FREQ=1w nice x',
    ]);
    for (const line of mended) assert.deepEqual(messages(`${line}\n`), [], line);
  });
});

describe('a text of many lines for dcron', () => {
  it('is covered by its tokens, options of jobs among them', () => {
    const { document } = read(dcronLines(7).join('\n'));
    const roles = new Set<string>();
    for (const { text, tokens } of document.lines) {
      let end = 0;
      for (const { span, role, text: said } of tokens) {
        roles.add(role);
        assert.ok(span.start >= end && span.end > span.start, text);
        assert.equal(text.slice(span.start, span.end), said, text);
        assert.equal(text.slice(end, span.start).trim(), '', text);
        end = span.end;
      }
    }
    assert.ok(roles.has('option') && roles.has('command'));
  });
});

describe('how often a job of dcron runs', () => {
  const told = async (line: string) => (await lines(line, '--dialect', 'dcron', '--zone', 'UTC')).slice(0, 2);
  it('is told by the time since its last run, which no file tells', async () => {
    assert.deepEqual(await told('@daily ID=a x'), ['@daily ID=a x', 'Whenever 1 day has passed since its last run (dcron)']);
    assert.deepEqual(await told('@monthly ID=a x'), ['@monthly ID=a x', 'Whenever 30 days have passed since its last run (dcron)']);
    assert.deepEqual(await told('* 2-4 * * * ID=a FREQ=2w/10m AFTER=b x'), [
      '* 2-4 * * * ID=a FREQ=2w/10m AFTER=b x',
      'Whenever 2 weeks have passed since its last run, at the first of these times: every minute from 02:00 to 04:59 every day (dcron)',
    ]);
    assert.equal((await told('@noauto ID=a x'))[1], 'Only when a job waits for it, or cron.update names it (dcron)');
    assert.equal(
      (await told('0 4 1 * mon ID=a FREQ=1d x'))[1],
      'Never: dcron runs no entry that names days in both fields of days (dcron)',
    );
  });
  it('is a period to programs, without runs', async () => {
    const { entries } = await json(['--dialect', 'dcron', 'tab.cron'], {
      '/h/tab.cron': '@daily ID=a x\n@noauto ID=b x\n@reboot x\n0 4 * * * ID=c x\n',
    });
    assert.deepEqual(
      entries.map(({ type, command, runs }) => [type, command, runs.length]),
      [
        ['period', 'x', 0],
        ['never', 'x', 0],
        ['boot', 'x', 0],
        ['times', 'x', 5],
      ],
    );
  });
  it('stands in what parse prints, apart from the command', async () => {
    const { stdout } = await daemonlint(
      ['parse', '--kind', 'crontab', '--dialect', 'dcron', '-'],
      {},
      {
        stdin: '0 4 * * * ID=a FREQ=1d/10m AFTER=b,c/1h nice x % y\n@noauto ID=d z\n',
      },
    );
    const [first, second] = (JSON.parse(stdout) as { lines: Readonly<Record<string, unknown>>[] }).lines;
    assert.deepEqual([first?.domStar, first?.dowStar, first?.macro, second?.macro], [true, true, null, '@noauto']);
    assert.deepEqual(
      [first?.command, first?.input, first?.job],
      ['nice x % y', null, { name: 'a', every: 86_400, retry: 600, after: ['b', 'c/1h'], asked: false }],
    );
    assert.deepEqual([second?.command, second?.job], ['z', { name: 'd', every: null, retry: null, after: [], asked: true }]);
  });
  it('goes by the wall clock where it has times', async () => {
    const { entries } = await json(
      ['--dialect', 'dcron', '--zone', 'Europe/Berlin', '--from', '2026-03-28T12:00:00Z', '-n', '1', 'tab.cron'],
      { '/h/tab.cron': '30 2 * * * x\n' },
    );
    assert.equal(entries[0]?.runs[0]?.time, '2026-03-30T02:30:00+02:00');
  });
});

describe('dcron beside others', () => {
  const compared = (text: string) => {
    const choice = identify({ path: ANN, text, sniff: false });
    assert.ok(choice);
    const reading = lint(ANN, text, { ...choice, dialects: ['debian', 'dcron'] }, defaultSettings);
    return reading.findings.filter(({ rule }) => rule === 'crontab/portability').map(({ message }) => message);
  };
  it('is told apart by how often, by days, by what it takes, and not by options that the shell of the others passes on', () => {
    assert.match(
      compared('0 4 * * * ID=a FREQ=1d x\n').join(),
      /to Debian's cron it is: At 04:00 every day; to dcron it is: Whenever 1 day has passed/,
    );
    assert.match(compared('0 4 1 * 1 x\n').join(), /dcron never runs it, since it names days in both fields of days/);
    assert.match(compared('@daily x\n').join(), /Debian's cron takes “x”, others refuse it: dcron skips the entry/);
    assert.match(compared('61 4 * * * x\n').join(), /dcron takes “61” as minute, others refuse it: Debian's cron ignores the whole file/);
    assert.deepEqual(compared('0 4 * * * ID=a /usr/bin/x\n'), []);
  });
});

describe('a crontab for dcron', () => {
  const dialects = (text: string) => identify({ path: '/srv/crontab', text, sniff: false })?.dialects;
  it('is known by options that no other cron has', () => {
    for (const line of ['@daily ID=sweep /usr/bin/sweep', '0 4 * * * ID=a FREQ=1d x', '*/10 * * * * AFTER=a x'])
      assert.deepEqual(dialects(`# mine\n${line}\n`), ['dcron'], line);
  });
  it('is not by what may be a variable of the command', () => {
    for (const line of ['0 4 * * * ID=a x', '@daily x ID=a', '@reboot ID=a x', 'ID=a', '0 4 * * * x FREQ=1d y', '# 0 4 * * * FREQ=1d x'])
      assert.notDeepEqual(dialects(`${line}\n`), ['dcron'], line);
  });
});
