/** Rules about when an entry runs: what they say, where they are silent, and what their fixes leave. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../core/src/index.js';
import { fixed, found, message, SYSTEM, table } from './crontab-rule-support.js';

describe('crontab/surplus-user', () => {
  table('surplus-user', {
    '0 3 * * * root /usr/bin/x': true,
    '@daily root /usr/bin/x': true,
    '0 3 * * * www-data php /srv/x.php': true,
    '0 3 * * * nobody find /tmp -delete': true,
    '0 3 * * * /usr/bin/x root /bin/y': false,
    // The names of programs, and of scripts that are called like users.
    '0 3 * * * sync /srv': false,
    '0 3 * * * mail /home/ann/bin/x': false,
    '0 3 * * * squid -k rotate': false,
    '0 3 * * * backup /home/ann': false,
    // ROOT, the program of physicists.
    '0 3 * * * root -b -q macro.C': false,
    '0 3 * * * root': false,
    '#0 3 * * * root /usr/bin/x': false,
  });
  it('leaves a file alone whose place does not settle the form', () =>
    assert.deepEqual(found('surplus-user', '0 3 * * * root /usr/bin/x\n', '/srv/site/crontab'), []));
  it('deletes the word and the blanks behind it, and nothing else', () => {
    assert.equal(fixed('surplus-user', '0 3 * * *\troot \t/usr/bin/x  y\n'), '0 3 * * *\t/usr/bin/x  y\n');
    assert.equal(
      fixed('surplus-user', '# daemonlint: form=user\n@daily  root /usr/bin/x\r\n'),
      '# daemonlint: form=user\n@daily  /usr/bin/x\r\n',
    );
  });
});

describe('crontab/day-match', () => {
  table('day-match', {
    '0 0 1 * 1 x': true,
    '0 0 */2 * 1 x': true,
    '0 0 1,15 * mon-fri x': true,
    '0 0 1-31 * 1 x': true,
    '0 0 13 * 5 x': true,
    '0 0 * * 1 x': false,
    '0 0 1 * * x': false,
    '0 0 */1 * 1 x': false,
    '0 0 1 * */1 x': false,
    '@weekly x': false,
    '@monthly 1 * 1 x': false,
    '0 0 31 2 7-1 x': false,
  });
  it('says what is meant, in words', () => {
    assert.match(
      message('day-match', '0 0 13 * 5 x\n'),
      /runs when either of them matches: At 00:00 on day 13 of the month and also on Fridays\.$/,
    );
    assert.match(
      message('day-match', '0 0 */2 * 1 x\n'),
      /match both, since one of the two fields begins with “\*”: At 00:00 on Mondays that fall on odd days/,
    );
  });
  it('tells crons apart that differ', () => {
    const text = '# daemonlint: dialect=busybox\n0 0 */2 * 1 x\n';
    assert.match(message('day-match', text), /either of them matches/);
  });
  it('warns of the first Monday, and lets the command ask', () => {
    const [finding] = found('day-match', '0 6 1-7 * 1 /opt/x\n');
    assert.equal(finding?.severity, 'warning');
    assert.equal(fixed('day-match', '0 6 1-7 * 1 /opt/x\n'), '0 6 1-7 * * [ "$(date +\\%u)" = 1 ] && /opt/x\n');
    assert.equal(
      fixed('day-match', '0 6 8-14 * sun root /opt/x; /opt/y\n', SYSTEM),
      '0 6 8-14 * * root [ "$(date +\\%u)" = 7 ] || exit 0; /opt/x; /opt/y\n',
    );
    assert.equal(found('day-match', '0 6 1-7 * * [ "$(date +\\%u)" = 1 ] && /opt/x\n').length, 0);
  });
  it('offers no such thing for other days, or under another zone', () => {
    for (const text of ['0 6 2-8 * 1 x\n', '0 6 1-7 * 1,2 x\n', '0 6 1-7 * * x\n'])
      assert.deepEqual(
        found('day-match', text).flatMap(({ fixes }) => fixes),
        [],
      );
    assert.deepEqual(
      found('day-match', 'CRON_TZ=Asia/Tokyo\n0 6 1-7 * 1 x\n').flatMap(({ fixes }) => fixes),
      [],
    );
  });
});

describe('crontab/short-months', () => {
  const of = (dialect: string, entry: string) => `# daemonlint: dialect=${dialect}\n${entry}\n`;
  const fixesOf = (text: string) => found('short-months', text).flatMap(({ fixes }) => fixes);

  it('lets the command ask whether tomorrow is the first, by the date(1) of the system', () => {
    for (const dialect of ['debian', 'cronie', 'systemd-cron'])
      assert.equal(
        fixed('short-months', of(dialect, '0 4 31 * * /opt/x')),
        of(dialect, '0 4 28-31 * * [ "$(date -d tomorrow +\\%d)" = 01 ] && /opt/x'),
      );
    assert.equal(
      fixed('short-months', of('freebsd', '0 4 31 * * /opt/x; /opt/y')),
      of('freebsd', '0 4 28-31 * * [ "$(date -v+1d +\\%d)" = 01 ] || exit 0; /opt/x; /opt/y'),
    );
  });

  it('does not where date(1) cannot tell, where several crons may read the file, or under another zone', () => {
    for (const dialect of ['busybox', 'openbsd']) assert.deepEqual(fixesOf(of(dialect, '0 4 31 * * /opt/x')), [], dialect);
    assert.deepEqual(fixesOf('0 4 31 * * /opt/x\n'), []);
    assert.deepEqual(fixesOf(of('cronie', 'CRON_TZ=Asia/Tokyo\n0 4 31 * * /opt/x')), []);
  });
});

