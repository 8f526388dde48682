/**
 * Counts the enabled services of the knowledge base in the listings of a corpus folder beside the project, where there is one: as they are read, and as
 * a few patterns find them in the same lines. Exits 1 where the two differ for any file.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { defaultSettings, facts, identify, lint } from '../../core/src/index.js';

const folder = new URL('../../../shared/corpus/rclinks/', import.meta.url);
if (!existsSync(folder)) {
  console.log('no corpus here: nothing to do');
  process.exit(0);
}

const names = (place: 'scripts' | 'units' | 'services'): ReadonlySet<string> =>
  new Set(facts.flatMap(({ aliases }) => aliases[place] ?? []));
const [scripts, units, services] = [names('scripts'), names('units'), names('services')];

/** Patterns of a line that says that a service is on, and the names that are known in such a place. */
const patterns: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [/\sS\d\d(\S+) ->/, scripts],
  [/^(\S+?)(?:\.service)?\s+enabled/, units],
  [/^(\S+)\s.*\s[2-5]:on/, scripts],
  [/^\s+(\S+):\s+on/, services],
];

/** Nothing in runlevels 0, 1 and 6 says that a service is on. */
const isIdle = (file: string): boolean => /rc[016]\.d/.test(file);

const found = (text: string): string[] =>
  text.split('\n').flatMap((line) => {
    const [hit] = patterns.flatMap(([pattern, known]) => {
      const name = pattern.exec(line)?.[1];
      return name !== undefined && known.has(name) ? [name] : [];
    });
    return hit ?? [];
  });

function read(file: string, text: string): string[] {
  const path = file.replace(/^.*__/, '');
  const choice = identify({ path, text, sniff: true });
  const lines = choice ? lint(path, text, choice, defaultSettings).document.lines : [];
  return lines.flatMap(({ launches }) =>
    launches.flatMap(({ subject, state, fact }) => (state === 'on' && fact !== undefined ? [subject.text.replace(/\.service$/, '')] : [])),
  );
}

let [ours, theirs] = [0, 0];
for (const file of readdirSync(folder)) {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const [one, other] = [read(file, text), isIdle(file) ? [] : found(text)];
  ours += one.length;
  theirs += other.length;
  if (one.sort().join() === other.sort().join()) continue;
  console.error(`${file}: read ${one.join(' ')}; found ${other.join(' ')}`);
  process.exitCode = 1;
}
console.log(`${ours} enabled services read, ${theirs} found by patterns`);
