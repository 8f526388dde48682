/** A script or link that was renamed or copied, and that rc starts all the same. */
import type { Rule } from '../../../model/rule.js';
import type { ListingLine } from '../model.js';
import { linksByLevel, written } from '../placed.js';
import { startsAt } from '../runlevels.js';

/** What people put behind a name to keep a copy or to turn it off; endings that Red Hat's rc passes over (.orig, .rpmsave, ~) are left out. */
const ENDING = '(?:bak|bkp|backup|old|save|saved|sav|copy|prev|off|disabled?|no|\\d{6,8})';
const COPY = new RegExp(`^([A-Za-z][\\w+-]*)\\.${ENDING}$`);

/** The bits of a file, in a long listing. */
const NOT_EXECUTABLE = /^[ \t]*-[r-][w-]-[r-][w-]-[r-][w-]-/;

/** A text without any such name has no such link. */
const ANY_COPY = new RegExp(`(?<![\\w+-])S\\d\\d[\\w+-]*\\.${ENDING}(?![\\w.+-])`);

export const leftCopy: Rule<ListingLine> = {
  id: 'listing/left-copy',
  severity: 'warning',
  docs: {
    summary: 'A copy of a script, or one that was renamed, is started all the same.',
    why: 'rc starts whatever begins with S and two digits, in the order of the names; it asks for no ending. S98oracle.bak beside S98oracle starts the service a second time, as the copy has it; by itself it starts what somebody took for turned off.',
    remedy: 'On the host, move it out of the folder, or give it a name that does not begin with S or K.',
    bad: [
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS98oracle -> ../init.d/oracle\nS98oracle.bak -> ../init.d/oracle.bak\n' },
      { path: 'rc2.d.txt', text: '-rwxr--r-- 1 root sys 441 Mar 3 2004 S71rpc.20040303\n' },
      { path: 'rc3.d.txt', text: '/etc/rc3.d:\nS50apache.disabled  S76snmpdx\n' },
    ],
    good: [
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nK98oracle.bak -> ../init.d/oracle.bak\n' },
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS98oracle.orig -> ../init.d/oracle\nS73nfs.client -> ../init.d/nfs.client\n' },
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS98oracle.old -> ../init.d/oracle\n' },
      { path: 'rc2.d.txt', text: '-rw-r--r-- 1 root sys 441 Mar 3 2004 S71rpc.bak\n' },
      { path: 'rc6.d.txt', text: '/etc/rc.d/rc6.d:\nS98oracle.bak -> ../init.d/oracle.bak\n' },
    ],
    nearMiss: { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS98oracle -> ../init.d/oracle\nK98oracle.bak -> ../init.d/oracle.bak\n' },
    references: [{ title: "Red Hat's /etc/rc.d/rc, check_runlevel; /sbin/rc3 of Solaris" }],
  },
  *checkDocument(document, { path, host }) {
    // Where insserv orders the scripts, its own list of them says what is started.
    if (host.scripts?.isOrdered || !ANY_COPY.test(document.text)) return;
    for (const group of linksByLevel(document, path)) {
      const started = group.filter(({ link, level }) => link.letter.text === 'S' && startsAt(level));
      for (const { link, line, span } of started) {
        const base = COPY.exec(link.name.text)?.[1];
        // Of a link to the script of another name that is told, and rc calls no file that may not be executed.
        if (base === undefined || NOT_EXECUTABLE.test(line.text) || (link.target && !link.target.text.endsWith(`/${link.name.text}`)))
          continue;
        const other = started.find((each) => each.link.name.text === base);
        const what = other ? `starts ${base} once more, besides ${written(other.link)}` : 'is started, whatever its ending is to say';
        yield {
          at: { span },
          message: `${written(link)} ${what}: rc runs all that begins with S and two digits. On the host, move it out of the folder, or give it a name that does not begin with S.`,
          ...(other && { related: [{ span: other.span, message: `${written(other.link)} starts ${base} too` }] }),
        };
      }
    }
  },
};
