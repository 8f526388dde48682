/** Lines meant as assignments that no cron takes for one. */
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { insert } from '../../../text/edit.js';
import { withoutLineEnd } from '../../../text/lines.js';
import type { Span } from '../../../text/span.js';
import { costOf, judgesOf } from '../cost.js';
import type { CrontabLine } from '../model.js';

interface Fault {
  readonly span: Span;
  readonly said: string;
  readonly fixes: readonly Fix[];
}

/** `export NAME=value`, `set NAME=value`. */
const EXPORT = /^[ \t]*((?:export|declare|setenv|set)[ \t]+)(?=[A-Za-z_]\w*=)/;

/** A name, an equals sign, and a value that begins with a quote. */
const QUOTED = /^[ \t]*[A-Za-z_]\w*[ \t]*=[ \t]*(["'])/;

/** What keeps a line that is meant as an assignment from being one; undefined for other lines. */
export function faultOf({ type, text: line }: CrontabLine): Fault | undefined {
  if (type !== 'broken') return undefined;
  const text = withoutLineEnd(line);
  const word = EXPORT.exec(text);
  if (word) {
    const end = word[0].length;
    const span = { start: end - (word[1] ?? '').length, end };
    const name = (word[1] ?? '').trim();
    return {
      span: { start: span.start, end: span.start + name.length },
      said: `“${name}” is a word of the shell, and cron is none: it takes this line for an entry. An assignment is NAME=value.`,
      fixes: [{ title: `Remove “${name}”`, edits: [{ span, text: '' }], safe: true }],
    };
  }
  const quote = QUOTED.exec(text);
  return quote ? quoteFault(text, quote[0].length - 1, quote[1] ?? '') : undefined;
}

function quoteFault(text: string, start: number, mark: string): Fault {
  const close = text.indexOf(mark, start + 1);
  const end = text.trimEnd().length;
  if (close === -1)
    return {
      span: { start, end },
      said: 'The quote is not closed, so this is no assignment to cron.',
      fixes: [{ title: 'Close the quote at the end of the line', edits: [insert(end, mark)], safe: false }],
    };
  const drop = (at: number) => ({ span: { start: at, end: at + 1 }, text: '' });
  const plain = !/["'\\]/.test(text.slice(start + 1, close) + text.slice(close + 1));
  return {
    span: { start: close + 1, end },
    said: 'Something stands behind the closing quote, so this is no assignment to cron: quotes must hold the whole value.',
    fixes: plain ? [{ title: 'Remove the quotes', edits: [drop(start), drop(close)], safe: false }] : [],
  };
}

export const shellAssignment: Rule<CrontabLine> = {
  id: 'crontab/shell-assignment',
  severity: 'error',
  docs: {
    summary: 'An assignment is written as a shell would take it, and cron does not.',
    why: "Cron reads a line that is no assignment as an entry, and as an entry it is broken: the variable is not set, and Debian's cron ignores the whole file.",
    remedy: 'Write NAME=value, without export, and with quotes around the whole value or none.',
    bad: [
      { path: '/etc/cron.d/backup', text: 'export PATH=/usr/bin\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: 'PATH="/usr/bin":/bin\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/var/spool/cron/crontabs/ann', text: 'MAILTO="ann\n0 3 * * * /home/ann/bin/backup\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: 'PATH=/usr/bin\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: 'PATH="/usr/bin:/bin"\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: 'GREETING=say "hello"\n0 3 * * * root /usr/local/sbin/backup\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: '#export PATH=/usr/bin\n0 3 * * * root /usr/local/sbin/backup\n' },
  },
  *checkLine(line, { dialects }) {
    const fault = faultOf(line);
    if (fault === undefined) return;
    const { span, said, fixes } = fault;
    yield { at: { span }, message: `${said} ${costOf(judgesOf(line, dialects))}.`, fixes };
  },
};
