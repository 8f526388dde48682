// The program itself, on a real disk and with real pipes.
import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { itOnLinux } from '../where.js';
import { folderForEach } from './folders.js';
import { FINGER } from './memory-io.js';

const main = path.resolve('cli/src/main.ts');
const node = (...args: string[]): readonly string[] => ['--import', 'tsx', main, ...args];

describe('the program', function () {
  this.timeout(120_000);

  const at = folderForEach((place) => {
    mkdirSync(place('etc/rc.d/rc3.d'), { recursive: true });
    writeFileSync(place('etc/inetd.conf'), FINGER);
  });
  const run = (args: readonly string[], input = ''): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, node(...args), {
      cwd: process.cwd(),
      encoding: 'utf8',
      input,
      env: { ...process.env, NO_COLOR: '1' },
      timeout: 60_000,
    });

  it('reviews a folder with links, loops and all', () => {
    symlinkSync('../init.d/snmpd', at('etc/rc.d/rc3.d/S50snmpd'));
    symlinkSync('.', at('etc/loop'));
    symlinkSync('self', at('etc/crontab'));
    symlinkSync('crontab', at('etc/self'));
    const { status, stdout, stderr } = run(['check', at()]);
    assert.match(stdout, /inetd\.conf:1:1: warning: .*\[risky-daemon\]/);
    assert.match(stdout, /rc3\.d\/S50snmpd:1:1: warning: .*\[risky-daemon\]\n \| S50snmpd -> \.\.\/init\.d\/snmpd\n/);
    assert.match(stderr, /^daemonlint: .*etc\/crontab: is a link that leads back to itself\n$/);
    assert.equal(status, 2);
  });

  it('reads standard input', () => {
    const { status, stdout } = run(['check', '-'], '16 * * * * /usr/sbin/sendmail -q\n@reboot /usr/sbin/gpm -m /dev/mouse\n');
    assert.match(stdout, /^<stdin>:2:\d+: warning: .*\[risky-daemon\]/m);
    assert.equal(status, 1);
  });

  it('reviews no more on standard input than in a file', () => {
    const { status, stdout, stderr } = run(['check', '--kind', 'crontab', '-'], '0 4 * * * x\n'.repeat(5_600_000));
    assert.equal(stderr, 'daemonlint: <stdin>: is larger than 64 MB and was not read\n');
    assert.deepEqual([status, stdout], [2, 'no findings in 0 files\n']);
  });

  itOnLinux('reads a file whose name is no UTF-8, where the system tells the bytes of a call', () => {
    writeFileSync(Buffer.concat([Buffer.from(`${at('etc')}/`), Buffer.from('caf\xe9.cron', 'latin1')]), '61 * * * * root x\n');
    const call = [
      '-c',
      String.raw`place=$1; shift; exec "$0" "$@" "$place$(printf '/caf\351.cron')"`,
      process.execPath,
      at('etc'),
      ...node('check'),
    ];
    const { status, stdout, stderr } = spawnSync('sh', call, { cwd: process.cwd(), encoding: 'utf8', timeout: 60_000 });
    assert.deepEqual([status, stderr], [1, '']);
    assert.match(stdout, /etc\/caf�\.cron:1:1: error: .*\[crontab\/syntax\]\n/);
  });

  it('takes no more of standard input than the memory holds', () => {
    const call = ['-c', `yes '0 4 * * * x' | "$0" "$@"`, process.execPath, ...node('check', '--kind', 'crontab', '-')];
    const { status, stderr } = spawnSync('sh', call, { cwd: process.cwd(), encoding: 'utf8', timeout: 60_000 });
    assert.equal(stderr, 'daemonlint: <stdin>: is larger than 256 MB and was not read\n');
    assert.equal(status, 2);
  });

  it('keeps the mode of a file that it fixes, and leaves nothing beside it', () => {
    chmodSync(at('etc/inetd.conf'), 0o640);
    run(['check', '--fix', at()]);
    assert.equal(readFileSync(at('etc/inetd.conf'), 'utf8'), `#${FINGER}`);
    assert.equal(statSync(at('etc/inetd.conf')).mode & 0o7777, 0o640);
    assert.deepEqual(readdirSync(at('etc')), ['inetd.conf', 'rc.d']);
  });

  it('fixes through links, and a file with two names, where they stand', () => {
    writeFileSync(at('real'), FINGER);
    rmSync(at('etc/inetd.conf'));
    symlinkSync('../real', at('etc/inetd.conf'));
    mkdirSync(at('b/etc'), { recursive: true });
    writeFileSync(at('b/etc/inetd.conf'), FINGER);
    linkSync(at('b/etc/inetd.conf'), at('twin'));
    run(['check', '--fix', at()]);
    assert.ok(lstatSync(at('etc/inetd.conf')).isSymbolicLink());
    for (const name of ['real', 'b/etc/inetd.conf', 'twin']) assert.equal(readFileSync(at(name), 'utf8'), `#${FINGER}`, name);
    assert.equal(statSync(at('twin')).nlink, 2);
  });

  it('shortens a file that it overwrites in place', async () => {
    const { nodeIo } = await import('../../cli/src/node-io.js');
    symlinkSync('inetd.conf', at('etc/link'));
    await nodeIo().files.write(at('etc/link'), Buffer.from('short'));
    assert.equal(readFileSync(at('etc/inetd.conf'), 'utf8'), 'short');
  });

  it('never waits for a named pipe, named or found, or for one where settings are looked for', () => {
    spawnSync('mkfifo', [at('etc/crontab'), at('.daemonlint.json')]);
    const { status, stdout, stderr } = run(['check', at(), at('etc/crontab')]);
    assert.match(stdout, / in 1 file\n$/);
    assert.equal(stderr, `daemonlint: ${at('etc/crontab')}: is a pipe: give its content on standard input, with -\n`);
    assert.equal(status, 2);
  });

  it('reads a pipe that a shell hands over', () => {
    const script = `"$0" --import tsx "$1" check --kind inetd <(cat "$2")`;
    const { stdout } = spawnSync('bash', ['-c', script, process.execPath, main, at('etc/inetd.conf')], {
      encoding: 'utf8',
      cwd: process.cwd(),
    });
    assert.match(stdout, /1 finding \(1 warning\) in 1 file\n$/);
  });

  it('ends quietly when its reader goes away', async () => {
    writeFileSync(at('etc/inetd.conf'), FINGER.repeat(20_000));
    const child = spawn(process.execPath, node('check', at()), { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    assert.deepEqual([status, stderr], [2, '']);
  });

  itOnLinux('says in words why its output is lost', () => {
    const call = ['-c', '"$0" "$@" >/dev/full', process.execPath, ...node('check', at())];
    const { status, stderr } = spawnSync('sh', call, { cwd: process.cwd(), encoding: 'utf8', timeout: 60_000 });
    assert.deepEqual([status, stderr], [2, 'daemonlint: standard output cannot be written: no space is left on the disk\n']);
  });

  it('writes the other reports when the reader of one goes away', () => {
    writeFileSync(at('etc/inetd.conf'), FINGER.repeat(20_000));
    const script = '"$0" --import tsx "$1" check --format text --format "json=$3" "$2"; echo "ended with $?" >&2';
    const { stderr } = spawnSync('bash', ['-c', `{ ${script}; } | head -c 1`, process.execPath, main, at('etc'), at('out.json')], {
      encoding: 'utf8',
    });
    assert.equal(stderr, 'ended with 2\n', 'what was cut off was not delivered');
    assert.ok(JSON.parse(readFileSync(at('out.json'), 'utf8')).summary.findings >= 20_000);
  });

  it('takes settings from a pipe that a shell hands over, and from no device', () => {
    const script = `"$0" --import tsx "$1" check --config <(echo '{"keep": ["finger"]}') "$2"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, main, at('etc')], { encoding: 'utf8' });
    assert.deepEqual([stdout, stderr], ['no findings in 1 file\n', '']);
    const device = run(['check', '--config', '/dev/zero', at('etc')]);
    assert.equal(device.stderr, 'daemonlint: /dev/zero: is a device or a socket, not a file\n');
    assert.equal(device.status, 2);
  });

  it('refuses a device', () => {
    const { status, stderr } = run(['check', '/dev/null', '/dev/zero']);
    assert.equal(
      stderr,
      'daemonlint: /dev/null: is a device or a socket, not a file\ndaemonlint: /dev/zero: is a device or a socket, not a file\n',
    );
    assert.equal(status, 2);
  });
});
