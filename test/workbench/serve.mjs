// Serves a folder in the browser workbench with the extension loaded, for a person with a browser: `node serve.mjs [FOLDER]`.
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { installWorkbench } from './install.mjs';
import { root } from './places.mjs';
import { startWorkbench } from './server.mjs';

/**
 * Installs what is missing (saying what it downloads), serves `folder`, prints the address and the password, and ends with Ctrl+C.
 * The password keeps other users of this machine out: the workbench has a terminal. Throws if it can't be installed or started.
 */
export async function serve(folder) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${folder} is not a folder.`);
  installWorkbench({ browser: false });
  const password = randomBytes(9).toString('base64url');
  const server = await startWorkbench({ extensions: [root], password });
  console.log(`\nOpen ${server.folderUrl(folder)}\nwith the password ${password}\nCtrl+C ends it.`);
  await new Promise((done) => {
    process.on('SIGINT', done);
    process.on('SIGTERM', done);
  });
  await server.stop();
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  try {
    await serve(resolve(argv[2] ?? '.'));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
