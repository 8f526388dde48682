/** A test of the date that no date ever passes, or that every one does. */
import type { Report, Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import type { Command } from '../../../text/shell/commands.js';
import { unquoted } from '../../../text/shell/shell.js';
import type { Word } from '../../../text/words.js';
import { commandLineOf } from '../commands/command-line.js';
import { type Counted, DATE, datesIn, filled, isAlone, nameFor, type PrintedDate } from '../commands/dates.js';
import type { CrontabLine } from '../model.js';

/** Whether a number passes, by the operator. */
const NUMERIC: Readonly<Record<string, (date: number, value: number) => boolean>> = {
  '-eq': (date, value) => date === value,
  '-ne': (date, value) => date !== value,
  '-lt': (date, value) => date < value,
  '-le': (date, value) => date <= value,
  '-gt': (date, value) => date > value,
  '-ge': (date, value) => date >= value,
};

/** The same with the sides changed: `7 -lt $(date +\%d)`. */
const TURNED: Readonly<Record<string, string>> = { '-lt': '-gt', '-le': '-ge', '-gt': '-lt', '-ge': '-le' };

const isOperator = (word: string): boolean => /^(?:==?|!=)$/.test(word) || Object.hasOwn(NUMERIC, word);

interface Comparison {
  readonly date: PrintedDate;
  /** Whether blanks in what it prints are kept. */
  readonly isWhole: boolean;
  readonly operator: string;
  readonly literal: Word;
}

/** What may be told of a comparison. */
interface Outcome {
  readonly passes: boolean;
  /** What `date` prints, in words. */
  readonly prints: string;
  /** What was meant instead of the literal. */
  readonly instead?: string;
}

const values = ({ low, high }: Counted): readonly number[] => Array.from({ length: high - low + 1 }, (_, at) => low + at);

/** What the test sees: the shell drops the blanks of a word that is not in quotes. */
const seen = (value: number, prints: Counted, isWhole: boolean): string => (isWhole ? filled(value, prints) : filled(value, prints).trim());

/** Sunday is 7 to `%u` and 0 to `%w`. */
function meantNumber({ letter }: PrintedDate, { low, high }: Counted, value: number): number | undefined {
  if (letter === 'u' && value === 0) return 7;
  if (letter === 'w' && value === 7) return 0;
  return value >= low && value <= high ? value : undefined;
}

function ofNumbers({ date, operator }: Comparison, prints: Counted, literal: string): Outcome | undefined {
  const passes = NUMERIC[operator];
  if (passes === undefined || !/^\d{1,9}$/.test(literal)) return undefined;
  const [first, ...others] = new Set(values(prints).map((value) => passes(value, Number(literal))));
  if (first === undefined || others.length > 0) return undefined;
  const meant = /^-(?:eq|ne)$/.test(operator) ? meantNumber(date, prints, Number(literal)) : undefined;
  return { passes: first, prints: `${prints.low} to ${prints.high}`, ...(meant !== undefined && { instead: String(meant) }) };
}

function ofDigits({ date, isWhole, operator }: Comparison, prints: Counted, literal: string): Outcome | undefined {
  const all = values(prints).map((value) => seen(value, prints, isWhole));
  if (!/^ ?\d{1,3}$/.test(literal) || all.includes(literal)) return undefined;
  const meant = meantNumber(date, prints, Number(literal));
  return {
    passes: operator === '!=',
    prints: `${all[0]} to ${all.at(-1)}`,
    ...(meant !== undefined && { instead: seen(meant, prints, isWhole) }),
  };
}

/** Only of English names: others may be those of the language that cron was given. */
function ofNames({ operator }: Comparison, names: readonly string[], literal: string): Outcome | undefined {
  const instead = names.includes(literal) ? undefined : nameFor(names, literal);
  return instead === undefined ? undefined : { passes: operator === '!=', prints: `${names[0]}, ${names[1]} and so on`, instead };
}

function outcomeOf(comparison: Comparison): Outcome | undefined {
  const { prints } = comparison.date;
  const literal = unquoted(comparison.literal.text);
  const isNumeric = Object.hasOwn(NUMERIC, comparison.operator);
  if ('low' in prints) return (isNumeric ? ofNumbers : ofDigits)(comparison, prints, literal);
  return isNumeric ? undefined : ofNames(comparison, prints, literal);
}

/** The operator and the word on the other side of it. */
function otherSide(args: readonly Word[], at: number): readonly [string, Word] | undefined {
  const [two, before, behind, next] = [args[at - 2], args[at - 1]?.text ?? '', args[at + 1]?.text ?? '', args[at + 2]];
  if (next && isOperator(behind)) return [behind, next];
  return two && isOperator(before) ? [TURNED[before] ?? before, two] : undefined;
}

function comparisonIn({ program, args }: Command, date: PrintedDate): Comparison | undefined {
  if (!/^(?:\[|\[\[|test)$/.test(program.text)) return undefined;
  const at = args.findIndex((word) => isAlone(date, word));
  const [operator, literal] = otherSide(args, at) ?? [];
  const isWhole = program.text === '[[' || args[at]?.text.startsWith('"') === true;
  return operator && literal ? { date, isWhole, operator, literal } : undefined;
}

function reportOn(comparison: Comparison): Report | undefined {
  const outcome = outcomeOf(comparison);
  if (outcome === undefined) return undefined;
  const { date, literal } = comparison;
  const { passes, prints, instead } = outcome;
  const text = instead?.includes(' ') ? `"${instead}"` : instead;
  return {
    at: literal,
    message: `date prints ${prints} for “${date.format}”: this test ${passes ? 'passes' : 'fails'} every time.${instead === undefined ? '' : ` Compare with “${instead}”.`}`,
    fixes: text === undefined ? [] : [{ title: `Compare with “${instead}”`, edits: [replace(literal, text)], safe: false }],
  };
}

export const dateTest: Rule<CrontabLine> = {
  id: 'crontab/date-test',
  severity: 'warning',
  docs: {
    summary: 'A test of the date that is never true, or always.',
    why: 'Jobs for some days only ask `date`, and what it prints has a form of its own: Sunday is 7 for `%u` and 0 for `%w`, the first of a month is 01 for `%d`, and names begin with a capital. A comparison with anything else fails on every day, without a word.',
    remedy: 'Compare with what `date` prints, or compare numbers by `-eq`. Where the times of the entry can say it, leave it to them.',
    bad: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root [ $(date +\\%u) = 0 ] && /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: '0 3 28-31 * * root [ "$(date -d tomorrow +\\%d)" = 1 ] && /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root test $(date +\\%w) -eq 7 && /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root if [ `date +\\%a` != sun ]; then /usr/local/sbin/backup; fi\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root [ "Sunday" = "$(date \'+\\%a\')" ] && /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * 0 root [ $(date +\\%u) -le 7 ] && /usr/local/sbin/backup\n' },
    ],
    good: [
      {
        path: '/etc/cron.d/backup',
        text: '0 3 * * 0 root [ $(date +\\%d) -le 7 ] && x; [ `date +\\%d` -eq 1 ] && y; [ 7 -ge "$(date +\\%e)" ] && z\n',
      },
      {
        path: '/etc/cron.d/backup',
        text: '0 3 * * * root [ "$(date +\\%-d)" = 1 ] && x; [ $(date +\\%e) = 1 ] && y; [ "$(date +\\%a)" = Sun ] && z\n',
      },
      {
        path: '/etc/cron.d/backup',
        text: '0 3 * * * root [ x$(date +\\%u) = x0 ] || [ $(date +\\%s) = 0 ] || [ $(date +\\%a) = So ] || [ $(LC_ALL=es_ES.UTF-8 date +\\%b) = jun ] || [ $(date +\\%u) = $DAY ]\n',
      },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: '0 3 * * * root [ $(date +\\%u) = 7 ] && /usr/local/sbin/backup\n' },
  },
  marks: [DATE],
  types: ['entry'],
  *checkLine(line) {
    // With another language names are others.
    const isEnglish = !/\b(?:LC_\w+|LANG)=/.test(line.text);
    const runs = commandLineOf(line)?.runs ?? [];
    for (const date of datesIn(runs)) {
      const command = runs.find(({ piece }) => piece === date.piece.list.host)?.command;
      const comparison = command && comparisonIn(command, date);
      const report = comparison && (isEnglish || 'low' in date.prints) ? reportOn(comparison) : undefined;
      if (report) yield report;
    }
  },
};
