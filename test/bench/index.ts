/** Measures what users feel, each beside something to compare with, in one run. Prints figures and ratios; asserts nothing. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { defaultSettings, identify, kinds, lint } from '../../core/src/index.js';
import { median, timed } from './clock.js';
import { hostTimes } from './host.js';
import { keystrokes } from './keystroke.js';
import { linkTimes } from './links.js';
import { checkBesideCrontab, checkBesideLibraries, nextRunsBesideCroner } from './peers.js';
import { firstDiagnostics } from './server.js';
import { generated } from './texts.js';
import { checkTree } from './tree.js';

const LINES = 20_000;
const ROUNDS = 5;

async function main(): Promise<void> {
  console.log(`Reading and checking ${LINES} distinct lines, median of ${ROUNDS} (beside: splitting the same text into words)`);
  for (const kind of kinds) {
    const runs: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const text = generated(kind.id, LINES, round);
      const choice = identify({ path: '', text, sniff: false, flag: { kind: kind.id } });
      if (choice === undefined) throw new Error(kind.id);
      bare.push(timed(() => text.split('\n').map((line) => line.split(/[ \t]+/))));
      runs.push(timed(() => lint('', text, choice, { ...defaultSettings })));
    }
    const [ours, theirs] = [median(runs), median(bare)];
    console.log(
      `  ${kind.id.padEnd(8)} ${Math.round((LINES / ours) * 1000).toLocaleString('en')} lines/s   ${(ours / theirs).toFixed(1)} times the splitting`,
    );
  }

  const times = (ours: number, theirs: number) => (theirs / ours).toFixed(1);
  for (const same of [true, false]) {
    const [ours = 0, theirs = 0] = checkBesideLibraries(same);
    console.log(
      `Full check of 10,000 lines, warm, ${same ? 'the same' : 'other'} lines in each turn (beside: cron-parser and cronstrue on each line)`,
    );
    console.log(`  ours ${ours.toFixed(0)} ms, theirs ${theirs.toFixed(0)} ms: ${times(ours, theirs)} times as fast`);
  }
  const [next = 0, croner = 0] = nextRunsBesideCroner();
  console.log('Next runs of 10,000 expressions in Europe/Berlin, parsing included (beside: croner)');
  console.log(`  ours ${next.toFixed(0)} ms, croner ${croner.toFixed(0)} ms: ${times(next, croner)} times as fast`);
  console.log("daemonlint check of 9,900 lines, wall less bare node (beside: Debian's crontab -n)");
  const crontab = checkBesideCrontab();
  if (crontab === undefined) console.log('  there is no crontab here that knows -n');
  else {
    const { ours, node, theirs } = crontab;
    console.log(
      `  ours ${ours.toFixed(0)} ms less ${node.toFixed(0)} ms, crontab -n ${theirs.toFixed(0)} ms: ${((ours - node) / theirs).toFixed(1)} times`,
    );
  }
  for (const [typing, clean] of [
    ['a command', true],
    ['a command', false],
    ['a field', false],
  ] as const) {
    const { few, many } = await keystrokes(typing, clean);
    const what = clean ? 'of a file with crowds at most' : 'where one line in fifty has findings';
    console.log(`A keystroke in ${typing} ${what}, change to diagnostics, median of 45`);
    console.log(`  100 lines ${few.toFixed(1)} ms, 10,000 lines ${many.toFixed(1)} ms: ${(many / few).toFixed(1)} times`);
  }

  console.log('A host of 3,000 files: daemonlint report, process and all, median of 5 (beside: a Node program that only reads the files)');
  const host = await hostTimes(5);
  console.log(
    `  ours ${host.picture.toFixed(0)} ms, reading ${host.reading.toFixed(0)} ms: ${(host.picture / host.reading).toFixed(1)} times; the server knows it after ${host.first.toFixed(0)} ms`,
  );
  console.log('An edit of one of its files, change to diagnostics, median of 41 (beside: a request that has nothing to answer)');
  console.log(`  ours ${host.edit.toFixed(1)} ms, an empty answer ${host.empty.toFixed(1)} ms`);

  console.log('daemonlint check of a host of 100,000 rc links, median of 3 (beside: a Node program that only reads them)');
  const links = linkTimes();
  console.log(
    `  ours ${links.ours.toFixed(0)} ms, reading ${links.reading.toFixed(0)} ms: ${(links.ours / links.reading).toFixed(1)} times`,
  );

  console.log('Server, start to first diagnostics, median of 7 (beside: a vscode-languageserver that publishes an empty list)');
  const { ours, bare } = await firstDiagnostics(7);
  console.log(
    `  ours ${median(ours).toFixed(0)} ms, bare ${median(bare).toFixed(0)} ms: ${(median(ours) / median(bare)).toFixed(2)} times`,
  );

  console.log(
    'daemonlint check of trees of files of 50 lines, two in a hundred with findings, median of 3 (beside: a program that only reads them, and grep -rc)',
  );
  for (const [count, unlike, what = 'files'] of [
    [200],
    [2_000],
    [20_000],
    [20_000, 3, 'files of a fleet, whose hosts are of three kinds'],
  ] as const) {
    const tree = checkTree(count, unlike);
    const rest = `reading ${tree.reading.toFixed(0)} ms: ${(tree.ours / tree.reading).toFixed(1)} times; grep -rc '' ${tree.grep.toFixed(0)} ms`;
    console.log(`  ${count.toLocaleString('en')} ${what}: ours ${tree.ours.toFixed(0)} ms, ${tree.peak.toFixed(0)} MB, ${rest}`);
  }

  console.log('Command line, one small file, median of 9 (beside: node -e 0)');
  const run = (args: readonly string[]) => timed(() => execFileSync(process.execPath, args, { stdio: 'ignore' }));
  const repeat = (args: readonly string[]) => median(Array.from({ length: 9 }, () => run(args)));
  const [cli, node] = [repeat(['dist/cli.js', 'check', '--fail-on', 'never', 'samples/debian/etc/crontab']), repeat(['-e', '0'])];
  console.log(`  ours ${cli.toFixed(0)} ms, node ${node.toFixed(0)} ms: ${(cli / node).toFixed(2)} times`);

  console.log('Sizes');
  for (const file of existsSync('dist') ? readdirSync('dist').filter((name) => name.endsWith('.js')) : [])
    console.log(`  dist/${file} ${Math.round(statSync(`dist/${file}`).size / 1000)} kB`);
  for (const file of readdirSync('.').filter((name) => name.endsWith('.vsix')))
    console.log(`  ${file} ${Math.round(statSync(file).size / 1000)} kB (limit 600)`);
}

void main();
