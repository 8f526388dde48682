/** Crontab entries as systemd units: what the text holds, that it can be read back as systemd reads it, and that systemd takes it. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { actionsAt } from '../../core/src/index.js';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { readAs } from '../support.js';
import { describeWhere } from '../where.js';

const NOW = Date.UTC(2026, 10, 23, 12);

/** The text that is shown for the last entry of `text`; '' where none is offered. */
function shown(text: string, at = '/etc/crontab', zone = 'Europe/Berlin'): string {
  const offset = text.trimEnd().length;
  const found = actionsAt(readAs(at, text, { zone, now: NOW }), { start: offset, end: offset }).find(({ name }) => name === 'systemd');
  return found?.opens?.text ?? '';
}

/** The values of `key` in `text`, in order. */
const values = (text: string, key: string): string[] =>
  text.split('\n').flatMap((line) => (line.startsWith(`${key}=`) ? [line.slice(key.length + 1)] : []));

/** The words of `text` as systemd.syntax(7) has quotes and escapes, with `%%` and (in commands) `$$` undone. */
function words(text: string, command: boolean): string[] {
  const found = [...text.matchAll(/"((?:[^"\\]|\\.)*)"|([^\s"]+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  return found.map((word) => {
    const plain = word.replace(/\\(?:x([0-9a-f]{2})|(.))/g, (_, hex: string | undefined, letter: string) =>
      hex ? String.fromCharCode(Number.parseInt(hex, 16)) : ({ n: '\n', r: '\r', t: '\t' }[letter] ?? letter),
    );
    assert.doesNotMatch(plain.replaceAll('%%', ''), /%/);
    if (command) assert.doesNotMatch(plain.replaceAll('$$', ''), /\$/);
    const undone = plain.replaceAll('%%', '%');
    return command ? undone.replaceAll('$$', '$') : undone;
  });
}

const exec = (text: string) => words(values(text, 'ExecStart')[0] ?? '', true);

