/** Annotations for GitHub Actions: a step may make ten, so the worst get them; all findings go into the summary of the job. */
import { type Finding, type Severity, severities } from '../../../core/src/index.js';
import type { Problem } from '../../../workspace/src/index.js';
import type { Reviewed } from '../review.js';
import { visible } from '../visible.js';
import { markdownPage } from './markdown.js';
import { countedIn } from './report.js';
import type { Format, Setting } from './writer.js';

const ANNOTATIONS = 10;

/** GitHub takes 1 MiB for a step. */
const SUMMARY = 900_000;

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string | number): string => data(String(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A workflow command. */
const command = (name: string, properties: Readonly<Record<string, string | number>>, message: string): string =>
  `::${name} ${Object.entries(properties)
    .map(([key, value]) => `${key}=${property(value)}`)
    .join(',')}::${data(message)}\n`;

/** Two ways to tell a finding: as an annotation, and as a line of the log, which must not be taken for a command. */
interface Told {
  readonly annotation: string;
  readonly line: string;
}

function toldOf({ locate, address }: Setting, file: Reviewed, finding: Finding): Told | undefined {
  const located = locate(file, finding);
  if (located === undefined) return undefined;
  const { rule, severity, message } = finding;
  const { link, start, end } = located;
  const name = address(located);
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  const place = link === undefined ? { line: start.line, endLine: end.line, ...columns } : { line: 1 };
  const spot = link === undefined ? `:${start.line}:${start.column}` : '';
  return {
    annotation: command(COMMANDS[severity], { file: name, ...place, title: `daemonlint: ${rule}` }, message),
    line: `- ${visible(name)}${spot}: ${severity}: ${visible(message)} [${rule}]\n`,
  };
}

const problemLine = ({ path, message, place }: Problem): string =>
  command(
    'error',
    { file: path, ...(place && { line: place.line + 1, col: place.column + 1 }), title: 'daemonlint: could not be reviewed' },
    `${path} ${message}`,
  );

export const github: Format = (setting) => {
  const page = markdownPage(setting, SUMMARY);
  const told = new Map<Severity, Told[]>(severities.map((severity) => [severity, []]));
  let summary: string | undefined;
  return {
    file(file) {
      for (const finding of countedIn(file)) {
        const one = toldOf(setting, file, finding);
        if (one) told.get(finding.severity)?.push(one);
      }
      return page.file(file);
    },
    end(ending) {
      summary = page.end(ending);
      const troubles = ending.problems.slice(0, ANNOTATIONS).map(problemLine);
      const all = [...told.values()].flat();
      const room = ANNOTATIONS - troubles.length;
      const rest = all.slice(room);
      const more = rest.length > 0 ? `${rest.length} more, without an annotation:\n` : '';
      return [...troubles, ...all.slice(0, room).map(({ annotation }) => annotation), more, ...rest.map(({ line }) => line)].join('');
    },
    summary: () => summary,
  };
};
