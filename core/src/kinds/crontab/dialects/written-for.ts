/** Lines at the head of a crontab by which one knows for which cron it was written: comments that come with one, options that no other has. */
import { MARK, markedBy } from '../../../knowledge/marks.js';

interface Mark {
  readonly line: RegExp;
  readonly dialect: string;
  /** Where such a line stands. */
  readonly source: string;
}

const marks: readonly Mark[] = [
  { line: /^# \/etc\/crontab - root's crontab for FreeBSD/m, dialect: 'freebsd', source: 'etc/crontab of FreeBSD' },
  { line: /^# For details see man 4 crontabs/m, dialect: 'cronie', source: '/etc/crontab of the package crontabs, Red Hat' },
  { line: /^# Unlike any other crontab you don't have to run/m, dialect: 'debian', source: '/etc/crontab of the package cron, Debian' },
  {
    line: /^# Edit this file to introduce tasks to be run by cron\./m,
    dialect: 'debian',
    source: "what Debian's crontab -e begins with",
  },
  {
    line: /^# \(\/tmp\/crontab\.\w+\/crontab installed on /m,
    dialect: 'debian',
    source: "Debian's crontab.c, which writes this above what it installs from a folder of its own",
  },
  { line: /^# \(Cron version V5\.0\)$/m, dialect: 'openbsd', source: 'crontab.c of OpenBSD, above what it installed up to 2017' },
  {
    line: /^START_HOURS_RANGE=[\s\S]*^(?:\d+|@\w+)[ \t]+\d+[ \t]+[A-Za-z][\w.-]*[ \t]/m,
    dialect: 'cronie',
    source: 'readtab.c of cronie: no other anacron has this setting; with a job of anacron below it',
  },
  {
    line: /^@(?:hourly|daily|weekly|monthly|yearly|noauto)[ \t]+ID=\S+[ \t]+\S|^[ \t]*[\d*]\S*(?:[ \t]+\S+){4}[ \t]+(?:ID=\S+[ \t]+)?(?:FREQ|AFTER)=\S+[ \t]+\S/m,
    dialect: 'dcron',
    source: 'dcron 4.5, crontab(5): a job behind such a word needs a name, and FREQ and AFTER are its own',
  },
];

/** Any of them: most files have none. */
const ANY = new RegExp([MARK, ...marks.map(({ line }) => line)].map(({ source }) => source).join('|'), 'm');

/** The head of a file is so long, in UTF-16 units. */
const HEAD = 2000;

/** The dialect that the head of `text` names; undefined where it names none, or several. */
export function writtenFor(text: string): readonly string[] | undefined {
  const head = text.slice(0, HEAD);
  if (!ANY.test(head)) return undefined;
  // etc/crontab of FreeBSD up to 13, of OpenBSD, and of NetBSD, which is installed as the crontab of root.
  const marked = markedBy(head);
  const told = marks.filter(({ line }) => line.test(head)).map(({ dialect }) => dialect);
  const [first, ...others] = new Set([...(marked === undefined ? [] : [marked]), ...told]);
  return first !== undefined && others.length === 0 ? [first] : undefined;
}
