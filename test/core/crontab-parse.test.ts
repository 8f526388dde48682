/** How the lines of a crontab are read: entries of both forms, assignments, comments, input, and lines that no cron takes. */
import assert from 'node:assert/strict';
import { crontab } from '../../core/src/kinds/crontab/index.js';
import type { CrontabLine } from '../../core/src/kinds/crontab/model.js';
import { parseLine } from '../../core/src/kinds/crontab/reading/parse.js';
import { readAs } from '../support.js';

const parse = (text: string, form = 'user', dialects: readonly string[] = crontab.defaultDialects): CrontabLine =>
  parseLine(text, '', { form, dialects });

/** `role=text` of each token. */
const tokens = (text: string, form?: string): string[] => parse(text, form).tokens.map(({ role, text: said }) => `${role}=${said}`);

const type = (text: string, form?: string, dialects?: readonly string[]): string => parse(text, form, dialects).type;

describe('crontab entries', () => {
  it('of a user have five fields and a command', () =>
    assert.deepEqual(tokens('5 */2 1,15 jan-mar mon /home/ann/bin/report -q\n'), [
      'minute=5',
      'hour=*/2',
      'day=1,15',
      'month=jan-mar',
      'weekday=mon',
      'command=/home/ann/bin/report -q',
    ]));

  it('of the system have a user before the command', () =>
    assert.deepEqual(tokens('17 * * * *\troot\tcd / && run-parts /etc/cron.hourly\n', 'system'), [
      'minute=17',
      'hour=*',
      'day=*',
      'month=*',
      'weekday=*',
      'user=root',
      'command=cd / && run-parts /etc/cron.hourly',
    ]));

  it('may have an @ word in place of the fields', () => {
    assert.deepEqual(tokens('@weekly /usr/bin/updatedb\n'), ['word=@weekly', 'command=/usr/bin/updatedb']);
    assert.deepEqual(tokens('@reboot root /usr/sbin/gpm\n', 'system'), ['word=@reboot', 'user=root', 'command=/usr/sbin/gpm']);
  });

  it('run when the host starts only by @reboot', () => {
    assert.deepEqual(parse('@reboot /usr/bin/true\n').launches[0]?.when, { type: 'boot' });
    assert.deepEqual(parse('@daily /usr/bin/true\n').launches[0]?.when, { type: 'clock' });
    assert.deepEqual(parse('0 0 1 1 * /usr/bin/true\n').launches[0]?.when, { type: 'clock' });
  });

  it('may be indented and may have many blanks and tabs between their fields', () => {
    const line = parse(' \t0 \t 4  * *\t\t7   /usr/bin/true\n');
    assert.equal(line.type, 'entry');
    assert.deepEqual(
      line.tokens.map(({ span }) => line.text.slice(span.start, span.end)),
      ['0', '4', '*', '*', '7', '/usr/bin/true'],
    );
  });

  it('keep a # behind the fields, for no comment ends a line', () =>
    assert.equal(tokens('0 4 * * * /usr/bin/true # nightly\n').at(-1), 'command=/usr/bin/true # nightly'));

  it('keep blanks at the end of the command, but not the line end', () => {
    assert.equal(tokens('0 4 * * * true  \n').at(-1), 'command=true  ');
    assert.equal(tokens('0 4 * * * true\r\n').at(-1), 'command=true');
    assert.equal(tokens('0 4 * * * true').at(-1), 'command=true');
  });

  it('name the user of each launch', () => {
    assert.equal(parse('0 4 * * * backup tar cf /x /y\n', 'system').launches[0]?.user?.text, 'backup');
    assert.equal(parse('0 4 * * * tar cf /x /y\n').launches[0]?.user, undefined);
  });

  it('may be without a command where some cron takes that', () => {
    assert.equal(type('0 4 * * *\n'), 'entry');
    assert.equal(type('0 4 * * *\n', 'user', ['cronie']), 'broken');
    assert.deepEqual(parse('0 4 * * *\n').launches, []);
  });

  it('are taken or not by the crons in question', () => {
    assert.equal(type('0/5 * * * * true\n', 'user', ['freebsd']), 'entry');
    assert.equal(type('0/5 * * * * true\n', 'user', ['debian', 'cronie']), 'broken');
    assert.equal(type('@every_minute true\n', 'user', ['freebsd']), 'entry');
    assert.equal(type('@every_minute true\n', 'user', ['openbsd']), 'broken');
  });

  it('have their program behind the flags that some crons take', () => {
    assert.equal(parse('~ * * * * -ns /usr/sbin/rpki-client -v\n').launches[0]?.subject.text, '/usr/sbin/rpki-client');
    assert.equal(parse('0 * * * * -n -q true\n').launches[0]?.subject.text, 'true');
  });

  it('are named after what they are about, not after what makes ready for it', () => {
    assert.equal(parse('0 4 * * * cd /srv && [ -f x ] && ./rotate\n').launches[0]?.subject.text, './rotate');
    assert.equal(parse('0 4 * * * . ~/.profile; sleep 5; ~/bin/x\n').launches[0]?.subject.text, '~/bin/x');
    assert.equal(parse('0 4 * * * sleep 5\n').launches[0]?.subject.text, 'sleep');
  });
});

