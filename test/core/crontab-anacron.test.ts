/** anacrontab: read as anacron 2.3 of Debian was seen to, and as readtab.c of cronie says. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, hoverAt } from '../../core/src/index.js';
import { briefly, readAs } from '../support.js';

const PATH = '/etc/anacrontab';
const read = (text: string, dialect = '') => readAs(PATH, dialect === '' ? text : `# daemonlint: dialect=${dialect}\n${text}`);
const types = (text: string, dialect = '') =>
  read(text, dialect)
    .document.lines.slice(dialect === '' ? 0 : 1)
    .map(({ type }) => type);
const codes = (text: string, dialect = '') => read(text, dialect).findings.map(({ rule }) => rule);

/** What `anacron -T` said of each line, run over anacron 2.3-36: true where it had nothing to say. */
const SEEN: Readonly<Record<string, boolean>> = {
  '1 5 a true': true,
  '@daily 5 a true': false,
  '@weekly 5 a true': false,
  '@yearly 5 a true': true,
  '@annually 5 a true': false,
  '@monthlyfoo 5 a true': true,
  '@Monthly 5 a true': false,
  '1 5 a/b true': false,
  '1 5 a': false,
  '1 5 a   ': false,
  'x 5 a true': false,
  '1 -5 a true': false,
  '99999999999 5 a true': false,
  '1 99999999999 a true': false,
  '1 3000000000 a true': false,
  FOO: false,
  'A B=c': false,
  '1 5 a FOO=bar true': true,
  '1 5 a=b true': true,
  '1=2': true,
  '1 5 a tr\\\nue': true,
  '# foo \\\n1 5 a/ true': true,
  '=x': false,
  '1 5 a\\/b true': false,
  '0 0 a true': true,
  '\t1\t5\ta\ttrue': true,
  '1.5 5 a true': false,
  'export A=b': false,
  'A =b': true,
  '1 5 a =c': true,
  '1 = c': true,
  'FOO==': true,
  '\\\n 1 5 a true': true,
  '\\\n# 1 5': true,
  '\\# 1 5': true,
  '\\1 5 a true': true,
  '1\v5 a true': false,
  '\uFEFF1 5 a true': false,
};

