/** Reads the words of a schedule as an English reader would, and tells which times and dates they mean. */
import assert from 'node:assert/strict';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const upTo = (first: number, last: number, step = 1): number[] => {
  const values: number[] = [];
  for (let value = first; value <= last; value += step) values.push(value);
  return values;
};

/** `1, 3 to 5 and 9`, each part read by `read`. */
function list(text: string, read: (word: string) => number): number[] {
  return text.split(/, | and /).flatMap((part) => {
    const [first = '', last] = part.split(' to ').map(read) as [number, number?];
    assert.ok(Number.isInteger(first), text);
    return last === undefined ? [first as number] : upTo(first as number, last);
  });
}

const minuteOf = (text: string): number => {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(text) ?? assert.fail(text);
  return Number(hour) * 60 + Number(minute);
};

const named = (names: readonly string[]) => (word: string) => names.indexOf(word.replace(/s$/, '')) + 1 || assert.fail(word);

function hoursOf(text: string): number[] {
  if (text === 'every hour') return upTo(0, 23);
  const steps = /^every (\d+)(?:st|nd|rd|th) hour from (\d+) to (\d+)$/.exec(text);
  if (steps) return upTo(Number(steps[2]), Number(steps[3]), Number(steps[1]));
  return list(/^hours? (.*)$/.exec(text)?.[1] ?? assert.fail(text), Number);
}

function minutesOf(text: string): number[] {
  if (text === 'Every minute') return upTo(0, 59);
  const steps = /^Every (?:(\d+) minutes from minute|minute from) (\d+) to (\d+)$/.exec(text);
  if (steps) return upTo(Number(steps[2]), Number(steps[3]), Number(steps[1] ?? 1));
  return list(/^At minutes? (.*)$/.exec(text)?.[1] ?? assert.fail(text), Number);
}

/** Minutes of the day, ascending. */
function timesOf(text: string): number[] {
  const always = /^Every (?:(\d+) minutes|minute)$/.exec(text);
  if (always) return upTo(0, 1439, Number(always[1] ?? 1));
  const series = /^Every (\d+)? ?(minute|hour)s? from (\d\d:\d\d) to (\d\d:\d\d)$/.exec(text);
  if (series) {
    const [, count, unit, first = '', last = ''] = series;
    return upTo(minuteOf(first), minuteOf(last), Number(count ?? 1) * (unit === 'hour' ? 60 : 1));
  }
  if (/^At \d\d:/.test(text)) return list(text.slice(3), minuteOf);
  const [, minutes = '', hours = ''] = /^(.*) of (.*hour.*)$/.exec(text) ?? assert.fail(text);
  return hoursOf(hours).flatMap((hour) => minutesOf(minutes).map((minute) => hour * 60 + minute));
}

interface Dates {
  readonly days?: readonly number[];
  /** Sunday is 7. */
  readonly weekdays?: readonly number[];
  readonly either: boolean;
  readonly months: readonly number[];
}

function daysOf(text: string): { days: number[]; months?: number[] } {
  const [, before = '', of = '', after = ''] = /^(.*) of (the month|[A-Z][a-z]+)( from .*)?$/.exec(text) ?? assert.fail(text);
  const months = of === 'the month' ? {} : { months: [named(MONTHS)(of)] };
  if (before === 'odd days') return { days: upTo(1, 31, 2), ...months };
  if (before === 'even days') return { days: upTo(2, 30, 2), ...months };
  const steps = /^every (\d+)(?:st|nd|rd|th) day from day (\d+) to (\d+)$/.exec(before + after);
  if (steps) return { days: upTo(Number(steps[2]), Number(steps[3]), Number(steps[1])), ...months };
  return { days: list(/^days? (.*)$/.exec(before)?.[1] ?? assert.fail(text), Number), ...months };
}

function datesOf(on: string | undefined, inMonths: string | undefined): Dates {
  const months = inMonths === undefined ? upTo(1, 12) : list(inMonths, named(MONTHS));
  if (on === undefined) return { either: false, months };
  const [days, weekdays] = on.split(' and also on ');
  if (weekdays !== undefined) return { days: daysOf(days ?? '').days, weekdays: list(weekdays, named(DAYS)), either: true, months };
  const [those = '', fallOn] = on.split(' that fall on ');
  if (fallOn !== undefined) return { days: daysOf(fallOn).days, weekdays: list(those, named(DAYS)), either: false, months };
  if (/^[A-Z]/.test(on)) return { weekdays: list(on, named(DAYS)), either: false, months };
  return { either: false, months, ...daysOf(on) };
}

/** What `words` mean: minutes of the day, and a test of dates by day, month and weekday (Sunday 0). */
export function meaningOf(words: string): { times: readonly number[]; on: (day: number, month: number, weekday: number) => boolean } {
  const [sentence = ''] = words.split(';');
  const [, time = '', on, months] = /^(.*?)(?: every day)?(?: on (.*?))?(?:,? in ([A-Z].*))?$/.exec(sentence) ?? assert.fail(words);
  const dates = datesOf(on, months);
  return {
    times: timesOf(time),
    on: (day, month, weekday) => {
      const byDay = dates.days?.includes(day) ?? true;
      const byWeekday = dates.weekdays?.includes(weekday === 0 ? 7 : weekday) ?? true;
      return dates.months.includes(month) && (dates.either ? byDay || byWeekday : byDay && byWeekday);
    },
  };
}
