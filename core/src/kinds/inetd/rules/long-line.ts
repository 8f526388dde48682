/** Lines and argument lists that are longer than inetd keeps. */
import type { Report, Rule } from '../../../model/rule.js';
import { surplusOf } from '../../../text/bytes.js';
import { lineStarts, physicalEnd, withoutLineEnd } from '../../../text/lines.js';
import { shift } from '../../../text/span.js';
import { tooLong } from '../../../text/too-long.js';
import { type Dialect, dialectsOf } from '../dialects.js';
import { type InetdLine, isInternal } from '../model.js';
import { list } from '../said.js';

/** Shorter lines fit everywhere, whatever characters they hold. */
const SHORT = 340;

/** So many words no inetd drops. */
const FEW = 20;

/** The physical lines of `line` that do not fit into what some of `dialects` read as one. */
function* longLines({ text, type }: InetdLine, dialects: readonly Dialect[]): Iterable<Report> {
  const limits = [...new Set(dialects.flatMap(({ longest }) => longest ?? []))].sort((a, b) => a - b);
  for (const start of lineStarts(text)) {
    const line = withoutLineEnd(text.slice(start, physicalEnd(text, start)));
    const over = limits.filter((limit) => surplusOf(line, limit) > 0);
    const [first, ...others] = over.map((limit) => {
      const who = dialects.filter(({ longest }) => longest === limit);
      return { who: list(who.map(({ title }) => title)), many: who.length > 1, limit };
    });
    if (first === undefined) continue;
    const { span, said } = tooLong(line, [first, ...others]);
    const remedy =
      type === 'comment' ? 'Write the comment on several lines.' : 'Put the command into a script, and name that as the server.';
    yield { at: { span: shift(span, start) }, message: `${said} ${remedy}` };
  }
}

/** The words that some of `dialects` drop without a word of their own. */
function dropped({ type, entry }: InetdLine, dialects: readonly Dialect[]): Report | undefined {
  if (type !== 'entry' || entry === undefined || isInternal(entry)) return undefined;
  const { args } = entry;
  const who = dialects.filter(({ most }) => most?.beyond === 'dropped' && args.length > most.words);
  const words = who[0]?.most?.words;
  const [first, last] = [args[words ?? args.length], args.at(-1)];
  if (words === undefined || first === undefined || last === undefined) return undefined;
  return {
    at: { span: { start: first.span.start, end: last.span.end } },
    message: `This entry has ${args.length} words behind the server program: ${list(who.map(({ title }) => title))} ${who.length === 1 ? 'keeps' : 'keep'} ${words} of them and ${who.length === 1 ? 'says' : 'say'} nothing of the rest. Put the command into a script, and name that as the server.`,
  };
}

export const longLine: Rule<InetdLine> = {
  id: 'inetd/long-line',
  severity: 'warning',
  docs: {
    summary: 'A line or an argument list is longer than inetd keeps.',
    why: 'The inetds of the BSD family read a line into a buffer of a fixed size: what does not fit is read as a line of its own, in a comment too. And they keep twenty words for the program: the others are missing when it is started, and nothing is logged.',
    remedy: 'Put a long command into a script, and name that as the server. Write a long comment on several lines.',
    bad: [
      { path: '/etc/inetd.conf', text: `# ${'no telnet here '.repeat(80)}\nssh stream tcp nowait root /usr/sbin/sshd sshd -i\n` },
      { path: '/etc/inetd.conf', text: `4711 stream tcp nowait own /opt/own own${' -x'.repeat(20)}\n` },
    ],
    good: [
      { path: '/etc/inetd.conf', text: `# daemonlint: dialect=inetutils\n4711 stream tcp nowait own /opt/own own${' -x'.repeat(600)}\n` },
      { path: '/etc/inetd.conf', text: `# daemonlint: dialect=openbsd\ndiscard stream tcp nowait root internal${' #'.repeat(25)}\n` },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: `4711 stream tcp nowait own /opt/own own${' -x'.repeat(19)}\n` },
    references: [
      { title: 'openbsd-inetd 0.20221205 of Debian, run over such lines; MAXARGV and nextline of the inetds of FreeBSD and NetBSD' },
    ],
  },
  concerns: ({ text, entry }) => text.length >= SHORT || (entry !== undefined && entry.args.length > FEW),
  *checkLine(line, context) {
    const dialects = dialectsOf(context.dialects);
    yield* longLines(line, dialects);
    const report = dropped(line, dialects);
    if (report) yield report;
  },
};
