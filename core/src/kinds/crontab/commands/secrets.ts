/** Passwords and tokens in a command line: where they stand, and how each is said. What they are is never repeated. */
import { slice, type Word } from '../../../text/words.js';
import { baseName, type Run } from './commands.js';
import { unquoted } from './shell.js';

export interface Secret {
  /** The value, in its quotes. */
  readonly at: Word;
  /** What it is, to follow “there is”: `a password behind --password`. */
  readonly what: string;
}

/** How a program takes a secret: behind an option of its own, as the next word or at once. */
interface Takes {
  readonly programs: RegExp;
  /** An option with the next word. */
  readonly next?: RegExp;
  /** An option with the secret in the same word, as its first group. */
  readonly joined?: RegExp;
  readonly what: string;
}

const MYSQL = /^(?:mysql\w*|maria(?:db)?(?:-\w+)*)$/;

const TAKES: readonly Takes[] = [
  { programs: MYSQL, joined: /^-p(.+)$/s, what: 'a password behind -p' },
  { programs: /^curl$/, next: /^(?:-[a-zA-Z]*[uU]|--user|--proxy-user)$/, what: 'a user with a password' },
  { programs: /^curl$/, joined: /^(?:-[uU]|--user=|--proxy-user=)(.+)$/s, what: 'a user with a password' },
  { programs: /^curl$/, next: /^(?:--pass|--proxy-pass|--oauth2-bearer)$/, what: 'a password or token' },
  { programs: /^lftp$/, next: /^-u$/, what: 'a user with a password' },
  { programs: /^sshpass$/, joined: /^-p(.+)$/s, what: 'a password behind -p' },
  { programs: /^sshpass$/, next: /^-p$/, what: 'a password behind -p' },
  { programs: /^(?:zip|unzip|sqlcmd|bcp|mosquitto_(?:pub|sub))$/, next: /^-P$/, what: 'a password behind -P' },
  { programs: /^7z[ar]?$/, joined: /^-p(.+)$/s, what: 'a password behind -p' },
  { programs: /^ldap(?:search|add|modify|delete|passwd|whoami)$/, next: /^-w$/, what: 'a password behind -w' },
  { programs: /^redis-cli$/, next: /^(?:-a|--pass)$/, what: 'a password' },
  { programs: /^mongo(?:|sh|dump|restore|export|import)$/, next: /^(?:-p|--password)$/, what: 'a password' },
  {
    programs: /^(?:gpg2?|duplicity|svn|influx|rabbitmqadmin|docker|podman|helm|skopeo)$/,
    next: /^--(?:passphrase|password)$/,
    what: 'a password',
  },
  { programs: /^openssl$/, joined: /^pass:(.+)$/s, what: 'a password behind pass:' },
];

/** Programs for which `--password` asks for one, or names something else with the next word. */
const ASKING =
  /^(?:mysql\w*|maria(?:db)?(?:-\w+)*|pg_\w+|psql|createdb|dropdb|vacuumdb|reindexdb|clusterdb|smbclient|ldap\w+|read|grep|echo|printf)$/;

const WORD =
  '(?:password|passwd|passphrase|pass|api[-_]?key|access[-_]?key|secret[-_]?key|client[-_]?secret|auth[-_]?token|access[-_]?token|api[-_]?token|token)';
const OPTION = new RegExp(`^--?(?:[a-z0-9]+[-_])*${WORD}=(.+)$`, 'is');
const OPTION_ALONE = new RegExp(`^--(?:[a-z0-9]+[-_])*${WORD}$`, 'i');

/** Variables that hold secrets by their names. */
const VARIABLE =
  /^([A-Z][A-Z0-9_]*(?:PASSWORD|PASSWD|PASSPHRASE|PASS|_PWD|SECRET|SECRET_KEY|ACCESS_KEY|API_?KEY|TOKEN)|PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|MYSQL_PWD)=(.+)$/s;

