// Core and workspace must run anywhere: each is bundled for no platform at all, where a module of Node's or an editor's is an error.
import assert from 'node:assert/strict';
import path from 'node:path';
import { type BuildResult, build } from 'esbuild';
import { root } from './planted.js';

/** Bundles the text of a module that stands in `folder` (relative to the root) for no platform; throws where it cannot. */
async function bundleNeutral(contents: string, folder: string): Promise<BuildResult<{ metafile: true }>> {
  return await build({
    stdin: { contents, resolveDir: path.join(root, folder), loader: 'ts' },
    bundle: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
}

const packagesIn = ({ metafile }: BuildResult<{ metafile: true }>): readonly string[] => {
  const names = Object.keys(metafile.inputs).map((file) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
};

describe('the bundles that belong to no platform', function () {
  this.timeout(60_000);

  it('hold core, with no package in it', async () => {
    assert.deepEqual(packagesIn(await bundleNeutral("export * from './index.js';", 'core/src')), []);
  });

  it('hold workspace, with its two packages', async () => {
    assert.deepEqual(packagesIn(await bundleNeutral("export * from './index.js';", 'workspace/src')), ['jsonc-parser', 'picomatch']);
  });

  for (const name of ['node:fs', 'fs', 'vscode'])
    it(`cannot hold ${name}`, async () => {
      await assert.rejects(bundleNeutral(`export * from '${name}';`, 'core/src'), new RegExp(`Could not resolve "${name}"`));
    });
});
