/** Lines that every cron in question refuses. */
import type { Rule } from '../../../model/rule.js';
import { costOf, judgesOf } from '../costs.js';
import { type Dialect, dialectById } from '../dialects.js';
import type { Refusal } from '../entry.js';
import { fieldSpecs } from '../field-spec.js';
import { isTooLong } from '../length.js';
import { mistakenIn } from '../mistaken.js';
import type { CrontabLine } from '../model.js';
import { MARK } from './byte-order-mark.js';

/** What a field takes, to follow its name. */
export function wants(refusal: Refusal, { highestWeekday, names }: Dialect): string {
  const spec = fieldSpecs.find(({ title }) => title === refusal);
  const high = spec?.id === 'weekday' ? (highestWeekday ?? spec.high) : spec?.high;
  if (spec) return `${spec.title} is ${spec.low} to ${high}${spec.names.length > 0 && names !== 'none' ? ' or a three-letter name' : ''}`;
  if (refusal === 'time specifier') return 'the words are @reboot, @yearly, @monthly, @weekly, @daily and @hourly, in lower case';
  if (refusal === 'option') return 'only the flags that this cron knows may stand before the command';
  return refusal === 'username'
    ? 'a system crontab needs a user before the command'
    : 'the command is missing, or a field stands in its place';
}

/** The token at fault: the field itself, or the whole entry where the fault is that something is missing. */
function placeOf(line: CrontabLine, refusal: Refusal): { readonly start: number; readonly end: number } {
  const first = line.tokens[0]?.span ?? { start: 0, end: 0 };
  const last = line.tokens.at(-1)?.span ?? first;
  const index = fieldSpecs.findIndex(({ title }) => title === refusal);
  const field = index === -1 ? undefined : line.shape?.fields[index]?.span;
  if (refusal === 'time specifier') return line.shape?.macro?.span ?? first;
  return field ?? (index === -1 && line.shape?.command ? line.shape.command.span : { start: first.start, end: last.end });
}

const textAt = (line: CrontabLine, { start, end }: { readonly start: number; readonly end: number }): string => {
  const text = line.text.slice(start, end);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

/** True where a rule of its own says what is wrong: a byte order mark, or a command that is too long for all. */
const toldElsewhere = ({ text, shape }: CrontabLine, dialects: readonly string[]): boolean =>
  text.startsWith(MARK) || (shape !== undefined && dialects.every((id) => isTooLong(shape, dialectById(id))));

export const syntax: Rule<CrontabLine> = {
  id: 'crontab/syntax',
  severity: 'error',
  docs: {
    summary: 'A line that cron cannot read.',
    why: "Cron does not run it, and may do worse: one bad line makes Debian's cron ignore the whole file.",
    remedy: 'Correct the field that is named, or comment the line out.',
    bad: [
      { path: '/etc/crontab', text: '61 * * * * root /usr/bin/true\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '@Daily /home/ann/bin/report\n' },
      { path: '/etc/cron.d/backup', text: 'PATH /usr/bin\n0 3 * * * root /usr/local/sbin/backup\n' },
    ],
    good: [
      { path: '/etc/crontab', text: 'MAILTO=""\n*/5 0-12/2 1,15 jan-mar mon root /usr/bin/true\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '@daily /home/ann/bin/report\n' },
    ],
    nearMiss: { path: '/etc/crontab', text: '59 * * * * root /usr/bin/true\n' },
    references: [{ title: "The source of each cron's parser, and 2,500 lines run through them" }],
  },
  *checkLine(line, { dialects }) {
    for (const { span, message } of line.problems) yield { at: { span }, message };
    // What is meant as an assignment has rules of its own.
    if (line.type !== 'broken' || mistakenIn(line) !== undefined || toldElsewhere(line, dialects)) return;
    const judges = judgesOf(line, { dialects });
    const [first] = judges;
    if (first === undefined) return;
    const span = placeOf(line, first.refused);
    yield {
      at: { span },
      message: `Cron cannot read this line: bad ${first.refused} at “${textAt(line, span)}”; ${wants(first.refused, first.dialect)}. ${costOf(judges)}`,
    };
  },
};
