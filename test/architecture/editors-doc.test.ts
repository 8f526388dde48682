/** docs/editors.md names for Neovim the files that the kinds are known by. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import picomatch from 'picomatch';
import { kinds } from '../../core/src/index.js';

const page = readFileSync(new URL('../../docs/editors.md', import.meta.url), 'utf8');
const listed = /pattern = \{([^}]*)\}/.exec(page)?.[1] ?? '';
const patterns = [...listed.matchAll(/'([^']+)'/g)].map(([, pattern = '']) => pattern);

/** As Neovim matches: a pattern with a slash against the whole path, where a star goes over slashes, another against the name. */
const isOpened = (path: string): boolean =>
  patterns.some((pattern) => {
    const own = new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace(/\*/g, '.*').replace(/\?/g, '.')}$`);
    return own.test(pattern.includes('/') ? path : path.replace(/^.*\//, ''));
  });

/** One path for each way that braces, stars and sets of a glob may be filled in. */
const pathsOf = (glob: string): readonly string[] => {
  const braces = /\{([^{}]*)\}/.exec(glob);
  if (braces) return (braces[1] ?? '').split(',').flatMap((one) => pathsOf(glob.replace(braces[0], one)));
  const path = glob.replace('**/', '/srv/host/').replace('[^0-9]', 'w').replace('[0-6S]', '3').replaceAll('*', 'web');
  assert.ok(picomatch.isMatch(path, glob), `${path} is made of ${glob}`);
  return [path];
};

describe('docs/editors.md', () => {
  for (const { id, editor } of kinds)
    if (editor.language)
      it(`has Neovim start the server for each name of ${id}`, () => {
        const { filenames = [], extensions = [], filenamePatterns = [] } = editor.language ?? {};
        const paths = [
          ...filenames.map((name) => `/srv/${name}`),
          ...extensions.map((extension) => `/srv/web${extension}`),
          ...filenamePatterns.flatMap(pathsOf),
        ];
        assert.ok(paths.length > 0);
        assert.deepEqual(
          paths.filter((path) => !isOpened(path)),
          [],
        );
      });
  it('opens no file of another kind by these names', () => {
    for (const path of ['/srv/README.md', '/etc/hosts', '/srv/app.conf', '/home/ann/notes.txt']) assert.equal(isOpened(path), false, path);
  });
});
