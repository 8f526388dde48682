/** Passwords and tokens in a command line: where they stand, and how each is said. What they are is never repeated. */
import { baseName } from '../base-name.js';
import { slice, type Word, words } from '../words.js';
import type { Command, Run } from './commands.js';
import { groupIn, PAIR, WHOLE } from './secret-finders.js';
import { TAKES } from './secret-options.js';
import { type List, unquoted } from './shell.js';

export interface Secret {
  /** The value, in its quotes. */
  readonly at: Word;
  /** What it is, to follow “there is”: `a password behind --password`. */
  readonly what: string;
}

/** Programs for which `--password` asks for one, or names something else with the next word. */
const ASKING =
  /^(?:mysql\w*|maria(?:db)?(?:-\w+)*|pg_\w+|psql|createdb|dropdb|vacuumdb|reindexdb|clusterdb|smbclient|ldap\w+|read|grep|echo|printf)$/;

const takes = TAKES.map(({ names, ...how }) => ({ ...how, programs: new RegExp(`^(?:${names})$`) }));

const WORD =
  '(?:password|passwd|passphrase|pass|api[-_]?key|access[-_]?key|secret[-_]?key|(?:api|app|client|consumer|rpc)[-_]?secret|(?:account|storage|application)[-_]?key|auth[-_]?token|access[-_]?token|api[-_]?token|token)';
const OPTION = new RegExp(`^--?(?:[a-z0-9]+[-_.])*${WORD}=(.+)$`, 'dis');
const OPTION_ALONE = new RegExp(`^--(?:[a-z0-9]+[-_])*${WORD}$`, 'i');

/** Variables that hold secrets by their names. */
const VARIABLE =
  /^(?:[A-Z][A-Z0-9_]*(?:PASSWORD|PASSWD|PASSPHRASE|PASS|_PWD|SECRET|(?:SECRET|ACCESS|ACCOUNT|APPLICATION|STORAGE|ENCRYPTION|PRIVATE)_KEY|API_?KEY|TOKEN)|PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|MYSQL_PWD)=(.+)$/ds;

