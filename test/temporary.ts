/** Hooks of all tests: what a test made under the temporary folder goes with it, and in the end nothing may be left there. */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { removeTemporaryFolders, temporaryFolder, temporaryFolders } from '../scripts/temporary.mjs';

const system = tmpdir();

/** The temporary folder of this run and of every program that it calls. */
const own = temporaryFolder('daemonlint-tests-');
// A test of what others may do is somebody else for a while, and must come through.
chmodSync(own, 0o711);
for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = own;

/** What tsx keeps of the sources that it has compiled: without it, each call of a program that it runs would take seconds. */
const compiled = `tsx-${process.getuid?.() ?? ''}`;
if (process.platform !== 'win32') {
  mkdirSync(path.join(system, compiled), { recursive: true });
  symlinkSync(path.join(system, compiled), path.join(own, compiled));
}

/** Names of what is left in the temporary folder by whoever made it. */
const left = (): readonly string[] => (existsSync(own) ? readdirSync(own).filter((name) => name !== compiled) : []);

/** What is there before a test: hooks for a whole suite made it, and it is theirs until the end. */
let before: ReadonlySet<string> = new Set();

/** In milliseconds: to remove some thousand files takes a slow disk longer than a test of ours may take. */
const SLOW_DISK = 120_000;

export const mochaHooks = {
  beforeEach(): void {
    before = new Set(temporaryFolders());
  },
  afterEach(this: Mocha.Context): void {
    this.timeout(SLOW_DISK);
    removeTemporaryFolders(temporaryFolders().filter((folder) => !before.has(folder)));
  },
  afterAll(this: Mocha.Context): void {
    this.timeout(SLOW_DISK);
    removeTemporaryFolders(temporaryFolders().filter((folder) => folder !== own));
    assert.deepEqual(
      left(),
      [],
      'tests leave these behind in the temporary folder; `temporaryFolder` of scripts/temporary.mjs makes folders that go',
    );
  },
};
