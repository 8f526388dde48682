/** A `#` that ends the command, where the shell would not see a comment. */
import type { Rule } from '../../../model/rule.js';
import { endsInside } from '../../../text/shell/shell.js';
import { isTemplated } from '../../../text/template.js';
import { dialectById, dialectsNamed } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import { commandOf } from '../reading/shape.js';
import { listed } from '../schedule/lists.js';

const cuts = (id: string): boolean => dialectById(id)?.commentAnywhere ?? false;

/** What stands before a `#` that begins a comment of the shell. */
const BEFORE_COMMENT = /[\s;&|()]/;

export const hashInCommand: Rule<CrontabLine> = {
  id: 'crontab/hash-in-command',
  severity: 'warning',
  docs: {
    summary: 'A `#` inside a word or quotes cuts the command.',
    why: "BusyBox's crond ends a line at its first `#`, wherever that stands: in quotes, behind a backslash, in an address. The shell gets the part before it.",
    remedy: 'Put the command in a script, and start that.',
    bad: [
      { path: '/etc/crontabs/root', text: '0 4 * * * echo "#done" >>/var/log/jobs\n' },
      { path: '/etc/crontabs/root', text: '0 4 * * * wget -q http://example.net/#top\n' },
    ],
    good: [
      { path: '/etc/crontabs/root', text: '0 4 * * * /usr/bin/poll # nightly\n' },
      { path: '/etc/cron.d/poll', text: '0 4 * * * root echo "#done" >>/var/log/jobs\n' },
    ],
    nearMiss: { path: '/etc/crontabs/root', text: '0 4 * * * echo "done" >>/var/log/jobs\n' },
  },
  // Where one in question does not cut, crons differ.
  heeds: ({ dialects }) => dialects.length > 0 && dialects.every(cuts),
  marks: [/#/],
  types: ['entry'],
  *checkLine(line, { dialects }) {
    const { text, shape } = line;
    const command = shape && commandOf(shape);
    if (command === undefined || isTemplated(text)) return;
    const { start, end } = command.span;
    const at = text.indexOf('#', start);
    if (at === -1 || at >= end || (BEFORE_COMMENT.test(text[at - 1] ?? '') && !endsInside(text, start, at))) return;
    yield {
      at: { span: { start: at, end: at + 1 } },
      message: `${listed(dialectsNamed(dialects).map(({ title }) => title))} ends the line at this “#”, which the shell would not take for a comment: it gets only what stands before it. Put the command in a script.`,
    };
  },
};
