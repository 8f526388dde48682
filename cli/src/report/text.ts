/** The report for people. */
import { type Finding, type Severity, severities } from '../../../core/src/index.js';
import { type Accepted, join } from '../../../workspace/src/index.js';
import type { Colours } from '../colour.js';
import type { Reviewed } from '../review.js';
import { visible } from '../visible.js';
import { fixHere } from './command.js';
import { excerptIn } from './excerpt.js';
import type { Locate, Located, Summary } from './report.js';
import type { Format } from './writer.js';

/** Widest excerpt of a line where no terminal tells its width. */
const WIDTH = 120;

const styles = (colours: Colours): Readonly<Record<Severity, (text: string) => string>> => ({
  error: colours.red,
  warning: colours.yellow,
  info: colours.blue,
  hint: colours.dim,
});

/** A link has no lines: those of its directory's listing are nowhere to be seen. Its beginning stands for it, since problem matchers pass over what has no place. */
const address = ({ path, link, start }: Located): string =>
  link === undefined ? `${visible(path)}:${start.line}:${start.column}` : `${visible(join(path, link))}:1:1`;

/** What to do, in a line: the command for the host, or the change of the file. */
function helpOf({ fixes: [first] }: Finding, located: Located): string | undefined {
  const fix = first && fixHere(first, located);
  return fix && visible(fix.copy ?? `${fix.title}${fix.safe ? ' (--fix does it)' : ''}`);
}

function findingText(file: Reviewed, finding: Finding, locate: Locate, colours: Colours, width: number): string {
  const located = locate(file, finding);
  if (located === undefined) return '';
  const { rule, severity, message, related, span } = finding;
  if (file.accepted.has(finding)) return `${colours.dim(`${address(located)}: accepted: ${visible(message)} [${rule}]`)}\n\n`;
  const paint = styles(colours)[severity];
  const gutter = located.link === undefined ? String(located.start.line) : '';
  const blank = ' '.repeat(gutter.length);
  const { line, carets } = excerptIn(file.reading, span.start - located.start.column + 1, span, Math.max(40, width - gutter.length - 4));
  const help = helpOf(finding, located);
  const notes = related.flatMap((one) => {
    const there = locate(file, one);
    return there ? [`${blank} ${colours.dim('=')} ${address(there)}: ${visible(one.message)}`] : [];
  });
  return [
    `${colours.bold(address(located))}: ${paint(severity)}: ${visible(message)} ${colours.dim(`[${rule}]`)}`,
    `${colours.dim(`${gutter} |`)} ${line}`,
    `${colours.dim(`${blank} |`)} ${paint(carets)}`,
    ...notes,
    ...(help === undefined ? [] : [`${blank} ${colours.dim('=')} help: ${help}`]),
    '',
    '',
  ].join('\n');
}

export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 || what === 'info' ? '' : 's'}`;

/** `3 findings (1 error, 2 warnings) in 4 files` */
export function summaryText(summary: Summary): string {
  const parts = severities.filter((severity) => summary[severity] > 0).map((severity) => counted(summary[severity], severity));
  const found = summary.findings === 0 ? 'no findings' : `${counted(summary.findings, 'finding')} (${parts.join(', ')})`;
  const accepted = summary.accepted === 0 ? '' : `; ${summary.accepted} more in the baseline`;
  return `${found} in ${counted(summary.files, 'file')}${accepted}`;
}

const HINT = '`daemonlint explain NAME` tells more of a rule, a daemon or a service\n';

const goneText = ({ path, rule, subject }: Accepted): string =>
  `${visible(path)}: gone, and still in the baseline: ${rule}${subject === undefined ? '' : ` (${subject})`}\n`;

export const text: Format = ({ style: { colours, columns = WIDTH, isTerminal }, locate }) => {
  let told = false;
  return {
    file(file) {
      told ||= file.reading.findings.length > 0;
      return file.reading.findings.map((finding) => findingText(file, finding, locate, colours, columns)).join('');
    },
    end({ summary, gone }) {
      const again = gone.length === 0 ? '' : '`daemonlint baseline` writes it anew\n\n';
      const hint = isTerminal && told ? colours.dim(HINT) : '';
      return `${gone.map(goneText).map(colours.dim).join('')}${again}${summaryText(summary)}\n${hint}`;
    },
  };
};