/** Parts of a word that are secrets wherever they stand; the first group is the value. */
const ANYWHERE: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@'"]{0,80}:([^\s/@'"]{1,200})@/di, what: 'a password in an address' },
  { pattern: /\bhttps?:\/\/([0-9a-f]{40})@/d, what: 'a token in an address' },
  { pattern: /\b(?:Proxy-)?Authorization:[ \t]*(?:Bearer|Basic|Token)[ \t]+([^\s'"]+)/di, what: 'a token in a header' },
  { pattern: /\b(?:X-Api-Key|X-Auth-Token|Private-Token|X-Vault-Token|Api-?Key):[ \t]*([^\s'"]+)/di, what: 'a token in a header' },
  {
    pattern: /[?&](?:access_token|auth_token|api_?key|token|secret|password|passwd|pass|pwd|cron_key)=([^\s&'"#]+)/di,
    what: 'a token in an address',
  },
  // A key that is short or a word may be any key.
  { pattern: /[?&]key=((?=[^\s&'"#]*\d)(?=[^\s&'"#]*[A-Za-z])[\w-]{16,})/d, what: 'a token in an address' },
  { pattern: /(?:^|,)(?:password|passwd|pass)=([^\s,'"]+)/d, what: 'a password' },
  // Behind an ampersand without quotes the rest of an address is a command of its own.
  { pattern: /^(?:(?:access|auth|api)[-_]?(?:key|token)|token|secret)=((?=\S*\d)[\w.~-]{8,})$/d, what: 'a token' },
  { pattern: /(?:^|[\s'"])smtp-auth-password=([^\s'"]+)/d, what: 'a password' },
  { pattern: /\b((?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,}|glpat-[A-Za-z0-9_-]{20,}|hvs\.[\w-]{24,}))/d, what: 'a token' },
  {
    pattern: /\b(xox[abeoprs]-[A-Za-z0-9-]{10,}|sk_live_[A-Za-z0-9]{16,}|AIza[A-Za-z0-9_-]{35}|SG\.[\w-]{16,}\.[\w-]{16,})/d,
    what: 'a token',
  },
  { pattern: /hooks\.slack\.com\/services\/(T\w+\/B\w+\/\w{16,})/d, what: 'the secret address of a hook' },
  { pattern: /discord(?:app)?\.com\/api\/webhooks\/\d+\/([\w-]{40,})/d, what: 'the secret address of a hook' },
  { pattern: /webhook\.office\.com\/webhookb2\/([\w@/-]{40,})/d, what: 'the secret address of a hook' },
  { pattern: /\bbot(\d{8,10}:[A-Za-z0-9_-]{30,})/d, what: 'the token of a bot' },
];

/** What stands for a secret in examples. */
const PLACEHOLDER = new RegExp(
  `^(?:x+|\\*+|\\.+|-+|_+|${WORD}|secret|public|private|your.*|my[-_]?${WORD}.*|.*[-_]here|change[-_]?(?:me|it|this)|changeme|example.*|sample|dummy|redacted|hidden|removed|foo|bar|baz|none|null|nil|true|false|yes|no|on|off|prompt|ask|env|stdin|file)$`,
  'i',
);

/** True for text that is a secret itself: not what stands for one, nor where the shell or the program shall get it from. */
export function isSecret(written: string): boolean {
  const value = unquoted(written).trim();
  return (
    value.length > 1 &&
    !/^(?:[@<[{%/~]|\.{0,2}\/|file:|env:|fd:)/.test(value) &&
    (written.startsWith("'") ? true : !/[$`]/.test(value)) &&
    !PLACEHOLDER.test(value.replace(/^["']|["']$/g, ''))
  );
}

/** Programs that run another one in a container. */
const CONTAINED = /^(?:docker|podman|nerdctl|docker-compose|kubectl|oc|lxc|incus)$/;

const takesSecrets = ({ text }: Word): boolean => takes.some(({ programs }) => programs.test(baseName(text)));

/** What is run in the end: by `exec`, in a container, the first program that takes secrets. */
function innermost({ program, args }: Command): Pick<Command, 'program' | 'args'> {
  const exec = CONTAINED.test(baseName(program.text)) ? args.findIndex(({ text }) => text === 'exec') : -1;
  // The word right behind an option may be the name of the container.
  const isProgram = (word: Word, index: number) => index > exec + 1 && !/^-[^-]/.test(args[index - 1]?.text ?? '') && takesSecrets(word);
  const at = exec === -1 ? -1 : args.findIndex(isProgram);
  const inner = args[at];
  return inner ? { program: inner, args: args.slice(at + 1) } : { program, args };
}

function* byOption({ command }: Run): Iterable<Secret> {
  if (command === undefined) return;
  const { program, args } = innermost(command);
  const name = baseName(unquoted(program.text));
  for (const { programs, secrets, what } of takes) if (programs.test(name)) for (const at of secrets(args)) yield { at, what };
  if (ASKING.test(name)) return;
  for (const [index, { text }] of args.entries()) {
    const following = OPTION_ALONE.test(text) ? args[index + 1] : undefined;
    if (following && !following.text.startsWith('-')) yield { at: following, what: `a secret behind ${text}` };
  }
}

function* inWord(word: Word): Iterable<Secret> {
  const { text } = word;
  const option = groupIn(word, OPTION);
  if (option) yield { at: option, what: `a secret behind ${text.slice(0, text.indexOf('='))}` };
  const value = groupIn(word, VARIABLE);
  if (value) yield { at: value, what: `a secret in ${text.slice(0, text.indexOf('='))}` };
  for (const { pattern, what } of ANYWHERE) {
    const at = groupIn(word, pattern);
    if (at) yield { at, what };
  }
}

/** The words of a value with blanks in it. */
const wordsIn = (value: Word): readonly Word[] => words(value.text).map(({ span }) => slice(value, span.start, span.end));

/** What of an assignment to `name` is a secret: all of its value, where the name says so. */
export const secretsOfAssignment = (name: Word, value: Word): readonly Secret[] =>
  distinct(
    VARIABLE.test(`${name.text}=.`)
      ? [{ at: value, what: `a secret in ${name.text}` }]
      : [value, ...wordsIn(value)].flatMap((word) => [...inWord(word)]),
  );

/** In every text with a program that does; that of others says so by a word such as password. */
export const READS_INPUT = /sudo[ \t][^\n|]{0,80}-(?:\w*S|-stdin)|(?:cryptsetup|kinit)[ \t]/;

/** What `run` reads as a password from its input, if it does; with the part of it that is one. */
function readerOf({ command, piece }: Run): { readonly name: string; readonly part: RegExp } | undefined {
  if (command === undefined) return undefined;
  const { program, args, wrappers } = command;
  const says = (pattern: RegExp) => args.some(({ text }) => pattern.test(text));
  const sudo = [...wrappers, program].find(({ text }) => baseName(text) === 'sudo');
  const until = sudo === program ? piece.end : program.span.start;
  if (sudo && piece.words.some(({ text, span }) => span.start < until && /^(?:-[A-Za-z]*S[A-Za-z]*|--stdin)$/.test(text)))
    return { name: 'sudo', part: WHOLE };
  const name = baseName(program.text);
  if (name === 'chpasswd') return { name, part: PAIR };
  const reads =
    name === 'kinit' ||
    name === 'cryptsetup' ||
    (name === 'smbpasswd' && says(/^-[a-z]*s/)) ||
    (name === 'passwd' && says(/^--stdin$/)) ||
    (name === 'openssl' && says(/^stdin$/)) ||
    (name === 'gh' && says(/^--with-token$/)) ||
    name === 'vncpasswd' ||
    (/^gpg2?$/.test(name) && says(/^--passphrase-fd/)) ||
    says(/^--password-stdin$/);
  return reads ? { name, part: WHOLE } : undefined;
}

/** What `run` writes into a pipe: the last word of an echo. */
function saidBy({ command }: Run): Word | undefined {
  if (command === undefined || !/^(?:echo|printf)$/.test(baseName(command.program.text))) return undefined;
  const plain = command.args.filter(({ text }) => !/^-[neE]+$/.test(text));
  return plain.length === 1 || command.program.text.endsWith('printf') ? plain.at(-1) : undefined;
}

/** Passwords that are given to a program on its standard input: `echo … | sudo -S`, `<<<…`. */
function* byInput(run: Run, feeder: Run | undefined): Iterable<Secret> {
  const given = run.piece.redirections.find(({ operator }) => operator === '<<<')?.target ?? (feeder && saidBy(feeder));
  const reader = given && readerOf(run);
  const at = reader && groupIn(given, reader.part);
  if (at) yield { at, what: `a password for ${reader.name}` };
}

/** Longer words are data that nobody typed. */
const LONG = 4000;

/** Those of `candidates` that are secrets themselves; each value once. */
function distinct(candidates: Iterable<Secret>): Secret[] {
  const found: Secret[] = [];
  for (const secret of candidates) {
    const { span, text } = secret.at;
    if (text.length > LONG || !isSecret(text)) continue;
    if (!found.some(({ at }) => at.span.start < span.end && span.start < at.span.end)) found.push(secret);
  }
  return found;
}

/** The words of a command, and the files that it is redirected to. */
const wordsOf = ({ piece: { words, redirections } }: Run): readonly Word[] => [
  ...words,
  ...redirections.flatMap(({ target }) => target ?? []),
];

/** The secrets that one simple command says. `feeder` is what is piped into it. */
const secretsIn = (run: Run, feeder?: Run): Secret[] =>
  distinct([...byOption(run), ...wordsOf(run).flatMap((word) => [...inWord(word)]), ...byInput(run, feeder)]);

/** The secrets that `runs`, those of one command line, say. */
export function* secretsAmong(runs: readonly Run[]): Iterable<Secret> {
  const before = new Map<List, Run>();
  for (const run of runs) {
    const { list } = run.piece;
    const last = before.get(list);
    yield* secretsIn(run, last && /^\|&?$/.test(last.piece.closedBy) ? last : undefined);
    before.set(list, run);
  }
}
