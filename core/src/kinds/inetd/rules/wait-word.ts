/** A wait field that inetd takes for nowait, or whose limit it passes over. */
import type { Context } from '../../../model/context.js';
import type { Fix } from '../../../model/finding.js';
import type { Report, Rule } from '../../../model/rule.js';
import { insert, replace } from '../../../text/edit.js';
import type { Span } from '../../../text/span.js';
import { type Dialect, dialectsOf } from '../dialects.js';
import { type InetdEntry, type InetdLine, isShifted } from '../model.js';
import { costsOf } from '../problems.js';
import { disputeOf, readAgain } from '../refused.js';
import { list } from '../said.js';
import { AFTER } from '../switches.js';

/** The field written with a mark that all of `dialects` read before a limit; undefined where they have none in common. */
function remarked({ wait, limits: [limit, second] }: InetdEntry, dialects: readonly Dialect[]): Fix | undefined {
  const mark = ['.', '/', ':'].find((one) => dialects.every(({ limits }) => limits.includes(one)));
  if (limit === undefined || second !== undefined || mark === undefined || !/^[1-9]\d*$/.test(limit.text)) return undefined;
  const span = { start: wait.span.start, end: limit.span.end };
  return {
    title: `Write ${wait.text}${mark}${limit.text}`,
    edits: [replace({ span }, `${wait.text}${mark}${limit.text}`)],
    safe: false,
    after: AFTER,
  };
}

/** From the word to the last of what would be its limits. */
const fieldSpan = ({ wait, limits }: InetdEntry): Span => ({ start: wait.span.start, end: limits.at(-1)?.span.end ?? wait.span.end });

/** The words that may be meant: the one that goes with the socket type first. */
function wordFixes(entry: InetdEntry): Fix[] {
  const span = fieldSpan(entry);
  const isOut = isShifted(entry);
  return (entry.socket.text === 'dgram' ? ['wait', 'nowait'] : ['nowait', 'wait']).map((word) => ({
    title: isOut ? `Write ${word} before ${entry.wait.text}` : `Write ${word}`,
    edits: [isOut ? insert(span.start, `${word} `) : replace({ span }, word)],
    safe: false,
    after: AFTER,
  }));
}

const titles = (dialects: readonly Dialect[]): string => list(dialects.map(({ title }) => title));

/** “take” for several, “takes” for one. */
const taking = (who: readonly Dialect[], stem: string): string => (who.length === 1 ? `${stem}s` : stem);

/** `field`: the whole of it. */
function wordReport(entry: InetdEntry, field: string, who: readonly Dialect[], others: string): Report {
  const isPath = field.startsWith('/');
  const remedy = isShifted(entry)
    ? 'The field is missing, and all that follows is read for the field before it: write the one that is meant before the user.'
    : isPath
      ? 'The path of the server stands two fields too early.'
      : 'Write the one that is meant.';
  return {
    at: entry.wait,
    message: `“${isPath ? field : entry.wait.text}” is neither wait nor nowait, and ${titles(who)} ${taking(who, 'take')} it for nowait without a word.${others} ${remedy}`,
    fixes: isPath ? [] : wordFixes(entry),
  };
}

function limitReport(entry: InetdEntry, who: readonly Dialect[], others: string): Report {
  const fix = remarked(entry, who);
  const word = who.every(({ id }) => id === 'freebsd') ? entry.wait.text : 'nowait';
  const remedy = fix ? 'Write a dot before the limit.' : 'Write the limit as this inetd reads it.';
  return {
    at: { span: { start: entry.wait.span.start, end: entry.limits.at(-1)?.span.end ?? entry.wait.span.end } },
    message: `${titles(who)} ${taking(who, 'read')} no limit here and ${taking(who, 'take')} the whole for ${word} without one.${others} ${remedy}`,
    fixes: fix ? [fix] : [],
  };
}

function misreadOf(line: InetdLine, { dialects }: Context): Report | undefined {
  const dispute = disputeOf(readAgain(line), dialectsOf(dialects));
  const [first] = dispute.misread;
  if (line.entry === undefined || first === undefined || (first[1] === 'limit' && dispute.taking.length > 0)) return undefined;
  const who = dispute.misread.map(([dialect]) => dialect);
  const others = dispute.refused.length > 0 ? ` ${costsOf(dispute.refused, true)}` : '';
  return first[1] === 'word' ? wordReport(line.entry, readAgain(line).shape.wait ?? '', who, others) : limitReport(line.entry, who, others);
}

export const waitWord: Rule<InetdLine> = {
  id: 'inetd/wait-word',
  severity: 'warning',
  docs: {
    summary: 'A wait field that is taken for nowait, or whose limit is not read.',
    why: 'The inetds of BSD compare the field with the word wait and take anything else for nowait: a program that wants the socket itself is then started again and again, and a limit behind the wrong mark is none.',
    remedy: 'Write wait or nowait, with the limit behind a dot: nowait.40. FreeBSD has it behind a slash, NetBSD behind a colon as well.',
    bad: [
      { path: '/etc/inetd.conf', text: 'ssh stream tcp maybe root /usr/sbin/sshd sshd -i\n' },
      { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait:40 root /usr/sbin/sshd sshd -i\n' },
      { path: '/etc/inetd.conf', text: 'ssh stream tcp NOWAIT root /usr/sbin/sshd sshd -i\n' },
      { path: '/etc/inetd.conf', text: 'ssh stream tcp root /usr/sbin/sshd sshd\n' },
    ],
    good: [
      { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n' },
      { path: '/etc/inetd.conf', text: '# daemonlint: dialect=netbsd\nssh stream tcp nowait:40 root /usr/sbin/sshd sshd -i\n' },
      { path: '/etc/inetd.conf', text: '# daemonlint: dialect=freebsd\nssh stream tcp nowait/40 root /usr/sbin/sshd sshd -i\n' },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait.40 root /usr/sbin/sshd sshd -i\n' },
    references: [{ title: 'openbsd-inetd 0.20221205 of Debian, run over such lines' }],
  },
  concerns: ({ type, entry }) =>
    type === 'entry' && entry !== undefined && (entry.limits.length > 0 || !/^(?:no)?wait$/.test(entry.wait.text)),
  checkLine(line, context) {
    const found = misreadOf(line, context);
    return found ? [found] : [];
  },
};