describe('the input of crontab entries', () => {
  it('begins at the first percent sign', () =>
    assert.deepEqual(tokens('0 8 * * 1 mail -s Monday ann%Dear Ann,%%Good morning!\n').slice(5), [
      'command=mail -s Monday ann',
      'input=%Dear Ann,%%Good morning!',
    ]));

  it('does not begin at one behind a backslash', () => {
    assert.deepEqual(tokens('0 8 * * 1 date +\\%F >> log\n').slice(5), ['command=date +\\%F >> log']);
    assert.deepEqual(tokens('0 8 * * 1 date +\\%F%x\\%y\n').slice(5), ['command=date +\\%F', 'input=%x\\%y']);
  });

  it('starts no program', () => {
    assert.deepEqual(
      parse('0 8 * * 1 cat%; /usr/sbin/snmpd\n').launches.map(({ subject }) => subject.text),
      ['cat'],
    );
    assert.deepEqual(
      parse('0 8 * * 1 cat\\%; /usr/sbin/snmpd\n').launches.map(({ fact }) => fact),
      ['snmpd'],
    );
  });

  it('may be all there is', () => assert.deepEqual(tokens('0 8 * * 1 %x\n').slice(5), ['input=%x']));
});

describe('crontab assignments', () => {
  const assigned = (text: string): readonly [string, string] | undefined => {
    const { type: kind, assignment } = parse(text);
    return kind === 'setting' && assignment ? [assignment.name.text, assignment.value.text] : undefined;
  };
  const cases: Readonly<Record<string, readonly [string, string]>> = {
    'MAILTO=ann\n': ['MAILTO', 'ann'],
    'PATH = /bin:/usr/bin\n': ['PATH', '/bin:/usr/bin'],
    '  A\t=\tb\n': ['A', 'b'],
    'MAILTO=""\n': ['MAILTO', ''],
    "MAILTO=''\r\n": ['MAILTO', ''],
    'GREETING="good morning"  \n': ['GREETING', 'good morning'],
    '"A B" = \'c "d"\'\n': ['A B', 'c "d"'],
    'A=b c  \n': ['A', 'b c'],
    'A=b=c\n': ['A', 'b=c'],
    'A=$HOME/x # y\n': ['A', '$HOME/x # y'],
    'A-B=c': ['A-B', 'c'],
    '5=6\n': ['5', '6'],
    '=x\n': ['', 'x'],
    'MAILTO=ann\r\n': ['MAILTO', 'ann'],
    'MAILTO=\n': ['MAILTO', ''],
  };
  for (const [text, expected] of Object.entries(cases))
    it(`${JSON.stringify(text)} sets ${JSON.stringify(expected)}`, () => assert.deepEqual(assigned(text), expected));

  for (const text of ['export A=b\n', 'A="b" c\n', 'A="b\n', '"A=b\n', 'A b=c\n', '0 4 * * * A=b true\n', '@daily A=b true\n'])
    it(`${JSON.stringify(text)} sets nothing`, () => assert.equal(assigned(text), undefined));

  it('have their quotes in the tokens', () => {
    assert.deepEqual(tokens('MAILTO = "a b"\n'), ['variable=MAILTO', 'equals==', 'value="a b"']);
    assert.deepEqual(tokens('MAILTO=""\n'), ['variable=MAILTO', 'equals==', 'value=""']);
    assert.deepEqual(tokens('MAILTO=\n'), ['variable=MAILTO', 'equals==']);
  });

  it('may be empty only where a cron in question takes that', () => {
    assert.equal(type('MAILTO=\n', 'user', ['debian', 'cronie']), 'setting');
    assert.equal(type('MAILTO=\n', 'user', ['busybox']), 'setting');
    assert.equal(type('MAILTO=\n', 'user', ['debian']), 'broken');
    assert.equal(type('MAILTO=""\n', 'user', ['debian']), 'setting');
  });
});

