/** A daemon that the host needs is turned off. */
import { factById } from '../knowledge/index.js';
import type { Rule } from '../model/rule.js';
import { isOn, isWorkingLevel, jobsWithoutDaemon, launchesIn } from './on-host.js';
import { called } from './words.js';

export const essentialOff: Rule = {
  id: 'essential-off',
  severity: 'warning',
  docs: {
    summary: 'A daemon that the host needs is turned off.',
    why: 'Without its logs, its scheduler or its network a host cannot be kept safe, whatever else is turned off.',
    remedy: 'Turn it on again, or turn on what serves in its place.',
    bad: [
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nlrwxrwxrwx 1 root root 16 Jan 1 2000 K70syslog -> ../init.d/syslog\n' },
      { path: 'chkconfig.txt', text: 'crond 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n' },
    ],
    good: [
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nlrwxrwxrwx 1 root root 16 Jan 1 2000 S30syslog -> ../init.d/syslog\n' },
      { path: 'rc0.d.txt', text: '/etc/rc.d/rc0.d:\nlrwxrwxrwx 1 root root 16 Jan 1 2000 K70syslog -> ../init.d/syslog\n' },
      { path: 'chkconfig.txt', text: 'syslog 0:off 1:off 2:off 3:off 4:off 5:off 6:off\nrsyslog 0:off 1:off 2:on 3:on 4:on 5:on 6:off\n' },
    ],
    nearMiss: { path: 'chkconfig.txt', text: 'crond 0:off 1:off 2:off 3:on 4:off 5:off 6:off\n' },
  },
  *checkDocument(document, context) {
    for (const { launch, span, line } of launchesIn(document)) {
      const fact = launch.state === 'off' && launch.fact !== undefined ? factById(launch.fact) : undefined;
      if (!fact?.traits?.includes('essential') || launch.when.type !== 'runlevels' || !launch.when.levels.some(isWorkingLevel)) continue;
      if (isOn([fact.id, ...(fact.servedBy ?? [])], document, context)) continue;
      // The rule jobs-not-run tells what that costs.
      if (jobsWithoutDaemon(fact.id, document, context).length > 0) continue;
      yield {
        at: { span },
        subject: fact.id,
        message: `${called(fact, launch)} is off. ${fact.what.text} Turn it on again, or check that something else serves in its place.`,
        enable: { launch, line },
      };
    }
  },
};
