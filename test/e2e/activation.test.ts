// The extension wakes for its files, knows their languages and brings the commands that it promises.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extensionId, openFixture, waitFor } from './helpers.js';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(extensionId);
  assert.ok(found, `${extensionId} is not installed`);
  return found;
}

describe('the extension', () => {
  afterEach(closeAll);

  const files = {
    'etc/inetd.conf': 'inetd-conf',
    'etc/crontab': 'crontab',
    'var/spool/cron/root': 'crontab',
    'etc/rc.d/rc3.d.txt': 'rc-listing',
  };
  for (const [path, language] of Object.entries(files)) {
    it(`knows the language of ${path}`, async () => {
      assert.equal((await openFixture(path)).languageId, language);
    });
  }

  it('is active once one of its files is open', async () => {
    await openFixture('etc/inetd.conf');
    await waitFor('the activation', () => extension().isActive || undefined);
  });

  it('has registered each command that its manifest names', async () => {
    await extension().activate();
    const { contributes } = extension().packageJSON as Manifest;
    const known = new Set(await vscode.commands.getCommands(true));
    const missing = contributes.commands.map(({ command }) => command).filter((command) => !known.has(command));
    assert.deepEqual(missing, []);
  });
});
