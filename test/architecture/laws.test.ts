// Shows that `npm run check` holds each law of the house: a violation of each is planted in a copy, and the check must name it.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { check, checkPlanted, root } from './planted.js';

interface Plant {
  readonly file: string;
  /** Where the file's imports lead. */
  readonly to: readonly string[];
  /** The laws that these imports break, sorted; none for a near miss. */
  readonly laws: readonly string[];
}

const plant = (file: string, to: string, ...laws: string[]): Plant => ({ file, to: to.split(' '), laws });

const PLANTS: readonly Plant[] = [
  // the ground floor
  plant('core/src/text/imports-package.ts', 'picomatch', 'core-stands-alone', 'text-is-ground'),
  plant('core/src/lint/imports-node.ts', 'node:fs', 'core-stands-alone', 'node-only-at-home'),
  plant('core/src/lint/imports-old-node.ts', 'fs', 'core-stands-alone', 'node-only-at-home'),
  plant('core/src/lint/imports-vscode.ts', 'vscode', 'core-stands-alone', 'editor-only-in-the-client'),
  plant('core/src/lint/imports-door.ts', '../../../cli/src/main.js', 'core-stands-alone'),
  plant('core/src/text/imports-knowledge.ts', '../knowledge/fact.js', 'text-is-ground'),
  plant('core/src/knowledge/imports-text.ts', '../text/span.js', 'knowledge-is-ground'),
  plant('core/src/model/imports-knowledge.ts', '../knowledge/fact.js', 'model-stands-on-text'),
  plant('core/src/model/line.ts', '../text/span.js'),
  // kinds and rules
  plant('core/src/kinds/a/index.ts', './parse.js ../../text/span.js ../../model/line.js ../../knowledge/fact.js'),
  plant('core/src/kinds/a/imports-kind.ts', '../b/index.js', 'kinds-are-strangers'),
  plant('core/src/kinds/a/imports-lint.ts', '../../lint/lint.js', 'kinds-and-rules-stand-low'),
  plant('core/src/kinds/a/imports-rules.ts', '../../rules/index.js', 'kinds-and-rules-stand-low'),
  plant('core/src/rules/index.ts', './rule.js ../text/span.js ../model/line.js ../knowledge/fact.js'),
  plant('core/src/rules/imports-features.ts', '../features/hover.js', 'kinds-and-rules-stand-low'),
  plant('core/src/rules/imports-kind.ts', '../kinds/b/index.js', 'kinds-and-rules-stand-low', 'only-the-catalog-knows-kinds'),
  plant('core/src/features/imports-kind.ts', '../kinds/b/index.js', 'only-the-catalog-knows-kinds'),
  plant('core/src/features/imports-catalog.ts', '../catalog.js', 'below-the-catalog'),
  plant('core/src/lint/imports-index.ts', '../index.js', 'below-the-catalog'),
  plant('core/src/catalog.ts', './kinds/a/index.js ./rules/index.js'),
  plant('core/src/index.ts', './catalog.js ./features/hover.js ./lint/lint.js'),
  // doors
  plant('workspace/src/index.ts', '../../core/src/index.js jsonc-parser picomatch'),
  plant('workspace/src/passes-the-door.ts', '../../core/src/catalog.js', 'by-the-front-door'),
  plant('workspace/src/imports-package.ts', 'picocolors', 'workspace-is-shared-ground'),
  plant('workspace/src/imports-node.ts', 'node:fs', 'node-only-at-home', 'workspace-is-shared-ground'),
  plant('cli/src/main.ts', '../../core/src/index.js ../../workspace/src/index.js picocolors node:fs'),
  plant('workspace/src/node.ts', 'node:fs ./files.js'),
  plant('server/src/takes-the-disk.ts', '../../workspace/src/node.js', 'the-disk-is-for-node'),
  plant('cli/src/passes-the-door.ts', '../../workspace/src/glob.js', 'by-the-front-door'),
  plant('cli/src/imports-door.ts', '../../server/src/handlers/hover.js', 'doors-are-strangers'),
  plant('cli/src/imports-protocol.ts', 'vscode-languageserver-protocol', 'protocol-only-in-the-server'),
  plant('server/src/handlers/hover.ts', 'vscode-languageserver vscode-languageserver-protocol'),
  plant('server/src/convert/colours.ts', '../../../core/src/index.js vscode-languageserver'),
  plant('server/src/node.ts', 'vscode-languageserver/node node:process'),
  plant('server/src/browser.ts', 'vscode-languageserver/browser'),
  plant('server/src/session.ts', '../../core/src/index.js vscode-languageserver-textdocument'),
  plant('server/src/settings.ts', 'vscode-languageserver', 'protocol-types-at-the-edge'),
  plant('server/src/server.ts', 'vscode-languageserver/node', 'node-entries-only-at-home'),
  plant('server/src/imports-node.ts', 'node:path', 'node-only-at-home'),
  plant('server/src/imports-vscode.ts', 'vscode', 'editor-only-in-the-client'),
  plant('client/src/extension.ts', 'vscode ./node.js'),
  plant('client/src/node.ts', 'vscode vscode-languageclient/node node:path'),
  plant('client/src/browser.ts', 'vscode vscode-languageclient/browser'),
  plant('client/src/imports-core.ts', '../../core/src/index.js', 'client-speaks-only-lsp'),
  plant('client/src/imports-package.ts', 'diff', 'client-speaks-only-lsp'),
  plant('client/src/imports-entry.ts', 'vscode-languageclient/node', 'node-entries-only-at-home'),
  // everywhere
  plant('core/src/text/circle-a.ts', './circle-b.js', 'no-circles'),
  plant('core/src/text/circle-b.ts', './circle-a.js'), // a circle is named once, at its first file
  plant('test/some.test.ts', 'node:fs vscode vscode-languageserver/node ../core/src/kinds/a/index.js'),
  plant('scripts/imports-test.ts', '../test/some.test.js', 'tests-are-leaves'),
  plant('cli/src/imports-undeclared.ts', 'glob', 'packages-are-declared'),
  plant('cli/src/imports-nothing.ts', './nowhere.js', 'packages-are-declared'),
  // what the others lead to
  ...['kinds/a/parse', 'kinds/b/index', 'text/span', 'knowledge/fact', 'lint/lint', 'features/hover', 'rules/rule'].map(
    (name): Plant => ({ file: `core/src/${name}.ts`, to: [], laws: [] }),
  ),
  { file: 'workspace/src/glob.ts', to: [], laws: [] },
  { file: 'workspace/src/files.ts', to: [], laws: [] },
];

