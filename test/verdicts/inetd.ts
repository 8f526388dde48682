/** The lines that three inetds were run over, each linted alone for each of them: refused is what has a finding of severity error. */
import { daemonlint } from '../cli/memory-io.js';
import type { Tally } from './tally.js';

/** Our dialect, and what the record calls the daemon. */
const DAEMONS = { 'openbsd-inetd': 'openbsd-inetd', inetutils: 'inetutils-inetd', busybox: 'busybox-inetd' } as const;

interface Said {
  readonly ok?: true;
  readonly messages?: readonly string[];
}

type Row = { readonly line: string } & { readonly [daemon in (typeof DAEMONS)[keyof typeof DAEMONS]]: Said };

/** Messages about the recording machine: its services, users and groups, its sockets, and the names that it could not resolve. */
const LOCAL =
  /unknown service|Servname not supported|No such (?:user|group)|^socket: |: socket: |name resolution|(?:bad address|unknown host) '[a-z][\w.]*'/;

/** Why ours differs, by dialect and line. */
const LISTED: Readonly<Record<string, string>> = {};

interface Checked {
  readonly files: readonly { readonly findings: readonly { readonly rule: string; readonly severity: string }[] }[];
}

/** The rules that call the line an error for `dialect`, by the same way as anybody gets them. */
async function errorsIn(line: string, dialect: string): Promise<readonly string[]> {
  const args = ['check', '--kind', 'inetd', '--dialect', dialect, '--format', 'json', '-'];
  const { stdout, stderr } = await daemonlint(args, {}, { stdin: Buffer.from(`${line}\n`) });
  if (stderr !== '') throw new Error(`check failed: ${stderr}`);
  const { files } = JSON.parse(stdout) as Checked;
  return files
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);
}

/** How each dialect's lines turned out. */
export async function overInetds(recorded: string): Promise<readonly (readonly [what: string, tally: Tally])[]> {
  const rows = recorded
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const found: (readonly [string, Tally])[] = [];
  for (const [dialect, daemon] of Object.entries(DAEMONS)) {
    const tally: Tally = { agreed: 0, local: 0, listed: [], wrong: [] };
    for (const row of rows) {
      const { messages = [] } = row[daemon];
      const errors = await errorsIn(row.line, dialect);
      const reason = LISTED[`${dialect}: ${row.line}`];
      if (messages.length > 0 && messages.every((message) => LOCAL.test(message))) tally.local++;
      else if (messages.length > 0 === errors.length > 0) tally.agreed++;
      else if (reason !== undefined) tally.listed.push(`${JSON.stringify(row.line)}: ${reason}`);
      else tally.wrong.push(`${JSON.stringify(row.line)}: said ${JSON.stringify(messages)}, ours ${JSON.stringify(errors)}`);
    }
    found.push([`${dialect}, generated lines`, tally]);
  }
  return found;
}
