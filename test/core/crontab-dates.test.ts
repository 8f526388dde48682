/** Tests of the date, before what the real `date` prints over a century: a rule may speak of those alone that come out the same on all of its days. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describeWhere } from '../where.js';
import { fixed, found, message, table } from './crontab-rule-support.js';

const FORMATS = '%d %e %u %w %H %k %I %l %M %m %j %U %W %V %y %-d %-H %_d %_m %0e %a %A %b %B'.split(' ');

/** One moment of each of so many days from the first of January 2000, with all hours and minutes among them: all weeks of 28 years, then a day of each year of the century. */
const moments = Array.from({ length: 10_228 + 100 }, (_, at) => {
  const day = at < 10_228 ? at : (at - 10_228) * 366;
  return `@${946_684_800 + day * 86_400 + ((at * 7) % 24) * 3600 + ((at * 13) % 60) * 60}`;
});

/** What `date` printed for `format`, each once. */
function printed(format: string): ReadonlySet<string> | undefined {
  const { status, stdout } = spawnSync('date', ['-u', '-f', '-', `+${format}`], {
    input: `${moments.join('\n')}\n`,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return status === 0 ? new Set(stdout.split('\n').slice(0, -1)) : undefined;
}

type Test = (date: string, literal: string) => boolean;
const TESTS: Readonly<Record<string, Test>> = {
  '=': (date, literal) => date === literal,
  '!=': (date, literal) => date !== literal,
  '-eq': (date, literal) => Number(date) === Number(literal),
  '-ne': (date, literal) => Number(date) !== Number(literal),
  '-lt': (date, literal) => Number(date) < Number(literal),
  '-le': (date, literal) => Number(date) <= Number(literal),
  '-gt': (date, literal) => Number(date) > Number(literal),
  '-ge': (date, literal) => Number(date) >= Number(literal),
};

const NUMBERS = ['0', '00', '1', '01', '001', '7', '07', '9', '12', '13', '23', '24', '31', '32', '53', '59', '60', '99', '365', '366'];
const NAMES = ['Sun', 'sun', 'SUN', 'Sunday', 'sunday', 'Mon', 'Mar', 'march', 'March', 'May', 'So', 'x'];

const canAsk = printed('%d') !== undefined;

describeWhere(canAsk, 'The date of this machine reads no list of dates', 'tests of the date before the real date', () => {
  for (const format of FORMATS)
    it(`${format}: what is told comes out the same on every day, and numbers that do are told`, () => {
      const outputs = [...(printed(format) ?? [])];
      assert.ok(outputs.length > 1);
      const isNumber = /^[ \d]+$/.test(outputs[0] ?? '');
      for (const [operator, passes] of Object.entries(TESTS))
        for (const literal of isNumber ? NUMBERS : NAMES)
          for (const quote of ['', '"']) {
            const line = `0 3 * * * [ ${quote}$(date +${format.replace('%', '\\%')})${quote} ${operator} ${literal} ] && x\n`;
            const outcomes = new Set(outputs.map((output) => passes(quote === '' ? output.trim() : output, literal)));
            const said = message('date-test', line);
            if (said) assert.ok(outcomes.size === 1 && said.includes(outcomes.has(true) ? 'passes' : 'fails'), `${line}${said}`);
            else if (isNumber) assert.equal(outcomes.size, 2, line);
          }
    });

  it('a fix makes a test that comes out either way', () => {
    for (const line of [
      '0 3 * * * [ $(date +\\%u) = 0 ] && x',
      '0 3 * * * [ "$(date +\\%e)" = 1 ] && x',
      '0 3 * * * [ 1 = "$(date +\\%d)" ] && x',
      '0 3 * * * [ $(date +\\%b) != "march" ] && x',
      '0 3 * * * test $(date +\\%A) = Tue',
    ])
      assert.deepEqual(found('date-test', `${fixed('date-test', `${line}\n`)}`), []);
  });
});

describe('dates in arithmetic', () => {
  table('date-octal', {
    '0 3 * * * [ $(( $(date +\\%d) \\% 2 )) = 0 ] && x': true,
    '0 3 * * * [ $(( 1 + `date +\\%H` )) = 9 ] && x': true,
    '0 3 * * * echo "$(($(date +\\%m) + 1))"': true,
    '0 3 * * * [ $(( $(date +\\%u) \\% 2 )) = 0 ] && x': false,
    '0 3 * * * [ $(( $(date +\\%e) \\% 2 )) = 0 ] && x': false,
    '0 3 * * * [ $((1)) = $(date +\\%d) ] && x': false,
    '0 3 * * * [ $(( 10#$(date +\\%d) \\% 2 )) = 0 ] && x': false,
    "0 3 * * * bash -c '[[ $(date +\\%d) -gt 7 ]] && x'": true,
    "0 3 * * * bash -c '[[ $(date +\\%d) > 7 ]] && x'": false,
  });

  /** What a shell says of the sum. */
  const sum = (text: string): number | null => spawnSync('sh', ['-c', `: $((${text}))`]).status;

  it('the shell of this machine takes 07 and not 08', () => {
    assert.equal(sum('07 % 2'), 0);
    assert.notEqual(sum('08 % 2'), 0);
  });
});
