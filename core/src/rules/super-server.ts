/** inetd is on with nothing to start, or off while its file offers services. */
import { factById } from '../knowledge/index.js';
import type { Context } from '../model/context.js';
import type { HostFile } from '../model/host.js';
import type { Rule } from '../model/rule.js';
import { isWorkingLevel, launchesIn, otherFiles } from './on-host.js';

const services = (files: readonly HostFile[]) => files.flatMap(({ path, launches }) => launches.map((launch) => ({ path, launch })));

/** The files of this host that the super-server of `script` reads. */
const configured = (context: Context, script: string) => otherFiles(context).filter(({ superServer }) => superServer?.includes(script));

export const superServer: Rule = {
  id: 'super-server',
  severity: 'info',
  docs: {
    summary: 'inetd is on, and perhaps has nothing to do; or it is off while its file offers services.',
    why: 'inetd waits as root for every service in its file. With none left it is a door to nowhere; turned off, it leaves the services in its file dead.',
    remedy:
      'Look at what inetd.conf still offers: turn inetd off when that is nothing, and the services you do not need when it is something.',
    bad: [
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS50inet -> ../init.d/inet\n' },
      {
        path: 'rc3.d.txt',
        text: '/etc/rc.d/rc3.d:\nS50inet -> ../init.d/inet\n',
        host: { 'etc/inetd.conf': '#ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\n' },
      },
      {
        path: 'rc3.d.txt',
        text: '/etc/rc.d/rc3.d:\nK50inet -> ../init.d/inet\n',
        host: { 'etc/inetd.conf': 'ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\n' },
      },
    ],
    good: [
      {
        path: 'rc3.d.txt',
        text: '/etc/rc.d/rc3.d:\nS50inet -> ../init.d/inet\n',
        host: { 'etc/inetd.conf': 'ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\n' },
      },
    ],
    nearMiss: {
      path: 'rc3.d.txt',
      text: '/etc/rc.d/rc3.d:\nK50inet -> ../init.d/inet\n',
      host: { 'etc/inetd.conf': '#ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\n' },
    },
  },
  *checkDocument(document, context) {
    for (const { launch, span, line } of launchesIn(document)) {
      const fact = launch.fact === undefined ? undefined : factById(launch.fact);
      if (!fact?.traits?.includes('super-server') || launch.when.type !== 'runlevels' || launch.state === 'commented') continue;
      const files = configured(context, launch.subject.text);
      const offered = services(files).filter((service) => service.launch.state === 'on');
      const name = launch.subject.text;
      const related = offered
        .slice(0, 5)
        .map(({ path, launch: { span: at, name: service } }) => ({ file: path, span: at, message: `${service} is offered here` }));
      // A file that only names others says nothing of what they offer.
      const isKnown = offered.length > 0 || files.some(({ refers }) => !refers);
      const report = { at: { span }, subject: fact.id, related };
      if (launch.state === 'on' && !isKnown)
        yield {
          ...report,
          message: `${name} is on: it listens as root for every service in its file. Turn it off unless one of them is needed.`,
          disable: { launch, line, safe: false },
        };
      else if (launch.state === 'on' && offered.length === 0)
        yield {
          ...report,
          severity: 'warning' as const,
          message: `${name} is on but its file offers no service any more. Turn it off: it listens for nothing.`,
          disable: { launch, line, safe: false },
        };
      else if (launch.state === 'off' && offered.length > 0 && launch.when.levels.some(isWorkingLevel))
        yield {
          ...report,
          message: `${name} is off while its file offers ${offered.length === 1 ? 'a service' : `${offered.length} services`}: none of them answers. Turn them off in the file too, or ${name} on again.`,
        };
    }
  },
};