describe('crontab/never-runs', () => {
  table('never-runs', {
    '0 0 31 2 * x': true,
    '0 0 30,31 feb * x': true,
    '0 0 31 4,6,9,11 * x': true,
    '0 0 31 4,5 * x': false,
    '0 0 30 2 1 x': false,
    '0 0 30 2 */2 x': true,
    '0 0 29 2 * x': false,
    '5-1 * * * * x': true,
    '5-1,7 * * * * x': false,
    '0 0 * * fri-mon x': true,
    '@reboot x': false,
  });
  it('goes by the cron: BusyBox counts round, and OpenBSD refuses', () => {
    assert.deepEqual(found('never-runs', '0 22-4 * * * x\n', '/etc/crontabs/root'), []);
    assert.deepEqual(found('never-runs', '# daemonlint: dialect=openbsd\n0 22-4 * * * x\n'), []);
  });
  it('writes a range past the end as two', () => {
    assert.equal(fixed('never-runs', '0  22-4 * * * x\n'), '0  22-23,0-4 * * * x\n');
    assert.equal(fixed('never-runs', '0 0 * * fri-mon x\n'), '0 0 * * 5-6,0-1 x\n');
    assert.equal(fixed('never-runs', '59-0 * * * * root x\n', SYSTEM), '59,0 * * * * root x\n');
    assert.deepEqual(
      found('never-runs', '0 0 31 2 * x\n').flatMap(({ fixes }) => fixes),
      [],
    );
  });
  it('points at what does not match', () => {
    const spot = (text: string) => found('never-runs', text).map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(spot('0 0 31 2 * x\n'), ['31 2']);
    assert.deepEqual(spot('0 22-4 31 2 * x\n'), ['22-4']);
  });
});

describe('crontab/every-minute-of-hour', () => {
  table('every-minute-of-hour', {
    '* 3 * * * x': true,
    '*/1 3 * * * x': true,
    '0-59 3 * * * x': true,
    '* */2 * * * x': true,
    '* 0,12 * * 1 x': true,
    '* 8-18 * * * x': false,
    '* 3,4 * * * x': false,
    '* 23,0 * * * x': false,
    '* * * * * x': false,
    '*/2 3 * * * x': false,
    '0 3 * * * x': false,
  });
  it('puts 0 there', () => {
    assert.equal(fixed('every-minute-of-hour', '*\t3 * * * x * \n'), '0\t3 * * * x * \n');
    assert.equal(
      fixed('every-minute-of-hour', '# daemonlint: dialect=cronie\n-* 3 * * * root x\n', SYSTEM),
      '# daemonlint: dialect=cronie\n-0 3 * * * root x\n',
    );
  });
  it('counts the runs', () => {
    assert.match(message('every-minute-of-hour', '* 3 * * * x\n'), /60 times a day/);
    assert.match(message('every-minute-of-hour', '* */6 * * * x\n'), /240 times a day/);
  });
});

describe('fixes of the rules about schedules', () => {
  const field = (...values: string[]) => fc.constantFrom(...values);
  const line = fc
    .tuple(
      field('*', '0', '5', '*/1', '0-59', '59-0', '*/7'),
      field('*', '3', '*/2', '22-4', '2,14', '8-18'),
      field('*', '1', '1-7', '31', '*/2', '25-31'),
      field('*', '2', 'feb', '4-3', '1-12'),
      field('*', '1', 'sun', 'fri-mon', '1-5', '7'),
      field('x', 'root /usr/bin/x', '/opt/a; /opt/b', 'y   z', 'echo \\%'),
    )
    .map((parts) => parts.join(' '));
  const rules = ['surplus-user', 'day-match', 'never-runs', 'every-minute-of-hour'];
  it('leave no such finding at their line, and every other line as it was', () =>
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const text = ['# daemonlint: form=user', ...lines, ''].join(end);
        const before = text.split('\n');
        for (const rule of rules)
          for (const finding of found(rule, text))
            for (const fix of finding.fixes) {
              const after = applyEdits(text, fix.edits).split('\n');
              const at = text.slice(0, finding.span.start).split('\n').length - 1;
              assert.deepEqual([...after.slice(0, at), ...after.slice(at + 1)], [...before.slice(0, at), ...before.slice(at + 1)]);
              const left = found(rule, after.join('\n')).filter(
                ({ span }) => after.join('\n').slice(0, span.start).split('\n').length - 1 === at,
              );
              // Of two fields that match nothing each has a fix of its own.
              assert.ok(
                left.length === 0 || (rule === 'never-runs' && left[0]?.span.end !== finding.span.end) || finding.fixes.length > 1,
                `${rule}: ${before[at]} -> ${after[at]}`,
              );
            }
      }),
      { numRuns: 60 },
    ));
});
