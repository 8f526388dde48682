/** When an entry runs, as `daemonlint schedule` tells it. */
import type { Agenda, AgendaQuery, Dissent, Draw, Missed, Run } from '../../../model/kind.js';
import { anacronAgenda } from '../anacron/record.js';
import type { Dialect } from '../dialects/dialect.js';
import { dialectById } from '../dialects/dialects.js';
import { type Bits, valuesOf } from '../fields/bits.js';
import type { CrontabLine } from '../model.js';
import { optionWords } from '../reading/job-options.js';
import { ANACRONTAB } from '../reading/shape.js';
import { ENTRY_KEYS, formOf, lineFor } from '../record.js';
import { type Skipped, shiftOf, skippedBetween } from '../schedule/jumps.js';
import { nextRun } from '../schedule/next.js';
import type { Schedule } from '../schedule/schedule.js';
import { neverRuns, scheduleWords } from '../schedule/words.js';
import { MINUTE, offsetAt, type Zone, zoneOf } from '../schedule/zone.js';
import { costWithin } from '../verdicts/cost.js';
import { type EntryVerdict, type RefusalVerdict, reasonOf, type Verdict, verdictOf } from '../verdicts/verdict.js';
import { openAgenda } from './open.js';
import { type Timing, timingBy } from './timing.js';

type Told = EntryVerdict | RefusalVerdict;

const isTold = (verdict: Verdict): verdict is Told => verdict.type === 'entry' || verdict.type === 'rejected' || verdict.type === 'ignored';

/** `2026-03-29T02:30` of a minute of the wall clock. */
const wallText = (minute: number): string => new Date(minute * MINUTE).toISOString().slice(0, 16);
const timeText = (minute: number): string => wallText(minute).slice(11);

function noteOf(ms: number, { schedule, clock }: Timing, zone: Zone): string | undefined {
  const shift = shiftOf(ms, schedule, zone, clock);
  if (shift === undefined) return undefined;
  if (shift.type === 'shifted') return `${shift.own ? 'also ' : ''}for ${timeText(shift.wall)}, which the clocks skip that day`;
  const time = timeText(Math.floor((ms + offsetAt(zone, ms)) / MINUTE));
  return shift.type === 'first'
    ? `the first of two runs: the clocks show ${time} twice that day`
    : `the second run: the clocks show ${time} twice that day`;
}

function missedOf({ first, last, count }: Skipped, before: number): Missed {
  const times = count === 1 ? timeText(first) : `${timeText(first)} to ${timeText(last)}, ${count} runs`;
  return { wall: wallText(first), before, note: `skipped: the clocks leave ${times} out that day` };
}

interface Runs {
  readonly runs: readonly Run[];
  readonly missed: readonly Missed[];
}

const NO_RUNS: Runs = { runs: [], missed: [] };

function runsOf(timing: Timing, zone: Zone, from: number, count: number): Runs {
  const { schedule, clock } = timing;
  const runs: Run[] = [];
  const missed: Missed[] = [];
  let after = from;
  while (runs.length < count) {
    const at = nextRun(schedule, after, zone, clock);
    if (at === undefined) break;
    for (const skipped of skippedBetween(after, at, schedule, zone, clock)) missed.push(missedOf(skipped, runs.length));
    const note = noteOf(at, timing, zone);
    runs.push({ at, offset: offsetAt(zone, at), ...(note !== undefined && { note }) });
    after = at;
  }
  return { runs, missed };
}

function drawsOf({ draws, minutes, hours, days, months, weekdays }: Schedule): Draw[] {
  const sets = [minutes, hours, days, months, weekdays];
  return draws.flatMap((draw, index): Draw[] => {
    const set = sets[index];
    const field = ENTRY_KEYS[index];
    if (draw === 'none' || set === undefined || field === undefined) return [];
    return [{ field, values: valuesOf(set).filter((value) => index < 4 || value < 7), several: draw === 'some' }];
  });
}

const wordsOf = (verdict: Told, dialect: Dialect): string =>
  verdict.type === 'entry' ? scheduleWords(verdict.schedule) : reasonOf(verdict, dialect);

interface Opinion {
  readonly dialect: Dialect;
  readonly verdict: Told;
}

const sameBits = (a: Bits, b: Bits): boolean => a.low === b.low && a.high === b.high;

