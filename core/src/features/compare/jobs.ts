/** The jobs of files, and which of one side is which of the other. */

import type { Line } from '../../model/line.js';
import { applyEdits } from '../../text/edit.js';
import { lineStarts, placeOf } from '../../text/lines.js';
import { maskedAgenda } from '../masks.js';
import { readAlone } from './alone.js';
import type { ComparedFile, ComparedRuns, Facet, Job, JobChange, Pair } from './model.js';

/** The crontab of a person is known by the folder that it lies in, and bears the person's name. */
const OWNED = /(?:^|\/)(?:crontabs|tabs|cron)\/([^/]+)$/;

/** The line as it reads without the marks that comment it out. */
const unmarked = ({ text, marks = [] }: Line): string =>
  applyEdits(
    text,
    marks.map((span) => ({ span, text: '' })),
  );

/** All jobs of a file, those that are commented out as well, and those whose times a template fills in; what no daemon takes is none. */
export function* jobsIn({ path, reading }: ComparedFile, runs: ComparedRuns): Iterable<Job> {
  const { document, read, choice, context } = reading;
  const owner = choice.form === 'user' ? OWNED.exec(path)?.[1] : undefined;
  let starts: readonly number[] | undefined;
  for (const [index, line] of document.lines.entries()) {
    if (line.type !== 'entry' && line.type !== 'commented' && line.type !== 'comment') continue;
    const query = { form: choice.form, dialects: choice.dialects, zone: context.zone, ...runs };
    const [own, at] = line.type === 'commented' ? [readAlone(reading, index, unmarked(line)), 0] : [read, index];
    const agenda = own.agenda(at, query);
    if (agenda === undefined || agenda.refused !== undefined) continue;
    const told = maskedAgenda(own, at, agenda);
    const user = told.user ?? owner;
    yield {
      file: path,
      line: placeOf((starts ??= lineStarts(document.text)), document.starts[index] ?? 0).line + 1,
      on: line.type !== 'commented',
      ...(user !== undefined && { user }),
      command: (told.command ?? '').trim(),
      agenda,
    };
  }
}

/** When a job runs, in words. */
const scheduleOf = ({ agenda }: Job): string => `${agenda.words}\0${agenda.zone}`;

/** As it is written: what a mask hides tells commands apart. */
const commandOf = ({ agenda }: Job): string => (agenda.command ?? '').trim();

/** The program that a command begins with, whatever folder it lies in. */
const programOf = (job: Job): string => {
  const first =
    commandOf(job)
      .split(/\s+/)
      .find((word) => !/^[A-Za-z_]\w*=/.test(word)) ?? '';
  return first.slice(first.lastIndexOf('/') + 1);
};

type Key = (job: Job) => readonly (string | boolean | undefined)[];

/** By what a job is known again, from the surest to the weakest. */
const KEYS: readonly Key[] = [
  (job) => [job.file, job.user, commandOf(job), scheduleOf(job), job.on],
  (job) => [job.user, commandOf(job), scheduleOf(job), job.on],
  (job) => [job.file, job.user, commandOf(job)],
  (job) => [job.user, commandOf(job)],
  (job) => [job.file, commandOf(job)],
  (job) => [commandOf(job)],
  (job) => [job.file, job.user, programOf(job), scheduleOf(job)],
  (job) => [job.file, job.user, programOf(job)],
];

/** Jobs of both sides in pairs; each is in one, and those that nothing matches stand alone. */
export function pairsOf(before: readonly Job[], after: readonly Job[]): Pair<Job>[] {
  const pairs: Pair<Job>[] = [];
  let old = [...before];
  let now = [...after];
  for (const key of KEYS) {
    const known = new Map<string, Job[]>();
    for (const job of old) known.set(key(job).join('\0'), [...(known.get(key(job).join('\0')) ?? []), job]);
    const paired = new Set<Job>();
    now = now.filter((job) => {
      const partner = known.get(key(job).join('\0'))?.shift();
      if (partner === undefined) return true;
      paired.add(partner);
      pairs.push({ before: partner, after: job });
      return false;
    });
    old = old.filter((job) => !paired.has(job));
  }
  return [...pairs, ...old.map((job) => ({ before: job })), ...now.map((job) => ({ after: job }))];
}

const facet = (of: Facet['of'], before: string, after: string): readonly Facet[] => (before === after ? [] : [{ of, before, after }]);

function facetsOf(before: Job, after: Job): readonly Facet[] {
  const zones = before.agenda.zone !== after.agenda.zone;
  const words = ({ agenda }: Job) => (zones ? `${agenda.words}, ${agenda.zone}` : agenda.words);
  return [
    ...facet('schedule', words(before), words(after)),
    ...facet('user', before.user ?? '', after.user ?? ''),
    ...(commandOf(before) === commandOf(after) ? [] : [{ of: 'command' as const, before: before.command, after: after.command }]),
    ...facet('file', before.file, after.file),
  ];
}

/** What became of a pair; undefined where nothing that matters did. */
export function jobChange({ before, after }: Pair<Job>): JobChange | undefined {
  const sides = { ...(before && { before }), ...(after && { after }) };
  if (before?.on && after?.on) {
    const facets = facetsOf(before, after);
    return facets.length === 0 ? undefined : { turn: 'changed', facets, ...sides };
  }
  if (after?.on) return { turn: 'on', facets: before ? facetsOf(before, after) : [], ...sides };
  return before?.on ? { turn: 'off', facets: [], ...sides } : undefined;
}
