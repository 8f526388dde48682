/** A value that BusyBox's crond takes otherwise than it is written: with its quotes, or not to its end. */

import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { withoutLineEnd } from '../../../text/lines.js';
import { isTemplated } from '../../../text/template.js';
import type { Word } from '../../../text/words.js';
import { dialectsNamed } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import { listed } from '../schedule/lists.js';
import { isPassedOver } from '../verdicts/differ.js';

/** What is meant, and what it is taken for. */
interface Literal {
  /** From the equals sign to the end of what belongs to the value. */
  readonly written: Word;
  readonly meant: string;
  readonly taken: Word;
}

/** Behind the equals sign: what is quoted, or all up to a comment. */
const VALUE = /(?:"([^"]*)"|'([^']*)'|[^#]*?)(?=[ \t\r]*(?:#|$))/y;

function literalIn({ assignment, text }: CrontabLine): Literal | undefined {
  // Lines that are joined are no slip of this sort.
  if (assignment === undefined || text.trimEnd().includes('\n')) return undefined;
  const start = assignment.equals + 1;
  VALUE.lastIndex = start;
  const body = withoutLineEnd(text);
  const [written = '', double, single] = VALUE.exec(body) ?? [];
  const meant = double ?? single ?? written;
  const taken = assignment.value;
  if (meant === taken.text) return undefined;
  return { written: { text: written, span: { start, end: start + written.length } }, meant, taken };
}

function consequence(name: string, { meant, taken }: Literal): string {
  if (name === 'SHELL')
    return /["']/.test(taken.text)
      ? `${taken.text} is no program, and none of the jobs below runs`
      : `the jobs below are given to ${taken.text}, and the rest of the line is dropped`;
  return `the output of the jobs below is mailed to ${taken.text}${meant === '' ? ', and not dropped' : ''}`;
}

/** Words that can be told apart without blanks. */
const ADDRESSES = /^[\w.+@%-]+(?:[ \t]*,[ \t]*|[ \t]+)[\w.+@%-]+(?:(?:[ \t]*,[ \t]*|[ \t]+)[\w.+@%-]+)*$/;

function fixes(name: string, { written, meant }: Literal): Fix[] {
  if (written.text !== meant && /^[^\s#"']*$/.test(meant))
    return [{ title: 'Remove the quotes', edits: [{ span: written.span, text: meant }], safe: true }];
  if (name !== 'MAILTO' || !ADDRESSES.test(meant)) return [];
  const joined = meant.replace(/[ \t]*,[ \t]*|[ \t]+/g, ',');
  return [{ title: `Write ${joined}`, edits: [{ span: written.span, text: joined }], safe: false }];
}

export const literalAssignment: Rule<CrontabLine> = {
  id: 'crontab/literal-assignment',
  severity: 'warning',
  docs: {
    summary: "A value in quotes, or with blanks, that BusyBox's crond takes otherwise.",
    why: 'BusyBox\'s crond takes no quotes off: `MAILTO=""` mails all output to an address of two quotes, and with `SHELL="/bin/sh"` no job runs, since no program is named so. A value ends at its first blank, within quotes too.',
    remedy: 'Write the value without quotes and blanks; `MAILTO=` with nothing behind it drops the output.',
    bad: [
      { path: '/etc/crontabs/root', text: 'MAILTO="ann"\n0 4 * * * /usr/sbin/poll\n' },
      { path: '/etc/crontabs/root', text: 'MAILTO=""\n0 4 * * * /usr/sbin/poll\n' },
      { path: '/etc/crontabs/root', text: "SHELL='/bin/ash' # ours\n0 4 * * * /usr/sbin/poll\n" },
      { path: '/etc/crontabs/root', text: 'MAILTO=ann, bob\n0 4 * * * /usr/sbin/poll\n' },
    ],
    good: [
      { path: '/etc/crontabs/root', text: 'MAILTO=ann # and not bob\nSHELL=/bin/ash\n0 4 * * * /usr/sbin/poll\n' },
      { path: '/etc/crontabs/root', text: 'MAILTO=\n0 4 * * * /usr/sbin/poll\n' },
      { path: '/var/spool/cron/crontabs/ann', text: 'MAILTO="ann,bob"\n0 4 * * * /usr/bin/poll\n' },
    ],
    nearMiss: { path: '/etc/crontabs/root', text: 'MAILTO=ann\n0 4 * * * /usr/sbin/poll\n' },
    references: [{ title: 'BusyBox 1.35, run: crond with such files' }],
  },
  marks: [/(?:MAILTO|SHELL)=[^\n]*["' \t]/],
  types: ['setting'],
  *checkLine(line, context) {
    const dialects = dialectsNamed(context.dialects);
    const few = dialects.length > 0 && dialects.every(({ assignments }) => assignments === 'few');
    if (!few || dialects.some((dialect) => isPassedOver(dialect, line.text)) || isTemplated(line.text)) return;
    const literal = literalIn(line);
    if (literal === undefined) return;
    const name = line.assignment?.name.text ?? '';
    const who = listed(dialects.map(({ title }) => title));
    const how = /^["']/.test(literal.written.text) ? 'takes the quotes for characters of the value' : 'ends the value at the first blank';
    yield {
      at: literal.written,
      message: `${who} ${how}: ${consequence(name, literal)}. Write it without ${/\s/.test(literal.meant) ? 'blanks' : 'quotes'}.`,
      fixes: fixes(name, literal),
    };
  },
};
