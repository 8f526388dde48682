/** Line ends of CR LF, of which init takes the CR for text. */

import { returnsFix } from '../../../model/returns.js';
import type { Rule } from '../../../model/rule.js';
import { shift } from '../../../text/span.js';
import { dialectsOf } from '../dialects.js';
import type { InittabLine } from '../model.js';

/** The last word of the process with a CR behind it, or an empty line that is none to init. */
function struck({
  type,
  text,
  tokens,
}: InittabLine): { readonly span: { readonly start: number; readonly end: number }; readonly said: string } | undefined {
  const at = /\r(?:\n|$)/.exec(text)?.index;
  if (at === undefined || type === 'comment' || type === 'commented') return undefined;
  const last = tokens.at(-1);
  if (last === undefined) return { span: { start: at, end: at + 1 }, said: 'for text, so that this one is an entry without fields' };
  return last.role === 'program' || last.role === 'argument'
    ? {
        span: last.span,
        said: `for a part of “${last.text}”, and starts no program of that name, or gives it a word that it does not know`,
      }
    : undefined;
}

export const carriageReturn: Rule<InittabLine> = {
  id: 'inittab/carriage-return',
  severity: 'error',
  docs: {
    summary: 'Lines that end in CR LF, as on Windows.',
    why: 'init knows LF alone as the end of a line and takes the CR for the last character of the process. It finds no program that is called so, a terminal of that name is not there to log in at, and a line that looks empty is an entry without fields.',
    remedy: 'Give the whole file line ends of LF.',
    bad: [
      { path: '/etc/inittab', text: 'id:2:initdefault:\r\nsi::sysinit:/etc/init.d/rcS\r\n1:23:respawn:/sbin/getty 38400 tty1\r\n' },
      { path: '/etc/inittab', text: 'id:2:initdefault:\n\r\n1:23:respawn:/sbin/getty 38400 tty1\n' },
    ],
    good: [{ path: '/etc/inittab', text: '# terminals\r\nid:2:initdefault:\r\n1:23:respawn:/sbin/getty 38400 tty1\n' }],
    nearMiss: { path: '/etc/inittab', text: 'id:2:initdefault:\n\n1:23:respawn:/sbin/getty 38400 tty2\n' },
    references: [{ title: 'sysvinit 3.06 and BusyBox 1.35 of Debian, run with such files' }],
  },
  *checkDocument({ text, lines, starts }, { dialects }) {
    if (!text.includes('\r') || dialectsOf(dialects).some(({ keepsReturns }) => !keepsReturns)) return;
    for (const [index, line] of lines.entries()) {
      const found = struck(line);
      if (found === undefined) continue;
      yield {
        at: { span: shift(found.span, starts[index] ?? 0) },
        message: `init takes the CR at the end of this line ${found.said}. Give the file line ends of LF, without CR.`,
        fixes: [returnsFix(text)],
      };
      return;
    }
  },
};
