#!/usr/bin/env node
// Stands in for the VS Code desktop program that @vscode/test-electron starts: same flags, same exit code, shown by code-server in Chromium.
import { openPage } from './browser.mjs';
import { remoteUri, startWorkbench } from './server.mjs';
import { runSuite } from './suite.mjs';

const LIMIT_MS = Number(process.env.DAEMONLINT_LIMIT_MS ?? 300_000);

/** Splits `--name=value` flags from the folder to open. */
function readArguments(words) {
  const flags = words.map((word) => /^--([^=]+)=?(.*)$/s.exec(word)).filter(Boolean);
  const all = (name) => flags.filter((flag) => flag[1] === name).map((flag) => flag[2]);
  return {
    extensions: all('extensionDevelopmentPath'),
    tests: all('extensionTestsPath'),
    folder: words.find((word) => !word.startsWith('--')),
  };
}

/** The variables that the suite may see; the extension host of a server does not inherit ours. */
function suiteEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(DAEMONLINT_|VSCODE_TEST|NODE_V8_COVERAGE)/.test(name)));
}

function payload({ extensions, tests }, url) {
  return [
    ...extensions.map((path) => ['extensionDevelopmentPath', remoteUri(url, path)]),
    ...tests.map((path) => ['extensionTestsPath', remoteUri(url, path)]),
    ['extensionEnvironment', JSON.stringify(suiteEnvironment())],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
}

const wanted = readArguments(process.argv.slice(2));
// Without this flag a built workbench ignores the paths of extensions and tests.
const server = await startWorkbench({ vscodeOptions: ['enable-smoke-test-driver'] });
let code = 1;
try {
  const { browser, page } = await openPage();
  try {
    code = await runSuite(page, server.folderUrl(wanted.folder, payload(wanted, server.url)), LIMIT_MS);
  } finally {
    await browser.close();
  }
} finally {
  await server.stop();
}
process.exit(code);
