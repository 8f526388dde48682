/** Entries that the inetds in question read differently. */
import type { Context } from '../../../model/context.js';
import type { Report, Rule } from '../../../model/rule.js';
import { type Span, shift } from '../../../text/span.js';
import { mayComeRight } from '../../../text/template.js';
import { type Dialect, dialectsOf } from '../dialects.js';
import type { Dispute } from '../dispute.js';
import type { InetdLine } from '../model.js';
import { plausibleFor } from '../plausible.js';
import { costsOf } from '../problems.js';
import type { Refusal } from '../refusal.js';
import { differs, disputeOf, readAgain } from '../refused.js';
import { list, saidOf, tokenAt } from '../said.js';
import { swallowedIn } from '../swallowed.js';

const titles = (dialects: readonly Dialect[]): string => list(dialects.map(({ title }) => title));

const verb = (dialects: readonly unknown[], one: string, many: string): string => (dialects.length === 1 ? one : many);

interface Told {
  /** Relative to the Line. */
  readonly span: Span;
  readonly message: string;
}

/** Who refuses the line, why, and what it costs there. */
function refusalTold({ text, carry }: InetdLine, { refused, misread, taking }: Dispute): Told | undefined {
  const [first] = refused;
  const takers = [...taking, ...misread.map(([dialect]) => dialect)];
  if (first === undefined || takers.length === 0) return undefined;
  const { shape } = readAgain({ text, carry });
  const [dialect, refusal] = first;
  const start = shape.tokens[0]?.span.start ?? 0;
  const span = tokenAt(shape, refusal)?.span ?? { start, end: shape.tokens.at(-1)?.span.end ?? start };
  const alike = refused.every(([, other]) => other === refusal);
  const who = alike ? refused.map(([one]) => one) : [dialect];
  const rest = alike ? '' : ` ${titles(refused.slice(1).map(([one]) => one))} ${verb(refused.slice(1), 'has', 'have')} other reasons.`;
  return {
    span,
    message: `${titles(takers)} ${verb(takers, 'takes', 'take')} this entry, ${titles(who)} ${verb(who, 'does', 'do')} not: ${saidOf(shape, refusal, dialect)}${rest} ${costsOf(refused, true)}`,
  };
}

/** Who reads a limit that others pass over. */
function limitTold({ entry, text }: InetdLine, { misread, taking }: Dispute): Told | undefined {
  const deaf = misread.flatMap(([dialect, misreading]) => (misreading === 'limit' ? [dialect] : []));
  const limit = entry?.limits[0];
  if (entry === undefined || limit === undefined || deaf.length === 0 || taking.length === 0) return undefined;
  const span = { start: entry.wait.span.end, end: entry.limits.at(-1)?.span.end ?? limit.span.end };
  return {
    span,
    message: `${titles(taking)} ${verb(taking, 'reads', 'read')} “${text.slice(span.start, span.end)}” as a limit; ${titles(deaf)} ${verb(deaf, 'passes', 'pass')} over it without a word and ${verb(deaf, 'starts', 'start')} the program as often as before.`,
  };
}

/** True for a refusal that a rule of its own tells of, with those who take the line. */
const toldElsewhere = ({ entry }: InetdLine, refusal: Refusal): boolean =>
  refusal === 'pair' || (refusal === 'version' && /^\d+-\d+$/.test(entry?.versions?.text ?? ''));

/** What `dialects` differ in on the entry. What nobody reads as meant, and indented lines, have rules of their own. */
function told(line: InetdLine, dialects: readonly Dialect[]): Told | undefined {
  const dispute = disputeOf(readAgain(line), dialects);
  if (!differs(dispute) || (dispute.misread.length > 0 && dispute.taking.length === 0) || swallowedIn(line).length > 0) return undefined;
  if (dispute.refused.length > 0 && dispute.refused.every(([, refusal]) => toldElsewhere(line, refusal))) return undefined;
  return refusalTold(line, dispute) ?? limitTold(line, dispute);
}

/** For auditors: how those that are not in question differ from the first that takes the line. */
function audited(line: InetdLine, { dialects, audited: others }: Context): Told | undefined {
  const { taking } = disputeOf(readAgain(line), dialectsOf(dialects));
  const [taker] = taking;
  const found = taker && told(line, [taker, ...dialectsOf(others)]);
  // What is still to be filled in they may come to read alike.
  return found && mayComeRight(line.text, found.span.end) ? undefined : found;
}

export const portability: Rule<InetdLine> = {
  id: 'inetd/portability',
  severity: 'warning',
  audited: true,
  docs: {
    summary: 'The inetds that may read the file differ on an entry.',
    why: 'What one of them offers, another refuses, or it starts the program without the limit that stands there.',
    remedy: 'Write it in a way that all of them read alike, or name the inetd that reads the file: `# daemonlint: dialect=openbsd-inetd`.',
    bad: [
      { path: '/etc/inetd.conf', text: '[::1]:ssh stream tcp6 nowait root /usr/sbin/sshd sshd -i\n' },
      { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait.x root /usr/sbin/sshd sshd -i\n' },
    ],
    good: [
      { path: '/etc/inetd.conf', text: '::1:ssh stream tcp6 nowait root /usr/sbin/sshd sshd -i\n' },
      { path: '/etc/inetd.conf', text: '# daemonlint: dialect=openbsd-inetd\n[::1]:ssh stream tcp6 nowait root /usr/sbin/sshd sshd -i\n' },
      { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait/10 root /usr/sbin/sshd sshd -i\n' },
      {
        path: '/etc/inetd.conf',
        text: '# daemonlint: keep auth\nident stream tcp nowait _identd /usr/libexec/identd identd\n[::1]:4711 stream tcp6 nowait _own /opt/own own\n',
      },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait.10 root /usr/sbin/sshd sshd -i\n' },
    references: [{ title: 'What each inetd reads: docs/dialects.md' }],
  },
  *checkDocument(document, context): Iterable<Report> {
    if (context.audited.length === 0 && !document.lines.some(({ disputed }) => disputed)) return;
    let plausible: readonly Dialect[] | undefined;
    for (const [index, line] of document.lines.entries()) {
      const start = document.starts[index] ?? 0;
      if (line.disputed) {
        plausible ??= plausibleFor(document, context.dialects);
        const found = told(line, plausible);
        if (found)
          yield {
            at: { span: shift(found.span, start) },
            message: `Inetds differ here: ${found.message} If only one of them reads this file, name it: # daemonlint: dialect=${plausible[0]?.id ?? 'NAME'}.`,
          };
      }
      if (context.audited.length === 0 || line.type !== 'entry') continue;
      const found = audited(line, context);
      if (found)
        yield { at: { span: shift(found.span, start) }, severity: 'hint', message: `Elsewhere this is read differently: ${found.message}` };
    }
  },
};