describe('an entry as systemd timer and service', () => {
  it('has the times, promptly, and the service behind them', () => {
    const text = shown('5 4 * * 1 ann /usr/bin/backup --all\n');
    assert.deepEqual(values(text, 'OnCalendar'), ['Mon *-*-* 04:05:00']);
    assert.deepEqual(values(text, 'AccuracySec'), ['1s']);
    assert.deepEqual(values(text, 'WantedBy'), ['timers.target']);
    assert.deepEqual(values(text, 'User'), ['ann']);
    assert.deepEqual(values(text, 'Type'), ['oneshot']);
    assert.deepEqual(values(text, 'WorkingDirectory'), ['-~']);
    assert.deepEqual(values(text, 'Environment'), ['"PATH=/usr/bin:/bin"']);
    assert.deepEqual(exec(text), ['/bin/sh', '-c', '/usr/bin/backup --all']);
    assert.match(text, /^# \/etc\/systemd\/system\/cron-backup\.timer$/m);
    assert.match(text, /^# \/etc\/systemd\/system\/cron-backup\.service$/m);
    assert.match(text, /^# At 04:05 on Mondays\.$/m);
  });

  it('has a line for the days and one for the weekdays where either will do', () => {
    assert.deepEqual(values(shown('0 0 1 * 1 root x\n'), 'OnCalendar'), ['*-*-01 00:00:00', 'Mon *-*-* 00:00:00']);
    assert.deepEqual(values(shown('@weekly root x\n'), 'OnCalendar'), ['Sun *-*-* 00:00:00']);
  });

  it('says why there is none for what never runs or goes by a zone that is not', () => {
    const never = shown('0 0 31 2 * root x\n');
    assert.match(never, /There is no timer for what never runs: day 31 does not come in February/);
    assert.doesNotMatch(never, /^\[/m);
    const lost = shown('# daemonlint: dialect=cronie\nCRON_TZ=Mars/Base\n0 4 * * * root x\n');
    assert.match(lost, /No time zone is called Mars\/Base/);
    assert.doesNotMatch(lost, /^\[/m);
  });

  it('starts at boot what cron starts at boot, without a timer', () => {
    const text = shown('@reboot root x\n');
    assert.doesNotMatch(text, /\[Timer\]/);
    assert.deepEqual(values(text, 'WantedBy'), ['multi-user.target']);
    assert.match(text, /systemctl enable cron-x\.service/);
    assert.doesNotMatch(text, /clocks/);
    assert.deepEqual(values(shown('@reboot x\n', '/x/crontab'), 'WantedBy'), ['default.target']);
  });

  it('is a unit of the user where nobody knows who that is', () => {
    const text = shown('5 4 * * 1 x\n', '/x/crontab');
    assert.deepEqual(values(text, 'User'), []);
    assert.match(text, /~\/\.config\/systemd\/user\/cron-x\.timer/);
    assert.match(text, /systemctl --user enable --now cron-x\.timer/);
    assert.match(text, /enable-linger/);
    assert.deepEqual(values(shown('5 4 * * 1 x\n', '/var/spool/cron/crontabs/ann'), 'User'), ['ann']);
    const grouped = shown('# daemonlint: dialect=freebsd\n5 4 * * 1 ann:www x\n');
    assert.deepEqual([values(grouped, 'User'), values(grouped, 'Group')], [['ann'], ['www']]);
  });

  it('takes along what the lines above set, the last of each, and none from below', () => {
    const above =
      'SHELL=/bin/bash\nMAILTO="ann"\nPATH=/old\nPATH = /usr/local/bin:/bin\nA-B=c\nLOGNAME=eve\nHOME=/srv/my home\nX=5 % of $Y "q" \\n\n';
    const text = `${above}1 2 * * * root x\n`;
    const reading = readAs('/etc/crontab', `${text}Z=after\n`, { now: NOW });
    const offset = text.length - 2;
    const unit = actionsAt(reading, { start: offset, end: offset }).find(({ name }) => name === 'systemd')?.opens?.text ?? '';
    assert.deepEqual(
      values(unit, 'Environment').flatMap((value) => words(value, false)),
      ['PATH=/usr/local/bin:/bin', 'SHELL=/bin/bash', 'MAILTO=ann', 'HOME=/srv/my home', 'X=5 % of $Y "q" \\n'],
    );
    assert.deepEqual(exec(unit).slice(0, 2), ['/bin/bash', '-c']);
    assert.deepEqual(values(unit, 'WorkingDirectory'), ['-/srv/my home']);
    assert.match(unit, /cron mails the output to ann; systemd keeps it in the journal: journalctl -u cron-x\.service/);
    assert.match(unit, /left out: A-B/);
    assert.match(shown('MAILTO=""\n1 2 * * * root x\n'), /cron throws the output away/);
  });

  it('gives the job its input', () => {
    const input = (command: string) => {
      const text = shown(`1 2 * * * root ${command}\n`);
      return [exec(text)[2], ...values(text, 'StandardInput'), ...values(text, 'StandardInputText'), ...values(text, 'StandardInputData')];
    };
    assert.deepEqual(input('cat%one%two'), ['cat', 'data', 'one\\ntwo']);
    assert.deepEqual(input('cat% one%%two%'), ['cat', 'data', '\\x20one\\n\\ntwo']);
    assert.deepEqual(input('cat%5 \\% of C:\\dir'), ['cat', 'data', '5 %% of C:\\\\dir']);
    assert.deepEqual(input('cat%'), ['cat']);
    assert.deepEqual(input('cat%%'), ['cat', 'data', 'Cg==']);
    assert.deepEqual(input('date +\\%F'), ['date +%F']);
  });

  it('runs what the cron in question runs', () => {
    const ofBusybox = (entry: string) => shown(`${entry}\n`, '/h/etc/crontabs/root');
    assert.equal(exec(ofBusybox('1 2 * * * date +%F'))[2], 'date +%F');
    assert.equal(exec(ofBusybox('1 2 * * * poll # nightly'))[2], 'poll');
    const joined = ofBusybox('1 2 * \\\n* * /bin/sw\\\neep \\\n all');
    assert.equal(exec(joined)[2], '/bin/sweep  all');
    assert.match(joined, /^# 1 2 \* \* \* \/bin\/sweep {2}all\n/);
    assert.match(joined, /cron-sweep\.timer/);
    for (const dialect of ['debian', 'cronie', 'openbsd'])
      assert.equal(exec(shown(`# daemonlint: dialect=${dialect}\n1 2 * * * root  -n poll\n`, '/etc/cron.d/x'))[2], 'poll', dialect);
    assert.equal(exec(shown('1 2 * * * root  -n -q poll -n\n'))[2], 'poll -n', 'flags of a cron are no part of the command');
  });

  it('leaves running what the shell leaves behind', () => {
    assert.deepEqual(values(shown('1 2 * * * root x & y\n'), 'KillMode'), ['process']);
    for (const command of ['x && y', 'x >a 2>&1', 'x &>a', 'x'])
      assert.deepEqual(values(shown(`1 2 * * * root ${command}\n`), 'KillMode'), [], command);
  });

  it('goes by the zone of CRON_TZ where the cron heeds it', () => {
    const entry = 'CRON_TZ=Asia/Tokyo\n30 20 * * * root x\n';
    assert.deepEqual(values(shown(`# daemonlint: dialect=cronie\n${entry}`), 'OnCalendar'), ['*-*-* 20:30:00 Asia/Tokyo']);
    assert.deepEqual(values(shown(`# daemonlint: dialect=debian\n${entry}`), 'OnCalendar'), ['*-*-* 20:30:00']);
  });

  it('draws a delay where cron draws a minute, and names one time where systemd has no such draw', () => {
    const cronie = (entry: string) => shown(`# daemonlint: dialect=cronie\n${entry} root x\n`);
    const drawn = (entry: string) => [...values(cronie(entry), 'OnCalendar'), ...values(cronie(entry), 'RandomizedDelaySec')];
    assert.deepEqual(drawn('~ 4 * * *'), ['*-*-* 04:00:00', '59min']);
    assert.deepEqual(drawn('10~30 4 * * 1'), ['Mon *-*-* 04:10:00', '20min']);
    assert.deepEqual(drawn('~ 1~5 * * *'), ['*-*-* 01:00:00', '299min']);
    assert.deepEqual(drawn('0 1~5 * * *'), ['*-*-* 03:00:00']);
    assert.deepEqual(values(cronie('~ 4 * * *'), 'FixedRandomDelay'), ['true']);
    assert.match(cronie('0 1~5 * * *'), /this is one of those that it may draw/);
  });

  it('tells what cron and systemd do unlike when the clocks change', () => {
    assert.match(
      shown('30 2 * * * root x\n'),
      /On 28 Mar 2027 the clocks skip 02:30: cron runs the job at 03:00 instead, systemd leaves that run out\./,
    );
    assert.match(
      shown('*/30 2 * * * root x\n'),
      /On 31 Oct 2027 the clocks show 02:00 twice: cron runs the job both times, systemd once\./,
    );
    assert.match(shown('0 * * * * root x\n'), /On 31 Oct 2027 the clocks show 02:00 twice/);
    for (const entry of ['30 4 * * *', '30 2 1 * *']) assert.doesNotMatch(shown(`${entry} root x\n`), /clocks/, entry);
    assert.doesNotMatch(shown('30 2 * * * root x\n', '/etc/crontab', 'UTC'), /clocks/);
  });

  it('says which cron it follows where they differ', () => {
    assert.match(shown('0~30 4 * * * x\n', '/var/cron/tabs/x'), /This is how FreeBSD's cron reads it; others differ\./);
  });

  it('gives the shell the command to the letter, but for the backslashes that Debian’s cron takes out', () => {
    const character = fc.constantFrom(...'ab $"\'\\&|;<>(){}[]*?!~#=-/.,:\t\u0001äß€'.split(''));
    fc.assert(
      fc.property(fc.array(character, { minLength: 1, maxLength: 40 }), (characters) => {
        const command = `x${characters.join('')}`;
        const text = shown(`1 2 * * * root ${command}\n`);
        assert.deepEqual(exec(text), ['/bin/sh', '-c', command.replaceAll('\\\\', '\\')]);
      }),
    );
  });
});

const canVerify = spawnSync('systemd-analyze', ['--version']).status === 0;

describeWhere(canVerify, 'There is no systemd-analyze here', 'systemd takes the units', () => {
  it('of entries of all sorts', function () {
    this.timeout(60_000);
    const folder = temporaryFolder('units-');
    const entries = [
      '5 4 * * 1 root x',
      '@reboot root x -y "z" 50\\% $HOME',
      '0 0 */2 * 1 daemon /opt/a-b.sh & wait%in put%\\%',
      '*/7 22-23,0-2/2 1-7 */3 1-5 root test -f \'/a b\' && echo "$(date +\\%F)" > /tmp/x\\\\y',
      '1 2 * * * root cat%%',
      '~ 1~5 * * * root x',
      '0 12 1 * 5 root x\u0001\ty',
    ];
    const names: string[] = [];
    for (const [index, entry] of entries.entries()) {
      const text = shown(`# daemonlint: dialect=cronie\nHOME=/srv/my home\nX="5 % \\"\nCRON_TZ=Asia/Tokyo\n${entry}\n`);
      for (const part of text.split(/^(?=# \/etc\/systemd\/system\/)/m).slice(1)) {
        const name = /cron-[^/\n]*?\.(timer|service)$/m.exec(part)?.[0] ?? '';
        assert.ok(name, part);
        // Programs of these entries are not on this machine, nor are they meant to be: the shell is.
        names.push(path.join(folder, `${index}-${name}`));
        writeFileSync(path.join(folder, `${index}-${name}`), part);
      }
    }
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...names], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    const own = stderr.split('\n').filter((line) => line.includes(folder) || /\d-cron-/.test(line));
    assert.deepEqual(own, [], stderr);
    assert.equal(status, 0, stderr);
    assert.ok(names.length >= entries.length * 2 - 1);
    assert.match(execFileSync('systemd-analyze', ['--version'], { encoding: 'utf8' }), /systemd \d+/);
  });
});
