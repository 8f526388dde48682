/** Lines that every init in question refuses. */
import { remedied } from '../../../model/remedy.js';
import type { Rule } from '../../../model/rule.js';
import { SYNTAX } from '../judge.js';
import type { InittabLine } from '../model.js';

export const syntax: Rule<InittabLine> = {
  id: SYNTAX,
  severity: 'error',
  docs: {
    summary: 'A line that init cannot read.',
    why: 'init skips the line and goes on: the process is not started, and the login that it was to offer is not there.',
    remedy: 'Write id:runlevels:action:process, with all three colons, and an action that the init knows.',
    bad: [
      { path: '/etc/inittab', text: 'id:3:initdefault:\n1:2345:respwan:/sbin/getty 38400 tty1\n' },
      { path: '/etc/inittab', text: 'id:2:initdefault\n' },
      { path: '/etc/inittab', text: 'id:3:initdefault:\nttyS0:2345:respawn:/sbin/getty -L ttyS0 9600\n' },
      { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\ntty1::Respawn:/sbin/getty 38400 tty1\n' },
    ],
    good: [
      { path: '/etc/inittab', text: 'id:2:initdefault:\nl2:2:WAIT:/etc/init.d/rc 2\n' },
      { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\ns3c2410_serial0::askfirst:-/bin/login\n' },
      {
        path: '/etc/inittab',
        text: '::sysinit:/etc/init.d/rcS S boot\n::askconsole:/usr/libexec/login.sh\n::respawnlate:/usr/sbin/own\n',
      },
      { path: '/etc/inittab', text: ': of AIX\ninit:2:initdefault:\nsrcmstr:23456789:respawn:/usr/sbin/srcmstr\n' },
    ],
    nearMiss: { path: '/etc/inittab', text: 'id:3:initdefault:\n1:2345:respawn:/sbin/getty 38400 tty1\n' },
    references: [{ title: 'sysvinit 3.06, init.c and inittab(5)' }, { title: 'BusyBox 1.36, init/init.c' }],
  },
  *checkLine({ problems }) {
    for (const problem of problems) yield { at: problem, message: problem.message, fixes: remedied(problem.remedy) };
  },
};
