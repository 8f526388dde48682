/** The week of a crontab: counted once more from the runs one by one, on the wall clock as Intl has it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Reading, type WeekMap, weekMapOf } from '../../core/src/index.js';
import { runsAfter } from '../../core/src/kinds/crontab/schedule/next.js';
import { zoneOf } from '../../core/src/kinds/crontab/schedule/zone.js';
import { slowFormat } from '../core/schedule-daemons.js';
import { dialect, nightly, schedule } from '../core/schedule-support.js';
import { readAs } from '../support.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

function mapOf(reading: Reading, from: string | number): WeekMap {
  const map = weekMapOf(reading.read, reading.context, typeof from === 'number' ? from : Date.parse(from));
  assert.ok(map);
  return map;
}

const weekOf = (text: string, zone: string, from: string | number, path = '/var/spool/cron/crontabs/ann'): WeekMap =>
  mapOf(readAs(path, text, { zone }), from);

const hour = (map: WeekMap, day: number, at: number) => map.days[day]?.hours[at] ?? assert.fail(`no hour ${at} on day ${day}`);

interface Counted {
  runs: number;
  readonly byJob: Map<number, number[]>;
  /** Jobs by the minute of real time. */
  readonly byMinute: Map<number, number>;
}

const known = new Map<string, readonly [hour: string, minute: number]>();

/** `2026-03-29 02` and the minute, as `format` has them; formatting is slow, and the runs of many expressions fall together. */
function partsOf(format: Intl.DateTimeFormat, zone: string, run: number): readonly [hour: string, minute: number] {
  const key = `${zone} ${run}`;
  const before = known.get(key);
  if (before) return before;
  const parts = Object.fromEntries(format.formatToParts(run).map(({ type, value }) => [type, value]));
  const found = [`${parts.year}-${parts.month}-${parts.day} ${parts.hour}`, Number(parts.minute)] as const;
  known.set(key, found);
  return found;
}

/** The same by brute force: each run of each expression put into the hour that Intl gives it, by `2026-03-29 02`. */
function counted(expressions: readonly string[], id: string, zone: string, from: number): Map<string, Counted> {
  const format = slowFormat(zone);
  const hours = new Map<string, Counted>();
  const clock = zoneOf(zone) ?? assert.fail(zone);
  expressions.forEach((expression, job) => {
    for (const run of runsAfter(schedule(expression, id), from - 2 * DAY, clock, dialect(id).clock)) {
      if (run > from + 10 * DAY) break;
      const [key, minute] = partsOf(format, zone, run);
      const found = hours.get(key) ?? { runs: 0, byJob: new Map(), byMinute: new Map() };
      hours.set(key, found);
      found.runs++;
      found.byJob.set(job, [...(found.byJob.get(job) ?? []), minute]);
      found.byMinute.set(run, (found.byMinute.get(run) ?? 0) + 1);
    }
  });
  return hours;
}

function compare(expressions: readonly string[], id: string, zone: string, from: number): void {
  const path = id === 'debian' ? '/var/spool/cron/crontabs/ann' : `/${id}`;
  const text = `# daemonlint: kind=crontab form=user dialect=${id}\n${expressions.map((each) => `${each} /bin/x\n`).join('')}`;
  const map = weekOf(text, zone, from, path);
  const expected = counted(expressions, id, zone, from);
  assert.equal(map.days.length, 7);
  const about = `${expressions.join(' | ')} by ${id} in ${zone} from ${new Date(from).toISOString()}`;
  const totals = expressions.map(() => 0);
  for (const day of map.days) {
    assert.equal(day.hours.length, 24);
    day.hours.forEach((each, at) => {
      const where = `${about}: ${day.date} ${at}`;
      const found = expected.get(`${day.date} ${String(at).padStart(2, '0')}`);
      assert.equal(each.runs, found?.runs ?? 0, where);
      assert.equal(each.jobs, found?.byJob.size ?? 0, where);
      assert.deepEqual(
        [...each.shares].sort((a, b) => a.job - b.job),
        [...(found?.byJob ?? [])].map(([job, minutes]) => ({
          job,
          runs: minutes.length,
          first: Math.min(...minutes),
          last: Math.max(...minutes),
        })),
        where,
      );
      assert.equal(each.together, Math.max(0, ...(found?.byMinute.values() ?? [])), where);
      if (each.passes)
        assert.equal(
          each.passes.reduce((sum, pass) => sum + pass, 0),
          each.runs,
          where,
        );
      for (const { job, runs } of each.shares) totals[job] = (totals[job] ?? 0) + runs;
    });
  }
  assert.deepEqual(
    map.jobs.map(({ runs }) => runs),
    totals,
    about,
  );
}

