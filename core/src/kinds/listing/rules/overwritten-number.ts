/** A number that insserv will write anew, since the headers of the scripts want another order. */
import type { InitScripts } from '../../../model/host.js';
import type { Rule } from '../../../model/rule.js';
import type { ListingLine } from '../model.js';
import { type Group, inLevel, linksByLevel, type PlacedLink, written } from '../placed.js';
import { startsAt } from '../runlevels.js';
import { scriptNameOf } from '../scripts.js';

const number = ({ link }: PlacedLink): number => Number(link.number.text);

/** The link that what `name` provides is started by. */
const giverOf = (name: string, group: Group, scripts: InitScripts): PlacedLink | undefined =>
  group.find(({ link }) => {
    const script = scriptNameOf(link);
    return script === name || (scripts.byName.get(script)?.provides ?? []).includes(name);
  });

const host = {
  'etc/init.d/.depend.start': 'TARGETS = ntp web\n',
  'etc/init.d/ntp': '#!/bin/sh\n### BEGIN INIT INFO\n# Provides: ntp\n# Required-Start: $network\n### END INIT INFO\n',
  'etc/init.d/web': '#!/bin/sh\n### BEGIN INIT INFO\n# Provides: web\n# Required-Start: $network ntp\n### END INIT INFO\n',
};
const { 'etc/init.d/.depend.start': _, ...unordered } = host;

export const overwrittenNumber: Rule<ListingLine> = {
  id: 'listing/overwritten-number',
  severity: 'warning',
  docs: {
    summary: 'The number of a link contradicts the headers of the scripts, on a host that insserv orders.',
    why: 'insserv works the numbers out from Required-Start and Should-Start of each script, whenever one is turned on or off or a package is installed. A number that was set by hand is lost then, and does not count for a boot that runs scripts side by side.',
    remedy: 'Say in the header of the script what it needs, in Required-Start, and run `insserv` or `update-rc.d NAME defaults`.',
    bad: [{ path: '/host/etc/rc2.d.txt', text: '/etc/rc2.d:\nS20ntp -> ../init.d/ntp\nS05web -> ../init.d/web\n', host }],
    good: [
      { path: '/host/etc/rc2.d.txt', text: '/etc/rc2.d:\nS20ntp -> ../init.d/ntp\nS05web -> ../init.d/web\n', host: unordered },
      { path: '/host/etc/rc2.d.txt', text: '/etc/rc2.d:\nK20ntp -> ../init.d/ntp\nS05web -> ../init.d/web\n', host },
    ],
    nearMiss: { path: '/host/etc/rc2.d.txt', text: '/etc/rc2.d:\nS20ntp -> ../init.d/ntp\nS25web -> ../init.d/web\n', host },
    references: [{ title: 'insserv(8); insserv 1.24 was seen to write such numbers anew' }],
  },
  *checkDocument(document, { path, host: { scripts: known } }) {
    if (!known?.isOrdered) return;
    for (const group of linksByLevel(document, path)) {
      const starts = group.filter(({ link, level }) => link.letter.text === 'S' && startsAt(level));
      for (const early of starts) {
        const needs = known.byName.get(scriptNameOf(early.link))?.needs ?? [];
        const givers = needs.flatMap((need) => giverOf(need, starts, known) ?? []);
        const late = givers.find((giver) => giver !== early && number(giver) >= number(early));
        if (late === undefined) continue;
        yield {
          at: { span: early.span },
          ...(early.fact !== undefined && { subject: early.fact }),
          message: `${written(early.link)} stands before ${written(late.link)} ${inLevel(early)}, but the header of ${early.link.name.text} wants ${late.link.name.text} before it: insserv will write the numbers anew, and one that was set by hand is lost. Say in the header what is needed.`,
          related: [{ span: late.span, message: `${late.link.name.text} is to come first` }],
        };
      }
    }
  },
};
