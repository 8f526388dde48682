/** The programs that are given a secret by an option of their own, or by its place among the words: as their manuals and usage texts say. */
import {
  among,
  argumentOf,
  behind,
  type Finder,
  first,
  last,
  only,
  PAIR,
  PERCENT,
  plainBehind,
  SENT,
  SLASHED,
  sshpass,
} from './secret-finders.js';

interface Takes {
  /** Names of programs, as a pattern. */
  readonly names: string;
  readonly secrets: Finder;
  readonly what: string;
}

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
  {
    names: 'docker|podman|nerdctl|buildah|helm|oras|skopeo|crane|regctl|oc|az|cf|ibmcloud',
    secrets: only(/^login$/, behind(/^-p$/)),
    what: 'a password behind -p',
  },
  { names: '(?:un)?zip', secrets: behind(/^-[A-Za-z]*P$/), what: 'a password behind -P' },
  { names: 'sqlcmd|bcp|freebcp|tsql|mosquitto_(?:pub|sub)|ipmitool', secrets: behind(/^-P$/), what: 'a password behind -P' },
  { names: 'ldap(?:search|add|modify|delete|passwd|whoami|compare|modrdn)', secrets: behind(/^-w$/), what: 'a password behind -w' },
  { names: 'ldap(?:search|add|modify|delete|passwd|whoami|compare|modrdn)', secrets: among(/^-w(.+)$/ds), what: 'a password behind -w' },
  { names: 'kadmin', secrets: behind(/^-w$/), what: 'a password behind -w' },
  { names: 'etcdctl', secrets: behind(/^--user$/, 1, PAIR), what: USER },
  { names: 'etcdctl', secrets: among(/^--user=[^:]*:(.+)$/ds), what: USER },
  {
    names: 'nmcli',
    secrets: plainBehind(/^(?:password|(?:802-11-wireless-security|wifi-sec)\.(?:psk|wep-key\d|leap-password)|802-1x\.[\w-]*password)$/),
    what: 'the password of a network',
  },
  { names: 'wpa_cli', secrets: behind(/^(?:psk|password)$/), what: 'the password of a network' },
  { names: 'xfreerdp|wlfreerdp', secrets: among(/^["']?\/p:(.+)$/ds), what: 'a password behind /p:' },
  { names: 'vault|bao', secrets: argumentOf(/^login$/), what: 'a token' },
  { names: 'bw', secrets: argumentOf(/^unlock$/), what: 'a password' },
  { names: 'gh', secrets: only(/^secret$/, behind(/^(?:-b|--body)$/)), what: 'a secret' },
  {
    names: 'aws',
    secrets: only(/^configure$/, behind(/^(?:[\w-]+\.)*aws_(?:secret_access_key|session_token)$/)),
    what: 'a key',
  },
  { names: 'npm|yarn|pnpm', secrets: behind(/:_(?:authToken|auth|password)$/), what: 'a token' },
  { names: 'npm|yarn|pnpm', secrets: among(/:_(?:authToken|auth|password)=(.+)$/ds), what: 'a token' },
  { names: 'mysqladmin|mariadb-admin', secrets: behind(/^password$/), what: 'a new password' },
  { names: 'useradd|usermod', secrets: behind(/^(?:-p|--password)$/), what: 'the hash of a password' },
  { names: 'twine|cqlsh|beeline', secrets: behind(/^-p$/), what: 'a password behind -p' },
  { names: 'ansible(?:-playbook)?', secrets: among(/\bansible_\w*pass(?:word)?=([^\s'"]+)/d), what: 'a password' },
  { names: 'expect', secrets: among(SENT), what: 'a password that expect sends' },
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
