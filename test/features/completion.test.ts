/** What is proposed in each place of a line, what it replaces, and that the crons in question take it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type Completion, completionsAt, identify, kinds, lint } from '../../core/src/index.js';
import { defaultSettings } from '../../core/src/lint/settings.js';
import { pieces } from '../kinds/index.js';
import { at } from './support.js';

const SYSTEM = '/etc/crontab';
const USER = '/var/spool/cron/crontabs/ann';

function offered(path: string, marked: string): Completion[] {
  const { reading, offset } = at(path, marked);
  return completionsAt(reading, offset);
}

const labels = (path: string, marked: string): string[] => offered(path, marked).map(({ label }) => label);

/** The text after `label` was taken. */
function taking(path: string, marked: string, label: string): string {
  const { reading, offset } = at(path, marked);
  const found = completionsAt(reading, offset).find((each) => each.label === label);
  assert.ok(found, `${label} is not offered at ${marked}`);
  return applyEdits(reading.document.text, [{ span: found.span, text: found.insert ?? found.label }]);
}

const includes = (path: string, marked: string, ...wanted: string[]) => {
  const found = labels(path, marked);
  for (const label of wanted) assert.ok(found.includes(label), `${label} is not offered at ${marked}: ${found.slice(0, 20).join(' ')}`);
};
const lacks = (path: string, marked: string, ...unwanted: string[]) => {
  const found = labels(path, marked);
  for (const label of unwanted) assert.ok(!found.includes(label), `${label} is offered at ${marked}`);
};

describe('completion in an anacrontab', () => {
  const ANACRON = '/etc/anacrontab';
  const CRONIE = '# daemonlint: dialect=cronie\n';
  it('offers periods that each anacron in question knows, and variables', () => {
    for (const marked of ['‸', 'SHELL=/bin/sh\n‸'])
      assert.deepEqual(labels(ANACRON, marked).slice(0, 6), ['@monthly', '@yearly', '1', '7', '30', 'SHELL']);
    assert.deepEqual(labels(ANACRON, `${CRONIE}@‸`), ['@daily', '@weekly', '@monthly', '@yearly']);
    includes(ANACRON, `${CRONIE}‸`, 'START_HOURS_RANGE', 'RANDOM_DELAY');
    assert.equal(taking(ANACRON, '@mo‸', '@monthly'), '@monthly ');
    assert.equal(taking(ANACRON, '‸7 5 weekly /bin/x\n', '@monthly'), '@monthly 5 weekly /bin/x\n');
  });
  it('offers delays, leaves the name to the person, and then programs', () => {
    includes(ANACRON, '7 ‸', '5', '15');
    lacks(ANACRON, '7 ‸', '*', '*/2');
    assert.deepEqual(labels(ANACRON, '7 5 ‸'), []);
    includes(ANACRON, '7 5 weekly ‸', 'run-parts', 'nice');
    includes(ANACRON, '@monthly 5 monthly nice run-‸', 'run-parts');
    assert.deepEqual(labels(ANACRON, '7 5 weekly ec\\\n‸ho x\n'), []);
  });
});

