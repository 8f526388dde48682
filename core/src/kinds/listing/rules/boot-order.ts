/** A service that is started before what it needs. */
import { factById } from '../../../knowledge/index.js';
import type { Context } from '../../../model/context.js';
import type { Rule } from '../../../model/rule.js';
import { decode, MANY_LOW } from '../carry.js';
import { familyOf } from '../host.js';
import type { ListingLine } from '../model.js';
import { type Group, inLevel, linksByLevel, type PlacedLink, written } from '../placed.js';
import { startsAt } from '../runlevels.js';

interface Need {
  /** Any of these scripts gives what is needed; the first to be started counts. */
  readonly givers: readonly string[];
  /** True for a service that needs it. */
  needs(placed: PlacedLink): boolean;
  readonly because: string;
}

/** Scripts that register with the port mapper and are no facts of their own. */
const REGISTER = /^(?:nfs|ypbind|ypserv|yppasswdd|ypxfrd|amd|quotarpc|nis)$/;

/** Daemons that tell what they do to syslog alone; those that start early on purpose (portmap, nfslock, apmd) are none of them. */
const LOGGING: ReadonlySet<string> = new Set([
  'inetd',
  'crond',
  'atd',
  'sendmail',
  'postfix',
  'exim',
  'named',
  'snmpd',
  'sshd',
  'identd',
  'rwhod',
  'innd',
]);

const factOf = ({ fact }: PlacedLink) => (fact === undefined ? undefined : factById(fact));

const needs: readonly Need[] = [
  {
    givers: ['portmap', 'rpcbind'],
    needs: (placed) => {
      const fact = factOf(placed);
      return (
        REGISTER.test(placed.link.name.text) ||
        (fact !== undefined && fact.id !== 'portmap' && (fact.id === 'nfslock' || isRpc(fact.aliases)))
      );
    },
    because: 'it registers with the port mapper when it starts, and cannot do so yet',
  },
  {
    givers: ['network', 'networking'],
    needs: (placed) => {
      const fact = factOf(placed);
      return fact !== undefined && !fact.traits?.includes('protected') && ((fact.ports ?? []).length > 0 || isRpc(fact.aliases));
    },
    because: 'there is no interface yet that it could listen on',
  },
  {
    givers: ['syslog', 'sysklogd', 'rsyslog', 'syslog-ng', 'syslogd', 'inetutils-syslogd'],
    needs: ({ fact }) => fact !== undefined && LOGGING.has(fact),
    because: 'what it has to say when it starts is lost',
  },
];

const isRpc = ({ rpc }: { readonly rpc?: readonly unknown[] }): boolean => (rpc ?? []).length > 0;

/** A listing without any of them need not be looked through. */
const GIVERS: ReadonlySet<string> = new Set(needs.flatMap(({ givers }) => givers));

/** True where `a` is surely started before `b`: by its number, and by its name where the scripts of one number run one after the other. */
function isBefore(a: PlacedLink, b: PlacedLink, context: Context): boolean {
  const [first, second] = [Number(a.link.number.text), Number(b.link.number.text)];
  if (first !== second) return first < second;
  return familyOf(a.line, context) === 'redhat' && a.link.name.text < b.link.name.text;
}

/** Numbers that insserv gave follow what the scripts say of themselves, and startpar follows those rather than the numbers. */
function isOrderedByHeaders(group: Group): boolean {
  const line = group.at(-1)?.line;
  return line !== undefined && decode(line.carry).low >= MANY_LOW;
}

export const bootOrder: Rule<ListingLine> = {
  id: 'listing/boot-order',
  severity: 'warning',
  docs: {
    summary: 'A service is started before what it needs: the port mapper, the network or syslog.',
    why: 'The scripts of a runlevel run in the order of their numbers, one after the other. What starts too early fails at every boot, or works without telling anybody.',
    remedy:
      'Give the later one a lower number, or have the numbers written anew from the scripts: `chkconfig NAME resetpriorities` on Red Hat, `update-rc.d NAME remove` and then `update-rc.d NAME defaults` on Debian.',
    bad: [
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS10nfslock -> ../init.d/nfslock\nS13portmap -> ../init.d/portmap\n' },
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS08sendmail -> ../init.d/sendmail\nS10network -> ../init.d/network\n' },
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS11crond -> ../init.d/crond\nS12syslog -> ../init.d/syslog\n' },
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS13nfslock -> ../init.d/nfslock\nS13portmap -> ../init.d/portmap\n' },
    ],
    good: [
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS10network\nS11portmap\nS14nfslock\nS30syslog\nS40crond\nS50inet\n' },
      { path: 'rc2.d.txt', text: 'S02cron\nS01rsyslog\nS01dbus\nS01motd\n' },
      { path: 'rc2.d.txt', text: 'S20cron -> ../init.d/cron\nS20rsyslog -> ../init.d/rsyslog\n' },
      { path: 'rc6.d.txt', text: '/etc/rc.d/rc6.d:\nS10nfslock -> ../init.d/nfslock\nS13portmap -> ../init.d/portmap\n' },
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS10nfslock -> ../init.d/nfslock\nK87portmap -> ../init.d/portmap\n' },
    ],
    nearMiss: { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS14nfslock -> ../init.d/nfslock\nS13portmap -> ../init.d/portmap\n' },
    references: [
      { title: 'Debian /lib/init/rc and Red Hat /etc/rc.d/rc: the scripts in the order of their names' },
      { title: 'Stock numbers of Red Hat 6.0 to RHEL 6: network 10, portmap 11 or 13, nfslock 14, syslog 12 or 30' },
    ],
  },
  *checkDocument(document, context) {
    if (!document.lines.some(({ links }) => links?.some(({ name }) => GIVERS.has(name.text)))) return;
    for (const group of linksByLevel(document, context.path)) {
      const starts = group.filter(({ link, level }) => link.letter.text === 'S' && startsAt(level));
      if (starts.length < 2 || isOrderedByHeaders(starts)) continue;
      const told = new Set<PlacedLink>();
      for (const need of needs) {
        const [giver, ...others] = starts.filter(({ link }) => need.givers.includes(link.name.text));
        if (giver === undefined) continue;
        const first = others.reduce((best, one) => (isBefore(one, best, context) ? one : best), giver);
        for (const early of starts) {
          if (told.has(early) || !need.needs(early) || !isBefore(early, first, context)) continue;
          told.add(early);
          yield {
            at: { span: early.span },
            ...(early.fact !== undefined && { subject: early.fact }),
            message: `${early.link.name.text} is started before ${first.link.name.text} ${inLevel(early)} (${written(early.link)}, ${written(first.link)}): ${need.because}. Give ${early.link.name.text} the higher number, on the host.`,
            related: [{ span: first.span, message: `${first.link.name.text} is started here` }],
          };
        }
      }
    }
  },
};
