// Which files the editor takes for ours: by name, by pattern, by extension. A pattern beats another language's extension, so it must not reach too far.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import picomatch from 'picomatch';
import { editorSamples } from '../kinds/index.js';

interface Language {
  readonly id: string;
  readonly filenames?: readonly string[];
  readonly filenamePatterns?: readonly string[];
  readonly extensions?: readonly string[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  contributes: { languages: readonly Language[] };
};

/** The languages that claim `file`, as VS Code decides: without regard to case, a pattern with a slash against the whole path. */
function claimed(file: string): readonly string[] {
  const lower = file.toLowerCase();
  const name = path.posix.basename(lower);
  const fits = (pattern: string) => picomatch(pattern.toLowerCase(), { dot: true })(pattern.includes('/') ? lower : name);
  return contributes.languages
    .filter(
      ({ filenames = [], filenamePatterns = [], extensions = [] }) =>
        filenames.includes(name) || filenamePatterns.some(fits) || extensions.some((extension) => name.endsWith(extension)),
    )
    .map(({ id }) => id);
}

const foreign = [
  '/src/inetd.c',
  '/man/inetd.conf.5',
  '/src/crontab.py',
  '/src/crontab.ts',
  '/src/crontab.c',
  '/man/crontab.1',
  '/man/crontab.5',
  '/src/crontab.md',
  '/etc/rc.local',
  '/etc/rc3.d/S10network',
  '/src/cron.ts',
  '/notes.txt',
];

describe('file names', () => {
  for (const { language, paths } of editorSamples)
    for (const file of paths) it(`${file} is ${language}`, () => assert.deepEqual(claimed(file), [language]));

  for (const file of foreign) it(`${file} is not ours`, () => assert.deepEqual(claimed(file), []));
});
