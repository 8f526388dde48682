/** A comparison as Markdown, fit for the comment of a pull request. */
import { alsoText } from './fleet.js';
import type { Sheet, SheetItem, SheetRow, SheetSection } from './sheet-model.js';

/** Text of a file as code: no mark in it means anything, whatever back ticks it holds. */
function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return '–';
  const fence = '`'.repeat(Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  const space = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** Words of ours, which may quote a file: marks mean nothing, and `@daily` calls nobody. */
const words = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .split(/(@\w+|`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? code(part.replace(/^`|`$/g, '')) : part.replace(/[\\`*_[\]<>|~#&]/g, '\\$&')))
    .join('');

/** What stands in a file, rather than being said of it. */
const QUOTED: ReadonlySet<string> = new Set(['command', 'program', 'value', 'file', 'runs as']);

function rowText({ label, before, after, alarm, quoted }: SheetRow): string {
  const shown = (text: string) => (quoted || QUOTED.has(label) ? code(text) : words(text));
  const now = after === undefined ? undefined : alarm ? `**${shown(after)}**` : shown(after);
  if (before === undefined) return `  - ${label}: ${now ?? ''}\n`;
  return `  - ${label}: ${shown(before)}${now === undefined ? '' : ` → ${now}`}\n`;
}

function itemText({ title, where, more, rows, note, alarm, mark }: SheetItem): string {
  const sign = { '+': '**+**', '-': '**−**', '~': '**~**' }[mark];
  const places = where.length === 0 ? '' : `, ${where.map(code).join(', ')}${more === undefined ? '' : ` and ${more} more`}`;
  const said = note === undefined ? '' : `: ${words(note)}`;
  return `- ${sign} ${alarm ? '⚠️ ' : ''}${code(title)}${places}${said}\n${rows.map(rowText).join('')}`;
}

function sectionText({ title, items, quiet }: SheetSection): string {
  const list = items.map(itemText).join('');
  return quiet ? `<details><summary>${title}: ${items.length}</summary>\n\n${list}\n</details>\n` : `**${title}**\n\n${list}`;
}

/** What a comment of GitHub may hold is 65,536 characters; some are left for those who put it there. */
const MOST = 60_000;

const CUT = '\n… and more: the comment would be too long. `daemonlint compare` tells all of it.\n';

/** `title` says what was compared. */
export function comparisonMarkdown({ headline, hosts }: Sheet, title: string): string {
  const parts = hosts.flatMap(({ host, sections, also }) => [
    ...(host === '' ? [] : [`#### ${code(host)}\n`]),
    ...(also.length === 0 ? [] : [`${alsoText(also, code)}\n`]),
    ...sections.map(sectionText),
  ]);
  const whole = [`### ${words(title)}: ${words(headline)}\n`, ...parts].join('\n');
  if (whole.length <= MOST) return whole;
  const end = whole.lastIndexOf('\n- ', MOST);
  const begun = whole.slice(0, end === -1 ? MOST : end + 1);
  const isOpen = begun.lastIndexOf('<details>') > begun.lastIndexOf('</details>');
  return `${begun}${isOpen ? '\n</details>\n' : ''}${CUT}`;
}