/** Weeks with a jump in them, and one without. */
const weeks: readonly (readonly [zone: string, from: string, minutes: readonly number[]])[] = [
  ['UTC', '2026-03-02', [1440, 1440, 1440, 1440, 1440, 1440, 1440]],
  ['Europe/Berlin', '2026-03-25', [1440, 1440, 1440, 1440, 1380, 1440, 1440]],
  ['Europe/Berlin', '2026-10-24', [1440, 1500, 1440, 1440, 1440, 1440, 1440]],
  ['America/New_York', '2026-03-08', [1380, 1440, 1440, 1440, 1440, 1440, 1440]],
  ['America/New_York', '2026-10-26', [1440, 1440, 1440, 1440, 1440, 1440, 1500]],
  ['Australia/Lord_Howe', '2026-04-03', [1440, 1440, 1470, 1440, 1440, 1440, 1440]],
  ['Australia/Lord_Howe', '2026-10-01', [1440, 1440, 1440, 1410, 1440, 1440, 1440]],
  ['America/Santiago', '2026-04-01', [1440, 1440, 1440, 1500, 1440, 1440, 1440]],
  ['Africa/Cairo', '2026-04-22', [1440, 1440, 1380, 1440, 1440, 1440, 1440]],
  ['Pacific/Apia', '2011-12-27', [1440, 1440, 1440, 0, 1440, 1440, 1440]],
  ['Asia/Kolkata', '2026-05-01', [1440, 1440, 1440, 1440, 1440, 1440, 1440]],
];

/** Noon in UTC of that date: in all these zones the same date. */
const noon = (date: string): number => Date.parse(`${date}T12:00Z`);

const pointed = ['30 2 * * *', '*/30 2 * * *', '0 0 * * *', '30 1 * * *', '* * * * *', '59 23 * * 6', '5 4 * * sun', '15 1-3 * * *'];

