/** Slips that are common in real crontabs: what the fix of each makes of the line. */
import assert from 'node:assert/strict';
import { applyEdits } from '../../core/src/index.js';
import { readAs } from '../support.js';
import { fixed, found, message, SYSTEM, table, USER } from './crontab-rule-support.js';

/** By rule: a line, and what becomes of it. */
const mended: readonly (readonly [rule: string, line: string, wanted: string, path?: string])[] = [
  ['every-minute-of-hour', '* */1 * * * x', '0 */1 * * * x'],
  ['every-minute-of-hour', '* * 1 * * x', '0 0 1 * * x'],
  ['every-minute-of-hour', '* * * * sun x', '0 0 * * sun x'],
  ['long-step', '*/120 * * * * x', '0 */2 * * * x'],
  ['long-step', '0 */48 * * * x', '0 0 */2 * * x'],
  ['comment-differs', '# every 5 minutes\n5 * * * * x', '# every 5 minutes\n*/5 * * * * x'],
  ['comment-differs', '# Every three hours\n10 3 * * * x', '# Every three hours\n10 */3 * * * x'],
  ['comment-differs', '# Off at 3:52pm and 6:07\n52 3 * * * x', '# Off at 3:52pm and 6:07\n52 15 * * * x'],
  ['comment-differs', '# 12 a.m.\n0 12 * * * x', '# 12 a.m.\n0 0 * * * x'],
  ['comment-differs', '# at 12PM, noon\n0 0 * * 1 x', '# at 12PM, noon\n0 12 * * 1 x'],
  ['seconds-field', '0 30 4 * * * /bin/x', '30 4 * * * /bin/x'],
  ['seconds-field', '00 12 * * * * /bin/x', '00 12 * * * /bin/x'],
  ['seconds-field', '0 15 * * * * /bin/x', '15 * * * * /bin/x'],
  ['seconds-field', '*/10 * * * * * /bin/x', '* * * * * /bin/x'],
  ['seconds-field', '* * * * * * /bin/x', '* * * * * /bin/x'],
  ['blank-in-field', '30 7 * * 2 - 5 /bin/x', '30 7 * * 2-5 /bin/x'],
  ['blank-in-field', '0 8, 12 ,16 1 , 15 * * /bin/x', '0 8,12,16 1,15 * * /bin/x'],
  ['blank-in-field', '*/ 5 * * * * /bin/x', '*/5 * * * * /bin/x'],
  ['blank-in-field', '* /5 * * * * root /bin/x', '*/5 * * * * root /bin/x', SYSTEM],
  ['seconds-field', '0 30 4 ? * MON-FRI /bin/x', '30 4 * * MON-FRI /bin/x'],
  ['seconds-field', '0 0/5 4-6 * * ? /bin/x', '*/5 4-6 * * * /bin/x'],
  ['seconds-field', '0 0 12 1/1 * ? * /bin/x', '0 12 * * * /bin/x'],
  ['seconds-field', '0 0 2/6 5/10 * ? 2030 /bin/x', '0 2-23/6 5-31/10 * * /bin/x'],
  ['seconds-field', '0 0 12 ? * 2-6 * /bin/x', '0 12 * * 1-5 /bin/x'],
  ['seconds-field', '0 12 ? * 1,7 * /bin/x', '0 12 * * 0,6 /bin/x'],
  ['seconds-field', '0/15 8 * * ? * /bin/x', '*/15 8 * * * /bin/x'],
  ['seconds-field', '0 30 4 * * * root /bin/x', '30 4 * * * root /bin/x', SYSTEM],
  ['syntax', '0 4 * * Monday x', '0 4 * * mon x'],
  ['syntax', '0 4 * September,oct Tuesday-thurs x', '0 4 * sep,oct tue-thu x'],
  ['syntax', '0 0 ? * MON x', '0 0 * * MON x'],
  ['syntax', '0/5 * * * * root x', '*/5 * * * * root x', SYSTEM],
  ['syntax', '0 2/4 * * * root x', '0 2-23/4 * * * root x', SYSTEM],
  ['syntax', '0 4 1/10 * * root x', '0 4 1-31/10 * * root x', SYSTEM],
  ['syntax', '0 24 * * * x', '0 0 * * * x'],
  ['syntax', '23 50 * * * x', '50 23 * * * x'],
  ['syntax', '0 4 0 0 * x', '0 4 * * * x'],
  ['syntax', '@Daily x', '@daily x'],
  ['syntax', '// note', '# note'],
  ['redirection', '0 4 * * * x & >/dev/null 2>&1', '0 4 * * * x >/dev/null 2>&1 &'],
  ['redirection', '0 4 * * * /bin/x &2>/dev/null', '0 4 * * * /bin/x 2>/dev/null &'],
  ['redirection', '0 4 * * * x; >/dev/null', '0 4 * * * x >/dev/null'],
  ['redirection', '0 4 * * * x >/dev/null 2>$1', '0 4 * * * x >/dev/null 2>&1'],
  ['redirection', '0 4 * * * x >>/srv/log2>&1', '0 4 * * * x >>/srv/log 2>&1'],
  ['redirection', '0 4 * * * /bin/x /dev/null 2>&1', '0 4 * * * /bin/x >/dev/null 2>&1'],
  ['redirection', '0 4 * * * /bin/x 2>&1 /srv/log/x', '0 4 * * * /bin/x >/srv/log/x 2>&1'],
  ['redirection', '0 4 * * * x 2>1 >> /srv/log', '0 4 * * * x >> /srv/log 2>&1'],
  ['redirection', '0 4 * * * x >f 2 >& 1', '0 4 * * * x >f 2>&1'],
  ['redirection', '0 4 * * * x >f 2&1', '0 4 * * * x >f 2>&1'],
  ['redirection', '0 4 * * * x >f >2&1', '0 4 * * * x >f 2>&1'],
  ['redirection', '0 4 * * * x >f 2> &1', '0 4 * * * x >f 2>&1'],
  ['look-alike', '0 4 * * * x >f 2&gt;&amp;1 &amp;&amp; y "&lt;"', '0 4 * * * x >f 2>&1 && y "&lt;"'],
  ['redirection', '0 4 * * * x 2>>&1 /srv/log', '0 4 * * * x >>/srv/log 2>&1'],
  ['redirection', '0 4 * * * x 2>>&1', '0 4 * * * x 2>&1'],
  ['redirection', '0 4 * * * echo /dev/null > /srv/log', '0 4 * * * cat /dev/null > /srv/log'],
  ['command-quotes', '0 4 * * * echo "x', '0 4 * * * echo "x"'],
  ['command-quotes', '0 4 * * * echo "x y 2>&1 | logger', '0 4 * * * echo "x y" 2>&1 | logger'],
  ['command-quotes', "0 4 * * * echo It's done", "0 4 * * * echo It\\'s done"],
  ['command-quotes', '0 4 * * * echo x"', '0 4 * * * echo x'],
  ['command-quotes', "0 4 * * * '/bin/x -q'", '0 4 * * * /bin/x -q'],
  ['sleep-operand', '@reboot sleep 60 /bin/x -q', '@reboot sleep 60 && /bin/x -q'],
  ['redirection', '0 4 * * * x > /dev/nul', '0 4 * * * x > /dev/null'],
  ['lone-ampersand', '0 4 * * * curl http://e.net/?a=1&b=2&c=3 -o x', "0 4 * * * curl 'http://e.net/?a=1&b=2&c=3' -o x"],
  ['lone-ampersand', '0 4 * * * cd /srv & ./x', '0 4 * * * cd /srv && ./x'],
  ['saved-page', '0 4 * * * wget -q http://e.net/x.php', '0 4 * * * wget -O /dev/null -q http://e.net/x.php'],
  ['near-name', 'HELL=/bin/bash\n0 4 * * * x', 'SHELL=/bin/bash\n0 4 * * * x'],
  ['bashism', '0 4 * * * /bin/x &>> $HOME/log', '0 4 * * * /bin/x >> $HOME/log 2>&1'],
];

