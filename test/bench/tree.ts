/** A tree of many files of all the kinds that are generated, beside a program that only reads them, and grep. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { median } from './clock.js';
import { generated } from './texts.js';

const LINES = 50;
const ROUNDS = 3;

/** Where a file of each kind lies on its host; all of its lines are other than those of any other file. */
const places: readonly (readonly [string, (seed: number) => string, (text: string) => string])[] = [
  ['crontab', (seed) => `etc/cron.d/job-${seed}`, (text) => text.replace(/^((?:\S+ ){5})/gm, '$1root ')],
  ['crontab', (seed) => `var/spool/cron/crontabs/user-${seed}`, (text) => text],
  ['inetd', () => 'etc/inetd.conf', (text) => text],
  ['listing', () => 'rc3.d.txt', (text) => text],
];

/** Writes `count` files, four to a host, below `folder`. No more than `unlike` hosts are different: then they come again. */
function plant(folder: string, count: number, unlike: number): void {
  for (let seed = 0; seed < count; seed++) {
    const [kind, nameOf, made] = places[seed % places.length] ?? places[0] ?? ['', String, String];
    const file = path.join(folder, `host-${Math.floor(seed / places.length)}`, nameOf(seed));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, made(generated(kind, LINES, seed % (unlike * places.length))));
  }
}

/** Reads every file below its argument, and does nothing with them. */
const READER = `
const { readdirSync, readFileSync } = require('node:fs');
const visit = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) visit(folder + '/' + entry.name);
    else readFileSync(folder + '/' + entry.name, 'utf8');
};
visit(process.argv[1]);
`;

export interface TreeTimes {
  /** Milliseconds. */
  readonly ours: number;
  readonly reading: number;
  readonly grep: number;
  /** Of ours, in megabytes. */
  readonly peak: number;
}

/** Wall times, in turn, over a tree of `count` files; no more than `unlike` of its hosts are different. */
export function checkTree(count: number, unlike = count): TreeTimes {
  const folder = temporaryFolder('daemonlint-bench-');
  plant(folder, count, unlike);
  const time = (program: string, args: readonly string[]) => {
    const start = performance.now();
    const { stderr } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
    return { time: performance.now() - start, stderr };
  };
  // What the program says of its own memory as it ends.
  const peakOf = `process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))`;
  const [ours, reading, grep, peaks] = [[], [], [], []] as number[][];
  for (let round = 0; round < ROUNDS; round++) {
    const run = time(process.execPath, [
      '--import',
      `data:text/javascript,${peakOf}`,
      'dist/cli.js',
      'check',
      '--fail-on',
      'never',
      folder,
    ]);
    ours?.push(run.time);
    peaks?.push(Number(/peak (\d+)/.exec(run.stderr)?.[1] ?? 0) / 1024);
    reading?.push(time(process.execPath, ['-e', READER, folder]).time);
    grep?.push(time('grep', ['-rc', '', folder]).time);
  }
  return { ours: median(ours ?? []), reading: median(reading ?? []), grep: median(grep ?? []), peak: Math.max(...(peaks ?? [])) };
}
