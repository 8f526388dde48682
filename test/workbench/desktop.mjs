#!/usr/bin/env node
// Stands in for the VS Code desktop program that @vscode/test-electron starts: same flags, same exit code, shown by code-server in Chromium.
import { openPage } from './browser.mjs';
import { endOnSignals, remoteUri, startWorkbench } from './server.mjs';

const LIMIT_MS = Number(process.env.DAEMONLINT_LIMIT_MS ?? 300_000);

/** What a workbench in a browser says about itself on its way up and down; no part of the suite's output. */
const chatter =
  /^(Resolv(ing|ed) connection token|Creating a socket|\[reconnection-grace-time\]|Updating additional builtin|\[Service Worker\]|\[AgentHost|\[AccountPolicyGate|\[DefaultAccount\]|Creation of workbench|Canceled: Canceled|getaddrinfo|Ignoring fetching additional|No search provider)/;

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

/** Shows the workbench and gives the exit code of the suite that it runs. */
async function runSuite(page, address) {
  const finished = new Promise((done) => {
    setTimeout(() => {
      console.error(`The suite did not end within ${LIMIT_MS} ms.`);
      done(124);
    }, LIMIT_MS).unref();
    page.exposeFunction('codeAutomationExit', done);
    page.on('crash', () => done(1));
  });
  await page.exposeFunction('codeAutomationLog', (type, words) => {
    if (process.env.DAEMONLINT_VERBOSE || !chatter.test(String(words[0]))) console[type === 'error' ? 'error' : 'log'](...words);
  });
  await page.goto(address);
  return finished;
}

endOnSignals();
const wanted = readArguments(process.argv.slice(2));
// Without this flag a built workbench ignores the paths of extensions and tests.
const server = await startWorkbench({ vscodeOptions: ['enable-smoke-test-driver'] });
let code = 1;
try {
  const { browser, page } = await openPage();
  try {
    code = await runSuite(page, server.folderUrl(wanted.folder, payload(wanted, server.url)));
  } finally {
    await browser.close();
  }
} finally {
  await server.stop();
}
process.exit(code);