describe('completion at the beginning of a crontab line', () => {
  it('offers whole schedules, words, variables and minutes', () => {
    for (const marked of ['‸', 'SHELL=/bin/sh\n‸', '  ‸\n', '5 4 * * * root x\n‸\n6 4 * * * root y\n'])
      includes(SYSTEM, marked, 'every 5 minutes', 'daily at 03:00', '@daily', '@reboot', 'MAILTO', '*', '*/5', '30');
  });
  it('says of each schedule when it runs', () => {
    const about = (label: string) => offered(USER, '‸').find((each) => each.label === label)?.about ?? '';
    assert.match(about('every 15 minutes in office hours'), /Runs: Every 15 minutes from 09:00 to 17:45 on Mondays to Fridays\./);
    assert.match(about('first of each quarter at 05:00'), /05:00 on day 1 of the month in January, April, July and October/);
    assert.match(about('weekdays at 09:00'), /At 09:00 on Mondays to Fridays\./);
    assert.match(
      about('*/5'),
      /\*\*Minute\*\*: Matches every 5th minute from 0 to 55\.\n[\s\S]*0, 5, 10,[\s\S]*\n\nRuns: Every 5 minutes\./,
    );
  });
  it('writes a schedule with the blank behind it, or over the one that is there', () => {
    assert.equal(taking(USER, '‸', 'daily at 03:00'), '0 3 * * * ');
    assert.equal(taking(USER, 'dai‸\n', 'daily at 03:00'), '0 3 * * * \n');
    assert.equal(taking(USER, '‸5 4 1 * * /bin/x\n', 'daily at 03:00'), '0 3 * * * /bin/x\n');
    assert.equal(taking(USER, '‸@daily /bin/x\n', 'daily at 03:00'), '0 3 * * * /bin/x\n');
    assert.equal(taking(USER, '‸@daily /bin/x\n', '@hourly'), '@hourly /bin/x\n');
  });
  it('writes a word over what is typed of it', () => {
    assert.equal(taking(USER, '@‸', '@daily'), '@daily ');
    assert.equal(taking(USER, '@da‸ily /bin/x\r\n', '@daily'), '@daily /bin/x\r\n');
    lacks(USER, '@da‸', '@hourly', 'MAILTO', '*');
  });
  it('offers no whole schedule where it would leave a part of another', () => {
    lacks(USER, '‸ 4 *\n'.replace(' ', '5 '), 'daily at 03:00');
    lacks(USER, '1,‸ 4 * * * x\n', 'daily at 03:00', 'MAILTO');
  });
  it('offers what the crons in question know', () => {
    lacks(SYSTEM, '‸', '@every_minute', '~', 'LOGNAME');
    includes('/var/cron/tabs/ann', '# daemonlint: dialect=freebsd\n‸', '@every_minute');
    includes(USER, '# daemonlint: dialect=cronie\n‸', '~', 'RANDOM_DELAY', 'CRON_TZ');
    lacks(USER, '# daemonlint: dialect=debian\n‸', '~', 'RANDOM_DELAY', 'CRON_TZ');
    lacks('/etc/crontabs/root', '‸', '@hourly'.concat('x'), 'PATH', 'CRON_TZ');
    includes('/etc/crontabs/root', '‸', 'MAILTO', 'SHELL');
  });
  it('is silent in comments', () => {
    for (const marked of ['# ‸\n', '# nightly ‸\n', '#0 3 * * ‸ x\n', '  # ‸'])
      assert.deepEqual(
        labels(SYSTEM, marked).filter((label) => !label.startsWith('daemonlint')),
        [],
        marked,
      );
    assert.deepEqual(labels(SYSTEM, '# nightly ‸\n'), []);
  });
});

describe('completion in a time field', () => {
  it('offers stars, steps, ranges, names and numbers of that field', () => {
    includes(USER, '0 ‸', '*', '*/6', '9-17', '23');
    lacks(USER, '0 ‸', '24', 'mon', '*/5', 'every hour');
    includes(USER, '0 3 ‸ * * x\n', '1', '31', '*/2');
    lacks(USER, '0 3 ‸ * * x\n', '0', '32');
    includes(USER, '0 3 * ‸ * x\n', 'jan', 'dec', '12', '*/3');
    includes(USER, '0 3 * * ‸', 'mon', 'sun', 'mon-fri', '1-5');
    lacks(USER, '0 3 * * ‸', 'jan');
  });
  it('names months and days by their number too', () => {
    const weekday = offered(USER, '0 3 * * ‸');
    assert.equal(weekday.find(({ label }) => label === '3')?.detail, 'Wednesday');
    assert.equal(weekday.find(({ label }) => label === 'wed')?.detail, 'Wednesday');
  });
  it('replaces one item of a list, one end of a range, one step', () => {
    assert.equal(taking(USER, '5,1‸,20 * * * * x\n', '30'), '5,30,20 * * * * x\n');
    assert.equal(taking(USER, '5,‸ * * * * x\n', '45'), '5,45 * * * * x\n');
    assert.equal(taking(USER, '0 9-‸/2 * * * x\n', '17'), '0 9-17/2 * * * x\n');
    assert.equal(taking(USER, '0 9-1‸1,20 * * * x\n', '17'), '0 9-17,20 * * * x\n');
    assert.equal(taking(USER, '*/‸ * * * * x\n', '15'), '*/15 * * * * x\n');
    assert.equal(taking(USER, '*/1‸0,7 * * * * x\n', '15'), '*/15,7 * * * * x\n');
    assert.equal(taking(USER, '*‸ * * * * x\n', '*/5'), '*/5 * * * * x\n');
    assert.equal(taking(USER, '0 3 * * mon-‸ x\n', 'fri'), '0 3 * * mon-fri x\n');
  });
  it('offers no end before the beginning, no star in a list', () => {
    lacks(USER, '0 9-‸ * * * x\n', '8', '*', '9-17');
    lacks(USER, '5,‸ * * * * x\n', '*', '*/5');
    lacks(USER, '0 3 * * fri-‸ x\n', 'mon');
    const cronie = '# daemonlint: dialect=cronie\n0 3 * * fri-‸ x\n';
    includes(USER, cronie, '7');
    lacks(USER, cronie, '0', 'sun');
  });
  it('counts what all crons in question mean the same by: 7 is no Sunday to BusyBox', () => {
    includes('/etc/crontabs/root', '0 3 * * ‸ x\n', '0', 'sun');
    lacks('/etc/crontabs/root', '0 3 * * ‸ x\n', '7');
    includes(USER, '0 3 * * ‸ x\n', '7');
  });
  it('tells the whole schedule that comes of it', () => {
    const found = offered(USER, '30 6 * * ‸').find(({ label }) => label === 'mon-fri');
    assert.match(found?.about ?? '', /Runs: At 06:30 on Mondays to Fridays\./);
  });
  it('goes on behind the dash that keeps cronie quiet', () => {
    assert.equal(taking(USER, '# daemonlint: dialect=cronie\n-‸ * * * * x\n', '*/5'), '# daemonlint: dialect=cronie\n-*/5 * * * * x\n');
  });
});

