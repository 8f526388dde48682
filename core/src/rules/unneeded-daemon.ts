/** A daemon or service that few hosts need is on. */
import type { Rule } from '../model/rule.js';
import { knownLaunches, startsSomething } from './level.js';
import { advice, starts } from './words.js';

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
      { path: 'rc3.d.txt', text: '# daemonlint: keep sendmail\nlrwxrwxrwx 1 root root 18 Jan 1 2000 S80sendmail -> ../init.d/sendmail\n' },
    ],
    nearMiss: { path: 'rc3.d.txt', text: 'lrwxrwxrwx 1 root root 18 Jan 1 2000 K80sendmail -> ../init.d/sendmail\n' },
    references: [{ title: 'Jay Beale, "Killing Daemons!", SecurityPortal, 5 December 2000' }],
  },
  concerns: startsSomething,
  *checkLine(line) {
    for (const { launch, fact, base, level } of knownLaunches(line)) {
      if (
        base === 'warning' ||
        fact.traits?.includes('cleartext') ||
        (fact.traits?.includes('super-server') && launch.when.type === 'runlevels')
      )
        continue;
      yield {
        at: launch.subject,
        severity: level,
        subject: fact.id,
        message: `${starts(fact, launch)}. ${fact.what.text} ${advice(fact)}`,
        disable: { launch, safe: false },
      };
    }
  },
};
