/** The programs that are given a secret by an option of their own, or by its place among the words: as their manuals and usage texts say. */
import { slice, type Word } from '../../../text/words.js';

/** The words among the arguments of a program, or parts of them, that are secrets if they say anything. */
type Finder = (args: readonly Word[]) => readonly Word[];

interface Takes {
  /** Names of programs, as a pattern. */
  readonly names: string;
  readonly secrets: Finder;
  readonly what: string;
}

/** What the first group of `pattern` holds of `word`; `pattern` has the flag `d`. */
export function groupIn(word: Word, pattern: RegExp): Word | undefined {
  const [start, end] = pattern.exec(word.text)?.indices?.[1] ?? [];
  return start === undefined ? undefined : slice(word, start, end);
}

export const WHOLE = /^(.+)$/ds;

/** Of `user:password` or `user,password`. */
export const PAIR = /^[^:,]*[:,](.+)$/ds;

/** Of `user%password`, with the backslash that cron wants before a percent sign. */
const PERCENT = /^[^%]*%(.+)$/ds;

/** Of `user/password@base`. */
const SLASHED = /^["']?[A-Za-z][\w$#]*\/([^@\s/"']+)(?:@\S*)?$/d;

const among =
  (pattern: RegExp): Finder =>
  (args) =>
    args.flatMap((arg) => groupIn(arg, pattern) ?? []);

/** `part` of the word that stands `by` words behind one that is like `where`. */
const behind =
  (where: RegExp, by = 1, part = WHOLE): Finder =>
  (args) =>
    args.flatMap(({ text }, index) => {
      const word = where.test(text) ? args[index + by] : undefined;
      return (word && groupIn(word, part)) ?? [];
    });

/** Like {@link behind}, for words that are no option again. */
const plainBehind =
  (where: RegExp, by = 1): Finder =>
  (args) =>
    behind(where, by)(args).filter(({ text }) => !text.startsWith('-'));

/** The last word, where another one is like `where`. */
const last =
  (where: RegExp): Finder =>
  (args) =>
    args.slice(0, -1).some(({ text }) => where.test(text)) ? args.slice(-1) : [];

/** `part` of the first word that is no option. */
const first =
  (part: RegExp): Finder =>
  (args) => {
    const plain = args.find(({ text }) => !text.startsWith('-'));
    return among(part)(plain ? [plain] : []);
  };

/** Only where one of the words is like `where`. */
const only =
  (where: RegExp, secrets: Finder): Finder =>
  (args) =>
    args.some(({ text }) => where.test(text)) ? secrets(args) : [];

/** sshpass has the secret before the command that it runs, whose options are none of its own. */
const sshpass: Finder = (args) => {
  for (let at = 0; args[at]?.text.startsWith('-'); at++) {
    const option = args[at];
    if (option?.text === '-p') return args.slice(at + 1, at + 2);
    const joined = option && groupIn(option, /^-p(.+)$/ds);
    if (joined) return [joined];
    if (/^-[fdP]$/.test(option?.text ?? '')) at++;
  }
  return [];
};

const KEYS = '(?:password|passwd|pass|pwd|token|secret|client_secret|api_?key|access_token|auth_token)';

const USER = 'a user with a password';

export const TAKES: readonly Takes[] = [
  { names: 'mysql\\w*|maria(?:db)?(?:-\\w+)*', secrets: among(/^-p(.+)$/ds), what: 'a password behind -p' },
  {
    names: 'curl',
    secrets: behind(/^(?:-[a-zA-Z]*[uU]|--user|--proxy-user)$/, 1, PAIR),
    what: USER,
  },
  { names: 'curl', secrets: among(/^(?:-[uU]|--user=|--proxy-user=)[^:,]*[:,](.+)$/ds), what: USER },
  { names: 'curl', secrets: behind(/^(?:--pass|--proxy-pass|--oauth2-bearer)$/), what: 'a password or token' },
  {
    names: 'curl|wget|https?',
    secrets: among(new RegExp(`(?:^|[&'"={,])["']?${KEYS}["']?[=:] ?["']?([^\\s&'",}]+)`, 'di')),
    what: 'a password or token in what is sent',
  },
  { names: 'https?', secrets: behind(/^(?:-a|--auth)$/, 1, PAIR), what: USER },
  { names: 'transmission-remote', secrets: behind(/^(?:-n|--auth)$/, 1, PAIR), what: USER },
  { names: 'lftp', secrets: behind(/^-u$/, 1, PAIR), what: USER },
  { names: 'lftp', secrets: among(/\bopen[ \t](?:[^;]*[ \t])?-u[ \t]*[^\s,;]+,([^\s;'"]+)/d), what: USER },
  { names: 'smbclient|smbget|smbcacls|smbtree|rpcclient|net|wbinfo', secrets: behind(/^(?:-U|--user)$/, 1, PERCENT), what: USER },
  { names: 'smbclient|smbget|smbcacls|smbtree|rpcclient|net|wbinfo', secrets: among(/^(?:-U|--user=)[^%]*%(.+)$/ds), what: USER },
  { names: 'smbclient', secrets: plainBehind(/^["']?(?:\/\/|\\\\)/), what: 'a password behind the share' },
  { names: 'sshpass', secrets: sshpass, what: 'a password behind -p' },
  {
    names: 'ncftp(?:get|put|ls|batch)?|(?:go-)?sendxmpp|racadm|upscmd|upsrw|aescrypt|rdesktop',
    secrets: behind(/^-p$/),
    what: 'a password behind -p',
  },
  { names: '7z[ar]?|(?:un)?rar|mongo(?:|sh|dump|restore|export|import)', secrets: among(/^-h?p(.+)$/ds), what: 'a password behind -p' },
  { names: 'mongo(?:|sh|dump|restore|export|import)', secrets: behind(/^-p$/), what: 'a password behind -p' },
  { names: 'docker|podman|helm|oras|skopeo|oc|az', secrets: only(/^login$/, behind(/^-p$/)), what: 'a password behind -p' },
  { names: '(?:un)?zip', secrets: behind(/^-[A-Za-z]*P$/), what: 'a password behind -P' },
  { names: 'sqlcmd|bcp|freebcp|tsql|mosquitto_(?:pub|sub)|ipmitool', secrets: behind(/^-P$/), what: 'a password behind -P' },
  { names: 'ldap(?:search|add|modify|delete|passwd|whoami|compare|modrdn)', secrets: behind(/^-w$/), what: 'a password behind -w' },
  { names: 'redis-cli', secrets: behind(/^(?:-a|--pass)$/), what: 'a password' },
  { names: 'plink|pscp|psftp', secrets: behind(/^-pw$/), what: 'a password behind -pw' },
  {
    names: 'influx|ddclient|x11vnc|isql(?:-fb)?|gbak|gfix|gsec|gstat|nbackup|keytool|jarsigner',
    secrets: plainBehind(/^-(?:pas(?:s|sw|swd|sword)?|(?:src|dest)?storepass|keypass)$/i),
    what: 'a password',
  },
  { names: 'send[eE]mail', secrets: behind(/^-xp$/), what: 'a password behind -xp' },
  { names: 'swaks', secrets: behind(/^(?:-ap|--ap)$/), what: 'a password' },
  { names: 'openssl', secrets: among(/^pass:(.+)$/ds), what: 'a password behind pass:' },
  {
    names: 'openssl',
    secrets: only(
      /^(?:enc|base64|(?:aes|aria|bf|blowfish|camellia|cast5?|chacha20|des3?|idea|rc[245]|seed|sm4)(?:-\w+)*)$/,
      behind(/^-[kK]$/),
    ),
    what: 'a password or key behind -k',
  },
  { names: 'mcrypt', secrets: behind(/^(?:-k|--key)$/), what: 'a key' },
  { names: 'ccrypt|cc(?:en|de)crypt|ccat', secrets: behind(/^(?:-K|--key)$/), what: 'a key' },
  { names: 'htpasswd', secrets: last(/^-[A-Za-z]*b[A-Za-z]*$/), what: 'a password' },
  {
    names: 'rabbitmqctl',
    secrets: behind(/^(?:change_password|add_user|authenticate_user)$/, 2),
    what: 'a password',
  },
  {
    names: 'snmp(?:walk|get|getnext|set|bulkwalk|bulkget|table|status|test|df|delta|trap|inform)',
    secrets: behind(/^-[cAX]$/),
    what: 'a community or password of SNMP',
  },
  { names: 'nsupdate|dig', secrets: behind(/^-y$/, 1, /:([^:]+)$/d), what: 'a key' },
  { names: 'sqlplus|expdp|impdp|exp|imp|sqlldr', secrets: first(SLASHED), what: USER },
  { names: 'expdp|impdp|exp|imp|sqlldr', secrets: among(/^userid=[^/]+\/([^@\s/"']+)/di), what: USER },
  { names: 'rman', secrets: behind(/^(?:target|catalog|auxiliary)$/i, 1, SLASHED), what: USER },
  {
    names: 'psql|pg_(?:dump|dumpall|restore|basebackup|isready|receivewal)|vacuumdb|reindexdb|clusterdb',
    secrets: among(/^(?:-d|--dbname=)?["']?(?:\w+=\S*[ \t]+)*password=([^\s'"]+)/d),
    what: 'a password',
  },
];

/** In every text that has one of these programs as a word. */
export const TAKING = new RegExp(`(?<![\\w.-])(?:${[...new Set(TAKES.map(({ names }) => names))].join('|')})["']?[ \\t]`);