describe('completion behind the time', () => {
  it('offers the users of the file, then the usual ones, in a system crontab', () => {
    const found = labels(SYSTEM, '5 4 * * * ‸\n1 1 * * * backup2 /bin/x\n2 2 * * * ann /bin/y\n3 3 * * * ann /bin/z\n');
    assert.deepEqual(found.slice(0, 3), ['ann', 'backup2', 'root']);
    assert.ok(found.includes('www-data'));
    assert.ok(!found.includes('wheel') && !found.includes('nogroup'));
    assert.equal(taking(SYSTEM, '@daily ro‸ /bin/x\n', 'root'), '@daily root /bin/x\n');
    lacks(USER, '5 4 * * * ‸\n', 'nobody');
  });
  it('offers programs of the file, then wrappers and known ones, where one is called', () => {
    const text = '1 1 * * * root /opt/job --x\n';
    const found = labels(SYSTEM, `${text}5 4 * * * root ‸`);
    assert.equal(found[0], '/opt/job');
    assert.ok(found.includes('flock') && found.includes('run-parts') && found.includes('pg_dump') && found.includes('gzip'));
    assert.ok(!found.includes('if') && !found.includes('[['));
    for (const marked of [
      '5 4 * * * ‸',
      '@daily ‸',
      '5 4 * * * cd / && ‸',
      '5 4 * * * nice -n 19 ‸',
      '5 4 * * * flock -n /run/l ‸',
      '5 4 * * * a | lo‸',
    ])
      includes(USER, marked, 'logger');
    for (const marked of ['5 4 * * * tar ‸', '5 4 * * * cat /etc/ho‸', '5 4 * * * "a ‸"', '5 4 * * * mail x%‸', '5 4 * * * echo -‸'])
      assert.deepEqual(labels(USER, marked), [], marked);
    assert.equal(taking(USER, '5 4 * * * cd /;lo‸|x\n', 'logger'), '5 4 * * * cd /;logger|x\n');
    assert.equal(taking(USER, '1 1 * * * /opt/job\n5 4 * * * /opt/‸', '/opt/job'), '1 1 * * * /opt/job\n5 4 * * * /opt/job');
  });
  it('explains the wrappers', () => {
    assert.match(offered(USER, '5 4 * * * ‸').find(({ label }) => label === 'flock')?.about ?? '', /lock/);
  });
});

describe('completion of a value', () => {
  it('offers what the variable takes, and replaces all of it', () => {
    includes(USER, 'SHELL=‸', '/bin/sh', '/bin/bash');
    includes(SYSTEM, 'MAILTO = ‸\n1 1 * * * ann /bin/x\n', '""', 'root', 'ann');
    includes(USER, 'CRON_TZ=‸', 'UTC', 'Europe/Berlin', 'America/St_Johns');
    includes(USER, 'PATH=/‸', '/usr/sbin:/usr/bin:/sbin:/bin');
    assert.equal(taking(USER, 'CRON_TZ="Eur‸ope"  \r\n', 'Asia/Tokyo'), 'CRON_TZ=Asia/Tokyo  \r\n');
    assert.deepEqual(labels(USER, 'FOO=‸'), []);
  });
  it('offers nothing for a word that a line end cuts, and counts it once', () => {
    const path = '/h/etc/crontabs/root';
    assert.deepEqual(labels(path, '1\\\n‸5 4 * * * /bin/x\n'), []);
    includes(path, '1\\\n5 ‸4 * * * /bin/x\n', '*/2', '23');
  });
  it('offers what the file sets elsewhere', () => {
    assert.equal(labels(USER, 'FOO=bar baz\nFOO=‸\n')[0], 'bar baz');
  });
  it('offers nothing for a value that anacron reads over several lines, nor such a value elsewhere', () => {
    const ANACRON = '/etc/anacrontab';
    includes(ANACRON, 'PATH = /bi‸n\n7 5 job /bin/x\n', '/usr/sbin:/usr/bin:/sbin:/bin');
    assert.deepEqual(labels(ANACRON, 'PATH = /bi‸n\\\n7 5 job /bin/x\n'), []);
    assert.deepEqual(labels(ANACRON, 'PATH = /bin\\\n7 5 j‸ob /bin/x\n'), []);
    assert.deepEqual(labels(ANACRON, 'FOO=a\\\nb\nFOO=‸\n'), []);
  });
  it('offers the zone of the host first', () => {
    const { reading, offset } = at(USER, 'CRON_TZ=‸', {}, { zone: 'Europe/Berlin' });
    assert.equal(completionsAt(reading, offset)[0]?.label, 'Europe/Berlin');
  });
});