/** Half of the imports are of types only: the laws count them like the others. */
const source = ({ to }: Plant): string =>
  ['export {};', ...to.map((target, index) => (index % 2 === 0 ? `import '${target}';` : `import type {} from '${target}';`)), ''].join(
    '\n',
  );

describe('the laws of the house', function () {
  this.timeout(120_000);

  it('are kept by the project as it stands', () => {
    const { status, output } = check('laws');
    assert.equal(status, 0, output);
  });

  it('are named by the check, each where it is broken and nowhere else', () => {
    const { status, output } = checkPlanted('laws', Object.fromEntries(PLANTS.map((one) => [one.file, source(one)])));
    assert.equal(status, 1, output);
    const named = new Map<string, Set<string>>();
    for (const [, law = '', file = ''] of output.matchAll(/^ *error (\S+): (\S+) →/gm))
      named.set(file, (named.get(file) ?? new Set()).add(law));
    for (const { file, laws } of PLANTS) assert.deepEqual([...(named.get(file) ?? [])].sort(), laws, file);
    for (const file of named.keys())
      assert.ok(
        PLANTS.some((one) => one.file === file),
        `${file} is not a plant`,
      );
  });

  it('have each a planted violation', () => {
    const { forbidden } = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs')) as {
      forbidden: readonly { name: string }[];
    };
    const planted = new Set(PLANTS.flatMap(({ laws }) => laws));
    assert.deepEqual(forbidden.map(({ name }) => name).sort(), [...planted].sort());
  });
});