describe('anacrontab', () => {
  for (const [line, fine] of Object.entries(SEEN))
    it(`${fine ? 'takes' : 'refuses'} ${JSON.stringify(line)} as Debian's anacron does`, () =>
      assert.equal(types(`${line}\n`, 'debian').includes('broken'), !fine));

  it('knows the words of cronie', () => {
    for (const word of ['@monthly', '@yearly', '@annually', '@annualy', '@daily', '@weekly'])
      assert.deepEqual(codes(`${word} 5 a true\n`, 'cronie'), [], word);
    assert.deepEqual(codes('@hourly 5 a true\n', 'cronie'), ['crontab/syntax']);
  });

  it('is told by its path, whatever its lines look like', () => {
    for (const text of ['0 5 * * * root x\n', '@daily 5 a x\n', '']) assert.equal(read(text).document.form, 'anacrontab');
    assert.equal(readAs('/roles/anacron/anacrontab.j2', '1 5 a x\n').document.form, 'anacrontab');
  });

  it('gives each word its role, over continued lines too', () => {
    const text = '7 10 weekly \\\n  run-parts /etc/cron.weekly\nMAILTO = "x" \n#1 5 off /bin/true\n';
    const lines = read(text).document.lines.map(({ tokens }) => tokens.map(({ role, text: word }) => `${role}:${word}`));
    assert.deepEqual(lines, [
      ['period:7', 'delay:10', 'identifier:weekly', 'command:run-parts /etc/cron.weekly'],
      ['variable:MAILTO', 'equals:=', 'value: "x" '],
      ['mark:#', 'period:1', 'delay:5', 'identifier:off', 'command:/bin/true'],
    ]);
  });

  it('turns jobs off and on by one mark, all of a continued one', () => {
    const text = '1 5 gpm \\\n /usr/sbin/gpm -m /dev/mouse\n';
    const [finding] = read(text).findings;
    assert.equal(finding?.rule, 'risky-daemon');
    const off = applyEdits(text, finding?.fixes[0]?.edits ?? []);
    assert.equal(off, `#${text}`);
    assert.deepEqual(types(off), ['commented']);
    const reading = read(off);
    const on = reading.read.enable(0, reading.document.lines[0]?.launches[0] ?? assert.fail(), reading.context);
    assert.equal(applyEdits(off, on[0]?.edits ?? []), text);
  });

  it('takes prose and headers for comments', () =>
    assert.deepEqual(types('# 7 days until it is run\n# period delay job command\n#1 5 notes are kept here\n'), [
      'comment',
      'comment',
      'comment',
    ]));

  it('says on hover when a job runs', () => {
    const about = (text: string, at = 0) => hoverAt(read(text), at)?.markdown ?? '';
    assert.match(about('7 10 a x\n'), /once every 7 days, at the earliest 10 minutes after anacron starts/);
    assert.match(about('1 1 a x\n'), /once a day, at the earliest 1 minute after/);
    assert.match(about('@monthly 5 a x\n'), /once a month/);
    assert.match(about('0 5 a x\n'), /each time that anacron starts/);
  });

  it('is quiet on what is shipped', () => {
    const fedora =
      'SHELL=/bin/sh\nPATH=/sbin:/bin:/usr/sbin:/usr/bin\nMAILTO=root\nRANDOM_DELAY=45\nSTART_HOURS_RANGE=3-22\n\n#period in days   delay in minutes   job-identifier   command\n1\t5\tcron.daily\t\tnice run-parts /etc/cron.daily\n7\t25\tcron.weekly\t\tnice run-parts /etc/cron.weekly\n@monthly 45\tcron.monthly\t\tnice run-parts /etc/cron.monthly\n';
    assert.deepEqual(briefly(read(fedora)), []);
    assert.deepEqual(briefly(read('1 5 a date +%F')), [], 'no line feed and no percent sign matters here');
  });

  it('tells of what only one anacron knows', () => {
    assert.deepEqual(codes('@weekly 5 a true\n'), ['crontab/anacron-period']);
    assert.deepEqual(codes('@weekly 5 a true\n', 'debian'), ['crontab/syntax']);
    assert.deepEqual(codes('START_HOURS_RANGE=3-22\n1 5 a x\n'), []);
    assert.deepEqual(codes('START_HOURS_RANGE=3-22\n1 5 a x\n', 'debian'), ['crontab/anacron-setting']);
    for (const value of ['22-3', ' 3-22', '"3-22"', '3 - 22', '3'])
      assert.deepEqual(codes(`START_HOURS_RANGE=${value}\n1 5 a x\n`), ['crontab/anacron-setting'], value);
    assert.deepEqual(codes('PREFERRED_HOUR=25\n1 5 a x\n'), ['crontab/anacron-setting']);
  });

  it('tells of names that are shared, fields of a crontab, and lost backslashes', () => {
    assert.deepEqual(codes('1 5 a x\n7 5 a y\n@monthly 5 b z\n'), ['crontab/anacron-duplicate']);
    assert.deepEqual(codes('1 5 a x\n7 5 a\\b y\n7 5 ab z\n'), ['crontab/anacron-duplicate'], 'a backslash is no part of a name');
    assert.deepEqual(codes('30 3 * * 1 root x\n'), ['crontab/anacron-fields']);
    assert.deepEqual(codes('1 5 a find / -exec ls {} \\;\n'), ['crontab/anacron-backslash']);
    assert.deepEqual(codes('1 5 a x \\\n \\\n y\n'), []);
  });

  it('says whose anacron drops a backslash: that of cronie leaves it since 1.5.6', () => {
    const said = (dialect?: string) => read('1 5 a find / -exec ls {} \\;\n', dialect).findings[0];
    assert.match(said()?.message ?? '', /^Debian's anacron and cronie's anacron before 1\.5\.6 drop this backslash/);
    assert.equal(said()?.severity, 'warning');
    assert.match(said('cronie')?.message ?? '', /^cronie's anacron before 1\.5\.6 drops/);
    assert.equal(said('cronie')?.severity, 'info');
  });

  it('looks into commands as the shell of the system gets them, whatever SHELL says', () => {
    const bash = 'SHELL=/bin/bash\n1 5 a [[ -e /run/on ]] && /opt/a\n';
    assert.deepEqual(codes(bash), ['crontab/bashism']);
    assert.deepEqual(codes(bash, 'debian'), ['crontab/bashism']);
    assert.deepEqual(codes(bash, 'cronie'), [], 'sh is bash there');
    const [finding] = read(bash).findings;
    assert.match(finding?.message ?? '', /^“\[\[” is for bash.*whatever SHELL says\.$/);
    assert.deepEqual(finding?.fixes, [], 'SHELL above would change nothing');
    assert.deepEqual(codes('1 5 a bash -c "[[ -e /run/on ]] && /opt/a"\n'), []);
    assert.deepEqual(codes('# daemonlint: kind=crontab form=anacrontab\n1 5 a source /etc/a\n'), ['crontab/bashism']);
    assert.deepEqual(codes('1 5 a x 2>&1 >/var/log/x\n'), ['crontab/redirection']);
    assert.deepEqual(codes('1 5 a x \\\n  2>&1 >/var/log/x\n'), ['crontab/redirection'], 'over the line end');
    assert.deepEqual(codes('1 5 a curl -u ann:hunter2 \\\n h\n'), ['crontab/secret-on-command-line']);
    assert.deepEqual(codes('1 5 a x \\>f 2>1\n'), ['crontab/anacron-backslash'], 'the shell reads something else');
    assert.deepEqual(codes('1 5 a date +%F 2>1\n'), ['crontab/redirection'], 'a percent sign ends nothing');
  });

  it('keeps to its own line when it mends a continued one', () => {
    const text = 'A=b\n1 5 a x 2>&1 \\\n  >/var/log/x\n7 5 b y\n';
    const [finding] = read(text).findings;
    assert.equal(applyEdits(text, finding?.fixes[0]?.edits ?? []), 'A=b\n1 5 a x \\\n  >/var/log/x 2>&1\n7 5 b y\n');
  });

  it('tells of quotes and blanks that belong to a value, and of none that do not', () => {
    for (const line of ['PATH = /bin', 'PATH= /bin', 'PATH="/bin"', "MAILTO='root'", 'MAILTO=""', 'X=\t"a b" '])
      assert.deepEqual(codes(`${line}\n1 5 a x\n`), ['crontab/anacron-value'], line);
    for (const line of ['PATH=/bin', 'PATH =/bin', 'MAILTO=', 'X= ', 'X=say "a"', 'X="a" b', `X={{ "a" }}`, 'X= {{ a }}'])
      assert.deepEqual(codes(`${line}\n1 5 a x\n`), [], line);
    const mended = (text: string) => applyEdits(text, read(text).findings[0]?.fixes[0]?.edits ?? []);
    assert.equal(mended('PATH = "/bin:/sbin" \n1 5 a x\n'), 'PATH =/bin:/sbin\n1 5 a x\n');
    assert.equal(mended('MAILTO=""\n1 5 a x\n'), 'MAILTO=""\n1 5 a x\n', 'to nobody means something else to each anacron');
  });

  it('lets the hours stand below the jobs, which hold for all', () => {
    assert.deepEqual(codes('1 5 a x\nSTART_HOURS_RANGE=3-22\nPREFERRED_HOUR=4\n'), []);
    assert.deepEqual(codes('1 5 a x\nRANDOM_DELAY=45\n'), ['crontab/late-assignment']);
  });

  it('looks for programs where PATH says, and nowhere without one', () => {
    assert.deepEqual(codes('7 5 a fstrim --all\n'), [], 'it is that of who starts anacron');
    assert.deepEqual(codes('PATH=/usr/bin:/bin\n7 5 a fstrim --all\n'), ['crontab/command-path']);
    assert.deepEqual(codes('PATH=/usr/bin:/bin\n7 5 a x\nPATH=/sbin:/bin\n7 5 b fstrim --all\n'), []);
    assert.deepEqual(codes('PATH=/usr/bin:\\\n/bin\n7 5 a fstrim --all\n'), ['crontab/command-path'], 'over the line end');
    const [finding] = read('PATH=/bin\n7 5 a fstrim --all\n').findings;
    assert.match(finding?.message ?? '', /Debian's anacron and cronie's anacron look for it in \/bin alone/);
  });

  it('puts what loses its backslash in quotes, and nothing else', () => {
    const text = 'A=b\n1 5 a find \\( -name x \\) \\\n -exec ls {} \\;\n';
    const [finding] = read(text).findings;
    assert.equal(applyEdits(text, finding?.fixes[0]?.edits ?? []), "A=b\n1 5 a find '(' -name x ')' \\\n -exec ls {} ';'\n");
  });

  it('knows Windows line ends: a bare one costs nothing, one behind a command does', () => {
    assert.deepEqual(codes('1 5 a x\n\r\n'), []);
    assert.deepEqual(codes('1 5 a x\r\n'), ['crontab/carriage-return']);
  });

  it('takes any text, and its lines make it up', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('1', '7', '@monthly', ' ', '\t', 'a', '/', '=', '\\', '\n', '\\\n', '\r', '#', '*', '"', '\uFEFF', 'é'), {
          maxLength: 40,
        }),
        (parts) => {
          const text = parts.join('');
          const { document } = read(text);
          assert.equal(document.lines.map((line) => line.text).join(''), text);
          for (const line of document.lines)
            for (const { span, text: word } of line.tokens) assert.equal(line.text.slice(span.start, span.end), word);
        },
      ),
      { numRuns: 300 },
    ));

  it('is linear in the length of a line and in their number', () => {
    for (const text of [
      `1 5 a ${'\\'.repeat(200_000)}x\n`,
      `${' '.repeat(200_000)}1 5\n`,
      '1 5 a x\\\n'.repeat(30_000),
      `#${'#'.repeat(200_000)}\n`,
    ])
      assert.ok(read(text).document.lines.length > 0);
  });
});