describe('completion in comments to daemonlint, of every kind', () => {
  it('offers what can be said', () => {
    for (const path of [SYSTEM, '/etc/inetd.conf']) {
      includes(path, '# daemonlint: ‸\n', 'keep', 'ignore[', 'form=', 'dialect=');
      assert.equal(taking(path, '# dae‸\n', 'daemonlint: keep'), '# daemonlint: keep \n');
      assert.equal(taking(path, '#‸\n', 'daemonlint: form='), '#daemonlint: form=\n');
      includes(path, '# daemonlint: keep ‸\n', 'sendmail', 'sshd');
      includes(path, '# daemonlint: kind=‸\n', 'crontab', 'inetd');
    }
    includes(SYSTEM, '# daemonlint: form=system dialect=‸\n', 'debian', 'busybox');
    lacks(SYSTEM, '# daemonlint: form=system dialect=‸\n', 'xinetd');
    includes(SYSTEM, '# daemonlint: form=‸\n', 'user', 'system');
    includes(SYSTEM, '# daemonlint: ignore[‸]: x\n', 'crontab/syntax', 'risky-daemon');
    lacks(SYSTEM, '# daemonlint: ignore[‸]: x\n', 'inetd/syntax');
    assert.equal(taking(SYSTEM, '# daemonlint: ignore[risky‸]: x\n', 'risky-daemon'), '# daemonlint: ignore[risky-daemon]: x\n');
    assert.deepEqual(labels(SYSTEM, '# daemonlint: ignore[risky-daemon]: ‸\n'), []);
    assert.equal(taking(SYSTEM, '# daemonlint: keep sendmail s‸\n', 'snmpd'), '# daemonlint: keep sendmail snmpd\n');
  });
});

describe('completions of any text', () => {
  for (const { id, forms } of kinds)
    it(`${id}: replace a piece of the line that holds the place`, () => {
      const parts = [...(pieces[id] ?? []), ' ', '\n', '\r\n', '\r', '\t', ',', '-', '/', '😀', '#', '=', '@'];
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom(...parts), { maxLength: 25 }),
          fc.nat(200),
          fc.constantFrom(...forms),
          (words, place, form) => {
            const text = words.join(' ').replaceAll(' \n ', '\n');
            const choice = identify({ path: '', text, sniff: false, flag: { kind: id, form } });
            assert.ok(choice);
            // No editor puts its cursor inside a line end.
            const near = Math.min(place, text.length);
            const offset = text.slice(near - 1, near + 1) === '\r\n' ? near - 1 : near;
            for (const { span, label } of completionsAt(lint('', text, choice, defaultSettings), offset)) {
              assert.ok(span.start <= offset && offset <= span.end, `${label}: ${JSON.stringify(text)} at ${offset}`);
              assert.ok(!/\n/.test(text.slice(span.start, span.end)), `${label}: ${JSON.stringify(text)} at ${offset}`);
            }
          },
        ),
        { numRuns: 400 },
      );
    });
  it('are fields that every cron in question takes', () => {
    for (const [dialect, path] of [
      ['debian', USER],
      ['cronie', USER],
      ['freebsd', USER],
      ['openbsd', USER],
      ['busybox', USER],
    ] as const)
      for (const marked of ['‸ * * * *', '* ‸ * * *', '* * ‸ * *', '* * * ‸ *', '* * * * ‸', '1,‸ * * * *', '* 3-‸ * * *', '* */‸ * * *'])
        for (const { label, span, insert, role } of offered(path, `# daemonlint: dialect=${dialect}\n${marked} /bin/x\n`)) {
          if (role === 'variable') continue;
          const text = `# daemonlint: dialect=${dialect}\n${marked.replace('‸', '')} /bin/x\n`;
          const { reading } = at(path, `‸${applyEdits(text, [{ span, text: insert ?? label }])}`);
          assert.equal(reading.document.lines[1]?.type, 'entry', `${dialect} at ${marked}: ${label}`);
        }
  });
});