describe('other lines of a crontab', () => {
  it('are blank when they hold only spaces and tabs', () => {
    for (const text of ['\n', ' \t \n', '\r\n', '   '])
      assert.deepEqual([type(text), parse(text).tokens], ['blank', []], JSON.stringify(text));
  });

  it('are comments when # is the first character that is no blank', () => {
    assert.deepEqual(tokens('  # upkeep of this host\n'), ['comment=# upkeep of this host']);
    assert.equal(type('#\n'), 'comment');
  });

  it('are broken when no cron in question takes them, and launch nothing', () => {
    const broken = [
      '61 * * * * true\n',
      '* 24 * * * true\n',
      '* * 0 * * true\n',
      '* * * 13 * true\n',
      '* * * * 8 true\n',
      '* * * * monday true\n',
      '*/0 * * * * true\n',
      '@Daily true\n',
      '@fortnightly true\n',
      'run-parts /etc/cron.daily\n',
      '* * * * true\n',
      '-----------------\n',
      'export PATH=/bin\n',
      '\uFEFF0 4 * * * /usr/sbin/snmpd\n',
      '\v0 4 * * * true\n',
    ];
    for (const text of broken) assert.deepEqual([type(text), parse(text).launches], ['broken', []], text);
  });

  it('keep their words when they are broken', () =>
    assert.deepEqual(tokens('61 * * * * true\n'), ['minute=61', 'hour=*', 'day=*', 'month=*', 'weekday=*', 'command=true']));

  it('need a user in the form of the system', () => {
    assert.equal(type('0 4 * * *\n', 'system', ['debian']), 'broken');
    // Behind the user it looks for a blank, not for a command.
    assert.equal(type('0 4 * * * root \n', 'system', ['debian']), 'entry');
    assert.equal(type('0 4 * * * root\n', 'system', ['debian']), 'broken');
    assert.equal(type('0 4 * * * root \n', 'system', ['cronie']), 'broken');
  });
});

describe('a crontab as a whole', () => {
  const read = (text: string) => crontab.read(text, { form: 'user', dialects: crontab.defaultDialects }).document;

  it('goes on after a broken line', () =>
    assert.deepEqual(
      read('61 * * * * true\n\n# x\nA=b\n0 4 * * * true').lines.map((line) => line.type),
      ['broken', 'blank', 'comment', 'setting', 'entry'],
    ));

  it('joins no lines: a backslash at the end stays in the command', () => {
    const { lines } = read('0 4 * * * echo \\\n5 4 * * * true\n');
    assert.deepEqual(
      lines.map((line) => line.tokens.at(-1)?.text),
      ['echo \\', 'true'],
    );
  });

  it('takes a lone CR for a part of its line', () => assert.equal(read('0 4 * * * true\r5 4 * * * true\r').lines.length, 1));

  it('is empty without lines', () => assert.deepEqual(read('').lines, []));
});

describe('a byte order mark', () => {
  it('is named in the message, since no editor shows it', () => {
    const [finding, ...more] = readAs('/etc/crontab', '\uFEFF0 3 * * * root /bin/true\n').findings;
    assert.equal(finding?.rule, 'crontab/byte-order-mark');
    assert.deepEqual(more, []);
    assert.match(finding?.message ?? '', /byte order mark.*without BOM/);
    assert.doesNotMatch(readAs('/etc/crontab', '61 3 * * * root /bin/true\n').findings[0]?.message ?? '', /byte order mark/);
  });
});
