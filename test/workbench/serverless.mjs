// A workbench without a server behind it, as of vscode.dev: the stand-in's files as a site of this machine, the extension in a worker of the browser.
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { codeServerHome } from './places.mjs';
import { quietSettings } from './server.mjs';

const vscode = join(codeServerHome, 'node_modules', 'code-server', 'lib', 'vscode');
const WORKBENCH = join('out', 'vs', 'code', 'browser', 'workbench', 'workbench.js');

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** The folder that the workbench shows: in the memory of the page, empty until something is written. */
export const FOLDER = { scheme: 'tmp', path: '/host' };

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** The extensions that come with the workbench and need no server: languages, themes. */
function builtIns() {
  return readdirSync(join(vscode, 'extensions')).flatMap((name) => {
    const folder = join(vscode, 'extensions', name);
    if (!existsSync(join(folder, 'package.json'))) return [];
    const packageJSON = readJson(join(folder, 'package.json'));
    if (packageJSON.main !== undefined && packageJSON.browser === undefined) return [];
    const words = join(folder, 'package.nls.json');
    return [{ extensionPath: name, packageJSON, ...(existsSync(words) && { packageNLS: readJson(words) }) }];
  });
}

const attribute = (value) => JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');

function page(host, { tests, settings }) {
  const at = (path) => ({ scheme: 'http', authority: host, path });
  const config = {
    serverBasePath: '.',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    userDataPath: '/user-data',
    enableWorkspaceTrust: false,
    folderUri: FOLDER,
    // Else the worker would be framed by a page of another site, which is out of reach.
    _wrapWebWorkerExtHostInIframe: false,
    developmentOptions: {
      enableSmokeTestDriver: true,
      logLevel: 3,
      extensions: [at('/extension')],
      ...(tests !== undefined && { extensionTestsPath: at(`/extension/${tests}`) }),
    },
    configurationDefaults: { ...quietSettings, ...settings },
    productConfiguration: { enableTelemetry: false },
  };
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${attribute(config)}">
<meta id="vscode-workbench-web-base-url" data-settings="static">
<meta id="vscode-workbench-builtin-extensions" data-settings="${attribute(builtIns())}">
<link rel="stylesheet" href="static/out/vs/code/browser/workbench/workbench.css"></head>
<body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = new URL('static/out/', window.location).toString();</script>
<script type="module" src="static/out/nls.messages.js"></script>
<script type="module" src="static/${WORKBENCH.replaceAll(sep, '/')}"></script></html>`;
}

/** The workbench's own script, told that there is no server: the stand-in takes for granted that there is one. */
function serverlessScript() {
  const script = readFileSync(join(vscode, WORKBENCH), 'utf8');
  const told = script.replace('remoteAuthority:location.host}', 'remoteAuthority:void 0}');
  if (told === script) throw new Error(`${WORKBENCH} does not name its server where it is looked for: another version needs another look.`);
  return told;
}

/** The file of `folder` that `path` names; undefined where there is none, or it lies elsewhere. */
function fileIn(folder, path) {
  const file = resolve(folder, `.${sep}${path}`);
  return file.startsWith(folder + sep) && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** `extension`: its folder; `tests`: the script in it that runs a suite; `settings`: beside the quiet ones. Gives `url` and `stop()`. */
export async function startServerless({ extension, tests, settings = {} }) {
  const folders = { static: vscode, extension };
  const answer = (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const send = (type, text) => response.writeHead(200, { 'content-type': type }).end(text);
    if (path === '/') return send('text/html', page(request.headers.host, { tests, settings }));
    const [, top = '', rest = ''] = /^\/([^/]+)\/(.*)$/s.exec(path) ?? [];
    const file = Object.hasOwn(folders, top) ? fileIn(folders[top], rest) : undefined;
    if (file === undefined) return response.writeHead(404).end();
    if (file === join(vscode, WORKBENCH)) return send('text/javascript', serverlessScript());
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    return createReadStream(file).pipe(response);
  };
  const server = createServer(answer);
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { url: `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`, stop };
}
