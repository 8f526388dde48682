/** Files that are longer than their cron takes. */
import type { Context } from '../../../model/context.js';
import type { Rule } from '../../../model/rule.js';
import { withoutLineEnd } from '../../../text/lines.js';
import { shift } from '../../../text/span.js';
import type { Limit } from '../dialects/dialect.js';
import { type Dialect, dialectsNamed } from '../dialects/dialects.js';
import { limitWords } from '../dialects/limit-words.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { ownerIn } from '../path.js';
import { ANACRONTAB } from '../reading/shape.js';
import { type Excess, excessOf, isReadLine, mayBeTooMuch } from '../reading/size.js';
import { verdictOf } from '../verdicts/verdict.js';

/** What one cron makes of the file for its size. */
interface Loss {
  readonly limit: Limit;
  readonly excess: Excess;
  /** A sentence without its stop, the daemon first. */
  readonly said: string;
}

/** Longest piece of a line that a message quotes. */
const QUOTED = 60;

const quoted = (text: string): string => `“${text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text}”`;

/** What is left of a line behind the character at `from`. */
const leftOf = (text: string, from: number): string => withoutLineEnd(text).slice(from + 1);

/** Whether `dialect` finds something to run or to set in what is left of a comment, or an entry has lost its first character. Blanks are not skipped there once more. */
function isAltered(line: CrontabLine, from: number, dialect: Dialect): boolean {
  const { text } = line;
  if (isReadLine(line)) return !/[ \t]/.test(text.charAt(from));
  const left = leftOf(text, from);
  return !/^[ \t]/.test(left) && ['entry', 'assignment'].includes(verdictOf(left, 'system', dialect).type);
}

const earliest = (losses: readonly Loss[]): Loss | undefined =>
  losses.reduce<Loss | undefined>((first, loss) => (first && first.excess.index <= loss.excess.index ? first : loss), undefined);

function lossOf(lines: readonly CrontabLine[], dialect: Dialect, { form, path }: Context): Loss | undefined {
  // Where nothing tells whose it is, it may be root's.
  const of = ['root', undefined].includes(ownerIn(path)) ? 'root' : 'others';
  const losses = (dialect.limits ?? []).flatMap((limit) => {
    if ((limit.form ?? form) !== form || (limit.of ?? of) !== of) return [];
    const excess = excessOf(lines, limit, (line, from) => limit.loses !== 'byte' || isAltered(line, from, dialect));
    if (excess === undefined) return [];
    const left = limit.loses === 'byte' ? `: ${quoted(leftOf(lines[excess.index]?.text ?? '', excess.span.start))}` : '';
    return { limit, excess, said: `${dialect.title} ${limitWords(limit)}${left}` };
  });
  return earliest(losses);
}

function remedyFor({ limit }: Loss, { form }: Context): string {
  if (limit.counts === 'gap') return 'Delete some of the comments, or put some of them behind an entry.';
  if (limit.counts === 'assignments') return 'Set some of them in a script.';
  return form === 'system'
    ? 'Divide it among several files of cron.d.'
    : 'Delete what is not needed, or let a script run what has the same times.';
}

const ENTRY = '0 3 * * * /home/ann/bin/sweep\n';

export const tooManyLines: Rule<CrontabLine> = {
  id: 'crontab/too-many-lines',
  severity: 'warning',
  docs: {
    summary: 'The crontab is longer than its cron takes.',
    why: 'Some crons count what they read. Beyond that they ignore the whole file or the rest of it, and only their log says so.',
    remedy:
      'Divide a file of cron.d in several. In a crontab of a user, let one entry run a script that does what several did, and delete old comments.',
    bad: [
      { path: '/etc/crontabs/ann', text: `0 4 * * * /home/ann/bin/backup\n${ENTRY.repeat(255)}` },
      { path: '/var/spool/cron/ann', text: `${'A=1\n'.repeat(1001)}${ENTRY}` },
      { path: '/var/spool/cron/ann', text: `${'# old\n'.repeat(6000)}${ENTRY}` },
      { path: '/etc/cron.d/sweep', text: `#\n${'# old\n'.repeat(5461)}#0 3 * * * root /usr/local/sbin/sweep\n` },
    ],
    good: [
      { path: '/etc/crontabs/root', text: ENTRY.repeat(300) },
      { path: '/etc/crontabs/ann', text: `${'# old\n'.repeat(6000)}${ENTRY}` },
      { path: '/etc/cron.d/sweep', text: `${'# old\n'.repeat(6000)}0 3 * * * root /usr/local/sbin/sweep\n` },
    ],
    nearMiss: { path: '/var/spool/cron/ann', text: `${'A=1\n'.repeat(1000)}#A=1\n${ENTRY}` },
  },
  heeds: (context) => context.form !== ANACRONTAB && isRead(context),
  *checkDocument(document, context) {
    const { lines, starts } = document;
    if (!mayBeTooMuch(document)) return;
    const readers = dialectsNamed(readersOf(context));
    const losses = readers.flatMap((dialect) => lossOf(lines, dialect, context) ?? []);
    const first = earliest(losses);
    if (first === undefined) return;
    const { index, span } = first.excess;
    const isLost = losses.length === readers.length && losses.every(({ limit }) => limit.loses !== 'byte');
    const { text } = lines[index] ?? { text: '' };
    yield {
      at: { span: shift({ start: span.start, end: Math.max(span.start + 1, withoutLineEnd(text).length) }, starts[index] ?? 0) },
      ...(isLost && { severity: 'error' as const }),
      message: `This is more than cron takes: ${losses.map(({ said }) => said).join('; ')}. ${remedyFor(first, context)}`,
    };
  },
};
