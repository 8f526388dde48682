/** A comparison as Markdown, fit for the comment of a pull request. */
import { code, words } from '../../text/markdown.js';
import { alsoText } from './fleet.js';
import type { Sheet, SheetItem, SheetRow, SheetSection } from './sheet-model.js';

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
