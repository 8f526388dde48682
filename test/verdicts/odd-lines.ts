/** Crontab lines that the other generators do not make: limits, quotes within quotes, flags, blanks of every kind, numbers that a C program counts round. */
import fc from 'fast-check';
import { joined, one } from './texts.js';

const STAR_FIELDS = ['*', '*/5', '*/1', '*/60', '*/61', '*/4294967295', '*~', '**', '*5', '*/2*', '*/2,', '*,1', '\\*', '*\v'];
const NUMBER_FIELDS = [
  '0',
  '1',
  '00',
  '007',
  '08',
  '4294967296',
  '4294967297',
  '1-',
  '-1',
  '1--2',
  '1/2,3',
  '1,*',
  '1.',
  '"1"',
  "'1'",
  '1é',
  '٣',
  '\f',
  '1\f',
];
const RANGE_FIELDS = [
  '5-7',
  '1,3',
  '1-31/31',
  '1-31/30',
  '12-1',
  '1-7/7',
  '0-6/6',
  '0-7',
  '7-7',
  '7/7',
  '7-0',
  '6-0',
  '5-1/4294967295',
  '1-5/4294967297',
];
const DRAWN_FIELDS = ['~', '1~3', '3~1', '70~', '0~0', '~3', '9~', '1-5~', '1~5/2', '~/2', 'mon~fri', '?', '?2-5', 'L', 'x'];
const NAMED_FIELDS = ['jan', 'Feb', 'jan,feb', 'jan-', 'mar-may', 'sun', 'SAT-mon', 'sun-mon', 'fri-mon', 'mon-7', 'mon-0'];
const field = one(...STAR_FIELDS, ...NUMBER_FIELDS, ...RANGE_FIELDS, ...DRAWN_FIELDS, ...NAMED_FIELDS);

const blank = one(' ', ' ', ' ', '\t', '  ', ' \t ', '\t\t', '\f', '\v', '\r', '\u00a0', '');
const indent = one('', '', '', ' ', '\t', ' \t', '-', '- ', '--', '-\t', ' -', '\f', '\u00a0', '\ufeff', '"');
const user = one('', 'root ', 'root\t', 'root  ', 'root \t ', 'root', 'daemon ', '* ', '-q ', 'root:root ', 'root/x ');

/** Bytes about the limits of those that have some. */
const long = (...lengths: readonly number[]): readonly string[] => lengths.map((length) => 'x'.repeat(length));

const INPUTS = ['x%y%z', 'x\\%y', 'x\\\\%y', 'x\\\\y', '%', '%%', '\\%', '\\', 'x\\'];
const FLAGS = ['-n x', '-q x', '-s x', '-nq x', '-n -n x', '-n  -q x', '-n', '-n ', '-', '- x', '--n x', '-x y'];
const TAILS = ['x', 'x y  ', 'x\r', '* x', '*x', '*', '# x', '#', '=', 'A=b x', 'é', '\f', '\v x', '\r', '\t', 'root * x', '@daily x'];
const command = one(
  ...TAILS,
  ...INPUTS,
  ...FLAGS,
  ...long(997, 998, 999, 1000, 1001),
  'é'.repeat(499),
  'é'.repeat(500),
  `${'x'.repeat(900)} é=é`,
);

const WORDS = [
  '@reboot',
  '@daily',
  '@weekly',
  '@monthly',
  '@yearly',
  '@annually',
  '@midnight',
  '@hourly',
  '@every_minute',
  '@every_second',
];
const NO_WORDS = ['@5', '@', '@ daily', '@Reboot', '@reboot\r', '@weekly,', '@noauto', '@minutely'];
const spread = joined(field, blank, field, blank, field, blank, field, blank, field);
const when = fc.oneof({ weight: 3, arbitrary: spread }, { weight: 1, arbitrary: one(...WORDS, ...NO_WORDS) });
const easy = one('* * * * *', '1 2 3 4 5', '0 0 1 1 0', '*/5 1-3 * jan mon', '@daily', '@reboot');
const entry = fc.oneof(
  { weight: 3, arbitrary: joined(indent, when, blank, user, command) },
  { weight: 8, arbitrary: joined(one('', '-', ' '), easy, one(' ', '\t', '  ', ''), user, command) },
  { weight: 1, arbitrary: joined(field, one(' '), field, one(' '), field, one(' '), field, one(' ', ''), one('', '*', '1 ', '1 x')) },
);

const QUOTED_NAMES = ['"A"', "'A'", '"A=B"', "'A B'", '"A', 'A"', '""', "'A\"'", '"A"B'];
const BARE_NAMES = ['A', 'A B', 'A\fB', '@A', '-A', '#A', 'É', 'A'.repeat(100), 'A-B.c', 'A#', 'A%', '1', '*', '* *', 'export A'];
const name = one(...BARE_NAMES, ...QUOTED_NAMES);
const equals = one('=', ' = ', '\t=\t', '=\f', '\v=', '==', '= =', '=\r', '=\u00a0', ' ', '=  ');
const QUOTED_VALUES = [
  '"x"',
  "'x'",
  '"x',
  'x"',
  '"x" ',
  '"x"\t\r',
  '"x"y',
  '"x""y"',
  '""',
  "''",
  '" "',
  '"  x  "',
  '"x" # y',
  '"é"',
  '"="',
];
const NESTED_VALUES = ['\'"x"\'', '"\'x\'"', '\'"x" \'', '\'" x"\'', "'\"'", '"\'"', "'\"x'", '\\"x\\"'];
const BARE_VALUES = ['', 'x', 'x y', ' x ', 'x\f', 'x\v\r', 'x\u00a0', 'x#y', 'x # y', 'x%y', '$A', 'é', '=', 'x=y', '\\'];
const quotedLong = [994, 995, 996, 1200].map((length) => `"${'x'.repeat(length)}"`);
const far = ' '.repeat(1000);
const value = one(
  ...BARE_VALUES,
  ...QUOTED_VALUES,
  ...NESTED_VALUES,
  ...long(993, 996, 997, 998, 999, 1100),
  ...quotedLong,
  `x${far}y`,
  `"x"${far}y`,
  `${far}y`,
);
const assignment = joined(one('', '', ' ', '\t', '-', '\f'), name, equals, value);

/** `count` lines without line feeds and bytes of 0; the same for the same `seed`. */
export const oddLines = (count: number, seed: number): readonly string[] =>
  fc.sample(fc.oneof({ weight: 6, arbitrary: entry }, { weight: 4, arbitrary: assignment }), { numRuns: count, seed });
