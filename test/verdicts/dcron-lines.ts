/** Crontab lines on the edge of what dcron takes: numbers that it counts round, its words, and what may stand before its commands. */
import fc from 'fast-check';
import { dcronCases } from './dcron-cases.js';
import { linesAtRandom } from './lines.js';
import { joined, one } from './texts.js';

const number = fc.oneof(
  { weight: 14, arbitrary: fc.integer({ min: 0, max: 70 }).map(String) },
  { weight: 1, arbitrary: one('007', '100', '120', '366', '1440') },
);
const dayName = one('sun', 'Mon', 'wed', 'Sat', 'mon', 'fri', 'Thu');
const monthName = one('jan', 'Feb', 'mar', 'Oct', 'dec', 'Nov');
const wrongName = one('TUE', 'sept', 'Octo', 'x', 'mo');

/** A field whose values may be those of `names` too; now and then a character goes wrong. */
function fieldWith(names: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const value = fc.oneof(
    { weight: 12, arbitrary: number },
    { weight: 6, arbitrary: names },
    { weight: 1, arbitrary: one('*') },
    { weight: 1, arbitrary: fc.oneof({ weight: 3, arbitrary: names }, { weight: 1, arbitrary: wrongName }) },
  );
  const range = fc.oneof(
    { weight: 18, arbitrary: value },
    { weight: 18, arbitrary: joined(value, one('-'), value) },
    { weight: 4, arbitrary: one('*') },
    { weight: 1, arbitrary: joined(value, one('-', '-', '--'), one('', '3-', '-7')) },
  );
  const step = fc.oneof(
    { weight: 40, arbitrary: one('') },
    { weight: 20, arbitrary: joined(one('/'), number) },
    { weight: 1, arbitrary: one('/', '/0', '/-3', '/+2', '/x', '//2') },
  );
  const list = fc.array(joined(range, step), { minLength: 1, maxLength: 3, size: 'max' }).map((items) => items.join(','));
  return fc.oneof(
    { weight: 30, arbitrary: one('*', '*', '*/2', '1-5', '0', '7', '15') },
    { weight: 30, arbitrary: list },
    { weight: 1, arbitrary: joined(list, one(',', '-', '/', ',*', ';')) },
  );
}

const plain = fieldWith(number);
const fields = [plain, plain, plain, fieldWith(monthName), fieldWith(dayName)] as const;
const blank = one(' ', ' ', ' ', '\t', '  ');
const times = joined(fields[0], blank, fields[1], blank, fields[2], blank, fields[3], blank, fields[4]);
const word = one(
  '@noauto',
  '@reboot',
  '@hourly',
  '@daily',
  '@weekly',
  '@monthly',
  '@yearly',
  '@annually',
  '@midnight',
  '@dailyx',
  '@Hourly',
  '@',
);
const namedWord = joined(one('@hourly', '@daily', '@weekly', '@monthly', '@yearly', '@reboot', '@noauto'), one(' ID=a', '\tID=job-1'));

const interval = joined(one('1', '2', '10', '0', '', '-1', '1x', '90'), one('m', 'h', 'd', 'w', 's', '', 'M', 'y'));
const option = fc.oneof(
  { weight: 4, arbitrary: one('ID=a', 'ID=job-1', 'ID=', 'ID=a/b', 'ID=a,b', 'id=a', 'ID = a') },
  { weight: 3, arbitrary: joined(one('FREQ='), interval) },
  { weight: 2, arbitrary: joined(one('FREQ='), interval, one('/'), interval) },
  { weight: 3, arbitrary: joined(one('AFTER='), one('a', 'b,c', 'a,', ',a', '', 'a/b'), one('', '', '/30m', '/1h', '/x', '/')) },
);
const options = fc
  .array(joined(option, fc.oneof({ weight: 9, arbitrary: blank }, { weight: 1, arbitrary: one('') })), { minLength: 0, maxLength: 3 })
  .map((texts) => texts.join(''));
const command = one('x', '/bin/x -y', 'x %y', 'x \\% y', '# x', '-n x', '* x', 'A=b x', 'x\r', '', ' ', 'x  y ', 'root x', '"q" r', 'é');

const entry = joined(
  one('', '', '', ' ', '\t'),
  fc.oneof({ weight: 6, arbitrary: times }, { weight: 1, arbitrary: word }, { weight: 1, arbitrary: namedWord }),
  blank,
  options,
  command,
);

/** The same for the same `seed`; each once. Without those that are passed over as the others do, and bytes of 0, which end what C reads of a line. */
export function dcronLines(seed: number): readonly string[] {
  const random = [...linesAtRandom(260, seed), ...fc.sample(entry, { numRuns: 760, seed })];
  return [...new Set([...dcronCases, ...random])].filter((line) => !/[\0\n]|^[ \t]*(?:#|$)/.test(line));
}
