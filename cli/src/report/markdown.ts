/** The report as a comment on a pull request or a summary of a CI job: the worst first, and never longer than the host takes. */
import { codeSpan, type Finding, rules, type Severity, severities } from '../../../core/src/index.js';
import type { Accepted } from '../../../workspace/src/index.js';
import type { Reviewed } from '../review.js';
import { visible } from '../visible.js';
import { fixHere } from './command.js';
import { suppressionOf } from './report.js';
import { summaryText } from './text.js';
import type { Ending, Setting, Writer } from './writer.js';

/** GitHub takes 65,536 characters, GitLab more; room is left for what a bot writes around it. */
const COMMENT = 60_000;

/** `text` as a code span in a cell of a table, whatever it holds. */
export const code = (text: string): string => codeSpan(visible(text).replaceAll('\t', ' ').replaceAll('|', '\\|'));

/** Words in a cell of a table: no mark-up takes effect, nobody is called by an `@`, and no issue is named by a `#`. Code spans stay. */
export const words = (text: string): string =>
  visible(text)
    .split(/(`[^`]+`)/)
    .map((part, index) =>
      index % 2 === 1
        ? code(part.slice(1, -1))
        : part
            .replace(/[\\*_[\]<>|~`&]/g, (character) => (character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`))
            .replace(/[@#](?=\w)/g, '$&<!-- -->')
            .replace(/:\/\//g, ':<!-- -->//'),
    )
    .join('');

function rowOf({ locate, address, web, rulePageAt }: Setting, file: Reviewed, finding: Finding): string {
  const located = locate(file, finding);
  if (located === undefined) return '';
  const { rule, severity, message, fixes } = finding;
  const name = address(located);
  const line = located.link === undefined ? located.start.line : undefined;
  const place = code(line === undefined ? name : `${name}:${line}`);
  const link = web(name, line);
  const page = rulePageAt(rule);
  const [fix] = fixes.map((one) => fixHere(one, located));
  const aside = suppressionOf(file, finding);
  const help = fix === undefined ? '' : `<br>Fix: ${fix.copy === undefined ? words(fix.title) : code(fix.copy)}`;
  const cells = [
    aside === undefined ? severity : `${severity}, ${words(aside.justification)}`,
    link === undefined ? place : `[${place}](${link})`,
    `${words(message)} (${page === undefined ? code(rule) : `[${code(rule)}](${page})`})${help}`,
  ];
  return `| ${cells.join(' | ')} |\n`;
}

/** What the rules of the findings are about, to be unfolded. */
function rulesText(found: ReadonlySet<string>): string {
  const lines = rules
    .filter(({ id }) => found.has(id))
    .map(({ id, docs }) => `- ${code(id)}: ${words(docs.summary)} ${words(docs.remedy)}\n`);
  return lines.length === 0 ? '' : `\n<details><summary>The rules behind it</summary>\n\n${lines.join('')}\n</details>\n`;
}

/** What a baseline accepts in vain; where much is, the first of it. */
function goneText(gone: readonly Accepted[]): string {
  const lines = gone.slice(0, 20).map(({ path, rule }) => `- ${code(path)}: ${code(rule)}\n`);
  return lines.length === 0 ? '' : `\nGone, and still in the baseline (${gone.length}):\n\n${lines.join('')}`;
}

function pageOf(
  rows: ReadonlyMap<Severity | 'aside', readonly string[]>,
  found: ReadonlySet<string>,
  { summary, problems, gone }: Ending,
  limit: number,
): string {
  const head = `### daemonlint: ${summaryText(summary)}\n`;
  const troubles = problems.map(({ path, message, place }) => `- ${code(place ? `${path}:${place.line + 1}` : path)}: ${words(message)}\n`);
  const trouble = troubles.length === 0 ? '' : `\nCould not be reviewed:\n\n${troubles.slice(0, 20).join('')}`;
  const tail = goneText(gone) + rulesText(found);
  let room = limit - head.length - trouble.length - tail.length - 200;
  const all = [...severities, 'aside' as const].flatMap((group) => rows.get(group) ?? []);
  const shown: string[] = [];
  for (const row of all) {
    if (row.length > room) break;
    room -= row.length;
    shown.push(row);
  }
  const left = summary.findings + summary.accepted - shown.length;
  const table = shown.length === 0 ? '' : `\n| | where | what |\n| --- | --- | --- |\n${shown.join('')}`;
  const more = left > 0 ? `\nThere is no room for ${left} more; \`daemonlint check\` tells them.\n` : '';
  return head + trouble + table + more + tail;
}

/** A page of at most `limit` characters. Rows beyond it are not kept. */
export function markdownPage(setting: Setting, limit: number): Writer {
  const rows = new Map<Severity | 'aside', string[]>();
  const sizes = new Map<Severity | 'aside', number>();
  const found = new Set<string>();
  const add = (group: Severity | 'aside', row: () => string): void => {
    const size = sizes.get(group) ?? 0;
    if (size > limit) return;
    const text = row();
    sizes.set(group, size + text.length);
    const list = rows.get(group);
    if (list) list.push(text);
    else rows.set(group, [text]);
  };
  return {
    file(file) {
      for (const finding of file.reading.findings) {
        found.add(finding.rule);
        add(suppressionOf(file, finding) ? 'aside' : finding.severity, () => rowOf(setting, file, finding));
      }
      return '';
    },
    end: (ending) => pageOf(rows, found, ending, limit),
  };
}

export const markdown = (setting: Setting): Writer => markdownPage(setting, COMMENT);
