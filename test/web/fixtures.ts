// The fixture host in the folder of a workbench without a disk.
import assert from 'node:assert/strict';
import { extensions, Uri, workspace } from 'vscode';

const files: Readonly<Record<string, readonly string[]>> = {
  'test/e2e/fixtures': [
    'etc/inetd.conf',
    'etc/crontab',
    'etc/rc.d/rc3.d.txt',
    'var/spool/cron/root',
    'image/Dockerfile',
    'image/nightly-jobs',
  ],
  samples: [
    'redhat-6.1/etc/crontab',
    'redhat-6.1/etc/cron.d/console',
    'redhat-6.1/etc/cron.d/site',
    'redhat-6.1/etc/inetd.conf',
    'redhat-6.1/etc/rc.d/rc3.d.txt',
    'redhat-6.1/var/spool/cron/root',
    'redhat-6.1/chkconfig.txt',
  ],
};

/** Reads them from where the extension came from, and writes them into the workspace. */
export async function writeFixtures(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0];
  const extension = extensions.getExtension('daemonlint.daemonlint');
  assert.ok(folder && extension);
  for (const [source, names] of Object.entries(files))
    for (const name of names) {
      const bytes = await workspace.fs.readFile(Uri.joinPath(extension.extensionUri, source, name));
      await workspace.fs.writeFile(Uri.joinPath(folder.uri, name), bytes);
    }
}