describe('the checks of types and style', function () {
  this.timeout(120_000);

  it('refuse in core what the language itself does not have', () => {
    const { status, output } = checkPlanted('core', {
      'core/src/text/machine.ts': 'export const home = process.env;\n',
      'core/src/text/page.ts': 'export const page = document;\nconsole.log(page);\n',
      'core/src/text/implicit.ts': 'export const twice = (x) => x * 2;\n',
    });
    assert.equal(status, 1, output);
    assert.match(output, /^core\/src\/text\/machine\.ts\(1,21\): error .*'process'/m);
    assert.match(output, /^core\/src\/text\/page\.ts\(1,21\): error .*'document'/m);
    assert.match(output, /^core\/src\/text\/page\.ts\(2,1\): error .*'console'/m);
    assert.match(output, /^core\/src\/text\/implicit\.ts\(1,23\): error .*implicitly has an 'any' type/m);
  });

  it('refuse loose types outside core', () => {
    const { status, output } = checkPlanted('types', {
      'cli/src/implicit.ts': 'export const twice = (x) => x * 2;\n',
      'cli/src/null.ts': 'export const length = (text: string | undefined) => text.length;\n',
      'cli/src/index.ts': 'export const first = (list: readonly string[]): string => list[0];\n',
      'cli/src/fine.ts': 'export const home = process.env;\n',
    });
    assert.equal(status, 1, output);
    assert.match(output, /^cli\/src\/implicit\.ts\(1,23\): error .*implicitly has an 'any' type/m);
    assert.match(output, /^cli\/src\/null\.ts\(1,53\): error .*possibly 'undefined'/m);
    assert.match(output, /^cli\/src\/index\.ts\(1,59\): error .*not assignable to type 'string'/m);
    assert.doesNotMatch(output, /fine\.ts/);
  });

  it('refuse a script that asks for what the sources do not have', () => {
    const { status, output } = checkPlanted('scripts', {
      'test/made.ts': "export const made = { folder: '' };\n",
      'test/use.mjs': "import { made } from './made.ts';\n\nmade.remove();\n",
      'test/fine.mjs': "import { made } from './made.ts';\n\nexport const ends = (text) => text.endsWith(made.folder);\n",
    });
    assert.equal(status, 1, output);
    assert.match(output, /^test\/use\.mjs\(3,6\): error .*'remove' does not exist/m);
    assert.doesNotMatch(output, /fine\.mjs/);
  });

  it('refuse what lint and format forbid, each by its name', () => {
    const plants: Readonly<Record<string, readonly [violation: string, text: string]>> = {
      any: ['lint/suspicious/noExplicitAny', 'export const loose = (x: any): number => x.y;\n'],
      default: ['lint/style/noDefaultExport', 'const one = 1;\n\nexport default one;\n'],
      bang: ['lint/style/noNonNullAssertion', "export const first = (text: string) => text.split(',')[0]!;\n"],
      unused: ['lint/correctness/noUnusedVariables', 'const one = 1;\n\nexport const two = 2;\n'],
      long: ['lint/style/noExcessiveLinesPerFile', Array.from({ length: 301 }, (_, n) => `export const n${n} = ${n};\n`).join('')],
      tall: ['lint/complexity/noExcessiveLinesPerFunction', `export function tall(): void {\n${'  tall();\n'.repeat(61)}}\n`],
      indent: ['format', 'export function one(): number {\n      return 1;\n}\n'],
      fine: ['', 'export const one = 1;\n'],
    };
    const files = Object.entries(plants).map(([name, [, text]]) => [`core/src/text/${name}.ts`, text]);
    const { status, output } = checkPlanted('style', Object.fromEntries(files));
    assert.equal(status, 1, output);
    const named = new Map(Object.keys(plants).map((name) => [name, new Set<string>()]));
    for (const [, name = '', violation = ''] of output.matchAll(/^core\/src\/text\/(\w+)\.ts(?::\d+)* (\S+)/gm))
      named.get(name)?.add(violation);
    for (const [name, [violation]] of Object.entries(plants))
      assert.deepEqual([...(named.get(name) ?? [])], violation ? [violation] : [], output);
  });

  it('run all together when none is named', () => {
    const { status, output } = checkPlanted('', {
      'core/src/text/wrong.ts': "import 'picomatch'\nexport const twice = (x) => x * 2;\n",
      'scripts/wrong.mjs': 'process.chdirr();\n',
      'scripts/generate.ts': 'process.exitCode = 1;\n',
    });
    assert.equal(status, 1, output);
    assert.match(output, /the check of core, types, scripts, style, pages, laws failed/);
  });

  it('pass what breaks none of them', () => {
    const { status, output } = checkPlanted('', {
      'core/src/text/right.ts': 'export const twice = (x: number): number => x * 2;\n',
      'scripts/generate.ts': 'process.exitCode = 0;\n',
    });
    assert.equal(status, 0, output);
  });
});
