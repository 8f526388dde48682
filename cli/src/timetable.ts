/** From the arguments of `schedule` to the entries that are meant. */
import {
  type Agenda,
  type Choice,
  identify,
  instantIn,
  maskedAgenda,
  type Read,
  type WeekMap,
  type Wish,
  weekMapOf,
} from '../../core/src/index.js';
import { isThere, type Problem, projectFinder, resolve, type Source } from '../../workspace/src/index.js';
import type { Io } from './io.js';
import { type One, type Outcome, readOne } from './one.js';
import type { ScheduleOptions } from './options.js';
import { countLineFeeds } from './place.js';
import { flagOf } from './survey.js';

/** An entry, with its line in the file, 1-based. */
export interface TimedEntry {
  readonly line: number;
  /** As the file has it. */
  readonly agenda: Agenda;
  /** As people are told of it: its secrets are masked. */
  readonly told: Agenda;
}

export interface Timetable {
  /** The file as the person named it; absent for an expression. */
  readonly path?: string;
  /** An expression without a command. */
  readonly bare: boolean;
  /** IANA name of the zone that the host keeps. */
  readonly zone: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly entries: readonly TimedEntry[];
  /** The week from the day of `from` on. */
  week(): WeekMap | undefined;
}

const WANTED = 'an expression has five fields or an @ word, in quotes';

/** An `@` word, with the `-` that cronie takes before an entry. */
const WORD = /^-?@/;

const isExpression = (text: string): boolean => /[ \t]/.test(text.trim()) || WORD.test(text.trim());

/** An expression that has all it needs but a command. */
function isBare(expression: string): boolean {
  const words = expression.split(/[ \t]+/, 6);
  return WORD.test(expression) ? words.length === 1 : words.length === 5;
}

/** Reads the expression as the only line of somebody's crontab. */
async function readExpression(expression: string, flag: Wish, io: Io): Promise<Outcome> {
  if (/[\n\0]/.test(expression))
    return { problems: [{ path: 'the expression', message: 'is not one line; give several on standard input' }] };
  // What has too few fields stays as it is, so that the one that is missing is named.
  const text = `${expression}${isBare(expression) ? ' :' : ''}\n`;
  const source: Source = { path: '', text, encoding: 'utf-8' };
  const project = await projectFinder(io.files)(io.cwd);
  const choice = identify({ path: '', text, flag: { ...flag, form: 'user' }, sniff: false });
  const one: One | undefined = choice && { source, choice, project, shown: expression };
  return { ...(one && { one }), problems: project.problems };
}

async function readFile(name: string, options: ScheduleOptions & Wish, io: Io): Promise<Outcome> {
  const { one, problems } = await readOne(name, options, io);
  const hint = one === undefined && name !== '-' && !(await isThere(io.files, resolve(io.cwd, name)));
  return {
    ...(one && { one }),
    problems: hint ? problems.map(({ path, message }) => ({ path, message: `${message}; ${WANTED}` })) : problems,
  };
}

function* plannedIn(read: Read, { form, dialects }: Choice, zone: string, from: number, count: number): Generator<TimedEntry, void> {
  let line = 1;
  for (const [index, { text }] of read.document.lines.entries()) {
    const agenda = read.agenda(index, { form, dialects, zone, from, count });
    if (agenda) yield { line, agenda, told: maskedAgenda(read, index, agenda) };
    line += countLineFeeds(text);
  }
}

/** The timetable; undefined, with the reasons among the problems, where there is none. */
export async function timetableOf(
  words: readonly string[],
  options: ScheduleOptions,
  io: Io,
): Promise<{ readonly timetable?: Timetable; readonly problems: readonly Problem[] }> {
  const said = words.join(' ').trim();
  if (said === '') return { problems: [{ path: 'the expression', message: `is empty; ${WANTED}` }] };
  const asked = { ...options, kind: 'crontab' };
  const isFile = words.length === 1 && (said === '-' || (await isThere(io.files, resolve(io.cwd, said))) || !isExpression(said));
  const { one, problems } = await (isFile ? readFile(words[0] ?? '', asked, io) : readExpression(said, flagOf(asked), io));
  if (one === undefined) return { problems };
  const zone = options.zone ?? one.project.config.zone ?? io.zone;
  const from = options.from === undefined ? io.now : instantIn(zone, options.from);
  if (from === undefined) {
    const message = `“${options.from}” is no time: write it as 2026-03-28, 2026-03-28T02:00 or 2026-03-28T02:00+01:00`;
    return { problems: [...problems, { path: '--from', message }] };
  }
  const { source, choice } = one;
  const read = choice.kind.read(source.text, choice);
  const entries = [...plannedIn(read, choice, zone, from, options.count)];
  if (!isFile && entries.length === 0)
    return { problems: [...problems, { path: said, message: `is no schedule: cron takes it for an assignment or a comment; ${WANTED}` }] };
  const week = () => weekMapOf(read, { dialects: choice.dialects, zone }, from);
  return { timetable: { ...(isFile && { path: one.shown }), bare: !isFile && isBare(said), zone, from, entries, week }, problems };
}
