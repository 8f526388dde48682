/** The command `init`: writes a first .daemonlint.json from what is found. */
import { identify, inventoryOf } from '../../core/src/index.js';
import {
  CONFIG_NAME,
  discover,
  isFileError,
  type Member,
  type ProjectOf,
  problemOf,
  readSource,
  relativeTo,
  resolve,
} from '../../workspace/src/index.js';
import { gather } from './gather.js';
import type { Io } from './io.js';
import { problemText } from './report/problem.js';
import { review } from './review.js';

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** `2 crontab, 1 inetd` */
function kindsFound(members: readonly Member[]): string {
  const count = new Map<string, number>();
  for (const { choice } of members) count.set(choice.kind.id, (count.get(choice.kind.id) ?? 0) + 1);
  return [...count].map(([kind, number]) => `${number} ${kind}`).join(', ') || 'none';
}

/** Files that are looked into for what they hold; a tree of more is not a project's own. */
const MOST_FILES = 2000;

/** Largest file that is looked into, in bytes. */
const LARGEST = 256 * 1024;

async function sizeOf(path: string, io: Io): Promise<number> {
  try {
    return (await io.files.stat(path)).size;
  } catch (error) {
    if (isFileError(error)) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

/** Lines of `files` for what looks like one of the kinds and has a name that does not tell. */
async function lookalikes(known: ReadonlySet<string>, projectOf: ProjectOf, io: Io): Promise<string[]> {
  const lines: string[] = [];
  const { found } = await discover(io.files, io.cwd, projectOf, { isWanted: () => true });
  for (const { path, type } of found.slice(0, MOST_FILES)) {
    if (type !== 'file' || known.has(path) || (await sizeOf(path, io)) > LARGEST) continue;
    const source = await readSource(io.files, { path, type: 'file' });
    const choice = 'message' in source ? undefined : identify({ path: '', text: source.text, sniff: true });
    if (choice === undefined) continue;
    const wish = { kind: choice.kind.id, ...(choice.form !== '' && { form: choice.form }) };
    lines.push(`    // ${JSON.stringify(relativeTo(io.cwd, path) ?? path)}: ${JSON.stringify(wish)},`);
  }
  return lines;
}

const section = (about: string, key: string, lines: readonly string[], [open, close]: readonly [string, string]): string =>
  [`  // ${about}`, `  ${JSON.stringify(key)}: ${open}${lines.length === 0 ? '' : `\n${lines.join('\n')}\n  `}${close},`].join('\n');

/** Writes the config of the current folder, and leaves one that is there as it is. */
export async function init(io: Io): Promise<0 | 2> {
  const target = resolve(io.cwd, CONFIG_NAME);
  const fail = (message: string): 2 => {
    io.stderr(`${problemText({ path: CONFIG_NAME, message })}\n`);
    return 2;
  };
  try {
    await io.files.stat(target);
    return fail('is there already, and was left as it is');
  } catch (error) {
    if (!isFileError(error) || error.reason !== 'missing') return fail(problemOf(target, error).message);
  }
  const gathered = await gather([], {}, io);
  const files = await review(gathered.inputs, gathered, io);
  const hosts = new Map(files.map(({ root, reading }) => [root, reading.context.host]));
  const on = [...hosts.values()].flatMap((host) => inventoryOf(host).filter(({ state, level }) => state === 'on' && level !== undefined));
  const names = [...new Set(on.map(({ name }) => name))];
  const looks = await lookalikes(new Set(gathered.inputs.map(({ source }) => source.path)), gathered.projectOf, io);
  const text = `{
  // What daemonlint should know of the files below this folder: read by the editor and the command line alike.
  // Read by their names so far: ${kindsFound(gathered.inputs)}.
${[
  section(
    'Daemons and services that are meant to be on. On now, and worth a thought:',
    'keep',
    names.map((name) => `    // ${JSON.stringify(name)},`),
    ['[', ']'],
  ),
  section(
    'How bad the findings of a rule are: error, warning, info, hint or off. `daemonlint rules` lists them.',
    'severity',
    [],
    ['{', '}'],
  ),
  section('What files are whose names do not tell. These look like it:', 'files', looks, ['{', '}']),
  section(
    'Findings not to be told of, for files that take no comments: { "path", "rule", "subject", "reason" }.',
    'ignore',
    [],
    ['[', ']'],
  ),
  section('What a scan of the folder passes over.', 'exclude', [], ['[', ']']),
].join('\n')}
  // The time zone that the hosts keep; only with it changes of the clocks are looked at.
  // "zone": ${JSON.stringify(io.zone)},
}
`;
  try {
    await io.files.write(target, new TextEncoder().encode(text));
  } catch (error) {
    return fail(`cannot be written: ${problemOf(target, error).message}`);
  }
  io.stdout(`${CONFIG_NAME} written, from ${many(gathered.inputs.length, 'file')} of ${many(hosts.size, 'host')}\n`);
  return 0;
}
