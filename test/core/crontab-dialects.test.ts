/** What the rows of the table say that no recorded line shows: POSIX, the words of systemd-cron, and what a line costs. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commandBy } from '../../core/src/kinds/crontab/commands/command.js';
import { shellText, stdinText } from '../../core/src/kinds/crontab/commands/job.js';
import { costAt, type Dialect } from '../../core/src/kinds/crontab/dialects/dialect.js';
import { dialectById, dialects } from '../../core/src/kinds/crontab/dialects/dialects.js';
import { NONE, valuesOf } from '../../core/src/kinds/crontab/fields/bits.js';
import { assignmentBy } from '../../core/src/kinds/crontab/reading/assignment.js';
import { readEntry } from '../../core/src/kinds/crontab/reading/entry.js';
import { shapeOf } from '../../core/src/kinds/crontab/reading/shape.js';
import { scheduleOf } from '../../core/src/kinds/crontab/schedule/schedule.js';
import { reasonOf, verdictOf } from '../../core/src/kinds/crontab/verdicts/verdict.js';

function row(id: string): Dialect {
  const found = dialectById(id);
  assert.ok(found, id);
  return found;
}

const read = (id: string, line: string) => readEntry(shapeOf(line, 0, 'user'), row(id));

/** The values of the field at `index` as `id` reads it, or where it stops. */
function values(id: string, line: string, index: number): string {
  const { refused, sets } = read(id, line);
  return refused ?? valuesOf(sets?.[index] ?? { low: 0, high: 0 }).join();
}

describe('the table of dialects', () => {
  it('names each dialect once, and a source for each', () => {
    assert.equal(new Set(dialects.map(({ id }) => id)).size, dialects.length);
    for (const { id, source } of dialects) assert.ok(source.length > 10, id);
  });
});

describe('a field as POSIX has it', () => {
  it('is a star alone, or a list of numbers and ranges', () => {
    assert.equal(values('posix', '1,5-7,9 * * * * x', 0), '1,5,6,7,9');
    assert.equal(values('posix', '5 * * * * x', 3), '1,2,3,4,5,6,7,8,9,10,11,12');
  });
  it('goes round the end when its range is reversed, as System V has it', () => {
    assert.equal(values('posix', '0 22-2 * * * x', 1), '0,1,2,22,23');
    assert.equal(values('posix', '0 0 * 11-2 * x', 3), '1,2,11,12');
  });
  it('has no steps, names, Sunday 7, and no star in a list', () => {
    for (const field of ['*/5', '0-9/3', '1,*', '60', '-1', '1-', '', '1,,2'].filter(Boolean))
      assert.equal(values('posix', `${field} * * * * x`, 0), 'minute', field);
    for (const field of ['mon', '7', '1-7']) assert.equal(values('posix', `0 0 * * ${field} x`, 4), 'day-of-week', field);
    assert.equal(values('posix', '0 0 * jan * x', 3), 'month');
  });
  it('stands in no file with words or assignments', () => {
    assert.equal(read('posix', '@daily x').refused, 'time specifier');
    assert.equal(assignmentBy(row('posix'), 'PATH=/bin', 0), undefined);
  });
});

describe('a `-` before an @ word', () => {
  const verdict = (id: string, line: string) => verdictOf(line, 'user', row(id));
  it('is for cronie what it is before five fields: the entry runs, and is not logged', () => {
    const taken = verdict('cronie', '-@daily x');
    assert.deepEqual(taken.type === 'entry' && [taken.quiet, valuesOf(taken.schedule.type === 'times' ? taken.schedule.hours : NONE)], [
      true,
      [0],
    ]);
    assert.equal(read('cronie', '-@Daily x').refused, 'time specifier');
  });
  it('is the beginning of a bad minute for the others', () => {
    for (const id of ['debian', 'freebsd', 'openbsd']) assert.equal(read(id, '-@daily x').refused, 'minute', id);
    const refused = verdict('debian', '-@daily x');
    assert.equal(refused.type === 'rejected' && refused.value, '-@daily');
    assert.deepEqual([read('busybox', '-@daily x').silently, read('busybox', '-@daily a b c d e').refused], [true, 'minute']);
  });
});

