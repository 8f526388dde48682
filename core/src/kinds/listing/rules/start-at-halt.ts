/** An S link of a daemon in a runlevel in which nothing is started. */
import { factById } from '../../../knowledge/index.js';
import type { Rule } from '../../../model/rule.js';
import type { ListingLine } from '../model.js';
import { levelGiven } from '../paths.js';
import { written } from '../placed.js';
import { startsAt } from '../runlevels.js';

/** Scripts that systems stop so late on purpose, with S links of their own: Debian's S32portmap and S35networking, and S30urandom. */
const LATE: ReadonlySet<string> = new Set(['portmap', 'network', 'networking', 'netfs', 'random', 'keytable', 'NetworkManager']);

export const startAtHalt: Rule<ListingLine> = {
  id: 'listing/start-at-halt',
  severity: 'info',
  docs: {
    summary: 'A daemon has an S link in runlevel 0 or 6, where S links are called with stop.',
    why: 'When the host goes down, S links are called with stop as K links are, only later. The link starts nothing, though it reads as if it did, and the daemon outlives those that are stopped before it.',
    remedy:
      'Turn it into a K link on the host, with the number that the script asks for, or write the links anew with the command of the system.',
    bad: [
      { path: 'rc6.d.txt', text: '/etc/rc.d/rc6.d:\nS80sendmail -> ../init.d/sendmail\n' },
      { path: 'rc-links.txt', text: '/etc/rc0.d/S20snmpd\n' },
    ],
    good: [
      { path: 'rc6.d.txt', text: '/etc/rc.d/rc6.d:\nK30sendmail -> ../init.d/sendmail\n' },
      {
        path: 'rc0.d.txt',
        text: 'S20sendsigs -> ../init.d/sendsigs\nS32portmap -> ../init.d/portmap\nS35networking -> ../init.d/networking\n',
      },
    ],
    nearMiss: { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS80sendmail -> ../init.d/sendmail\n' },
    references: [{ title: 'Debian /lib/init/rc: in runlevels 0 and 6 what begins with S is called with stop' }],
  },
  concerns: ({ type, links, launches }) => type === 'entry' && links !== undefined && launches.some(({ fact }) => fact !== undefined),
  *checkLine(line, { path }) {
    for (const { subject, fact } of line.launches) {
      const link = line.links?.find(({ name }) => name === subject);
      const known = fact === undefined || LATE.has(fact) ? undefined : factById(fact);
      if (link?.letter.text !== 'S' || known?.type !== 'daemon' || startsAt(levelGiven(link.level, path))) continue;
      const goes = levelGiven(link.level, path) === '0' ? 'is halted' : 'is rebooted';
      yield {
        at: { span: { start: link.letter.span.start, end: link.name.span.end } },
        subject: known.id,
        message: `${written(link)} does not start ${known.name}: in runlevel ${levelGiven(link.level, path)}, when the host ${goes}, S links are called with stop. A K link says what is meant.`,
      };
    }
  },
};
