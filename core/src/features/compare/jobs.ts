/** The jobs of files, and what became of them. */

import type { Line } from '../../model/line.js';
import { applyEdits } from '../../text/edit.js';
import { lineStarts, placeOf } from '../../text/lines.js';
import { bareName } from '../../text/template.js';
import { maskedAgenda } from '../masks.js';
import { readAlone } from './alone.js';
import { byName } from './by-name.js';
import type { ComparedFile, ComparedRuns, Facet, Job, JobChange, Pair, Sayings, SettingChange } from './model.js';
import { commandOf } from './pairing.js';
import { settingsAt } from './settings.js';

/** The crontab of a person is known by the folder that it lies in, and bears the person's name. */
const OWNED = /(?:^|\/)(?:crontabs|tabs|cron)\/([^/]+)$/;

/** The line as it reads without the marks that comment it out. */
const unmarked = ({ text, marks = [] }: Line): string =>
  applyEdits(
    text,
    marks.map((span) => ({ span, text: '' })),
  );

/** What may be a job without its comment marks, though nothing in it says so. */
const COMMENT = /^[ \t]*#[# \t]*((?:[\d*]|@[a-z])[\s\S]*)$/;

/** All jobs of a file, those that are commented out as well, and those whose times a template fills in; what no daemon takes is none. */
export function* jobsIn({ path, reading }: ComparedFile, runs: ComparedRuns): Iterable<Job> {
  const { document, read, choice, context } = reading;
  const owner = choice.form === 'user' ? OWNED.exec(bareName(path))?.[1] : undefined;
  let starts: readonly number[] | undefined;
  let variables: Sayings = new Map();
  for (const [index, line] of document.lines.entries()) {
    if (line.type === 'setting') variables = new Map([...variables, ...settingsAt(reading, index)]);
    if (line.type !== 'entry' && line.type !== 'commented' && line.type !== 'comment') continue;
    const query = { form: choice.form, dialects: choice.dialects, zone: context.zone, ...runs };
    const uncommented = line.type === 'commented' ? unmarked(line) : COMMENT.exec(line.text)?.[1];
    const [own, at] = uncommented === undefined ? [read, index] : [readAlone(reading, index, uncommented), 0];
    const agenda = own.agenda(at, query);
    if (agenda === undefined || agenda.refused !== undefined) continue;
    const told = maskedAgenda(own, at, agenda);
    const user = told.user ?? owner;
    yield {
      file: path,
      line: placeOf((starts ??= lineStarts(document.text)), document.starts[index] ?? 0).line + 1,
      on: uncommented === undefined,
      ...(uncommented !== undefined && line.type === 'comment' && { isComment: true }),
      ...(user !== undefined && { user }),
      command: (told.command ?? '').trim(),
      agenda,
      variables,
    };
  }
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

/** The schedule tells of it. */
const ZONE = 'CRON_TZ';

/** Variables that a job runs with otherwise, but for those that are told of its file. */
function variableFacets(before: Job, after: Job, told: readonly SettingChange[]): readonly Facet[] {
  return byName(before.variables, after.variables).flatMap(({ name, before: was, after: is }): readonly Facet[] => {
    if (was?.written === is?.written || name === ZONE) return [];
    const isTold = told.some((one) => one.file === after.file && one.name === name && one.before === was?.told && one.after === is?.told);
    return isTold ? [] : [{ of: 'setting', name, ...(was && { before: was.told }), ...(is && { after: is.told }) }];
  });
}

/** What became of a pair; undefined where nothing that matters did. `told`: what files set otherwise. */
export function jobChange({ before, after }: Pair<Job>, told: readonly SettingChange[]): JobChange | undefined {
  const sides = { ...(before && { before }), ...(after && { after }) };
  if (before?.on && after?.on) {
    const facets = [...facetsOf(before, after), ...variableFacets(before, after, told)];
    return facets.length === 0 ? undefined : { turn: 'changed', facets, ...sides };
  }
  if (after?.on) return { turn: 'on', facets: before ? facetsOf(before, after) : [], ...sides };
  return before?.on ? { turn: 'off', facets: [], ...sides } : undefined;
}
