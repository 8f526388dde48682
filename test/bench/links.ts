/** A host of 100,000 rc links, beside a Node program that only reads them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { median, timed } from './clock.js';

const EACH = 20_000;
const LEVELS = ['0', '2', '3', '4', '5'];
const ROUNDS = 3;

const READER = `
const { readdirSync, readlinkSync } = require('node:fs');
for (const folder of readdirSync(process.argv[1]))
  for (const name of readdirSync(process.argv[1] + '/' + folder)) readlinkSync(process.argv[1] + '/' + folder + '/' + name);
`;

function plant(etc: string): void {
  for (const level of LEVELS) {
    const folder = path.join(etc, `rc${level}.d`);
    mkdirSync(folder, { recursive: true });
    for (let number = 0; number < EACH; number++) {
      const order = String(number % 100).padStart(2, '0');
      symlinkSync(`../init.d/svc${number}`, path.join(folder, `${level === '0' ? 'K' : 'S'}${order}svc${number}`));
    }
  }
}

/** Milliseconds, process and all. */
export function linkTimes(): { readonly ours: number; readonly reading: number } {
  const root = temporaryFolder('daemonlint-bench-');
  plant(path.join(root, 'etc'));
  const run = (args: readonly string[]) => timed(() => execFileSync(process.execPath, args, { stdio: 'ignore' }));
  const ours: number[] = [];
  const reading: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    reading.push(run(['-e', READER, path.join(root, 'etc')]));
    ours.push(run(['dist/cli.js', 'check', '--fail-on', 'never', root]));
  }
  return { ours: median(ours), reading: median(reading) };
}
