/** A link that leads to a script which is not there. */
import type { Rule } from '../../../model/rule.js';
import type { ListingLine } from '../model.js';
import { linksByLevel, written } from '../placed.js';
import { scriptOf } from '../scripts.js';

export const danglingLink: Rule<ListingLine> = {
  id: 'listing/dangling-link',
  severity: 'warning',
  docs: {
    summary: 'A link leads to a script that init.d of this host does not have.',
    why: 'It is passed over without a word at boot: what it is there to start does not start, though the link reads as if it did. Most are left over from a package that was removed.',
    remedy: 'Remove the link on the host, or install the package again whose script it wants.',
    bad: [
      {
        path: '/host/etc/rc.d/rc3.d.txt',
        text: '/etc/rc.d/rc3.d:\nS50inet -> ../init.d/inet\nS85gpmd -> ../init.d/gpmd\n',
        host: { 'etc/rc.d/init.d/inet': '#!/bin/sh\n' },
      },
    ],
    good: [
      {
        path: '/host/etc/rc.d/rc3.d.txt',
        text: '/etc/rc.d/rc3.d:\nS50inet -> ../init.d/inet\nS99local -> ../rc.local\n',
        host: { 'etc/rc.d/init.d/inet': '#!/bin/sh\n' },
      },
    ],
    nearMiss: {
      path: '/host/etc/rc.d/rc3.d.txt',
      text: '/etc/rc.d/rc3.d:\nS50inet -> ../init.d/inet\nS85gpmd -> ../init.d/gpmd\n',
      host: { 'etc/rc.d/init.d/inet': '#!/bin/sh\n', 'etc/rc.d/init.d/gpmd': '#!/bin/sh\n' },
    },
    references: [{ title: 'Debian /lib/init/rc and Red Hat /etc/rc.d/rc pass over what is no file' }],
  },
  *checkDocument(document, { path, host: { scripts } }) {
    if (scripts === undefined) return;
    const links = linksByLevel(document, path)
      .flat()
      .filter(({ link }) => scriptOf(link) !== undefined);
    const lost = links.filter(({ link }) => !scripts.byName.has(scriptOf(link) ?? ''));
    // A folder that lacks most of them was not copied whole.
    if (lost.length * 2 > links.length) return;
    for (const { link, span, fact } of lost) {
      const does = link.letter.text === 'S' ? 'starts nothing' : 'stops nothing';
      yield {
        at: { span },
        ...(link.letter.text === 'K' && { severity: 'hint' as const }),
        ...(fact !== undefined && { subject: fact }),
        message: `${written(link)} ${does}: init.d has no ${scriptOf(link)}, and such a link is passed over without a word. Remove it on the host, or install the package again whose script it wants.`,
      };
    }
  },
};
