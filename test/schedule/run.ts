/**
 * Holds the schedule engine against the daemons' loops in full: every schedule that the recorded lines give each cron, at each run of two years, in
 * UTC and three zones that change their clocks. Takes minutes, so it is a step of its own; `npm test` tries a sample and every change.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { dialects } from '../../core/src/kinds/crontab/dialects/dialects.js';
import { readEntry } from '../../core/src/kinds/crontab/reading/entry.js';
import { type Form, indentOf, shapeOf } from '../../core/src/kinds/crontab/reading/shape.js';
import { nextRun } from '../../core/src/kinds/crontab/schedule/next.js';
import { type Schedule, scheduleOf } from '../../core/src/kinds/crontab/schedule/schedule.js';
import { zoneOf } from '../../core/src/kinds/crontab/schedule/zone.js';
import { loops, stretch } from '../core/schedule-daemons.js';

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'];
const MINUTE = 60_000;
const DAY = 24 * 60;
/** 30 December 2024: the loops warm up for two days before the two years. */
const START = Date.UTC(2024, 11, 30);
const FROM = START + 2 * DAY * MINUTE;
const TO = Date.UTC(2027, 0, 1);

type Clock = keyof typeof loops;

interface Case {
  readonly clock: Clock;
  readonly line: string;
  readonly schedule: Schedule;
}

/** Each schedule once for each clock. */
function cases(): Case[] {
  const found = new Map<string, Case>();
  const recorded = readFileSync(new URL('../fixtures/crontab-verdicts.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  for (const row of recorded) {
    const [line, form] = JSON.parse(row) as [string, Form];
    for (const dialect of dialects) {
      const shape = shapeOf(line, indentOf(line), form);
      const schedule = scheduleOf(shape, readEntry(shape, dialect), dialect);
      if (schedule?.type !== 'times' || schedule.random) continue;
      const { minutes, hours, days, months, weekdays, dayMatch, wild } = schedule;
      const key = JSON.stringify([dialect.clock, minutes, hours, days, months, weekdays, dayMatch, wild]);
      if (!found.has(key)) found.set(key, { clock: dialect.clock, line, schedule });
    }
  }
  return [...found.values()];
}

function compare(name: string, all: readonly Case[]): { readonly runs: number; readonly faults: readonly string[] } {
  const zone = zoneOf(name);
  if (zone === undefined) throw new Error(name);
  const years = stretch(name, START, (TO - START) / MINUTE);
  let runs = 0;
  const faults: string[] = [];
  const iso = (ms: number | undefined) => (ms === undefined || ms >= TO ? 'none' : new Date(ms).toISOString());
  for (const { clock, line, schedule } of all) {
    const wanted = loops[clock](schedule, years).filter((minute) => minute * MINUTE >= FROM);
    const differs = (index: number) => {
      const at = wanted[index];
      const ours = nextRun(schedule, index === 0 ? FROM - 1 : (wanted[index - 1] ?? 0) * MINUTE, zone, clock);
      const theirs = at === undefined ? undefined : at * MINUTE;
      if (ours === theirs || (theirs === undefined && ours !== undefined && ours >= TO)) return false;
      faults.push(`${line} by ${clock} in ${name}: ${iso(ours)} for ${iso(theirs)}`);
      return true;
    };
    // The last is that behind the last run, where there must be none.
    for (let index = 0; index <= wanted.length; index++) {
      runs++;
      if (differs(index)) break;
    }
  }
  return { runs, faults };
}

async function main(): Promise<void> {
  const all = cases();
  const waiting = [...ZONES];
  const bad: string[] = [];
  let runs = 0;
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), name]);
      const result = JSON.parse(stdout) as ReturnType<typeof compare>;
      console.log(`${name}: ${all.length} schedules, ${result.runs.toLocaleString('en')} runs, ${result.faults.length} differ`);
      runs += result.runs;
      bad.push(...result.faults);
    }
  };
  console.log(`${all.length} schedules in ${ZONES.length} zones`);
  await Promise.all(Array.from({ length: Math.min(ZONES.length, availableParallelism()) }, work));
  for (const fault of bad.slice(0, 20)) console.log(fault);
  console.log(`${all.length * ZONES.length - bad.length} passed, ${bad.length} failed`);
  if (bad.length > 0 || runs === 0) process.exitCode = 1;
}

const [, , name] = process.argv;
if (name === undefined) void main();
else process.stdout.write(JSON.stringify(compare(name, cases())));
