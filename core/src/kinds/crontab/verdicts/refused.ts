/** Where a line is refused, and what is wanted there instead. */
import { withoutLineEnd } from '../../../text/lines.js';
import type { Span } from '../../../text/span.js';
import { words } from '../../../text/words.js';
import type { Dialect } from '../dialects/dialect.js';
import { fieldSpecs } from '../fields/spec.js';
import type { CrontabLine } from '../model.js';
import type { Refusal } from '../reading/reading.js';

/** What dcron takes elsewhere than in a field. */
const WANTED: Partial<Readonly<Record<Refusal, string>>> = {
  'time specifier': 'the words are @reboot, @hourly, @daily, @weekly, @monthly, @yearly and @noauto, in lower case',
  option:
    'before the command ID=NAME, FREQ=1d or FREQ=1d/10m (m, h, d or w) and AFTER=NAME may stand, each once, and FREQ= behind no @ word; a command must follow',
  'job name': 'a job with FREQ= or a word such as @daily needs one: put ID=NAME before the command',
  command: 'a blank and a command must stand behind the times',
};

const NAMES: Readonly<Record<Dialect['names'], string>> = {
  three: ' or a three-letter name',
  longer: ' or a three-letter name',
  cased: ' or a three-letter name, as mon or Mon',
  none: '',
};

/** What a field takes, to follow its name. */
export function wants(refusal: Refusal, dialect: Dialect): string {
  const { highestWeekday, names, jobOptions, secondsWord } = dialect;
  const spec = fieldSpecs.find(({ title }) => title === refusal);
  const high = spec?.id === 'weekday' ? (highestWeekday ?? spec.high) : spec?.high;
  if (spec) return `${spec.title} is ${spec.low} to ${high}${spec.names.length > 0 ? NAMES[names] : ''}`;
  const own = jobOptions ? WANTED[refusal] : undefined;
  if (own !== undefined) return own;
  if (refusal === 'time specifier' && secondsWord)
    return 'the words are @reboot, @yearly, @monthly, @weekly, @daily, @hourly, @every_minute and @every_second, in lower case, and seconds such as @600';
  if (refusal === 'time specifier') return 'the words are @reboot, @yearly, @monthly, @weekly, @daily and @hourly, in lower case';
  if (refusal === 'option') return 'only the flags that this cron knows may stand before the command';
  return refusal === 'username'
    ? 'a system crontab needs a user before the command'
    : 'the command is missing, or a field stands in its place';
}

/** The token at fault: the field itself, or the whole entry where the fault is that something is missing. */
export function placeOf(line: CrontabLine, refusal: Refusal): Span {
  const first = line.tokens[0]?.span ?? { start: 0, end: 0 };
  const last = line.tokens.at(-1)?.span ?? first;
  const index = fieldSpecs.findIndex(({ title }) => title === refusal);
  const field = index === -1 ? undefined : (line.shape?.dashed ?? line.shape)?.fields[index]?.span;
  if (refusal === 'time specifier') return line.shape?.macro?.span ?? first;
  return field ?? (index === -1 && line.shape?.command ? line.shape.command.span : { start: first.start, end: last.end });
}

/** What an entry begins with, in its order. */
export const FIVE_FIELDS = 'five fields: minute, hour, day of the month, month, day of the week';

/** True where the line ends before what is refused. */
function endsBefore({ text, shape }: CrontabLine, refusal: Refusal): boolean {
  const times = shape?.macro ? 1 : 5;
  const index = fieldSpecs.findIndex(({ title }) => title === refusal);
  const before = refusal === 'username' ? times : refusal === 'command' && !shape?.command?.text ? times + 1 : index;
  if (before === -1) return false;
  return words(withoutLineEnd(text)).length <= before;
}

/** Why a line is refused, for `dialect`, as a part of a sentence. */
export function whyRefused(line: CrontabLine, refusal: Refusal, dialect: Dialect): string {
  if (!endsBefore(line, refusal)) return `bad ${refusal} at “${textAt(line, placeOf(line, refusal))}”; ${wants(refusal, dialect)}`;
  const ends = `bad ${refusal}: the line ends before it`;
  if (refusal === 'command') return `${ends}; write what is to be run, or comment the line out`;
  return `${ends}${refusal === 'username' ? `; ${wants(refusal, dialect)}` : `, and an entry begins with ${FIVE_FIELDS}`}`;
}

/** What stands at a place of the line, cut short. */
export const textAt = (line: CrontabLine, { start, end }: Span): string => {
  const text = line.text.slice(start, end);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};