describe('the week map', function () {
  this.timeout(60_000);

  for (const [zone, date, minutes] of weeks) {
    it(`has the days of ${zone} from ${date}, as long as they are`, () => {
      const map = weekOf('0 0 * * * x\n', zone, noon(date));
      assert.equal(map.days[0]?.date, date);
      assert.deepEqual(
        map.days.map((day) => day.minutes),
        minutes,
      );
      for (const day of map.days) {
        assert.equal(day.weekday, new Date(`${day.date}T00:00Z`).getUTCDay());
        const shown = day.hours.reduce((sum, { skipped }) => sum + 60 - skipped, 0);
        const jumped = day.changes.reduce((sum, change) => sum + change.minutes, 0);
        assert.equal(day.minutes, 1440 - jumped, day.date);
        assert.equal(shown, 1440 - Math.max(0, jumped), `${day.date}: what is skipped is not shown`);
        assert.equal(day.hours.filter(({ passes }) => passes).length, jumped < 0 ? 1 : 0, day.date);
      }
    });

    it(`counts what runs in ${zone} from ${date} as one by one, by the clock of each daemon`, () => {
      for (const id of ['debian', 'freebsd', 'busybox']) {
        compare(pointed, id, zone, noon(date));
        fc.assert(
          fc.property(fc.array(nightly, { minLength: 1, maxLength: 6 }), (expressions) => compare(expressions, id, zone, noon(date))),
          { numRuns: 6, seed: 17 },
        );
      }
    });
  }

  it('tells the skipped hour and both times of the repeated one', () => {
    const spring = weekOf('*/20 * * * * x\n30 2 * * * y\n', 'Europe/Berlin', '2026-03-29T12:00Z');
    assert.deepEqual(spring.days[0]?.changes, [{ minutes: 60, from: 120, to: 180 }]);
    assert.deepEqual([hour(spring, 0, 2).skipped, hour(spring, 0, 2).runs, hour(spring, 0, 3).runs], [60, 0, 4]);
    const autumn = weekOf('*/20 * * * * x\n30 2 * * * y\n', 'Europe/Berlin', '2026-10-25T12:00Z');
    assert.deepEqual(autumn.days[0]?.changes, [{ minutes: -60, from: 180, to: 120 }]);
    assert.deepEqual(hour(autumn, 0, 2).passes, [4, 3]);
    assert.deepEqual(hour(autumn, 0, 3).passes, undefined);
    const half = weekOf('*/20 * * * * x\n', 'Australia/Lord_Howe', '2026-04-05T02:00Z');
    assert.deepEqual(hour(half, 0, 1).passes, [3, 1], 'the second half comes again');
    assert.equal(hour(weekOf('*/20 * * * * x\n', 'Australia/Lord_Howe', '2026-10-04T02:00Z'), 0, 2).skipped, 30);
  });

  it('finds where five jobs start in one minute, and not where they only share the hour', () => {
    const map = weekOf(
      `${['0 4 * * *', '0 4 * * *', '*/5 4 * * *', '0,30 4 * * *', '0 4 * * 1-5', ...Array.from({ length: 5 }, (_, at) => `${at} 6 * * *`)]
        .map((each) => `${each} x\n`)
        .join('')}`,
      'UTC',
      '2026-03-06T00:00Z',
    );
    assert.deepEqual(hour(map, 0, 4).clashes, [{ minute: 0, jobs: 5 }], 'a Friday');
    assert.deepEqual([hour(map, 1, 4).clashes, hour(map, 1, 4).together], [[], 4], 'a Saturday');
    assert.deepEqual([hour(map, 0, 6).clashes, hour(map, 0, 6).together, hour(map, 0, 6).jobs], [[], 1, 5]);
    const again = weekOf('30 2 * * * x\n'.repeat(3) + '30 * * * * y\n'.repeat(3), 'Europe/Berlin', '2026-10-25T12:00Z');
    assert.deepEqual(hour(again, 0, 2).clashes, [{ minute: 30, jobs: 6 }], 'three of them a second time, which is no new clash');
  });

  it('names lines, commands and users as the file has them', () => {
    const map = weekOf(
      `# a comment\n0 4 * * *  root   /bin/x  --all %input\n\n@daily  backup  ${'é'.repeat(100)}\r\n61 * * * * root broken\n#0 5 * * * root off\n`,
      'UTC',
      0,
      '/etc/crontab',
    );
    assert.deepEqual(
      map.jobs.map(({ line, user, label }) => [line, user, label]),
      [
        [1, 'root', '/bin/x --all %input'],
        [3, 'backup', `${'é'.repeat(79)}…`],
      ],
    );
    assert.deepEqual(
      map.jobs.map(({ runs, words }) => [runs, words]),
      [
        [7, 'At 04:00 every day'],
        [7, 'At 00:00 every day'],
      ],
    );
  });

  it('cuts no character in half', () => {
    const [job] = weekOf(`0 4 * * * ${'😀'.repeat(100_000)}\n`, 'UTC', 0).jobs;
    assert.equal(job?.label, `${'😀'.repeat(79)}…`);
    assert.equal(weekOf(`0 4 * * * ${'😀'.repeat(80)}\n`, 'UTC', 0).jobs[0]?.label, '😀'.repeat(80));
  });

  it('sets apart what has no times', () => {
    const apart = (text: string, id: string) =>
      mapOf(readAs('/x', `# daemonlint: kind=crontab form=user dialect=${id}\n${text}\n`, { zone: 'UTC' }), 0);
    for (const [id, entry, why] of [
      ['debian', '@reboot x', 'startup'],
      ['debian', '0 0 31 2 * x', 'never'],
      ['debian', '5-1 * * * * x', 'never'],
      ['cronie', '0~30 4 * * * x', 'drawn'],
      ['freebsd', '@every_second x', 'every-second'],
      ['cronie', 'CRON_TZ=Nowhere/Atoll\n0 4 * * * x', 'unknown-zone'],
      ['debian', '0 4 * * * x', undefined],
    ] as const) {
      const map = apart(entry, id);
      assert.deepEqual(
        map.jobs.map((job) => job.apart),
        [why],
        entry,
      );
      const runs = map.days.reduce((sum, day) => sum + day.hours.reduce((all, each) => all + each.runs, 0), 0);
      assert.equal(runs, why === undefined ? 7 : 0, entry);
      assert.equal(map.jobs[0]?.runs, runs);
    }
    assert.match(apart('CRON_TZ=Nowhere/Atoll\n0 4 * * * x', 'cronie').jobs[0]?.note ?? '', /Nowhere\/Atoll/);
  });

  it('goes by the zone that all entries name, else by that of the host, into which it puts the others', () => {
    const cronie = (text: string) =>
      mapOf(readAs('/x', `# daemonlint: kind=crontab form=user dialect=cronie\n${text}`, { zone: 'Europe/Berlin' }), '2026-01-05T12:00Z');
    const one = cronie('CRON_TZ=Asia/Tokyo\n0 4 * * * x\n30 5 * * * y\n');
    assert.deepEqual([one.zone, hour(one, 0, 4).runs, hour(one, 0, 5).runs], ['Asia/Tokyo', 1, 1]);
    assert.deepEqual(
      one.jobs.map(({ note }) => note),
      [undefined, undefined],
    );
    const both = cronie('0 4 * * * x\nCRON_TZ=Asia/Kolkata\n0-59 12 * * * y\n');
    assert.equal(both.zone, 'Europe/Berlin');
    // 12:00 in Kolkata is 07:30 in Berlin.
    assert.deepEqual(
      [4, 7, 8].map((at) => hour(both, 1, at).shares),
      [[{ job: 0, runs: 1, first: 0, last: 0 }], [{ job: 1, runs: 30, first: 30, last: 59 }], [{ job: 1, runs: 30, first: 0, last: 29 }]],
    );
    assert.deepEqual(
      both.jobs.map(({ note }) => note),
      [undefined, 'by the clock of Asia/Kolkata'],
    );
    const deaf = mapOf(readAs('/x', '# daemonlint: kind=crontab form=user dialect=debian\nCRON_TZ=Asia/Tokyo\n0 4 * * * x\n'), 0);
    assert.equal(deaf.zone, 'UTC');
    assert.match(deaf.jobs[0]?.note ?? '', /not by CRON_TZ=Asia\/Tokyo/);
  });

  it('has the jobs whose times a template fills in among those without a place, where they stand, and masks what is secret', () => {
    const { jobs } = weekOf('0 3 * * * /bin/a\n{{ m }} {{ h }} * * * mysqldump -ptr0ub4dor shop\n{% if b %}\n0 4 * * * /bin/b\n', 'UTC', 0);
    assert.deepEqual(
      jobs.map(({ line, label, apart, runs }) => [line, label, apart, runs]),
      [
        [0, '/bin/a', undefined, 7],
        [1, 'mysqldump -p•••• shop', 'open', 0],
        [3, '/bin/b', undefined, 7],
      ],
    );
  });

  it('keeps a bounded list of each hour of a large file, and the true numbers', () => {
    const map = weekOf('* * * * * x\n'.repeat(10_000), 'Europe/Berlin', '2026-03-29T12:00Z');
    for (const day of map.days)
      for (const each of day.hours) {
        if (each.skipped > 0) continue;
        assert.deepEqual([each.runs, each.jobs, each.together], [600_000, 10_000, 10_000]);
        assert.equal(each.shares.length, 200);
        assert.equal(each.clashes.length, 60);
      }
    assert.equal(map.jobs.length, 10_000);
    assert.equal(map.jobs.at(-1)?.line, 9999);
  });

  it('is empty for a crontab without entries, and absent for a kind without a clock', () => {
    const map = weekOf('# nothing\n', 'UTC', 0);
    assert.deepEqual([map.jobs, map.days.length], [[], 7]);
    const { read, context } = readAs('/etc/inetd.conf', 'ftp stream tcp nowait root /usr/sbin/ftpd ftpd\n');
    assert.equal(weekMapOf(read, context, 0), undefined);
  });
});
