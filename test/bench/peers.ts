/** Crontabs beside what others use for them: cron-parser, cronstrue and croner, and Debian's own `crontab -n`. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { CronExpressionParser } from 'cron-parser';
import { Cron } from 'croner';
import { toString as inWords } from 'cronstrue';
import { defaultSettings, identify, lint } from '../../core/src/index.js';
import { dialectById } from '../../core/src/kinds/crontab/dialects/dialects.js';
import { readEntry } from '../../core/src/kinds/crontab/reading/entry.js';
import { shapeOf } from '../../core/src/kinds/crontab/reading/shape.js';
import { nextRun } from '../../core/src/kinds/crontab/schedule/next.js';
import { scheduleOf } from '../../core/src/kinds/crontab/schedule/schedule.js';
import { zoneOf } from '../../core/src/kinds/crontab/schedule/zone.js';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { median, timed } from './clock.js';
import { expressions, generated } from './texts.js';

const LINES = 10_000;
const ROUNDS = 5;
const ZONE = 'Europe/Berlin';
/** 10 March 2026 at 12:00 UTC: the clocks change within the month. */
const NOW = Date.UTC(2026, 2, 10, 12);

/** Median of turns, in milliseconds; a warm one goes before. Each turn gets other input. */
function turns(works: readonly ((round: number) => void)[]): readonly number[] {
  const times = works.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round++)
    for (const [index, work] of works.entries()) {
      const time = timed(() => work(round));
      if (round > 0) times[index]?.push(time);
    }
  return times.map(median);
}

/** A full check of a crontab, and both libraries on each of its lines; `same` lines in each turn, or others. */
export function checkBesideLibraries(same: boolean): readonly number[] {
  const texts = Array.from({ length: ROUNDS + 1 }, (_, round) => generated('crontab', LINES, same ? 0 : round));
  const choice = identify({ path: '', text: '', sniff: false, flag: { kind: 'crontab' } });
  if (choice === undefined) throw new Error('no crontab');
  const ours = (round: number) => {
    lint('', texts[round] ?? '', choice, { ...defaultSettings });
  };
  const theirs = (round: number) => {
    for (const line of (texts[round] ?? '').split('\n')) {
      if (line === '') continue;
      const five = line.split(/[ \t]+/, 5).join(' ');
      CronExpressionParser.parse(five);
      inWords(five);
    }
  };
  return turns([ours, theirs]);
}

/** The next run of each of 10,000 expressions in a zone with changes of the clocks, parsing included. */
export function nextRunsBesideCroner(): readonly number[] {
  const dialect = dialectById('debian');
  const zone = zoneOf(ZONE);
  if (dialect === undefined || zone === undefined) throw new Error('no dialect or zone');
  const lists = Array.from({ length: ROUNDS + 1 }, (_, round) => expressions(LINES, round));
  const from = new Date(NOW);
  const ours = (round: number) => {
    for (const expression of lists[round] ?? []) {
      const shape = shapeOf(`${expression} x`, 0, 'user');
      const schedule = scheduleOf(shape, readEntry(shape, dialect), dialect);
      if (schedule === undefined || nextRun(schedule, NOW, zone, dialect.clock) === undefined) throw new Error(expression);
    }
  };
  const theirs = (round: number) => {
    for (const expression of lists[round] ?? [])
      if (new Cron(expression, { timezone: ZONE, legacyMode: true }).nextRun(from) === null) throw new Error(expression);
  };
  return turns([ours, theirs]);
}

/** Wall time of `daemonlint check` and of `crontab -n` on one crontab; undefined where there is no such crontab. */
export function checkBesideCrontab(): { readonly ours: number; readonly node: number; readonly theirs: number } | undefined {
  const folder = temporaryFolder('daemonlint-bench-');
  const file = path.join(folder, 'crontab');
  writeFileSync(file, generated('crontab', 9_900, 0).replaceAll('snmpd', 'report'));
  const run = (program: string, args: readonly string[]) => {
    const start = performance.now();
    const { status } = spawnSync(program, args, { stdio: 'ignore' });
    return { status, time: performance.now() - start };
  };
  if (run('crontab', ['-n', file]).status !== 0) return undefined;
  const time = (program: string, args: readonly string[]) => () => run(program, args).time;
  const all = [time(process.execPath, ['dist/cli.js', 'check', file]), time(process.execPath, ['-e', '0']), time('crontab', ['-n', file])];
  const [ours = [], node = [], theirs = []] = all.map((): number[] => []);
  for (let round = 0; round < 9; round++) for (const [index, times] of [ours, node, theirs].entries()) times.push(all[index]?.() ?? 0);
  return { ours: median(ours), node: median(node), theirs: median(theirs) };
}
