// `npm start`, `npm test` and `npm run editor`, tried in a project of their own: the real scripts, one local package to install, programs that only tell how they were called.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { root, type Verdict } from './planted.js';

const TELL = "console.log('called in', process.cwd(), 'with', process.argv.slice(2).join(' '));";

/** One package, to be had without a network. */
const MANIFEST = { name: 'tried', version: '1.0.0', dependencies: { tiny: 'file:tiny' } };
const LOCK = {
  ...{ name: 'tried', version: '1.0.0', lockfileVersion: 3 },
  packages: { '': MANIFEST, tiny: { version: '1.0.0' }, 'node_modules/tiny': { resolved: 'tiny', link: true } },
};

const FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify(MANIFEST),
  'package-lock.json': JSON.stringify(LOCK),
  'tiny/package.json': '{ "name": "tiny", "version": "1.0.0" }',
  'build.mjs': `import { cpSync } from 'node:fs'; if (process.env.TRY_BUILD) { console.log('no such module'); process.exit(1); } cpSync('told.js', 'dist/cli.js');`,
  'told.js': `${TELL} process.exitCode = Number(process.env.TRY_STATUS ?? 0);`,
  'test/workbench/serve.mjs': `console.log('workbench'); ${TELL}`,
  'deeper/file.conf': '',
  'samples/file.conf': '',
};

const windows = process.platform === 'win32';

const INSTALLING = /installing the packages/;

describe('the commands', function () {
  this.timeout(60_000);

  let folder = '';

  /** Runs one of the scripts as npm would when called from `from`, a folder within the project. */
  function call(script: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}, from = '.'): Verdict {
    const environment = { ...process.env, INIT_CWD: path.join(folder, from), ...env };
    const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}.mjs`, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: environment,
    });
    return { status, output: `${stdout}${stderr}` };
  }

  const pretendNode = (version: string): Readonly<Record<string, string>> => ({
    NODE_OPTIONS: `--import=data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'${version}'}})`,
  });

  before(() => {
    folder = temporaryFolder('daemonlint-commands-');
    cpSync(path.join(root, 'scripts'), path.join(folder, 'scripts'), { recursive: true });
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
  });

  it('install when nothing is installed, and not again', () => {
    const first = call('start');
    assert.equal(first.status, 0, first.output);
    assert.match(first.output, INSTALLING);
    const second = call('start');
    assert.equal(second.status, 0, second.output);
    assert.doesNotMatch(second.output, INSTALLING);
  });

  it('install again when the lock file has changed', () => {
    writeFileSync(path.join(folder, 'package-lock.json'), `${FILES['package-lock.json']}\n`);
    assert.match(call('start').output, INSTALLING);
    assert.doesNotMatch(call('start').output, INSTALLING);
  });

  it('review the samples when no path is named, from wherever they are called', () => {
    assert.equal(call('start', [], {}, 'deeper').output, `called in ${folder} with check --fail-on never samples/\n`);
    assert.equal(call('start', ['--format=json']).output, `called in ${folder} with check --fail-on never --format=json samples/\n`);
  });

  it('review named paths as seen from where they are called', () => {
    const { output } = call('start', ['file.conf', '-'], {}, 'deeper');
    assert.equal(output, `called in ${path.join(folder, 'deeper')} with check --fail-on never file.conf -\n`);
  });

  it('end well whatever the review finds, and badly when it breaks off', () => {
    assert.equal(call('start', [], { TRY_STATUS: '2' }).status, 0);
    const broken = call('start', [], { TRY_STATUS: '1' });
    assert.equal(broken.status, 1);
    assert.match(broken.output, /the review broke off/);
  });

  it('say so when the build or the installation fails', () => {
    const build = call('start', [], { TRY_BUILD: '1' });
    assert.equal(build.status, 1);
    assert.match(build.output, /no such module\ndaemonlint: the build failed/);
    writeFileSync(path.join(folder, 'package-lock.json'), '{');
    const install = call('start');
    assert.equal(install.status, 1);
    assert.match(install.output, /npm error.*\n(.*\n)*daemonlint: the packages could not be installed/);
    writeFileSync(path.join(folder, 'package-lock.json'), FILES['package-lock.json'] ?? '');
    assert.equal(call('start').status, 0);
  });

  it('say so when Node is too old', () => {
    const { status, output } = call('start', [], pretendNode('18.20.0'));
    assert.equal(status, 1);
    assert.match(output, /^daemonlint: Node 18\.20\.0 is too old; .* Node 20 or later/);
    assert.match(call('test', [], pretendNode('20.11.1')).output, /^daemonlint: the tests need Node 20\.12/);
    assert.equal(call('start', [], pretendNode('20.0.0')).status, 0);
  });

  it('run all tests, or those named, with further arguments', () => {
    mkdirSync(path.join(folder, 'node_modules/mocha/bin'), { recursive: true });
    writeFileSync(path.join(folder, 'node_modules/mocha/bin/mocha.js'), `${TELL} process.exitCode = 3;`);
    const all = call('test', ['--grep', 'x y']);
    assert.equal(all.output, `called in ${folder} with --grep x y test/**/*.test.ts\n`);
    assert.equal(all.status, 3);
    assert.equal(call('test', ['test/a.test.ts']).output, `called in ${folder} with test/a.test.ts\n`);
  });

  it('open the editor that is there, on the folder that is named', () => {
    const bin = path.join(folder, 'bin');
    mkdirSync(bin);
    const [name, text] = windows ? ['codium.cmd', '@echo opened with %*\r\n'] : ['codium', '#!/bin/sh\necho "opened with $*"\n'];
    writeFileSync(path.join(bin, name), text);
    chmodSync(path.join(bin, name), 0o755);
    const plain = (words: string): string => words.replaceAll('\\', '/').replaceAll('"', '');
    const at = plain(folder);
    const named = plain(call('editor', ['.'], { PATH: bin }, 'deeper').output).split(/\r?\n/);
    const opened = named
      .find((line) => line.startsWith('opened with '))
      ?.trimEnd()
      .split(' ')
      .slice(2);
    assert.deepEqual(
      opened?.map((word) => word.replace(/\/$/, '')),
      ['--new-window', `--extensionDevelopmentPath=${at}`, `${at}/deeper`],
    );
    assert.match(plain(call('editor', [], { PATH: bin }).output), /^opened with .*\/samples\s*$/m);
    const missing = call('editor', ['nowhere'], { PATH: bin });
    assert.equal(missing.status, 1);
    assert.match(missing.output, /there is no folder .*nowhere/);
  });

  it('open the browser workbench where there is no editor', () => {
    const { status, output } = call('editor', [], { PATH: path.join(folder, 'empty') });
    assert.equal(status, 0, output);
    assert.match(output, /^None of code, .*\nworkbench\ncalled in .* with .*samples\n$/);
    assert.ok(existsSync(path.join(folder, 'dist/cli.js')));
  });
});