/** Parts of a word that are secrets wherever they stand; the first group is the value. */
const ANYWHERE: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@'"]{0,80}:([^\s/@'"]{1,200})@/i, what: 'a password in an address' },
  { pattern: /\b(?:Proxy-)?Authorization:[ \t]*(?:Bearer|Basic|Token)[ \t]+([^\s'"]+)/i, what: 'a token in a header' },
  { pattern: /\b(?:X-Api-Key|X-Auth-Token|Private-Token|X-Vault-Token|Api-Key):[ \t]*([^\s'"]+)/i, what: 'a token in a header' },
  {
    pattern: /[?&](?:access_token|auth_token|api_?key|token|secret|password|passwd|pwd|cron_key)=([^\s&'"#]+)/i,
    what: 'a token in an address',
  },
  { pattern: /(?:^|,)(?:password|passwd|pass)=([^\s,'"]+)/, what: 'a password' },
  { pattern: /\b((?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,}|glpat-[A-Za-z0-9_-]{20,}))/, what: 'a token' },
  {
    pattern: /\b(xox[abeoprs]-[A-Za-z0-9-]{10,}|sk_live_[A-Za-z0-9]{16,}|AIza[A-Za-z0-9_-]{35}|SG\.[\w-]{16,}\.[\w-]{16,})/,
    what: 'a token',
  },
  { pattern: /hooks\.slack\.com\/services\/(T\w+\/B\w+\/\w{16,})/, what: 'the secret address of a hook' },
  { pattern: /\bbot(\d{8,10}:[A-Za-z0-9_-]{30,})/, what: 'the token of a bot' },
];

/** What stands for a secret in examples. */
const PLACEHOLDER = new RegExp(
  `^(?:x+|\\*+|\\.+|-+|_+|${WORD}|secret|your.*|my[-_]?${WORD}.*|.*[-_]here|change[-_]?(?:me|it|this)|changeme|example.*|sample|dummy|redacted|hidden|removed|foo|bar|baz|none|null|nil|true|false|yes|no|on|off|prompt|ask|env|stdin|file)$`,
  'i',
);

/** True for text that is a secret itself: not what stands for one, nor where the shell or the program shall get it from. */
function isSecret(written: string): boolean {
  const value = unquoted(written).trim();
  return (
    value.length > 1 &&
    !/^(?:[@<[{%/~]|\.{0,2}\/|file:|env:|fd:)/.test(value) &&
    (written.startsWith("'") ? true : !/[$`]/.test(value)) &&
    !PLACEHOLDER.test(value.replace(/^["']|["']$/g, ''))
  );
}

/** The password of `user:password` or `user,password`. */
function passwordOf(word: Word): Word | undefined {
  const at = word.text.search(/[:,]/);
  return at === -1 ? undefined : slice(word, at + 1);
}

const isPair = (what: string): boolean => what.startsWith('a user');

/** The secret that `takes` says stands in `arg` or behind it. */
function taken({ next, joined, what }: Takes, arg: Word, following: Word | undefined): Word | undefined {
  const hit = joined?.exec(arg.text)?.[1];
  const at = hit === undefined ? (next?.test(arg.text) ? following : undefined) : slice(arg, arg.text.length - hit.length);
  return at && isPair(what) ? passwordOf(at) : at;
}

function* byOption({ command }: Run): Iterable<Secret> {
  if (command === undefined) return;
  const name = baseName(command.program.text);
  const own = TAKES.filter(({ programs }) => programs.test(name));
  for (const [index, arg] of command.args.entries()) {
    const following = command.args[index + 1];
    for (const takes of own) {
      const at = taken(takes, arg, following);
      if (at) yield { at, what: takes.what };
    }
    if (OPTION_ALONE.test(arg.text) && !ASKING.test(name) && following && !following.text.startsWith('-'))
      yield { at: following, what: `a secret behind ${arg.text}` };
  }
}

function* inWords({ piece }: Run): Iterable<Secret> {
  for (const word of piece.words) {
    const option = OPTION.exec(word.text)?.[1];
    if (option !== undefined)
      yield { at: slice(word, word.text.length - option.length), what: `a secret behind ${word.text.slice(0, word.text.indexOf('='))}` };
    const [, name = '', value] = VARIABLE.exec(word.text) ?? [];
    if (value !== undefined) yield { at: slice(word, word.text.length - value.length), what: `a secret in ${name}` };
    for (const { pattern, what } of ANYWHERE) {
      const hit = pattern.exec(word.text);
      const found = hit?.[1];
      if (hit && found !== undefined) {
        const at = hit.index + hit[0].lastIndexOf(found);
        yield { at: slice(word, at, at + found.length), what };
      }
    }
  }
}

/** Longer words are data that nobody typed. */
const LONG = 4000;

/** The secrets that one simple command says; each value once. */
export function secretsIn(run: Run): Secret[] {
  const found: Secret[] = [];
  for (const secret of [...byOption(run), ...inWords(run)]) {
    const { span, text } = secret.at;
    if (text.length > LONG || !isSecret(text)) continue;
    if (!found.some(({ at }) => at.span.start < span.end && span.start < at.span.end)) found.push(secret);
  }
  return found;
}
