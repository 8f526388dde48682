/** A backslash at the end of a line: it joins no lines, or joins an entry to what stands above. */
import type { Document } from '../../../model/document.js';
import type { Fix, Related } from '../../../model/finding.js';
import type { Report, Rule } from '../../../model/rule.js';
import { physicalEnd, withoutLineEnd } from '../../../text/lines.js';
import { type Span, shift } from '../../../text/span.js';
import { isTemplated } from '../../../text/template.js';
import { dialectsNamed, joinsLines } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import { readEntry } from '../reading/entry.js';
import { ANACRONTAB, indentOf, shapeOf } from '../reading/shape.js';
import { listed } from '../schedule/lists.js';

/** An odd number of backslashes: of an even one each but the last stands before another. */
const LAST = /(?<!\\)(?:\\\\)*\\$/;

/** Asked of every text at every keystroke, and answered sooner than by an expression. */
const mayGoOn = (text: string): boolean => text.includes('\\\n') || text.includes('\\\r\n') || text.endsWith('\\');

/** True where the last backslash of `line` stands in what cron or the shell would have to make sense of. */
function endsOpen({ type, tokens, text }: CrontabLine): boolean {
  if (type === 'comment' || type === 'commented' || type === 'blank' || isTemplated(text)) return false;
  // Behind a `%` stands what the command reads: there it is a character like others.
  return LAST.test(withoutLineEnd(text)) && tokens.at(-1)?.role !== 'input';
}

/** The edits that join the lines behind `index` to it, as far as each ends in a backslash itself; undefined where one of them is a line in its own right. */
function joinFrom({ lines, starts }: Document<CrontabLine>, index: number): Fix['edits'] | undefined {
  const edits: { span: { start: number; end: number }; text: string }[] = [];
  for (let at = index; ; at++) {
    const [line, next] = [lines[at], lines[at + 1]];
    if (line === undefined || next === undefined || next.type !== 'broken') return undefined;
    const body = withoutLineEnd(line.text).length;
    const start = (starts[at] ?? 0) + body - 1;
    const isApart = /[ \t]\\$/.test(line.text.slice(0, body));
    const indent = /^[ \t]*/.exec(next.text)?.[0].length ?? 0;
    edits.push({ span: { start, end: (starts[at + 1] ?? 0) + indent }, text: indent > 0 && !isApart ? ' ' : '' });
    if (!LAST.test(withoutLineEnd(next.text))) return edits;
  }
}

/** The first entry that `dialects` join to what stands before it in `text`, though it would be one by itself. */
function swallowedIn(text: string, ids: readonly string[]): Span | undefined {
  const dialects = dialectsNamed(ids);
  for (let start = physicalEnd(text, 0); start < text.length; ) {
    const end = physicalEnd(text, start);
    const line = withoutLineEnd(text.slice(start, end));
    const shape = shapeOf(line, indentOf(line), 'user');
    if (shape.command && dialects.every((dialect) => readEntry(shape, dialect).refused === undefined))
      return { start, end: start + line.length };
    start = end;
  }
  return undefined;
}

/** Takes the backslash at `span` of `text` away, and the blanks before it. */
function withoutBackslash(text: string, { start, end }: Span): Fix {
  let from = start;
  while (from > 0 && /[ \t]/.test(text[from - 1] ?? '')) from--;
  return { title: 'Delete the backslash', edits: [{ span: { start: from, end }, text: '' }], safe: false };
}

/** What a line is to the one that is joined to it, where that is no entry. */
const TITLES: Readonly<Record<string, string>> = { comment: 'comment', commented: 'comment', setting: 'assignment' };

function* swallowed(document: Document<CrontabLine>, ids: readonly string[]): Iterable<Report> {
  const { lines, starts } = document;
  for (const [index, { type, text, shape }] of lines.entries()) {
    const entry = text.includes('\\\n') ? swallowedIn(text, ids) : undefined;
    // Times may stand on several lines.
    const isOwn = type === 'entry' && (shape?.command?.span.start ?? 0) > (entry?.start ?? 0);
    if (entry === undefined || isOwn) continue;
    const start = starts[index] ?? 0;
    const at = { start: start + entry.start - 2, end: start + entry.start - 1 };
    yield {
      at: { span: at },
      message: `${listed(dialectsNamed(ids).map(({ title }) => title))} joins the next line to this ${TITLES[type] ?? 'entry'}: the entry there is a part of it, and never runs. Delete the backslash.`,
      related: [{ span: shift(entry, start), message: 'This entry never runs' }],
      fixes: [withoutBackslash(document.text, at)],
    };
  }
}

