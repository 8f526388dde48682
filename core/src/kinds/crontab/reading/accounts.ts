/** Words in the place of the user that are names of programs and of accounts. */
import { isProgramWord } from '../../../knowledge/programs.js';

const plain = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Programs that name an account on many hosts as well, with those of their own words that are names of programs, too. Where another program or a path stands behind one, it is the account. */
const ACCOUNTS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...'ansible bacula batch cacti fetchmail motion rsnapshot'
    .split(' ')
    .map((account): [string, ReadonlySet<string>] => [account, new Set()]),
  ['borg', plain('export mount umount')],
  ['borgmatic', plain('mount umount')],
  ['certbot', plain('install')],
  ['docker', plain('cp exec export kill node ps rm service top wait')],
  ['git', plain('cvs fetch grep mv rm svn')],
  ['hg', plain('cat cp export fetch grep head mv rm')],
  ['node', new Set()],
  ['podman', plain('cp exec export kill mount ps rm top wait')],
  ['puppet', plain('node')],
  ['rclone', plain('cat ls md5sum mkdir mount rmdir sha1sum sync test touch')],
  ['restic', plain('cat find ls mount')],
  ['salt', plain('cmd test')],
  ['svn', plain('cat cp export ls mkdir mv rm stat')],
  ['wp', plain('eval export find')],
  ['yarn', plain('exec install node top')],
]);

/** Those of them that run a file at once. */
const RUNNERS = plain('node');

/** True where `word` before `next` is a user though a program is called so. */
export function isAccountBefore(word: string, next: string): boolean {
  const own = ACCOUNTS.get(word);
  return own !== undefined && ((/^[/.~$[({]/.test(next) && !RUNNERS.has(word)) || (isProgramWord(next) && !own.has(next)));
}