describe('a slip', () => {
  for (const [rule, line, wanted, path = USER] of mended)
    it(`${rule}: ${JSON.stringify(line)}`, () => assert.equal(fixed(rule, `${line}\n`, path), `${wanted}\n`));
  it('is mended in a line of any length', () => {
    const blanks = ' '.repeat(200_000);
    assert.equal(fixed('command-quotes', `0 4 * * * echo "x${blanks}y\n`), `0 4 * * * echo "x${blanks}y"\n`);
  });

  it('is left to its author where no fix is right', () => {
    assert.deepEqual(found('long-step', '*/90 * * * * x\n')[0]?.fixes, []);
    assert.deepEqual(found('lone-ampersand', '0 4 * * * curl http://e.net/?a=$(date)&b=2\n')[0]?.fixes, []);
  });
});

describe('what was meant by a line that cron refuses', () => {
  it('is told where the time is missing', () => {
    assert.match(message('syntax', 'cp /srv/a /srv/b\n'), /no time stands before “cp”/);
    assert.match(message('syntax', '*/5 /bin/x\n'), /only one time field stands before “\/bin\/x”/);
    assert.match(message('syntax', '0 4 * * root /bin/x\n', SYSTEM), /only four time fields stand before “root”/);
  });
  it('is told of comments of other languages', () => {
    for (const line of ['/* note', '; note', '-- note', '<!-- note', 'REM note'])
      assert.match(message('syntax', `${line}\n`), /a comment begins with “#”/, line);
    for (const line of ['//srv/x note/x', '--x', 'remark 4 * * * x']) assert.doesNotMatch(message('syntax', `${line}\n`), /comment/, line);
  });
  it('is left to the field at fault where nothing tells', () =>
    assert.match(message('syntax', 'foo 4 * * * x\n'), /bad minute at “foo”; minute is 0 to 59/));
  it('is no field that is missing where one is drawn by other crons', () => {
    for (const minute of ['~', '~30'])
      assert.match(
        message('syntax', `# daemonlint: dialect=debian\n${minute} * * * * root x\n`, SYSTEM),
        new RegExp(`bad minute at “${minute}”; minute is 0 to 59`),
      );
    assert.match(message('syntax', '~/bin/x y z a b c\n'), /no time stands before “~\/bin\/x”/);
  });
});

describe('crontab/uneven-step', () => {
  table('uneven-step', {
    '*/59 * * * * x': true,
    '*/31 8-18 * * 1-5 x': true,
    '7 */13 * * * x': true,
    '*/45 */18 * * * x': true,
    '*/30 */12 * * * x': false,
    '*/60 */24 * * * x': false,
    '*/90 */48 * * * x': false,
    '*/45 8,12 * * * x': false,
    '0 */13 1 * * x': false,
    '0 4 */20 */7 */4 x': false,
    '5-59/45 * * * * x': false,
    '*/25 * * * * x': false,
    '# every 25 minutes\n*/25 9 * * * x': true,
    '# every 25 minutes\n# (see the wiki)\n*/25 9 * * * x': true,
    '# every 25 minutes\n\n*/25 * * * * x': false,
    '# every 25 hours\n*/25 * * * * x': false,
    '# every 14 minutes\n*/14 * * * * x': false,
    '# every ten hours\n0 */10 * * * x': true,
    '# every 10 minutes\n0 */10 * * * x': false,
  });
  it('says how far apart the runs are, once for each entry and field', () => {
    assert.match(
      message('uneven-step', '*/50 * * * * x\n'),
      /runs in minutes 0 and 50, and the last of them is 10 minutes before the next\. .* such as 30,/,
    );
    assert.match(message('uneven-step', '*/59 * * * * x\n'), /is 1 minute before/);
    assert.match(
      message('uneven-step', '# every 10 hours\n0 */10 * * * x\n'),
      /^The comment above says every 10 hours, .* hours 0, 10 and 20, .* is 4 hours .* such as 8,/,
    );
    const severities = (text: string) => readAs(USER, text).findings.map(({ rule, severity }) => `${rule} ${severity}`);
    assert.deepEqual(severities('0 */16 * * * /x\n'), ['crontab/uneven-step info']);
    assert.deepEqual(severities('# every 45 minutes\n*/45 * * * * /x\n'), ['crontab/uneven-step warning']);
  });
});

describe('a place in a command that somebody is to fill in', () => {
  it('is named where the shell would find a syntax error, and is no finding where it finds a file', () => {
    for (const command of ['php <web>/a.php >> <logs>/a.log', 'x <web> ; y', 'x -u <web>'])
      assert.match(message('redirection', `0 4 * * * ${command}\n`), /^“<web>” is still to be filled in/, command);
    assert.match(message('redirection', '0 4 * * * x >> <log>\n'), /^“<log>” is still/);
    for (const command of ['sort <in>out >>', 'sort <in> out; x >>;'])
      assert.match(message('redirection', `0 4 * * * ${command}\n`), /^No file stands behind “>>”/, command);
    assert.deepEqual(found('redirection', '0 4 * * * sort <in>out\n'), []);
  });
});

describe('crontab/comment-differs', () => {
  it('believes an entry that runs at one of the times that are named, or at several, or at no time of the clock', () => {
    for (const text of [
      '# 3am, and 3pm if it must\n0 3 * * * x\n',
      '# at 3pm\n0 15 * * * x\n',
      '# at 3pm\n0 3,15 * * * x\n',
      '# at 3pm\n30 3 * * * x\n',
      '# at 3pm\n0 4 * * * x\n',
      '# at 13pm, v3.3pm, 3 pma\n0 3 * * * x\n',
      '# at 3pm\n\n0 3 * * * x\n',
    ])
      assert.deepEqual(found('comment-differs', text), [], text);
  });
});

describe('crontab/seconds-field', () => {
  it('leaves it open whose days of the week they are, where it cannot know', () => {
    const [finding] = found('seconds-field', '0 30 4 ? * 2 /bin/x\n');
    assert.match(finding?.message ?? '', /six time fields.* mind “2”, if Quartz/);
    assert.deepEqual(
      finding?.fixes.map(({ edits }) => applyEdits('0 30 4 ? * 2 /bin/x', edits)),
      ['30 4 * * 2 /bin/x', '30 4 * * 1 /bin/x'],
    );
    assert.doesNotMatch(message('seconds-field', '0 30 4 ? * 0,2 /bin/x\n'), /mind/);
    assert.match(message('seconds-field', '0 30 4 ? * 2 * /bin/x\n'), /seven time fields.* mind “2”: /);
  });

  table('seconds-field', {
    '0 0 4 * * 1 /bin/x': true,
    '0 0 4 * * 1000 /bin/x': false,
    '0 0 4 * * *': false,
    '@daily * x': false,
    '0 4 * * * mon -f': false,
  });
  it('says what a cron does that takes it', () =>
    assert.match(
      message('seconds-field', '0 0 4 * * * x\n', '/etc/crontabs/root'),
      /BusyBox's crond runs it at other times, with “\*” for the command/,
    ));
});

describe('crontab/every-minute-of-hour', () => {
  table('every-minute-of-hour', {
    '* * */12 * * x': true,
    '* * 1,15 * * x': true,
    '* * 30,31,1 * * x': false,
    '* * * * 6,0 x': false,
    '* * * 6 * x': false,
    '0-59 * 1 * * x': false,
  });
});

describe('a line that ends too early', () => {
  it('is told so, and which field comes next', () => {
    const FIVE = 'and an entry begins with five fields: minute, hour, day of the month, month, day of the week';
    for (const [line, path, wanted] of [
      ['25 6', USER, `bad day-of-month: the line ends before it, ${FIVE}`],
      ['0', SYSTEM, `bad hour: the line ends before it, ${FIVE}`],
      ['0 3 * *', USER, `bad day-of-week: the line ends before it, ${FIVE}`],
      ['0 3 * * *', SYSTEM, 'bad username: the line ends before it; a system crontab needs a user before the command'],
      ['0 3 * * * root', SYSTEM, 'bad command: the line ends before it; write what is to be run, or comment the line out'],
      ['0 3 * * 9', USER, 'bad day-of-week at “9”'],
    ] as const)
      assert.ok(message('syntax', line, path).includes(wanted), `${line}: ${message('syntax', line, path)}`);
  });
});
