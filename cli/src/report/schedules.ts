/** When entries run: for people, and for programs as schemas/schedule.schema.json describes it. */
import { type Agenda, type Draw, isoTime, type Run, weekMapPage } from '../../../core/src/index.js';
import { version } from '../../../package.json';
import type { Colours } from '../colour.js';
import type { ScheduleOptions } from '../options.js';
import type { TimedEntry, Timetable } from '../timetable.js';
import { visible } from '../visible.js';

const timeOf = ({ at, offset }: Run): string => isoTime(at, offset);

/** `0 to 5, 10`: ascending values, three and more in a row as a range. */
function ranged(values: readonly number[]): string {
  const parts: string[] = [];
  for (let from = 0; from < values.length; ) {
    let to = from;
    while (values[to + 1] === (values[to] ?? 0) + 1) to++;
    if (to - from >= 2) parts.push(`${values[from]} to ${values[to]}`);
    else parts.push(...values.slice(from, to + 1).map(String));
    from = to + 1;
  }
  return parts.join(', ');
}

const FIELDS: Readonly<Record<string, string>> = { dayOfMonth: 'day of the month', dayOfWeek: 'day of the week' };

const drawText = ({ field, values, several }: Draw): string =>
  `${FIELDS[field] ?? field}: ${several ? 'some' : 'one'} of ${ranged(values)}`;

/** Runs with what the clocks skip between them, each on a line. */
function runLines({ runs, missed }: Agenda, colours: Colours): string[] {
  const lines: string[] = [];
  for (const [index, run] of runs.entries()) {
    for (const { before, wall, note } of missed) if (before === index) lines.push(colours.yellow(`${wall} ${note}`));
    lines.push(`${timeOf(run)}${run.note === undefined ? '' : `  ${colours.yellow(run.note)}`}`);
  }
  return lines;
}

function timeLines(agenda: Agenda, colours: Colours): string[] {
  const { type, draws, knownZone, zone, runs } = agenda;
  if (!knownZone) return [colours.yellow(`CRON_TZ names “${visible(zone)}”, which is no time zone: no times can be told`)];
  if (draws.length > 0) {
    const [first] = runs;
    const drawn = draws.map(drawText);
    return [...drawn, ...(first ? [`not before ${timeOf(first)}`] : [])];
  }
  if (type === 'times' && runs.length === 0) return ['no run comes in the years ahead'];
  return runLines(agenda, colours);
}

/** One line for each other reading, with all who have it. */
function dissentLines({ dissent }: Agenda): string[] {
  const by = new Map<string, { readonly titles: string[]; readonly refused: boolean }>();
  for (const { title, words, refused } of dissent) {
    const group = by.get(words) ?? { titles: [], refused };
    group.titles.push(title);
    by.set(words, group);
  }
  return [...by].map(([words, { titles, refused }]) => {
    const who = titles.join(', ').replace(/, ([^,]*)$/, ' and $1');
    const [refuse, read] = titles.length === 1 ? ['refuses', 'reads'] : ['refuse', 'read'];
    return `${who} ${refused ? `${refuse} it` : `${read} it otherwise`}: ${visible(words)}`;
  });
}

function entryText({ line, told: agenda }: TimedEntry, { path, bare }: Timetable, colours: Colours): string {
  const { expression, user, command = '', words, title, zone, refused } = agenda;
  if (refused !== undefined) return '';
  const where = path === undefined ? '' : `${path}:${line}: `;
  const what = [expression, ...(user === undefined ? [] : [user]), ...(bare ? [] : [command.trim()])].join(' ').trimEnd();
  const told = `${words} (${title}${agenda.type === 'times' ? `, ${visible(zone)}` : ''})`;
  const lines = [told, ...timeLines(agenda, colours), ...dissentLines(agenda).map(colours.dim)];
  return `${colours.bold(visible(`${where}${what}`))}\n${lines.map((text) => `  ${text}\n`).join('')}`;
}

function textSchedules(timetable: Timetable, colours: Colours): string {
  const texts = timetable.entries.map((entry) => entryText(entry, timetable, colours)).filter((text) => text !== '');
  if (timetable.entries.length === 0) return 'no entries\n';
  return texts.join('\n');
}

function entryJson({ line, agenda }: TimedEntry, bare: boolean) {
  const { expression, user, command, dialect, words, type, zone, draws, runs, missed, refused, dissent } = agenda;
  const [first] = runs;
  const drawn = draws.length > 0;
  return {
    line,
    expression,
    user: user ?? null,
    command: bare ? null : (command ?? null),
    dialect,
    refused: refused ?? null,
    words: refused === undefined ? words : null,
    type: refused === undefined ? type : null,
    zone,
    random: drawn,
    draws,
    earliest: drawn && first ? timeOf(first) : null,
    runs: drawn ? [] : runs.map((run) => ({ time: timeOf(run), ...(run.note !== undefined && { note: run.note }) })),
    missed: missed.map(({ wall, note }) => ({ wall, note })),
    dissent: dissent.map((other) => ({ dialect: other.dialect, words: other.words, refused: other.refused })),
  };
}

function jsonSchedules({ path, bare, zone, from, entries }: Timetable): string {
  const value = { version, path: path ?? null, zone, from: isoTime(from, 0), entries: entries.map((entry) => entryJson(entry, bare)) };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** The week as a page, which holds all that it needs. */
function htmlSchedules({ path, entries, bare, week }: Timetable): string {
  const expression = entries[0]?.agenda.expression ?? '';
  const map = week();
  if (map === undefined || (path === undefined && map.jobs.length === 0)) return '';
  const jobs = bare ? map.jobs.map((job) => ({ ...job, label: expression })) : map.jobs;
  return weekMapPage({ map: { ...map, jobs }, title: path ?? expression });
}

/** THE table of formats. */
export const scheduleReporters: Readonly<Record<ScheduleOptions['format'], (timetable: Timetable, colours: Colours) => string>> = {
  text: textSchedules,
  json: jsonSchedules,
  html: htmlSchedules,
};
