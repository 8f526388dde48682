/** `crontab -e` and sudoedit: fixing the copy that they wait for, and the real crontab, in a spool of its own that is gone afterwards. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { describeWhere } from '../where.js';

// The built one: crontab starts its editor in a folder of its own.
const main = `"${process.execPath}" "${path.resolve('dist/cli.js')}"`;
const SPOOL = '/var/spool/cron/crontabs';
const CRONTAB = '5 4 * * * /etc/init.d/snmpd start\n0 3 * * * /bin/x\n';
const FIXED = `#${CRONTAB}`;

/** Runs `script` in sh; its output and exit status. */
const sh = (script: string, before: readonly string[] = []) => {
  const [program = 'sh', ...args] = [...before, 'sh', '-c', script];
  return spawnSync(program, args, { encoding: 'utf8', timeout: 60_000, env: { ...process.env, NO_COLOR: '1' } });
};

describe('a copy that crontab -e or sudoedit waits for', function () {
  this.timeout(60_000);
  let folder = '';
  beforeEach(() => {
    folder = temporaryFolder('daemonlint-e-');
  });

  for (const name of ['tmp/crontab.AbC123/crontab', 'tmp/crontab.AbCdEf1234', 'var/tmp/crontab.aBcDeF12', 'var/tmp/crontabaBcDeF12'])
    it(`${name} is fixed where it stands, and is seen to have changed`, () => {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, name.startsWith('var') ? CRONTAB.replaceAll('* /', '* root /') : CRONTAB);
      const soon = Math.floor(Date.now() / 1000) + 30;
      utimesSync(file, soon, soon);
      const before = statSync(file);
      const { status, stderr } = sh(`${main} check --fix --fail-on never "${file}"`);
      assert.equal(status, 0, stderr);
      const after = statSync(file);
      assert.equal(after.ino, before.ino);
      assert.ok(Math.floor(after.mtimeMs / 1000) > Math.floor(before.mtimeMs / 1000));
      assert.match(readFileSync(file, 'utf8'), /^#5 4 .*\n0 3 /);
    });
});

/** What gives a command a view of the disk in which the spool is empty and kept in memory; undefined where nothing does. */
function ownSpool(): readonly string[] | undefined {
  if (!existsSync('/usr/bin/crontab') || !existsSync(SPOOL)) return undefined;
  return [
    ['unshare', '-m'],
    ['unshare', '-rm'],
  ].find((way) => sh(`mount -t tmpfs tmpfs ${SPOOL} && printf '' | crontab -`, way).status === 0);
}

const way = ownSpool();

describeWhere(way !== undefined, 'There is no crontab here, or no way to give it a spool of its own', 'the real crontab -e', function () {
  this.timeout(120_000);

  /** What is installed after `crontab -e` with `editor`, which gets the file's name behind it. */
  const edited = (editor: string): string => {
    const script = `mount -t tmpfs tmpfs ${SPOOL} && printf '%s' '${CRONTAB}' | crontab - && crontab -e >&2; crontab -l`;
    const { stdout, stderr, status } = sh(`export EDITOR='${editor}' VISUAL='${editor}'; ${script}`, way);
    assert.equal(status, 0, stderr);
    return stdout;
  };

  it('takes what daemonlint check --fix makes of it', () => assert.equal(edited(`${main} check --fix --fail-on never`), FIXED));

  it('takes what an editor saves in place', () => {
    const inPlace = 'sh -c "sleep 1.1; echo \\"@daily /bin/y\\" >> \\$0"';
    assert.equal(edited(inPlace), `${CRONTAB}@daily /bin/y\n`);
  });

  it('keeps the old one when nothing was changed', () => assert.equal(edited('true'), CRONTAB));
});
