/** An S link and a K link of one service in one runlevel. */
import type { Rule } from '../../../model/rule.js';
import type { ListingLine } from '../model.js';
import { inLevel, linksByService, written } from '../placed.js';
import { startsAt } from '../runlevels.js';

export const startAndKill: Rule<ListingLine> = {
  id: 'listing/start-and-kill',
  severity: 'warning',
  docs: {
    summary: 'A service has both an S link and a K link in one runlevel.',
    why: 'K links are called first, so the service is stopped and then started: it is on, though the K link reads as if it were off.',
    remedy: 'Decide which of the two is meant, and remove the other on the host.',
    bad: [
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nK30sendmail -> ../init.d/sendmail\nS80sendmail -> ../init.d/sendmail\n' },
      { path: 'rc-links.txt', text: './rc5.d/S90xfs\n./rc5.d/K10xfs\n' },
    ],
    good: [
      { path: 'rc-links.txt', text: '/etc/rc3.d/S80sendmail\n/etc/rc1.d/K30sendmail\n' },
      { path: 'rc6.d.txt', text: 'K20umountfs -> ../init.d/umountfs\nS40umountfs -> ../init.d/umountfs\n' },
      { path: 'rc0.d.txt', text: '/etc/rc0.d:\nK20sendsigs -> ../init.d/sendsigs\nS20sendsigs -> ../init.d/sendsigs\n' },
    ],
    nearMiss: { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nK30sendmail -> ../init.d/sendmail\n#S80sendmail -> ../init.d/sendmail\n' },
    references: [{ title: 'Debian /lib/init/rc and Red Hat /etc/rc.d/rc: K links first, then S links' }],
  },
  *checkDocument(document, { path }) {
    for (const group of linksByService(document, path)) {
      const start = group.find(({ link }) => link.letter.text === 'S');
      const kill = group.find(({ link }) => link.letter.text === 'K');
      if (start === undefined || kill === undefined || !startsAt(start.level)) continue;
      yield {
        at: { span: start.span },
        ...(start.fact !== undefined && { subject: start.fact }),
        message: `${start.link.name.text} has both ${written(start.link)} and ${written(kill.link)} ${inLevel(start)}: it is stopped and then started, so it is on. Remove the link that is not meant, on the host.`,
        related: [{ span: kill.span, message: `${written(kill.link)} reads as if ${start.link.name.text} were off` }],
      };
    }
  },
};