/** True where the two have the same words without a doubt: nearly always, and the words need not be made then. */
const sameTimes = (a: Schedule, b: Schedule): boolean =>
  a === b ||
  (sameBits(a.minutes, b.minutes) &&
    sameBits(a.hours, b.hours) &&
    sameBits(a.days, b.days) &&
    sameBits(a.months, b.months) &&
    sameBits(a.weekdays, b.weekdays) &&
    a.dayMatch === b.dayMatch &&
    a.type === b.type &&
    a.every === b.every &&
    !a.random &&
    !b.random);

/** `words`: those of the chosen one. */
function dissentOf(chosen: Opinion, words: string, opinions: readonly Opinion[]): Dissent[] {
  return opinions.flatMap(({ dialect, verdict }): Dissent[] => {
    if (verdict.type === 'entry' && chosen.verdict.type === 'entry' && sameTimes(verdict.schedule, chosen.verdict.schedule)) return [];
    const other = wordsOf(verdict, dialect);
    const refused = verdict.type !== 'entry';
    return dialect === chosen.dialect || other === words ? [] : [{ dialect: dialect.id, title: dialect.title, words: other, refused }];
  });
}

const AGENDA_TYPES: Readonly<Record<Schedule['type'], Agenda['type']>> = {
  times: 'times',
  'every-second': 'times',
  reboot: 'boot',
  elapsed: 'period',
  asked: 'never',
};

/** Where the times of the entry end: behind its last time field or its word, or the options that dcron has behind those. */
const expressionOf = (text: string, { shape }: EntryVerdict, { jobOptions }: Dialect): string => {
  const first = shape.macro ?? shape.fields[0];
  const last = shape.macro ?? shape.fields.at(-1);
  const { command } = shape;
  const option = jobOptions && command ? optionWords(command.text).at(-1) : undefined;
  const end = option && command ? command.span.start + option.span.end : last?.span.end;
  return text.slice(first?.span.start ?? 0, end ?? text.length);
};

function toldBy(chosen: Opinion, line: CrontabLine, query: AgendaQuery, opinions: readonly Opinion[]): Agenda | undefined {
  const { dialect, verdict } = chosen;
  const text = lineFor(line.text, dialect);
  const words = wordsOf(verdict, dialect);
  const said = { dialect: dialect.id, title: dialect.title, words, dissent: dissentOf(chosen, words, opinions) };
  const nothing = { ...NO_RUNS, draws: [], zone: query.zone, knownZone: true, type: 'never' } as const;
  if (verdict.type !== 'entry')
    return {
      ...said,
      ...nothing,
      expression: text.trim(),
      refused: said.words,
      cost: costWithin(text, formOf(query.form), verdict.refusal, dialect),
    };
  const { schedule, shape, job } = verdict;
  const timing = timingBy(dialect, line, query.zone);
  if (timing === undefined) return undefined;
  const zone = zoneOf(timing.zoneName);
  const draws = drawsOf(schedule);
  const never = neverRuns(schedule) !== undefined;
  const found = zone && !never ? runsOf(timing, zone, query.from, draws.length > 0 ? 1 : query.count) : NO_RUNS;
  return {
    ...said,
    ...found,
    expression: expressionOf(text, verdict, dialect),
    ...(shape.user && { user: shape.user.text }),
    command: job.command,
    type: never ? 'never' : AGENDA_TYPES[schedule.type],
    draws,
    zone: timing.zoneName,
    knownZone: zone !== undefined,
  };
}

/** By the first of the dialects that takes the entry, or the first of all where none does; undefined for what is no entry. */
export function agenda(line: CrontabLine, query: AgendaQuery): Agenda | undefined {
  if (query.form === ANACRONTAB) return anacronAgenda(line, query) ?? openAgenda(line, query);
  if (line.type !== 'entry' && line.type !== 'broken') return openAgenda(line, query);
  const opinions = query.dialects.flatMap((id): Opinion[] => {
    const dialect = dialectById(id);
    const verdict = dialect && verdictOf(lineFor(line.text, dialect), formOf(query.form), dialect);
    return dialect && verdict && isTold(verdict) ? [{ dialect, verdict }] : [];
  });
  const chosen = opinions.find(({ verdict }) => verdict.type === 'entry') ?? opinions[0];
  return chosen && toldBy(chosen, line, query, opinions);
}
