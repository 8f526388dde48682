// The command line without disk and terminal.
import type { Io } from '../../cli/src/io.js';
import { run } from '../../cli/src/run.js';
import { fileError } from '../../workspace/src/index.js';
import { memoryFiles, type Tree } from '../workspace/memory.js';

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output, one character per byte. */
  readonly raw: string;
}

export interface Setting extends Partial<Omit<Io, 'stdin'>> {
  readonly stdin?: string | Uint8Array;
}

/** Runs `daemonlint ARGS` over `machine`, with what it prints caught, no terminal, and a clock that stands still. */
export async function caught(
  args: readonly string[],
  machine: Pick<Io, 'files' | 'cwd' | 'git'>,
  { stdin = '', ...io }: Setting = {},
): Promise<Outcome> {
  const out: Buffer[] = [];
  let stderr = '';
  const status = await run(args, {
    ...machine,
    stdin: async () => Buffer.from(stdin),
    stdout: (text) => void out.push(Buffer.from(text)),
    stderr: (text) => {
      stderr += text;
    },
    isTTY: false,
    env: {},
    zone: 'UTC',
    now: Date.UTC(2026, 0, 1),
    ...io,
  });
  const all = Buffer.concat(out);
  return { status, stdout: all.toString(), stderr, raw: all.toString('latin1') };
}

/** Runs `daemonlint ARGS` over `tree`, from /h; what is written lands in the tree. */
export const daemonlint = (args: readonly string[], tree: Tree = {}, setting: Setting = {}): Promise<Outcome> =>
  caught(args, { files: memoryFiles(tree), cwd: '/h', git: () => Promise.reject(fileError('missing', 'git cannot be run')) }, setting);

/** Some lines that have been true for decades. */
export const TELNET = 'telnet\tstream\ttcp\tnowait\troot\t/usr/sbin/tcpd\tin.telnetd\n';
export const FINGER = 'finger stream tcp nowait nobody /usr/sbin/tcpd in.fingerd\n';
export const SSH = 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n';
