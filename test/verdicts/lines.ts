/** Crontab lines made at random, most of them on the edge of what a cron takes. */
import fc from 'fast-check';
import { joined, one } from './texts.js';

/** `values` with how often each comes, as fast-check wants them. */
const weighted = (...rows: readonly (readonly [number, fc.Arbitrary<string>])[]): fc.Arbitrary<string> =>
  fc.oneof(...rows.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const whole = (high: number): fc.Arbitrary<string> => fc.integer({ min: 0, max: high }).map(String);

const NAMES = one('jan', 'FEB', 'sun', 'Mon', 'thu', 'sat', 'dec', 'OCT', 'sept', 'monday', 'j', 'march');

const numberUpTo = (high: number): fc.Arbitrary<string> =>
  weighted(
    [8, whole(high + 3)],
    [2, joined(one('0', '00'), whole(9))],
    [1, whole(200)],
    [1, one('4294967296', '4294967297', '2147483648', '9223372036854775808', '99999999999999999999')],
  );

const ODD = one(
  'L',
  '?',
  'H',
  '#',
  'W',
  '**',
  '*5',
  '*-5',
  '-',
  '--1',
  '+1',
  '-1',
  '~',
  '',
  '~5',
  '5~',
  '"1"',
  '1.5',
  '1;2',
  '*/',
  '/5',
  '*/*',
  '@',
);

function itemUpTo(high: number): fc.Arbitrary<string> {
  const value = weighted([8, numberUpTo(high)], [1, NAMES]);
  const range = joined(value, one('-', '-', '-', '~'), value);
  const body = weighted([4, value], [4, one('*')], [4, range], [1, ODD]);
  const step = weighted([8, numberUpTo(high)], [2, one('0', '1', '2', '5', '15', '100', '-1', 'x', '', '2/3', '*', 'sun')]);
  return joined(
    body,
    weighted([7, one('')], [3, joined(one('/'), step)]),
    weighted([19, one('')], [1, one('x', 'L', '#', '~', '*', '-', '?', '/')]),
  );
}

const fieldUpTo = (high: number): fc.Arbitrary<string> => {
  const list = fc.array(itemUpTo(high), { minLength: 1, maxLength: 3, size: 'max' }).map((items) => items.join(','));
  return joined(weighted([40, one('')], [1, one(',')]), weighted([3, itemUpTo(high)], [1, list]), weighted([40, one('')], [1, one(',')]));
};

const BLANK = weighted([30, one(' ')], [3, one('\t', '  ', ' \t')], [1, one('\u00a0', '\v', '\r', '')]);
const COMMAND = one('x', 'x y', '* x', '"q" r', '%', '#c', 'x%y', '\\', '5 y', 'x\r', 'é', '-n x', '', 'root x', ' ');
const INDENT = one('', '', '', ' ', '\t');

const entry = joined(INDENT, ...[59, 23, 31, 12, 7].flatMap((high) => [fieldUpTo(high), BLANK]), COMMAND);

const word = joined(
  one('@', '@reboot', '@daily', '@weekly', '@hourlyx', '@midnight', '@every_minute', '@yearly', '@annually', '@Monthly', '@monthly '),
  one(' x', '\tx y', '', '  ', ' %'),
);

const assignment = joined(
  INDENT,
  one('A', 'A B', '"A"', "'A'", 'A-B', '5', '', '_x', '"A B"', 'É', 'A.b', 'export A', 'a"b', "A'", '"', '#A', '@A'),
  one('=', ' = ', '\t=', ' =', '= ', ' ', '==', '  =  ', ':='),
  one('', 'x', 'x y ', '"x"', '"x" ', '"x" y', "'x'", "'x", '"x', 'x"y', '""', "''", '$X', 'x#y', ' "x"\t', '"x"#', '=', '\\"x'),
);

/** `count` lines without line feeds; the same for the same `seed`. */
export const linesAtRandom = (count: number, seed: number): readonly string[] =>
  fc.sample(weighted([12, entry], [3, assignment], [1, word]), { numRuns: count, seed });
