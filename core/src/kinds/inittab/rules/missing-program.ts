/** A program under respawn that is not there. */
import type { Rule } from '../../../model/rule.js';
import { dialectsOf } from '../dialects.js';
import type { InittabLine } from '../model.js';

const GETTY = { 'sbin/getty': '' };

export const missingProgram: Rule<InittabLine> = {
  id: 'inittab/missing-program',
  severity: 'warning',
  docs: {
    summary: 'init is to start a program again and again that the tree does not have.',
    why: 'BusyBox tries it every second as long as the system runs. sysvinit gives the entry up after ten tries, and tries again five minutes later; each time the log says so.',
    remedy: 'Correct the path, install the program, or turn the entry off.',
    bad: [{ path: '/etc/inittab', text: 'id:2:initdefault:\n1:2345:respawn:/sbin/mingetty tty1\n', host: GETTY }],
    good: [
      { path: '/etc/inittab', text: 'id:2:initdefault:\n1:2345:respawn:/sbin/mingetty tty1\n' },
      { path: '/etc/inittab', text: 'id:2:initdefault:\n1:2345:respawn:/opt/own/getty tty1\n', host: GETTY },
      { path: '/etc/inittab', text: 'id:2:initdefault:\n1:2345:once:/sbin/mingetty tty1\n', host: GETTY },
    ],
    nearMiss: { path: '/etc/inittab', text: 'id:2:initdefault:\n1:2345:respawn:/sbin/getty tty1\n', host: GETTY },
    references: [{ title: 'sysvinit 3.06 and BusyBox 1.36, init.c' }],
  },
  *checkLine({ type, entry, launches: [launch] }, { host, dialects }) {
    if (type !== 'entry' || entry?.program === undefined || launch?.state !== 'on' || launch.when.type !== 'respawn') return;
    const { text } = entry.program;
    const slash = text.lastIndexOf('/');
    const there = host.programs?.get(text.slice(0, slash));
    if (there === undefined || there.has(text.slice(slash + 1))) return;
    const tries = dialectsOf(dialects).every(({ keepsTrying }) => keepsTrying);
    yield {
      at: entry.program,
      message: `There is no ${text} in this tree: ${tries ? 'init tries to start it every second' : 'init tries ten times, and again every five minutes'}. Correct the path, or turn the entry off.`,
      disable: { launch, safe: false },
    };
  },
};
