/** Comments at the head of a crontab by which one knows for which cron it was written. */

interface Mark {
  readonly comment: RegExp;
  readonly dialect: string;
  /** Where such a comment stands. */
  readonly source: string;
}

const marks: readonly Mark[] = [
  { comment: /^#.*\$FreeBSD[:$]/m, dialect: 'freebsd', source: 'etc/crontab of FreeBSD up to 13' },
  { comment: /^# \/etc\/crontab - root's crontab for FreeBSD/m, dialect: 'freebsd', source: 'etc/crontab of FreeBSD' },
  { comment: /^#.*\$OpenBSD[:$]/m, dialect: 'openbsd', source: 'etc/crontab of OpenBSD' },
  { comment: /^#.*\$NetBSD[:$]/m, dialect: 'netbsd', source: 'etc/crontab of NetBSD, installed as the crontab of root' },
  { comment: /^# For details see man 4 crontabs/m, dialect: 'cronie', source: '/etc/crontab of the package crontabs, Red Hat' },
  { comment: /^# Unlike any other crontab you don't have to run/m, dialect: 'debian', source: '/etc/crontab of the package cron, Debian' },
  {
    comment: /^# Edit this file to introduce tasks to be run by cron\./m,
    dialect: 'debian',
    source: "what Debian's crontab -e begins with",
  },
];

/** Any of them: most files have none. */
const ANY = new RegExp(marks.map(({ comment }) => comment.source).join('|'), 'm');

/** The head of a file is so long, in UTF-16 units. */
const HEAD = 2000;

/** The dialect that the head of `text` names; undefined where it names none, or several. */
export function writtenFor(text: string): readonly string[] | undefined {
  const head = text.slice(0, HEAD);
  if (!ANY.test(head)) return undefined;
  const [first, ...others] = new Set(marks.filter(({ comment }) => comment.test(head)).map(({ dialect }) => dialect));
  return first !== undefined && others.length === 0 ? [first] : undefined;
}
