/** Two S links of one service in one runlevel. */
import type { Rule } from '../../../model/rule.js';
import type { ListingLine } from '../model.js';
import { inLevel, linksByService, written } from '../placed.js';

export const duplicateLink: Rule<ListingLine> = {
  id: 'listing/duplicate-link',
  severity: 'warning',
  docs: {
    summary: 'A service has two S links in one runlevel.',
    why: 'It may be started twice, and turning it off may miss one of them: chkconfig looks at the first that it finds.',
    remedy:
      'Remove one of the two on the host, or turn the service off and on again with the command of the system, which writes one link.',
    bad: [
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS20smb -> ../init.d/smb\nS91smb -> ../init.d/smb\n' },
      { path: 'rc-links.txt', text: '/etc/rc2.d/S20rsync\n/etc/rc2.d/S50rsync\n' },
    ],
    good: [
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nK20smb -> ../init.d/smb\nK91smb -> ../init.d/smb\n' },
      { path: 'rc-links.txt', text: '/etc/rc2.d/S20rsync\n/etc/rc3.d/S50rsync\n' },
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS20smb -> ../init.d/smb\nS91smbd -> ../init.d/smbd\n' },
      { path: 'rc3.d.txt', text: 'S91smb -> ../init.d/smb\nS91smb -> ../init.d/smb\n' },
    ],
    nearMiss: { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS20smb -> ../init.d/smb\n#S91smb -> ../init.d/smb\n' },
    references: [{ title: "chkconfig's leveldb.c: the first link that the pattern finds counts" }],
  },
  *checkDocument(document, { path }) {
    for (const group of linksByService(document, path)) {
      const starts = group.filter(({ link }) => link.letter.text === 'S');
      const [first, ...others] = starts;
      if (first === undefined) continue;
      for (const other of others) {
        const { link, span, fact } = other;
        // A directory cannot hold one name twice: the same name again is the same link pasted again.
        if (starts.find((each) => each.link.number.text === link.number.text) !== other) continue;
        yield {
          at: { span },
          ...(fact !== undefined && { subject: fact }),
          message: `${link.name.text} has two S links ${inLevel(first)}: ${written(first.link)} and ${written(link)}. It may be started twice, and turning it off may miss one. Remove one of them on the host.`,
          related: [{ span: first.span, message: `${written(first.link)} starts ${link.name.text} too` }],
        };
      }
    }
  },
};