describe('systemd-cron', () => {
  const schedule = (line: string) => scheduleOf(shapeOf(line, 0, 'user'), read('systemd-cron', line), row('systemd-cron'));
  it('runs @weekly on Mondays, in any case of letters', () => {
    for (const word of ['@weekly', '@Weekly', '@@weekly'])
      assert.deepEqual(valuesOf(schedule(`${word} x`)?.weekdays ?? { low: 0, high: 0 }), [1], word);
  });
  it('knows words that no other has', () => {
    assert.deepEqual(valuesOf(schedule('@quarterly x')?.months ?? { low: 0, high: 0 }), [1, 4, 7, 10]);
    assert.deepEqual(valuesOf(schedule('@semiannually x')?.months ?? { low: 0, high: 0 }), [1, 7]);
    assert.equal(schedule('@REBOOT x')?.type, 'reboot');
  });
  it('hands on what systemd does not know', () => {
    for (const word of ['@fortnightly', '@every', '@', '@constructor', '@0']) {
      assert.deepEqual(read('systemd-cron', `${word} x`), { lost: true }, word);
      assert.equal(schedule(`${word} x`), undefined, word);
    }
    assert.deepEqual(read('systemd-cron', '@mon x'), {});
  });
  it('dies of a word that is a number beyond 31', () => assert.equal(read('systemd-cron', '@32 x').refused, 'time specifier'));
  it('lets a day be in both fields of days, always', () => {
    assert.equal(schedule('0 0 13 * 5 x')?.dayMatch, 'and');
    assert.equal(schedule('0 0 1-31 * 1 x')?.dayMatch, 'and');
  });
  it('reads November as October, and counts weekdays round by sevens', () => {
    assert.equal(values('systemd-cron', '0 0 1 nov * x', 3), '10');
    assert.equal(values('systemd-cron', '0 0 * * 15 x', 4), '1');
    assert.equal(values('systemd-cron', `0 0 * * ${'7'.repeat(40)}1 x`, 4), '1');
  });
  it('takes names of letters, digits and _ for assignments, however the quotes stand', () => {
    const value = (line: string) => assignmentBy(row('systemd-cron'), line, 0)?.value.text;
    assert.equal(value('FOO="a" b'), 'a" b');
    assert.equal(value('FOO="a'), 'a');
    assert.equal(value('FOO='), '');
    assert.equal(value('A-B=c'), undefined);
    assert.equal(value('"A"=c'), undefined);
  });
});

describe('what a line costs', () => {
  it('depends on where it is refused, and on the form', () => {
    assert.match(costAt(row('debian'), 'minute', 'user'), /ignores the whole file/);
    assert.match(costAt(row('openbsd'), 'minute', 'user'), /ignores the whole crontab/);
    assert.match(costAt(row('openbsd'), 'minute', 'system'), /skips the entry/);
    assert.match(costAt(row('freebsd'), 'command', 'system'), /skips the entry and the line below it/);
    assert.match(costAt(row('freebsd'), 'minute', 'system'), /skips the entry$/);
    assert.match(costAt(row('systemd-cron'), 'day-of-week', 'user'), /every day of the week/);
    assert.match(costAt(row('systemd-cron'), 'command', 'user'), /breaks off/);
    assert.match(costAt(row('systemd-cron'), 'command', 'system'), /no timer/);
  });
});

describe('the command', () => {
  const command = (id: string, line: string, form: 'user' | 'system' = 'user') => commandBy(row(id), line, shapeOf(line, 0, form));
  it('begins behind the flags of those who have them', () => {
    assert.equal(command('debian', '* * * * * -n x'), '-n x');
    assert.equal(command('cronie', '* * * * * -n x'), 'x');
    assert.equal(command('openbsd', '* * * * * -q -n x'), 'x');
  });
  it('ends at a # for BusyBox, and at the limit for those who cut', () => {
    assert.equal(command('busybox', '* * * * * echo "#1" # note'), 'echo "');
    assert.equal(command('freebsd', `* * * * * ${'é'.repeat(600)}`), 'é'.repeat(499));
  });
  it('begins with the user where there is no column for one', () =>
    assert.equal(command('busybox', '* * * * * root x', 'system'), 'root x'));
});

