// A stand-in for editor and server, so that the client's own code runs in plain Node: the bundled client, and a conversation that is recorded.
import assert from 'node:assert/strict';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type * as Door from '../../client/src/extension.js';
import { address } from './address.js';
import { type Listeners, listeners } from './side-bar.js';
import { type Desk, desk, nothing, vscodeOf } from './vscode.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The client's end of a conversation: what it answers, what it was told, what it asks. */
export interface Wire {
  readonly handlers: Map<string, (params: unknown) => unknown>;
  readonly asked: [method: string, params: unknown][];
  /** What the server says to each question; a method that is missing is not answered. */
  answers: Readonly<Record<string, unknown>>;
  running: boolean;
  starts: number;
  failsToStart: boolean;
  hangs: boolean;
  readonly errors: string[];
  readonly onState: Listeners<undefined>;
}

function clientOf(wire: Wire): BaseLanguageClient {
  const handle = (method: string, handler: (params: unknown) => unknown) => {
    wire.handlers.set(method, handler);
    return nothing;
  };
  const client = {
    onRequest: handle,
    onNotification: handle,
    onDidChangeState: wire.onState.on,
    isRunning: () => wire.running,
    start: async () => {
      wire.starts++;
      if (wire.failsToStart) throw new Error('no such server');
      wire.running = true;
    },
    stop: async () => {
      wire.running = false;
      if (wire.hangs) throw new Error('timed out');
    },
    sendRequest: async (method: string, params: unknown) => {
      wire.asked.push([method, params]);
      if (!(method in wire.answers)) throw new Error('not running');
      return wire.answers[method];
    },
    error: (message: string) => wire.errors.push(message),
    protocol2CodeConverter: { asUri: address },
    code2ProtocolConverter: { asUri: String },
    outputChannel: { show: () => undefined },
  };
  return client as unknown as BaseLanguageClient;
}

let bundle: Promise<string> | undefined;

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [path.join(root, 'client/src/extension.ts')],
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    external: ['vscode'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** The client as it is after its start, with an editor and a server of its own. */
export async function started(
  settings: Partial<Wire> = {},
): Promise<{ readonly door: typeof Door; readonly on: Desk; readonly wire: Wire }> {
  bundle ??= bundled();
  const on = desk();
  const wire: Wire = {
    handlers: new Map(),
    asked: [],
    answers: {},
    running: false,
    starts: 0,
    failsToStart: false,
    hangs: false,
    errors: [],
    onState: listeners(),
    ...settings,
  };
  const module = { exports: {} as typeof Door };
  new Function('module', 'exports', 'require', await bundle)(module, module.exports, (name: string) => {
    assert.equal(name, 'vscode', 'the common code needs nothing but the editor');
    return vscodeOf(on);
  });
  await module.exports.start(
    {
      subscriptions: [],
      extensionUri: address('file:/extension'),
      extension: { packageJSON: { contributes: { grammars: [{ language: 'crontab' }, {}] } } },
    } as unknown as Parameters<typeof Door.start>[0],
    clientOf(wire),
  );
  return { door: module.exports, on, wire };
}

/** Runs a command as the person or the server would. */
export async function run(on: Desk, command: string, ...given: unknown[]): Promise<void> {
  const found = on.commands.get(`daemonlint.${command}`);
  assert.ok(found, `no command ${command}`);
  await found(...given);
}

/** What the client answers to a request or notification of the server. */
export async function answer(wire: Wire, method: string, params: unknown): Promise<unknown> {
  const found = wire.handlers.get(`daemonlint/${method}`);
  assert.ok(found, `nobody answers ${method}`);
  return await found(params);
}

/** What followed `what` in the log, each time. */
export const logged = (on: Desk, what: string): unknown[] => on.log.filter(([first]) => first === what).map(([, second]) => second);

/** A status as the server sends it. */
export const crontab = {
  uri: 'file:/w/etc/crontab',
  kind: 'crontab',
  form: 'system',
  name: 'crontab (system)',
  dialects: ['debian', 'cronie'],
  because: 'its path says so',
} as const;
