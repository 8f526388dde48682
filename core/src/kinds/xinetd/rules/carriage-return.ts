/** Line ends of CR LF, of which xinetd takes the CR for text. */

import { returnsFix } from '../../../model/returns.js';
import type { Rule } from '../../../model/rule.js';
import { shift } from '../../../text/span.js';
import type { XinetdLine } from '../model.js';
import { AFTER } from '../switches.js';

/** The last word of a line of `line` that has a CR behind it, and is none of those that xinetd reads all the same. */
const struck = ({ type, text, tokens }: XinetdLine) =>
  type === 'comment' || type === 'commented'
    ? undefined
    : tokens.find(
        ({ role, span }) => role !== 'comment' && role !== 'brace' && role !== 'keyword' && /^[ \t]*\r+(?:\n|$)/.test(text.slice(span.end)),
      );

const own = (end: string): string =>
  [
    'service own',
    '{',
    '\ttype = UNLISTED',
    '\tport = 4711',
    '\tsocket_type = stream',
    '\twait = no',
    '\tuser = own',
    '\tserver = /opt/own/bin/own',
    '}',
    '',
  ].join(end);

export const carriageReturn: Rule<XinetdLine> = {
  id: 'xinetd/carriage-return',
  severity: 'error',
  docs: {
    summary: 'Lines that end in CR LF, as on Windows.',
    why: 'xinetd knows LF alone as the end of a line and takes the CR for part of the value. It knows no user, type or protocol of that name, and offers no service whose lines end so; nor does `disable = yes` mean what it says.',
    remedy: 'Give the whole file line ends of LF.',
    bad: [{ path: '/etc/xinetd.d/own', text: own('\r\n') }],
    good: [
      { path: '/etc/xinetd.d/own', text: `# a comment\r\n${own('\n')}` },
      { path: '/etc/xinetd.d/own', text: own('\n').replace('{\n', '{\r\n').replace('}\n', '}\r\n') },
    ],
    nearMiss: { path: '/etc/xinetd.d/own', text: own('\n').replace('4711', '4712') },
    references: [{ title: 'xinetd 2.3.15.3 of Debian, run over such a file' }],
  },
  *checkDocument({ text, lines, starts }) {
    if (!text.includes('\r')) return;
    for (const [index, line] of lines.entries()) {
      const token = struck(line);
      if (token === undefined) continue;
      yield {
        at: { span: shift(token.span, starts[index] ?? 0) },
        message: `xinetd takes the CR at the end of this line for part of “${token.text}”. Give the file line ends of LF, without CR.`,
        fixes: [returnsFix(text, AFTER)],
      };
      return;
    }
  },
};
