/** A link that is called after one service and leads to the script of another. */
import type { Rule } from '../../../model/rule.js';
import type { ListingLine } from '../model.js';
import { written } from '../placed.js';
import { scriptOf } from '../scripts.js';

/** A script's name without what systems put around it. */
const plain = (name: string): string => name.replace(/^rc\./, '').replace(/\.(?:sh|init|rc)$/, '');

export const otherTarget: Rule<ListingLine> = {
  id: 'listing/other-target',
  severity: 'warning',
  docs: {
    summary: 'A link is called after one service and leads to the script of another.',
    why: 'What is started is the script that the link leads to. The commands of the system look for links by the name of the script: they neither find this one nor turn it off.',
    remedy: 'Look at what the link starts. Remove it on the host, and turn the service on again by its own name if it is wanted.',
    bad: [{ path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS50inet -> ../init.d/telnetd\n' }],
    good: [
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS99local -> ../rc.local\n' },
      { path: 'rc6.d.txt', text: 'K26ntp -> ../init.d/ntp.sh\n' },
      { path: 'rc3.d.txt', text: 'S50inet -> /etc/rc.d/init.d/inet\n' },
    ],
    nearMiss: { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS50inet -> ../init.d/inet\n' },
    references: [{ title: "chkconfig's leveldb.c and Debian's update-rc.d look for rcN.d/[SK]??NAME" }],
  },
  concerns: ({ type, links }) =>
    type === 'entry' && links?.some(({ target, name }) => target !== undefined && !target.text.endsWith(`/${name.text}`)) === true,
  *checkLine(line) {
    for (const link of line.links ?? []) {
      const script = scriptOf(link);
      const name = link.name.text;
      if (script === undefined || plain(script) === plain(name)) continue;
      const fact = line.launches.find(({ subject }) => subject === link.name)?.fact;
      const does = link.letter.text === 'S' ? 'starts' : 'stops';
      yield {
        at: link.target ?? link.name,
        ...(fact !== undefined && { subject: fact }),
        message: `${written(link)} ${does} ${script}, not ${name}: the commands of the system look for it by the name of the script and will not find it. Remove the link on the host, and turn ${script} on or off by its own name.`,
      };
    }
  },
};
