/** Commands and assignments that are longer than cron takes. */
import type { Report, Rule } from '../../../model/rule.js';
import { bytesOf, fitting, surplusOf } from '../../../text/bytes.js';
import type { Word } from '../../../text/words.js';
import { type Dialect, dialectById } from '../dialects/dialects.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { isQuotedIn } from '../reading/assignment.js';
import { roomFor, surplusFor } from '../reading/length.js';
import { type EntryShape, indentOf } from '../reading/shape.js';

interface Loss {
  readonly limit: number;
  /** What becomes of it, the cron first. */
  readonly said: string;
  readonly refused: boolean;
}

/** What `dialect` does to the entry for its length; undefined where it takes it, or refuses it for something else. */
function lossOfEntry({ readings }: CrontabLine, shape: EntryShape, dialect: Dialect): Loss | undefined {
  const { longCommand } = dialect;
  const limit = roomFor(shape, dialect) ?? 0;
  const refused = readings?.[dialect.id]?.refused;
  if (surplusFor(shape, dialect) === 0 || (refused !== undefined && refused !== 'command')) return undefined;
  return longCommand === 'refused'
    ? { limit, refused: true, said: `${dialect.badLine}, since it takes ${limit} at most` }
    : { limit, refused: false, said: `${dialect.title} cuts it after ${limit} and runs what is left` };
}

/** What `dialect` does to the entry for the length of its whole line. */
function lossOfLine({ text }: CrontabLine, command: Word, { longestLine: limit, title }: Dialect): Loss | undefined {
  const before = text.slice(0, command.span.start);
  return limit === undefined || surplusOf(before + command.text, limit) === 0
    ? undefined
    : {
        limit: limit - bytesOf(before),
        refused: false,
        said: `${title} reads ${limit} bytes of a line and takes what follows for a line of its own`,
      };
}

/** The same for an assignment, whose whole line counts. */
function lossOfSetting(line: Word, quoted: boolean, dialect: Dialect): Loss | undefined {
  const { longestAssignment: limit } = dialect;
  if (limit === undefined || surplusOf(line.text, limit) === 0) return undefined;
  return quoted
    ? { limit, refused: true, said: `${dialect.badLine}, since the closing quote is beyond the ${limit} that it reads` }
    : { limit, refused: false, said: `${dialect.title} cuts it after ${limit}` };
}

function reportOf(what: string, word: Word, losses: readonly Loss[], remedy: string, all: boolean): Report {
  const start = word.span.start + fitting(word.text, Math.min(...losses.map(({ limit }) => limit)));
  return {
    at: { span: { start, end: word.span.end } },
    ...(all && losses.every(({ refused }) => refused) && { severity: 'error' as const }),
    message: `${what} has ${bytesOf(word.text)} bytes: ${losses.map(({ said }) => said).join('; ')}. ${remedy}`,
  };
}

const SCRIPT = 'Put it in a script and run that.';

/** Shorter lines fit everywhere, whatever characters they hold. */
const SHORT = 300;

export const longLine: Rule<CrontabLine> = {
  id: 'crontab/long-line',
  severity: 'warning',
  docs: {
    summary: 'A command or an assignment is longer than cron takes.',
    why: 'Each cron reads into a buffer of a fixed size. Where a line does not fit, some refuse it, and others drop the rest without a word: half a command is run.',
    remedy: 'Put a long command in a script, and run that. Shorten a long value, or set it in the script.',
    bad: [
      { path: '/etc/cron.d/report', text: `0 3 * * * root /usr/local/bin/report ${'x'.repeat(1000)}\n` },
      { path: '/var/cron/tabs/ann', text: `0 3 * * * /home/ann/bin/report ${'ä'.repeat(500)}\n` },
      { path: '/var/spool/cron/crontabs/ann', text: `# daemonlint: dialect=dcron\n0 3 * * * /home/ann/bin/report ${'x'.repeat(1000)}\n` },
      { path: '/etc/cron.d/report', text: `LIST="${'x'.repeat(1000)}"\n0 3 * * * root /usr/local/bin/report\n` },
    ],
    good: [
      { path: '/etc/crontabs/root', text: `0 3 * * * /usr/bin/report ${'x'.repeat(1000)}\n` },
      { path: '/etc/cron.d/report', text: `# ${'x'.repeat(1000)}\n0 3 * * * root /usr/local/bin/report\n` },
    ],
    nearMiss: { path: '/etc/cron.d/report', text: `0 3 * * * root /usr/local/bin/report ${'x'.repeat(900)}\n` },
  },
  heeds: isRead,
  concerns: ({ text }) => text.length >= SHORT,
  *checkLine(line, context) {
    const dialects = readersOf(context).flatMap((id) => dialectById(id) ?? []);
    const { shape } = line;
    const { command } = shape ?? {};
    if (shape && command && (line.type === 'entry' || line.type === 'broken')) {
      const losses = dialects.flatMap((dialect) => lossOfEntry(line, shape, dialect) ?? lossOfLine(line, command, dialect) ?? []);
      if (losses.length > 0) yield reportOf('This command', command, losses, SCRIPT, losses.length === dialects.length);
    }
    if (line.assignment) {
      const { value } = line.assignment;
      const quoted = isQuotedIn(line.text, value);
      const end = value.span.end + (quoted ? 1 : 0);
      const start = indentOf(line.text);
      const whole: Word = { text: line.text.slice(start, end), span: { start, end } };
      const losses = dialects.flatMap((dialect) => lossOfSetting(whole, quoted, dialect) ?? []);
      const remedy = 'Shorten the value, or set it in a script.';
      if (losses.length > 0) yield reportOf('This assignment', whole, losses, remedy, losses.length === dialects.length);
    }
  },
};
