// What users and other machines get: a lock file without addresses, and a .vsix with all that the manifest names and nothing else.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '@vscode/vsce';
import { root } from './planted.js';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

type Names = Readonly<Record<string, string>>;

interface Manifest {
  readonly main: string;
  readonly scripts: Names;
  readonly dependencies?: Names;
  readonly devDependencies: Names;
  readonly contributes?: unknown;
}

interface Locked {
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly dependencies?: Names;
  readonly devDependencies?: Names;
  readonly optionalDependencies?: Names;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const { packages } = JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> };

/** All strings within a JSON value that name a file of the package. */
function pathsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('./') ? [path.posix.normalize(value)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsIn) : [];
}

describe('package.json and package-lock.json', () => {
  it('record no address of a registry', () => {
    for (const file of ['package.json', 'package-lock.json', '.npmrc'])
      assert.doesNotMatch(read(file), /"resolved"|https?:\/\/[^"]*\.tgz|^\s*(@\w+:)?registry\s*=/m, file);
  });

  it('lock each package by its hash, save those for other platforms that are not everywhere to be had', () => {
    const loose = Object.entries(packages).filter(([name, { integrity, optional, os }]) => name !== '' && !integrity && !(optional && os));
    assert.deepEqual(loose, []);
  });

  it('lock every package that a locked package may want, so that `npm ci` accepts them', () => {
    const wanted = Object.values(packages).flatMap((one) => Object.keys({ ...one.dependencies, ...one.optionalDependencies }));
    const locked = new Set(Object.keys(packages).map((place) => place.replace(/^.*node_modules\//, '')));
    assert.deepEqual([...new Set(wanted)].filter((name) => !locked.has(name)).sort(), []);
  });

  it('agree with each other', () => {
    assert.deepEqual(packages['']?.devDependencies, manifest.devDependencies);
  });

  it('leave nothing to install for users: all is bundled', () => assert.equal(manifest.dependencies, undefined));

  it('name scripts that exist', () => {
    for (const [name, command] of Object.entries(manifest.scripts)) {
      const file = command.split(' ').find((word) => /\.(mjs|ts)$/.test(word)) ?? '';
      assert.ok(existsSync(path.join(root, file)) && file !== '', `${name}: ${command}`);
    }
  });
});

describe('the .vsix', function () {
  this.timeout(60_000);

  let files: readonly string[] = [];
  before(async () => {
    // As `npm run package` calls it; the types do not tell of `readmePath`, which it takes.
    const options = { cwd: root, packageManager: 0, readmePath: 'client/README.md' };
    files = await listFiles(options);
  });

  it('holds every file that the manifest names', () => {
    const named = [...pathsIn(manifest.contributes), path.posix.normalize(manifest.main)];
    for (const file of named) assert.ok(files.includes(file), `${file} is left out`);
  });

  it('holds the two programs of the extension', () => {
    assert.deepEqual(files.filter((file) => file.startsWith('dist/')).sort(), ['dist/client.js', 'dist/server.js']);
  });

  it('has a page that leads nowhere that is not in it', () => {
    assert.doesNotMatch(readFileSync('client/README.md', 'utf8'), /\]\((?!https:)/);
  });

  it('holds no sources, tests, maps or tools', () => {
    const known =
      /^(package\.json|client\/README\.md|CHANGELOG\.md|LICENSE|dist\/\w+\.js|syntaxes\/[\w.-]+\.json|language-configuration\/[\w.-]+\.json|icons\/[\w.-]+\.(svg|png)|schemas\/daemonlint\.schema\.json)$/;
    assert.deepEqual(
      files.filter((file) => !known.test(file)),
      [],
    );
  });
});
