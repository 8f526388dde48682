/** Line ends of CR LF, of which inetd takes the CR for text. */
import type { Document } from '../../../model/document.js';
import { returnsFix } from '../../../model/returns.js';
import type { Rule } from '../../../model/rule.js';
import { lineStarts, physicalEnd } from '../../../text/lines.js';
import { type Span, shift } from '../../../text/span.js';
import { isBlank, words } from '../../../text/words.js';
import { dialectsOf } from '../dialects.js';
import type { InetdLine } from '../model.js';
import { AFTER } from '../switches.js';

/** A physical line whose CR inetd reads. */
interface Struck {
  /** Of what the CR is glued to, or of the CR itself; an offset into the text. */
  readonly span: Span;
  readonly message: string;
  /** True when it costs the entry. */
  readonly fatal: boolean;
}

/** What the CR at `end` of the physical line from `start` does; offsets into the text of `line`. */
function struckAt(line: InetdLine, start: number, end: number): Struck {
  const word = words(line.text, start, end).at(-1);
  const said = word?.text.replaceAll('\r', '') ?? '';
  if (word === undefined || said === '') {
    const fatal = !isBlank(line.text[start]);
    const taken = fatal ? 'an entry that lacks its fields: a syntax error' : 'one more argument of the entry above';
    return { span: { start: end, end: end + 1 }, message: `This line holds a CR and no more. inetd takes it for ${taken}.`, fatal };
  }
  const { span } = word;
  const token = line.tokens.find((each) => each.span.start < span.end && span.end <= each.span.end);
  if (said === 'internal' && token?.role === 'server')
    return {
      span,
      message: 'inetd reads “internal” with a CR behind it: to it that is a program, which it cannot find, and no service of its own.',
      fatal: true,
    };
  const fatal = token?.role !== 'argument' || token === line.entry?.program;
  const costs = fatal ? 'and the entry does not work' : 'and hands it to the program';
  return { span, message: `inetd takes the CR at the end of this line for part of “${said}”, ${costs}.`, fatal };
}

/** The lines that inetd reads a CR of, with what that does; comments are not read. */
function* struckIn({ lines, starts }: Document<InetdLine>): Iterable<Struck> {
  for (const [index, line] of lines.entries()) {
    if (line.type === 'comment' || line.type === 'commented') continue;
    for (const start of lineStarts(line.text)) {
      const next = physicalEnd(line.text, start);
      const end = (line.text[next - 1] === '\n' ? next - 1 : next) - 1;
      if (end < start || line.text[end] !== '\r') continue;
      const struck = struckAt(line, start, end);
      yield { ...struck, span: shift(struck.span, starts[index] ?? 0) };
    }
  }
}

export const carriageReturn: Rule<InetdLine> = {
  id: 'inetd/carriage-return',
  severity: 'error',
  docs: {
    summary: 'Lines that end in CR LF, as on Windows.',
    why: 'inetd knows LF alone as the end of a line and takes the CR for part of the last word. A service that is built in is then unknown, a server without arguments is not found, and a line that looks empty is a syntax error; elsewhere the last argument is another than it seems.',
    remedy: 'Give the whole file line ends of LF.',
    bad: [
      { path: '/etc/inetd.conf', text: '4711 stream tcp nowait own /opt/own/bin/own own -l\r\n' },
      { path: '/etc/inetd.conf', text: 'discard stream tcp nowait root internal\r\n' },
      { path: '/etc/inetd.conf', text: '# nothing yet\r\n\r\n' },
    ],
    good: [
      { path: '/etc/inetd.conf', text: '# at the end of a comment\r\ndiscard stream tcp nowait root internal\n' },
      { path: '/etc/inetd.conf', text: '\n4711 stream tcp nowait own /opt/own/bin/own own -l\n' },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: '#discard stream tcp nowait root internal\r\n' },
    references: [{ title: 'openbsd-inetd 0.20221205 of Debian, run over such lines' }],
  },
  *checkDocument(document, { dialects }) {
    if (!document.text.includes('\r') || !dialectsOf(dialects).some(({ keepsReturns }) => keepsReturns)) return;
    const struck = [...struckIn(document)];
    const found = struck.find(({ fatal }) => fatal) ?? struck[0];
    if (found === undefined) return;
    const count = struck.length > 1 ? ` ${struck.length} lines of this file end so.` : '';
    yield {
      at: { span: found.span },
      ...(!found.fatal && { severity: 'warning' as const }),
      message: `${found.message}${count} Give the file line ends of LF, without CR.`,
      fixes: [returnsFix(document.text, AFTER)],
    };
  },
};