describe('the fixture of named cases', () => {
  it('holds 120 of them', () =>
    assert.equal(
      readFileSync(new URL('../fixtures/crontab-cases.jsonl', import.meta.url), 'utf8')
        .trim()
        .split('\n').length,
      120,
    ));
});

describe('columns that no reader asks for', () => {
  /** What a reader makes of the field in the place of the minute, or of the weekday. */
  const minute = (id: string, field: string) => values(id, `${field} * * * * x`, 0);
  const weekday = (id: string, field: string) => values(id, `0 0 * * ${field} x`, 4);

  for (const { id, names, steps, stepOnNumber, reversed, highestWeekday, checksRanges, zeroEndsAtSeven } of dialects) {
    it(`${id}: names`, () => {
      assert.equal(values(id, '0 0 1 jan * x', 3), names === 'none' ? 'month' : '1');
      assert.equal(values(id, '0 0 1 january * x', 3), names === 'longer' ? '1' : 'month');
    });
    it(`${id}: steps`, () => {
      assert.equal(minute(id, '*/30'), steps ? '0,30' : 'minute');
      assert.equal(minute(id, '50/5'), { onward: '50,55', alone: '50', no: 'minute' }[stepOnNumber ?? 'no']);
      assert.equal(minute(id, '*/90'), steps && checksRanges !== 'all' ? '0' : 'minute');
    });
    it(`${id}: reversed ranges`, () => {
      assert.equal(minute(id, '58-1'), { nothing: '', refused: 'minute', round: '0,1,58,59' }[reversed]);
      if (zeroEndsAtSeven) assert.equal(weekday(id, '6-0'), '0,6,7');
    });
    it(`${id}: weekdays`, () => {
      assert.equal(weekday(id, '7'), highestWeekday === 6 ? 'day-of-week' : '0,7');
      assert.equal(weekday(id, '8'), highestWeekday === undefined ? '1' : 'day-of-week');
    });
  }
});

describe("Debian's cron on the edge", () => {
  it('refuses a range that ends below the field, and takes one that is only the wrong way round', () => {
    assert.equal(values('debian', '0 0 15-0 * * x', 2), 'day-of-month');
    assert.equal(values('debian', '0 0 1 10-00 * x', 3), 'month');
    assert.equal(values('debian', '0 0 15-1 * * x', 2), '');
    assert.equal(values('debian', '15-0 0 * * * x', 0), '');
  });

  it('tells of the star too many before the length of what it begins', () => {
    const line = `@daily * ${'x'.repeat(1000)}`;
    const verdict = verdictOf(line, 'user', row('debian'));
    assert.match(verdict.type === 'rejected' ? reasonOf(verdict, row('debian')) : '', /^bad command/);
  });

  it('counts the blanks behind the user that it keeps among the 998 bytes of a command', () => {
    const reason = (blanks: string, length: number) => {
      const verdict = verdictOf(`* * * * * root${blanks}${'x'.repeat(length)}`, 'system', row('debian'));
      return verdict.type === 'rejected' ? reasonOf(verdict, row('debian')) : verdict.type;
    };
    assert.equal(reason(' ', 998), 'entry');
    assert.equal(reason('  ', 997), 'entry');
    assert.equal(reason('  ', 998), 'command too long: more than 998 bytes');
    assert.equal(reason(' \t ', 997), 'command too long: more than 998 bytes');
  });

  it('counts numbers as an int of 32 bits does', () => {
    assert.equal(values('debian', '4294967296 0 * * * x', 0), '0');
    assert.equal(values('debian', '0 4294967297-4 * * * x', 1), '1,2,3,4');
    assert.equal(values('debian', '99999999999999999999 0 * * * x', 0), 'minute');
    assert.equal(values('debian', '*/4294967296 0 * * * x', 0), 'minute');
  });
});

