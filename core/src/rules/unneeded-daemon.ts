/** A daemon or service that few hosts need is on. */
import type { Report, Rule } from '../model/rule.js';
import { type KnownLaunch, knownLaunches, levelsOf, startsSomething } from './level.js';
import { isStarted, launchesIn, spotsOn } from './on-host.js';
import { showsItsUse, usesIt } from './port-mapper.js';
import { advice, starts } from './words.js';

/** Others are told by another rule. */
const isUnneeded = ({ launch, fact, base }: KnownLaunch): boolean =>
  base !== 'warning' && !fact.traits?.includes('cleartext') && !(fact.traits?.includes('super-server') && launch.when.type === 'runlevels');

/** `line`: of a report on a document. */
const reportOf = ({ launch, fact, level }: KnownLaunch, at: Report['at'], line?: number): Report => ({
  at,
  severity: level,
  subject: fact.id,
  message: `${starts(fact, launch)}. ${fact.what.text} ${advice(fact)}`,
  disable: { launch, safe: false, ...(line !== undefined && { line }) },
});

export const unneededDaemon: Rule = {
  id: 'unneeded-daemon',
  severity: 'info',
  security: 3.1,
  docs: {
    summary: 'A daemon or service is on that is only worth having when it is used.',
    why: 'A door that nobody uses is only a risk: turn a daemon off until the day it is used.',
    remedy: 'Turn it off unless the condition in the message holds; say that it does with `# daemonlint: keep NAME`.',
    bad: [
      { path: 'rc3.d.txt', text: 'lrwxrwxrwx 1 root root 18 Jan 1 2000 S80sendmail -> ../init.d/sendmail\n' },
      { path: '/etc/inetd.conf', text: 'auth stream tcp wait nobody /usr/sbin/in.identd in.identd\n' },
      { path: '/etc/rc.conf', text: 'nis_client_enable="YES"\n' },
      { path: 'chkconfig.txt', text: 'portmap 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n' },
    ],
    good: [
      { path: 'rc3.d.txt', text: 'lrwxrwxrwx 1 root root 15 Jan 1 2000 S40crond -> ../init.d/crond\n' },
      { path: '/etc/rc.conf', text: 'nfs_server_enable="YES"\nrpcbind_enable="YES"\n' },
      { path: 'rc3.d.txt', text: '# daemonlint: keep sendmail\nlrwxrwxrwx 1 root root 18 Jan 1 2000 S80sendmail -> ../init.d/sendmail\n' },
    ],
    nearMiss: { path: 'rc3.d.txt', text: 'lrwxrwxrwx 1 root root 18 Jan 1 2000 K80sendmail -> ../init.d/sendmail\n' },
    references: [{ title: 'Jay Beale, "Killing Daemons!", SecurityPortal, 5 December 2000' }],
  },
  concerns: startsSomething,
  *checkLine(line) {
    for (const known of knownLaunches(line))
      if (!showsItsUse(known.fact.id) && isUnneeded(known)) yield reportOf(known, known.launch.subject);
  },
  *checkDocument(document, context) {
    for (const { launch, line, span } of launchesIn(document)) {
      const at = document.lines[line];
      if (at === undefined || launch.fact === undefined || !showsItsUse(launch.fact)) continue;
      const known = levelsOf(launch, at);
      if (known === undefined || !isUnneeded(known)) continue;
      const { id } = known.fact;
      if (spotsOn(document, context).some((spot) => isStarted(spot) && usesIt(id, spot))) continue;
      yield reportOf(known, { span }, line);
    }
  },
};
