// `parse`: what each cron makes of each line, for programs.
import assert from 'node:assert/strict';
import { asRow, bitsOf, crontab, lineOf, parsed } from './parse-support.js';

const upTo = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('parse: crontabs', () => {
  it('gives an entry as sets and flags', async () => {
    const { version: _, ...all } = await crontab('0,30 4-6 */2 jan,12 7 root x\n', '--form', 'system', '--dialect', 'cronie');
    assert.deepEqual(all, {
      kind: 'crontab',
      dialect: 'cronie',
      form: 'system',
      lines: [
        {
          line: 1,
          type: 'entry',
          minute: [0, 30],
          hour: [4, 5, 6],
          dayOfMonth: [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31],
          month: [1, 12],
          dayOfWeek: [0],
          domStar: true,
          dowStar: false,
          dayMatch: 'and',
          reboot: false,
          everySecond: false,
          random: false,
          never: null,
          macro: null,
          zone: null,
          user: 'root',
          command: 'x',
          input: null,
          shell: 'x',
          stdin: null,
          flags: [],
          quiet: false,
        },
      ],
      fileIgnored: false,
    });
  });

  it('tells how the two fields of days go together, by each daemon', async () => {
    const match = async (days: string, dialect: string) => (await lineOf(`0 0 ${days} x`, '--dialect', dialect)).dayMatch;
    assert.equal(await match('*/2 * 1', 'debian'), 'and');
    assert.equal(await match('1-31/2 * 1', 'debian'), 'or');
    // BusyBox asks for gaps, not for stars.
    assert.equal(await match('*/2 * 1', 'busybox'), 'or');
    assert.equal(await match('* * 1', 'busybox'), 'and');
    assert.equal(await match('1-31 * 1', 'debian'), 'or');
  });

  it('numbers months from 1 and weekdays from Sunday for BusyBox too, and leaves its day 0 out', async () => {
    const { dayOfMonth, month, dayOfWeek } = await lineOf('0 0 * * * x', '--dialect', 'busybox');
    assert.deepEqual([dayOfMonth, month, dayOfWeek], [upTo(1, 31), upTo(1, 12), upTo(0, 6)]);
    assert.match(String((await lineOf('0 0 0 * * x', '--dialect', 'busybox')).never), /no day/);
  });

  it('lists what a random field may become', async () => {
    const drawn = await lineOf('10~12 4 * * * x', '--dialect', 'cronie');
    assert.deepEqual([drawn.random, drawn.minute], [true, [10, 11, 12]]);
    const read = await lineOf('10~12 4 * * * x', '--dialect', 'debian');
    assert.deepEqual([read.random, read.minute], [false, [10]]);
  });

  it('lets @ words stand for their sets', async () => {
    const weekly = await lineOf('@weekly x');
    assert.deepEqual(
      [weekly.macro, weekly.minute, weekly.hour, weekly.dayOfMonth, weekly.dayOfWeek, weekly.dayMatch],
      ['@weekly', [0], [0], upTo(1, 31), [0], 'and'],
    );
    const boot = await lineOf('@reboot x');
    assert.deepEqual([boot.reboot, boot.minute, boot.hour, boot.month], [true, [], [], []]);
    assert.equal((await lineOf('@every_second x', '--dialect', 'freebsd')).everySecond, true);
  });

  it('parts the command from its input, and says what becomes of both', async () => {
    const mail = await lineOf('0 0 * * * mail -s \\%d x%Dear%you 100\\%');
    assert.deepEqual([mail.command, mail.input], ['mail -s \\%d x', 'Dear%you 100\\%']);
    assert.deepEqual([mail.shell, mail.stdin], ['mail -s %d x', 'Dear\nyou 100%\n']);
    const none = await lineOf('0 0 * * * x%');
    assert.deepEqual([none.input, none.stdin], ['', '']);
    const busybox = await lineOf('0 0 * * * date +\\%F%x', '--dialect', 'busybox');
    assert.deepEqual([busybox.command, busybox.input, busybox.shell], ['date +\\%F%x', null, 'date +\\%F%x']);
  });

  it('knows flags, CRs and blanks as the daemon does', async () => {
    const openbsd = await lineOf('0 0 * * * -nq x', '--dialect', 'openbsd');
    assert.deepEqual([openbsd.flags, openbsd.command, openbsd.quiet], [['n', 'q'], 'x', true]);
    assert.equal((await lineOf('0 0 * * * -nq x', '--dialect', 'debian')).command, '-nq x');
    assert.equal((await lineOf('-0 0 * * * x', '--dialect', 'cronie')).quiet, true);
    assert.equal((await lineOf('0 0 * * * x\r', '--dialect', 'debian')).command, 'x\r');
    const system = async (dialect: string) => (await lineOf('0 0 * * * root \t x ', '--form', 'system', '--dialect', dialect)).command;
    assert.deepEqual([await system('debian'), await system('freebsd'), await system('cronie')], ['\t x ', 'x ', 'x ']);
  });

  it('cuts a command that is too long, or refuses it, in bytes', async () => {
    const long = `0 0 * * * ${'é'.repeat(600)}`;
    assert.equal(String((await lineOf(long, '--dialect', 'openbsd')).command).length, 499);
    assert.match(String((await lineOf(long, '--dialect', 'debian')).reason), /^command too long: more than 998 bytes/);
    assert.equal((await lineOf(long, '--dialect', 'cronie')).type, 'entry');
  });

  it('names the field at fault as entries call it, why, and what it costs', async () => {
    const file = await crontab('0 0 32 * * x\n@Daily x\nexport A=b\n0 0 * *\n', '--dialect', 'debian');
    assert.deepEqual(
      file.lines.map(({ type, field, costs, text }) => [type, field, costs, text]),
      [
        ['rejected', 'dayOfMonth', 'file', '0 0 32 * * x'],
        ['rejected', 'macro', 'file', '@Daily x'],
        ['rejected', 'minute', 'file', 'export A=b'],
        ['rejected', 'dayOfWeek', 'file', '0 0 * *'],
      ],
    );
    assert.match(String(file.lines[0]?.reason), /^bad day-of-month “32”: day-of-month is 1 to 31/);
    assert.equal(file.fileIgnored, true);
    assert.equal((await crontab('0 0 32 * * x\n', '--dialect', 'cronie')).fileIgnored, false);
    const openbsd = async (form: string) => (await crontab('0 0 32 * * root x\n', '--dialect', 'openbsd', '--form', form)).fileIgnored;
    assert.deepEqual([await openbsd('user'), await openbsd('system')], [true, false]);
  });

  it('tells lines that are dropped without a word', async () => {
    assert.equal((await lineOf('FOO=bar', '--dialect', 'busybox')).type, 'ignored');
    assert.deepEqual(await lineOf('MAILTO="a b"', '--dialect', 'busybox'), { line: 1, type: 'assignment', name: 'MAILTO', value: '"a' });
  });

  it('counts a last line without its line feed as lost, as most crons do', async () => {
    const last = async (dialect: string) => {
      const { lines, fileIgnored } = await crontab('0 0 * * * x\n0 1 * * * y', '--dialect', dialect);
      return [lines[0]?.type, lines[1]?.type, fileIgnored];
    };
    assert.deepEqual(await last('debian'), ['entry', 'ignored', true]);
    assert.deepEqual(await last('cronie'), ['entry', 'ignored', false]);
    assert.deepEqual(await last('busybox'), ['entry', 'entry', false]);
    assert.equal((await crontab('# the end')).lines[0]?.type, 'comment');
  });

  it('gives assignments, comments, blanks, and what is commented out', async () => {
    const { lines } = await crontab(
      '  MAILTO = "a b" \n\n# words\n#0 4 * * * /usr/bin/x\nCRON_TZ=Asia/Tokyo\n0 0 * * * y\n',
      '--dialect',
      'cronie',
    );
    assert.deepEqual(lines[0], { line: 1, type: 'assignment', name: 'MAILTO', value: 'a b' });
    assert.deepEqual(lines[1], { line: 2, type: 'blank' });
    assert.deepEqual(lines[2], { line: 3, type: 'comment', text: '# words' });
    assert.deepEqual(asRow(lines[3]?.disabled).hour, [4]);
    assert.equal(lines[5]?.zone, 'Asia/Tokyo');
  });

  it('takes the first plausible dialect where none is named, and says which', async () => {
    const dialectAt = async (path: string, text: string) => (await parsed([path], '', { [`/h/${path}`]: text })).dialect;
    assert.equal(await dialectAt('etc/crontab', '0 0 * * * root x\n'), 'debian');
    assert.equal(await dialectAt('etc/crontabs/root', '0 0 * * * x\n'), 'busybox');
    assert.equal(await dialectAt('var/cron/tabs/root', '0 0 * * * x\n'), 'freebsd');
    assert.equal((await crontab('0 0 * * * x\n', '--dialect', 'RHEL')).dialect, 'cronie');
    assert.equal((await crontab('0 0 * * * x\n', '--dialect', 'auto')).dialect, 'debian');
  });

  it('prints the verdict file’s own form with --bits', async () => {
    assert.deepEqual(await bitsOf('*/20 0 1 2 0 x', 'debian'), {
      ok: 'entry',
      min: '10000100001',
      hour: '1',
      dom: '2',
      mon: '4',
      dow: '81',
      flags: '',
      cmd: 'x',
    });
    assert.equal((await bitsOf('* * * * * -q x', 'openbsd')).flags, 'DOM_STAR,DOW_STAR,DONT_LOG');
    assert.equal((await bitsOf('@reboot -n x', 'cronie')).flags, 'REBOOT,MAIL_WHEN_ERR');
    assert.equal((await bitsOf('@weekly x', 'openbsd')).flags, 'DOW_STAR');
    assert.deepEqual(await bitsOf('0 0 * * * x', 'busybox'), { ok: 'entry', min: '1', hour: '1', dom: 'ffffffff', mon: 'fff', dow: '7f' });
    assert.deepEqual(await bitsOf('61 * * * * x', 'debian'), { error: 'bad minute' });
    assert.deepEqual(await bitsOf('61 * * * * x', 'busybox'), { error: 'parse error at 61' });
    assert.deepEqual(await bitsOf('* * * * *', 'busybox'), { ignored: true });
    assert.deepEqual(await bitsOf('A = " b "', 'cronie'), { ok: 'env', env: 'A= b ' });
    assert.deepEqual(await bitsOf('A = " b "', 'debian'), { ok: 'env', env: 'A= b' });
  });
});
