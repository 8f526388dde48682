/** The machine, by Node. */
import { promises as fs } from 'node:fs';
import process from 'node:process';
import { fileError, remembering } from '../../workspace/src/index.js';
import { asFileErrors, blockingFiles, systemPath } from '../../workspace/src/node.js';
import type { Disk, GitOutcome, Io } from './io.js';
import { rawArguments } from './raw-arguments.js';

const files: Disk = {
  ...remembering(blockingFiles),
  write: async (file, bytes) => asFileErrors((await import('./node-write.js')).write(file, bytes)),
  put: async (file, bytes) => asFileErrors((await import('./node-write.js')).put(file, bytes)),
  append: (file, bytes) => asFileErrors(fs.appendFile(systemPath(file), bytes)),
};

/** So many megabytes of standard input are taken: what has no end would fill the memory. A diff may be larger than any file that is reviewed. */
const MOST = 256;

async function readAll(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > MOST * 1024 * 1024) throw fileError('other', `is larger than ${MOST} MB and was not read`);
  }
  return Buffer.concat(chunks);
}

/** No locks are taken and nothing is asked of a person; messages are those that {@link GitOutcome} is read by. */
const GIT_ENVIRONMENT = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };

async function runGit(args: readonly string[], folder: string, input?: Uint8Array): Promise<GitOutcome> {
  // Half of Node comes with it, and few calls ask git.
  const { execFile } = await import('node:child_process');
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...GIT_ENVIRONMENT };
    const options = { cwd: folder, env, encoding: 'buffer', maxBuffer: Number.POSITIVE_INFINITY, windowsHide: true } as const;
    const child = execFile('git', args, options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number')
        reject(fileError('missing', 'git cannot be run: install it, or see to it that PATH leads to it'));
      else resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr: stderr.toString() });
    });
    // A git that ends early takes no more; its status tells why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

let isHeard = false;

/** Says it on standard error, which is opened only then: most calls have nothing to say there. */
function complain(text: string): void {
  if (!isHeard) process.stderr.on('error', () => process.exit(2));
  isHeard = true;
  process.stderr.write(text);
}

/** Milliseconds that a signal may wait to be told. */
const HEARS_WITHIN = 50;

/** Listens for Ctrl-C from the first call on. A second one ends the program as it would end any. */
function interruptible(): () => Promise<boolean> {
  let isHeard: boolean | undefined;
  let listened = 0;
  return async () => {
    if (isHeard === undefined) {
      isHeard = false;
      process.once('SIGINT', () => {
        isHeard = true;
      });
    }
    if (Date.now() - listened >= HEARS_WITHIN) {
      // Signals are told between two turns of the loop, and a disk that is asked at once leaves none.
      await new Promise(setImmediate);
      listened = Date.now();
    }
    return !isHeard;
  };
}

/**
 * V8 is told by build.mjs to optimize late, since most calls are short. Where many files follow it pays as soon as V8 itself would have it, its default. And what is read of
 * a host is soon garbage: a heap that may grow by half before it is cleared takes a fifth less memory than one that may grow four times, in the same time.
 */
async function forMany(): Promise<void> {
  (await import('node:v8')).setFlagsFromString('--interrupt-budget=67584 --heap-growing-percent=50 --min-semi-space-size=16');
}

const slashed = (text: string): string => (process.platform === 'win32' ? text.replaceAll('\\', '/') : text);

/** The arguments of the call; on Windows with `/` in their paths. */
export const nodeArguments = (): readonly string[] => rawArguments(process.argv.slice(2)).map(slashed);

export const nodeIo = (): Io => ({
  files,
  cwd: slashed(process.cwd()),
  stdin: () => asFileErrors(readAll()),
  stdout: (text) => void process.stdout.write(text),
  stderr: complain,
  git: runGit,
  isTTY: process.stdout.isTTY === true,
  get isErrorTTY() {
    return process.stderr.isTTY === true;
  },
  goesOn: interruptible(),
  forMany,
  ...(process.stdout.isTTY === true && { columns: process.stdout.columns }),
  env: process.env,
  // Asking costs ten milliseconds, and few calls want to know.
  get zone() {
    return Intl.DateTimeFormat().resolvedOptions().timeZone;
  },
  now: Date.now(),
});
