// The client lends the server the editor's file system: bytes as they are, errors as values, links not followed.
import assert from 'node:assert/strict';
import { answer, started, type Wire } from './editor.js';
import type { Desk } from './vscode.js';

describe('the client: files', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 256);

  async function withFiles(): Promise<{ on: Desk; wire: Wire }> {
    const { on, wire } = await started();
    on.folder = '/w';
    on.files.set('/w', {
      type: 64 | 2,
      names: [
        ['a', 1],
        ['d', 2],
        ['l', 64 | 1],
        ['m', 64 | 2],
        ['s', 0],
      ],
    });
    on.files.set('/w/a', { type: 1, bytes });
    on.files.set('/w/d', { type: 2, names: [] });
    on.files.set('/w/l', { type: 64 | 1, bytes });
    on.files.set('/w/m', { type: 64 | 2, names: [['secret', 1]] });
    on.files.set('/w/s', { type: 0 });
    on.files.set('/w/huge', { type: 1, size: 2 ** 31, bytes });
    return { on, wire };
  }

  it('are read byte by byte', async () => {
    const { wire } = await withFiles();
    const { base64 } = (await answer(wire, 'files/read', { uri: 'file:/w/a' })) as { base64: string };
    assert.deepEqual(new Uint8Array(Buffer.from(base64, 'base64')), bytes);
  });

  it('are listed with their types, also in a folder that was opened by a link', async () => {
    const { wire } = await withFiles();
    assert.deepEqual(await answer(wire, 'files/list', { uri: 'file:/w' }), {
      entries: [
        { name: 'a', type: 'file' },
        { name: 'd', type: 'directory' },
        { name: 'l', type: 'link' },
        { name: 'm', type: 'link' },
        { name: 's', type: 'other' },
      ],
    });
  });

  it('have a size and a type', async () => {
    const { wire } = await withFiles();
    assert.deepEqual(await answer(wire, 'files/stat', { uri: 'file:/w/a' }), { size: 100_000, type: 'file' });
    assert.deepEqual(await answer(wire, 'files/stat', { uri: 'file:/w/l' }), { size: 100_000, type: 'link' });
  });

  const refused: Readonly<Record<string, readonly [string, unknown]>> = {
    'a link to a file': ['files/read', { uri: 'file:/w/l' }],
    'a link to a folder': ['files/list', { uri: 'file:/w/m' }],
    'a device': ['files/read', { uri: 'file:/w/s' }],
    'a folder as a file': ['files/read', { uri: 'file:/w/d' }],
    'a file as a folder': ['files/list', { uri: 'file:/w/a' }],
    'a file that would fill the memory': ['files/read', { uri: 'file:/w/huge' }],
    'what does not exist': ['files/stat', { uri: 'file:/w/none' }],
    'no address': ['files/read', { uri: 'nowhere' }],
    'a question without one': ['files/read', {}],
    'no question': ['files/list', null],
  };
  for (const [name, [method, params]] of Object.entries(refused))
    it(`refuse ${name} with an error as the answer`, async () => {
      const { wire } = await withFiles();
      const { error, ...rest } = (await answer(wire, method, params)) as { error: string };
      assert.ok(error.length > 0);
      assert.deepEqual(rest, {});
    });
});
