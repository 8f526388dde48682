/** A daemon under respawn that goes to the background. */
import { remedied } from '../../../model/remedy.js';
import type { Rule } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import { insert } from '../../../text/edit.js';
import { type Dialect, dialectsOf } from '../dialects.js';
import type { InittabLine } from '../model.js';

/** Daemons that go to the background unless they are told not to, and the option that tells them. */
const FOREGROUND: ReadonlyMap<string, string> = new Map([
  ['telnetd', '-F'],
  ['utelnetd', ''],
  ['sshd', '-D'],
  ['dropbear', '-F'],
  ['inetd', ''],
  ['crond', ''],
  ['syslogd', '-n'],
  ['klogd', '-n'],
  ['httpd', ''],
  ['ntpd', '-n'],
  ['udhcpd', '-f'],
  ['dnsmasq', '-k'],
]);

/** The same of a daemon that is a part of every init that may read the file, and meant for that. */
function ownOption(inits: readonly Dialect[], name: string): string | undefined {
  const [option, ...others] = new Set(inits.map(({ ownDaemons = {} }) => (Object.hasOwn(ownDaemons, name) ? ownDaemons[name] : undefined)));
  return others.length === 0 ? option : undefined;
}

export const backgrounds: Rule<InittabLine> = {
  id: 'inittab/backgrounds',
  severity: 'warning',
  docs: {
    summary: 'A daemon that goes to the background is started by respawn.',
    why: 'init sees the program end at once and starts it again. BusyBox does so every second, sysvinit until it gives the entry up for five minutes; each new one finds its port taken.',
    remedy: 'Give the daemon the option that keeps it in the foreground, or start it by once.',
    bad: [
      { path: '/etc/inittab', text: '# daemonlint: keep telnet\n::sysinit:/etc/init.d/rcS\n::respawn:/usr/sbin/telnetd -l /bin/login\n' },
      { path: '/etc/inittab', text: 'id:2:initdefault:\nsh:2345:respawn:/usr/sbin/sshd\n' },
    ],
    good: [
      {
        path: '/etc/inittab',
        text: '# daemonlint: keep telnet\n::sysinit:/etc/init.d/rcS\n::respawn:/usr/sbin/telnetd -F -l /bin/login\n',
      },
      { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\n::respawn:/sbin/getty -L ttyS0 115200 vt100\n' },
    ],
    nearMiss: { path: '/etc/inittab', text: 'id:2:initdefault:\nsh:2345:once:/usr/sbin/sshd\n' },
    references: [{ title: 'The help of the BusyBox applets, and the manual pages of the daemons' }],
  },
  *checkLine({ type, entry, launches: [launch] }, { dialects }) {
    if (type !== 'entry' || entry?.program === undefined || launch?.when.type !== 'respawn' || entry.does === 'off') return;
    const name = baseName(entry.program.text);
    const inits = dialectsOf(dialects);
    const option = ownOption(inits, name) || FOREGROUND.get(name);
    if (!option) return;
    const letter = option.slice(1);
    if (
      entry.args.some(({ text }) => text.startsWith('-') && !text.startsWith('--') && text.includes(letter)) ||
      /[&;|]/.test(entry.process)
    )
      return;
    const again = inits.every(({ keepsTrying }) => keepsTrying)
      ? 'init starts it again every second'
      : 'init starts it again and again, until it gives the entry up';
    yield {
      at: entry.program,
      message: `${name} goes to the background, so ${again}. Give it ${option}, or start it by once.`,
      fixes: remedied({ title: `Give it ${option}`, edits: [insert(entry.program.span.end, ` ${option}`)] }),
    };
  },
};