/** True where the backslash is the whole command: without it the entry would have none, which costs more. */
const isAll = ({ shape }: CrontabLine): boolean => shape?.command?.text.trim() === '\\';

/** The fixes of the backslash at `span`, the last character of the line at `index`. */
function openFixes(document: Document<CrontabLine>, index: number, span: Span): readonly Fix[] {
  const edits = joinFrom(document, index);
  if (edits) return [{ title: 'Join the lines', edits, safe: false }];
  const line = document.lines[index];
  return line === undefined || isAll(line) ? [] : [withoutBackslash(document.text, span)];
}

/** Lines that end in a backslash for nothing. */
function* open(document: Document<CrontabLine>): Iterable<Report> {
  for (let index = 0; index < document.lines.length; index++) {
    const line = document.lines[index];
    if (line === undefined || !endsOpen(line)) continue;
    // Of lines that go on and on the first is told.
    if (index > 0 && line.type === 'broken' && LAST.test(withoutLineEnd(document.lines[index - 1]?.text ?? ''))) continue;
    const end = (document.starts[index] ?? 0) + withoutLineEnd(line.text).length;
    const next = document.lines[index + 1];
    const start = document.starts[index + 1] ?? end;
    const related: Related[] = next
      ? [{ span: { start, end: start + withoutLineEnd(next.text).length }, message: 'This line is read by itself' }]
      : [];
    yield {
      at: { span: { start: end - 1, end } },
      message: `Cron joins no lines: the ${line.type === 'setting' ? 'value' : 'command'} ends in this backslash${next ? ', and the next line is read by itself' : ''}. Write all of it on one line, or put it in a script.`,
      related,
      fixes: openFixes(document, index, { start: end - 1, end }),
    };
  }
}

export const continuation: Rule<CrontabLine> = {
  id: 'crontab/continuation',
  severity: 'warning',
  docs: {
    summary: 'A line ends in a backslash, as if the next one went on with it.',
    why: "Cron joins no lines: the command ends there, and the next line is read as an entry of its own. Mostly it is none; Debian's cron then ignores the whole file. BusyBox's crond alone joins them, also where an entry follows: it becomes a part of the comment or command above, and never runs.",
    remedy: 'Write the whole command on one line, or put it in a script. Let no comment end in a backslash.',
    bad: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup \\\n  --all\n' },
      { path: '/var/spool/cron/crontabs/ann', text: 'PATH=/usr/bin:\\\n/bin\n0 3 * * * backup\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup \\\n0 4 * * * root /usr/local/sbin/sweep\n' },
      { path: '/etc/crontabs/root', text: '# nightly \\\n0 3 * * * /usr/local/sbin/backup\n' },
    ],
    good: [
      { path: '/etc/crontabs/root', text: '0 3 * * * /usr/local/sbin/backup \\\n  --all\n#0 4 * * * /usr/local/sbin/sweep \\\n  --all\n' },
      { path: '/etc/cron.d/backup', text: '# 0 3 * * * root /usr/local/sbin/backup \\\n#   --all\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 3 * * * /home/ann/bin/report%one line\\\n' },
    ],
    nearMiss: {
      path: '/etc/cron.d/backup',
      text: '0 3 * * * root /usr/local/sbin/backup \\\\\n0 4 * * * root /usr/local/sbin/sweep\n',
    },
    references: [{ title: 'What each cron makes of it: docs/dialects.md' }],
  },
  *checkDocument(document, { dialects, form }) {
    if (form === ANACRONTAB || !mayGoOn(document.text)) return;
    yield* joinsLines(dialects) ? swallowed(document, dialects) : open(document);
  },
};
