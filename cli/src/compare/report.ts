/** A comparison for people and for programs. THE table of its formats is at the end. */
import {
  alsoText,
  comparisonMarkdown,
  type Facet,
  type FindingChange,
  type HostComparison,
  isoTime,
  type Job,
  type JobChange,
  type SeenPlace,
  type ServiceChange,
  type SettingChange,
  type SheetItem,
  type SheetRow,
  sheetOf,
  type Whereabouts,
} from '../../../core/src/index.js';
import { version } from '../../../package.json';
import type { Colours } from '../colour.js';
import type { CompareOptions } from '../options.js';
import { visible } from '../visible.js';
import { comparisonPage } from './page.js';

export interface Comparison {
  readonly comparisons: readonly HostComparison[];
  /** What the settings of the review say otherwise. */
  readonly settings: readonly SettingChange[];
  readonly title: string;
  /** As the person named them. */
  readonly before: string;
  readonly after: string;
}

/** Red says nothing where there are no colours. */
const alarmed = (text: string, { red }: Colours): string => (red(text) === text ? `${text} (!)` : red(text));

function rowText({ label, before, after, alarm }: SheetRow, widest: number, colours: Colours): string {
  const now = after === undefined ? undefined : alarm ? alarmed(visible(after), colours) : visible(after);
  const lead = `      ${colours.dim(label.padEnd(widest))}  `;
  if (before === undefined) return `${lead}${now ?? ''}\n`;
  const arrow = now === undefined ? '' : `\n${' '.repeat(6 + widest)}  ${colours.dim('→')} ${now}`;
  return `${lead}${colours.dim(visible(before))}${arrow}\n`;
}

function itemText({ mark, title, where, more, rows, note, alarm }: SheetItem, colours: Colours): string {
  const paint = { '+': alarm ? colours.red : colours.yellow, '-': colours.green, '~': colours.blue }[mark];
  const widest = Math.max(0, ...rows.map(({ label }) => label.length));
  const places = where.length === 0 ? '' : `  ${colours.dim(visible(where.join(', ')) + (more === undefined ? '' : ` and ${more} more`))}`;
  const said = note === undefined ? '' : `      ${visible(note)}\n`;
  return `  ${paint(mark)} ${colours.bold(visible(title))}${places}\n${said}${rows.map((row) => rowText(row, widest, colours)).join('')}`;
}

function textComparison({ comparisons, settings, title }: Comparison, colours: Colours): string {
  const { headline, hosts } = sheetOf(comparisons, settings);
  const parts = hosts.flatMap(({ host, sections, also }) => [
    ...(host === '' ? [] : [colours.underline(visible(host)), sections.length === 0 ? '\n\n' : '\n']),
    ...(also.length === 0 ? [] : [`${alsoText(also, visible)}\n`]),
    ...sections.flatMap(({ title: name, items }) => [`${colours.bold(name)}\n`, ...items.map((item) => itemText(item, colours)), '\n']),
  ]);
  return `${parts.join('')}${visible(title)}: ${visible(headline)}\n`;
}

const facetJson = ({ of, name, before, after }: Facet) => ({
  of,
  ...(name !== undefined && { name }),
  before: before ?? null,
  after: after ?? null,
});

/** A link as `check` names it: beside its directory. */
const whereJson = ({ file, line, link }: Whereabouts) => ({ file, line, ...(link !== undefined && { link }) });

const serviceJson = ({ turn, facets, before, after }: ServiceChange) => ({
  name: (after ?? before)?.name ?? '',
  fact: (after ?? before)?.fact ?? null,
  turn,
  level: after?.level ?? null,
  changes: facets.map(facetJson),
  before: before ? before.places.map(placeJson) : [],
  after: after ? after.places.map(placeJson) : [],
});

const placeJson = ({ at, state, user }: SeenPlace) => ({
  ...whereJson(at),
  state,
  user: user ?? null,
});

const jobJson = (job: Job | undefined) =>
  job === undefined
    ? null
    : {
        file: job.file,
        line: job.line,
        on: job.on,
        user: job.user ?? null,
        command: job.command,
        expression: job.agenda.expression,
        words: job.agenda.words,
        zone: job.agenda.zone,
        runs: job.agenda.draws.length > 0 ? [] : job.agenda.runs.map(({ at, offset }) => isoTime(at, offset)),
      };

const changeJson = ({ turn, facets, before, after }: JobChange) => ({
  turn,
  changes: facets.map(facetJson),
  before: jobJson(before),
  after: jobJson(after),
});

const findingJson = ({ finding: { rule, severity, message }, ...where }: FindingChange) => ({
  ...whereJson(where),
  rule,
  severity,
  message,
});

const asideJson = ({ silence: { by, how, reason }, ...change }: HostComparison['putAside'][number]) => ({
  ...findingJson(change),
  by,
  how,
  reason: reason ?? null,
});

const settingJson = ({ file, name, before, after }: SettingChange) => ({ file, name, before: before ?? null, after: after ?? null });

function jsonComparison({ comparisons, settings, before, after }: Comparison): string {
  const hosts = comparisons.map((one) => ({
    name: one.name,
    was: one.was ?? null,
    renamed: one.renamed,
    services: one.services.map(serviceJson),
    jobs: one.jobs.map(changeJson),
    scripts: one.scripts,
    variables: one.settings.map(settingJson),
    findings: {
      appeared: one.appeared.map(findingJson),
      gone: one.solved.map(findingJson),
      putAside: one.putAside.map(asideJson),
    },
  }));
  return `${JSON.stringify({ version, before, after, settings: settings.map(settingJson), hosts }, undefined, 2)}\n`;
}

export const comparisonReporters: Readonly<Record<CompareOptions['format'], (comparison: Comparison, colours: Colours) => string>> = {
  text: textComparison,
  markdown: ({ comparisons, settings, title }) => comparisonMarkdown(sheetOf(comparisons, settings), title),
  json: jsonComparison,
  html: ({ comparisons, settings, title }) => comparisonPage(sheetOf(comparisons, settings), title),
};