describe('assignments on the edge', () => {
  const assigned = (id: string, line: string) => {
    const verdict = verdictOf(line, 'user', row(id));
    return verdict.type === 'assignment' ? `${verdict.name}=${verdict.value}` : verdict.type;
  };

  it('have no equals sign in the quotes of a name', () => {
    for (const id of ['debian', 'cronie', 'freebsd', 'openbsd', 'netbsd']) assert.equal(assigned(id, '"A=B"=c'), 'rejected', id);
  });

  it("lose a second pair of quotes with Debian's cron alone, which has both the old way to take them off and the new", () => {
    assert.equal(assigned('debian', `A='"x"'`), 'A=x');
    assert.equal(assigned('debian', `A="'x' "`), 'A=x');
    assert.equal(assigned('debian', `A='"x'`), 'A="x');
    assert.equal(assigned('debian', `A='"'`), 'A="');
    assert.equal(assigned('cronie', `A='"x"'`), 'A="x"');
    assert.equal(assigned('openbsd', `A='"x"'`), 'A="x"');
  });

  it('are kept up to a limit, counted from the first character that is no blank', () => {
    assert.equal(assigned('debian', ` \tA=${'x'.repeat(1100)}`), `A=${'x'.repeat(996)}`);
    assert.equal(assigned('netbsd', `A=${'é'.repeat(600)}`), `A=${'é'.repeat(498)}`);
    assert.equal(assigned('cronie', `A=${'x'.repeat(1100)}`), `A=${'x'.repeat(1100)}`);
  });

  it('are none where the limit lies before the closing quote, and none the less where it lies before what would spoil them', () => {
    assert.equal(assigned('debian', `A="${'x'.repeat(994)}"`), `A=${'x'.repeat(994)}`);
    assert.equal(assigned('debian', `A="${'x'.repeat(995)}"`), 'rejected');
    assert.equal(assigned('debian', `A="x"${' '.repeat(1000)}y`), 'A=x');
    assert.equal(assigned('cronie', `A="x"${' '.repeat(1000)}y`), 'rejected');
  });
});

describe('the flags of cronie', () => {
  const verdict = (line: string) => {
    const found = verdictOf(line, 'user', row('cronie'));
    return found.type === 'entry' ? `${found.job.flags.join()} ${found.job.raw}` : found.type === 'rejected' ? found.refusal : found.type;
  };

  it('stand each by itself, and once', () => {
    assert.equal(verdict('@daily -n x'), 'n x');
    assert.equal(verdict('@daily -n -n x'), 'option');
    assert.equal(verdict('@daily -nn x'), 'option');
    assert.equal(verdict('@daily - x'), 'option');
    assert.equal(verdict('@daily -'), 'option');
    assert.equal(verdict('@daily -n '), 'command');
  });
});

describe('what the shell and its input get', () => {
  it("is one backslash of two with Debian's cron and FreeBSD's, and both with the others", () => {
    const shell = (id: string) => shellText(String.raw`sed 's/\\/\%/; s/\./-/' \\\\`, row(id));
    assert.equal(shell('debian'), String.raw`sed 's/\/%/; s/\./-/' \\`);
    assert.equal(shell('freebsd'), shell('debian'));
    assert.equal(shell('cronie'), String.raw`sed 's/\\/%/; s/\./-/' \\\\`);
    assert.equal(shell('busybox'), String.raw`sed 's/\\/\%/; s/\./-/' \\\\`);
  });

  it('ends in a line feed, unless backslashes alone stand behind the last one', () => {
    const inputs = { 'one%two\\%': 'one\ntwo%\n', '\\': '\\', 'a%\\': 'a\n\\', 'a\\\\': 'a\\\\\n', '%': '\n', '': '' };
    for (const [input, expected] of Object.entries(inputs)) assert.equal(stdinText(input), expected, input);
  });
});

describe('a step that comes out negative as an int', () => {
  it("is refused by Debian's cron, and leaves a range at its lower end for cronie and FreeBSD's", () => {
    for (const id of ['debian', 'cronie', 'freebsd']) assert.equal(values(id, '5-7/4294967295 * * * * x', 0), 'minute', id);
    assert.equal(values('debian', '7-5/4294967295 * * * * x', 0), 'minute');
    for (const id of ['cronie', 'freebsd']) assert.equal(values(id, '7-5/4294967295 * * * * x', 0), '', id);
  });
});
