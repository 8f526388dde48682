/** Where the crons in question differ: who is named, what it costs, how it is written for all; and where nothing is said. */
import assert from 'node:assert/strict';
import { applyEdits, type Finding, type Settings } from '../../core/src/index.js';
import { readAs } from '../support.js';

const SPOOL = '/var/spool/cron/crontabs/ann';
const SYSTEM = '/etc/cron.d/x';

const found = (path: string, text: string, settings: Partial<Settings> = {}): readonly Finding[] =>
  readAs(path, text, settings).findings.filter(({ rule }) => rule === 'crontab/portability');

/** The one warning of `text`, its place in brackets before it. */
function said(path: string, text: string): string {
  const [first, ...more] = found(path, text);
  assert.ok(first && more.length === 0, `${found(path, text).length} findings for ${text}`);
  assert.equal(first.severity, 'warning');
  return `[${text.slice(first.span.start, first.span.end)}] ${first.message}`;
}

const fixed = (path: string, text: string): string[] =>
  (found(path, text)[0]?.fixes ?? []).map(({ edits }) => applyEdits(text, edits).split('\n')[0] ?? '');

describe('a line that crons read differently', () => {
  it('names who takes it, and what it costs with the others', () => {
    const message = said(SPOOL, '0/5 * * * * x\n');
    assert.match(message, /^\[0\/5\] .*FreeBSD's cron takes “0\/5” as minute, others refuse it/);
    assert.match(message, /Debian's cron ignores the whole file; cronie skips the entry; OpenBSD's cron ignores the whole crontab/);
    assert.match(message, /dialect=freebsd\.$/);
  });
  it('names who reads a field how', () => {
    assert.match(
      said(SYSTEM, '0~30 4 * * * root x\n'),
      /^\[0~30\].*Debian's cron reads it as 0; cronie reads it as one drawn at random of 0 to 30/,
    );
    assert.match(
      said(SPOOL, '0 0 * * sat-sun x\n'),
      /^\[sat-sun\].*nothing, so that the entry never runs; cronie reads it as Sunday and Saturday\. Others refuse the entry: OpenBSD/,
    );
  });
  it('tells of words that not all know', () => assert.match(said(SPOOL, '@every_minute x\n'), /^\[@every_minute\].*FreeBSD's cron takes/));
  it('offers no other way to write a field that all of them read alike', () => {
    const text = '0 4 * * * date +%F\n';
    const [first] = found(SPOOL, text, { audience: 'auditor' });
    assert.match(first?.message ?? '', /the % in the command/);
    assert.deepEqual(first?.fixes, []);
  });
  it('tells of flags', () => {
    assert.match(
      said(SPOOL, '* * * * * -n x\n'),
      /^\[-n x\].*Debian's cron runs “-n x”; cronie, FreeBSD's cron and OpenBSD's cron run “x”/,
    );
    assert.match(said(SYSTEM, '@daily root -n x\n'), /run “-n x”|runs “-n x”/);
  });
  it('leaves the length of a command to the rule for that', () => {
    const { findings } = readAs(SPOOL, `* * * * * ${'a'.repeat(1200)}\n`);
    assert.deepEqual(
      findings.map(({ rule }) => rule).filter((rule) => /portability|long-line/.test(rule)),
      ['crontab/long-line'],
    );
  });
  it('tells of an assignment that is none to others', () => {
    assert.match(
      said(SYSTEM, 'MAILTO=\n0 4 * * * root x\n'),
      /^\[MAILTO=\].*cronie takes this for an assignment, others do not: Debian's cron ignores the whole file/,
    );
    assert.deepEqual(fixed(SYSTEM, 'MAILTO= \n0 4 * * * root x\n'), ['MAILTO="" ']);
  });
  it('tells of a delay that not all heed', () => {
    assert.match(
      said(SYSTEM, 'RANDOM_DELAY=30\n0 4 * * * root x\n'),
      /^\[RANDOM_DELAY=30\].*cronie waits up to so many minutes before a job below; Debian's cron takes RANDOM_DELAY for a variable of the commands and starts them on the minute/,
    );
    for (const line of [
      'RANDOM_DELAY=0',
      'RANDOM_DELAY=""',
      'RANDOM_DELAY=soon',
      'DELAY=30',
      '# daemonlint: dialect=cronie\nRANDOM_DELAY=30',
    ])
      assert.deepEqual(found(SYSTEM, `${line}\n0 4 * * * root x\n`), [], line);
  });
  it('tells of a zone that not all heed', () => {
    assert.match(
      said(SYSTEM, 'CRON_TZ=Asia/Tokyo\n0 4 * * * root x\n'),
      /cronie runs the entries below by this zone; Debian's cron takes CRON_TZ for a variable/,
    );
  });
});

describe('the fix', () => {
  it('writes the field so that all read it as one of them does', () => {
    assert.deepEqual(fixed(SPOOL, '0/5 * * * * x\n'), ['*/5 * * * * x']);
    assert.deepEqual(fixed(SPOOL, '3/20 * * * * x\n'), ['3-43/20 * * * * x']);
    assert.deepEqual(fixed(SPOOL, '0 0 1/2 * * x\n'), ['0 0 1-31/2 * * x']);
    assert.deepEqual(fixed(SPOOL, '0 0 * * sat-sun x\n'), ['0 0 * * 0,6 x']);
    assert.deepEqual(fixed(SPOOL, '30-59/90 * * * * x\n'), ['30 * * * * x']);
  });
  it('is none where a time is drawn or nothing matches', () => {
    assert.deepEqual(fixed(SPOOL, '~/10 * * * * x\n'), []);
    assert.deepEqual(fixed(SPOOL, '5-1 * * * * x\n'), []);
  });
  it('does not keep what cron makes of a step that leads out of its field', () => {
    assert.deepEqual(found(SPOOL, '*/90 * * * * x\n'), []);
    assert.equal(found(SPOOL, '0/90 * * * * x\n').length, 1);
  });
  it('is never safe, unless it says the same to all', () => {
    assert.equal(found(SPOOL, '0/5 * * * * x\n')[0]?.fixes[0]?.safe, false);
    assert.equal(found(SYSTEM, 'MAILTO=\n')[0]?.fixes[0]?.safe, true);
  });
});

describe('nothing is compared', () => {
  const ordinary = [
    'PATH=/usr/bin:/bin',
    'MAILTO=""',
    '*/5 * * * * x',
    '0 0 1 oct,nov * x',
    '0 0 * * 7 x',
    '0 0 13 * 5 x',
    '@weekly x',
    '0 0 * * 5-7 date +\\%F # note',
    '0 0 * * 1 ls -l -n',
    '# 0/5 * * * * x',
  ];
  for (const line of ordinary) it(`in ${line}`, () => assert.deepEqual(found(SPOOL, `${line}\n`), []));
  it('where one cron is named, for an auditor neither', () => {
    for (const audience of ['regular', 'auditor'] as const)
      assert.deepEqual(found(SPOOL, '# daemonlint: dialect=freebsd\n0/5 * * * * x\n', { audience }), []);
  });
  it('in an anacrontab, which no cron reads', () =>
    assert.deepEqual(found('/etc/anacrontab', 'MAILTO=\n1 5 cron.daily run-parts /etc/cron.daily\n'), []));
  it('where the head of the file shows the cron', () => {
    assert.deepEqual(found('/etc/crontab', '# $FreeBSD$\n0/5 * * * * root x\n'), []);
    // FreeBSD 14 left its keyword out.
    assert.deepEqual(found('/etc/crontab', "# /etc/crontab - root's crontab for FreeBSD\n0/5 * * * * root x\n"), []);
  });
  it('where all refuse the line: that is an error', () => {
    assert.deepEqual(found(SPOOL, '61 * * * * x\n'), []);
    assert.ok(readAs(SPOOL, '61 * * * * x\n').findings.some(({ rule }) => rule === 'crontab/syntax'));
  });
});

describe('an auditor', () => {
  const hint = (path: string, text: string): string => {
    const [first, ...more] = found(path, text, { audience: 'auditor' });
    assert.ok(first && more.length === 0, text);
    assert.equal(first.severity, 'hint');
    return first.message;
  };
  it('hears of crons that are not plausible', () => {
    assert.match(
      hint(SPOOL, '0 0 * * 7 x\n'),
      /others refuse it: BusyBox's crond drops the entry; a POSIX crontab command does not install the file/,
    );
    assert.match(hint(SPOOL, '0 0 13 * 5 x\n'), /systemd-cron runs it on days that are in both fields of days/);
    assert.match(hint(SPOOL, '@weekly x\n'), /to systemd-cron it is: .*Mondays/);
    assert.match(hint(SPOOL, '0 0 1 nov * x\n'), /systemd-cron reads it as October/);
    assert.match(hint(SPOOL, 'PATH=/usr/bin\n0 0 1 1 1 x\n'.split('0')[0] ?? ''), /BusyBox's crond passes it over/);
    assert.match(
      hint(SPOOL, '0 0 1 1 * echo "%d"\n'),
      /take what follows an unescaped % for input.*systemd-cron give the shell the line as it stands/,
    );
  });
  it('hears nothing of crons that have no user column where there is one', () => {
    assert.deepEqual(found(SYSTEM, '*/5 4 * * * root x\n', { audience: 'auditor' }), []);
  });
  it('hears what all others hear, too', () => {
    const severities = found(SPOOL, '0/5 * * * * x\n', { audience: 'auditor' }).map(({ severity }) => severity);
    assert.deepEqual([...severities].sort(), ['hint', 'warning']);
  });
});

describe('an entry that its only cron takes and never runs', () => {
  it('is an error', () => {
    const text = '# daemonlint: dialect=systemd-cron\n@fortnightly x\n';
    const messages = readAs(SPOOL, text).findings.map(({ rule, message }) => `${rule} ${message}`);
    assert.match(messages.join(), /crontab\/syntax .*systemd refuses: it never runs/);
    assert.deepEqual(
      readAs(SPOOL, '# daemonlint: dialect=systemd-cron\n@quarterly x\n').findings.filter(({ rule }) => rule === 'crontab/syntax'),
      [],
    );
  });
});
