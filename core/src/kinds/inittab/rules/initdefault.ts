/** A runlevel to boot into that ends the boot, or that init does not know. */
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import type { InittabLine } from '../model.js';
import type { InittabToken } from '../role.js';

const ENDS: Readonly<Record<string, string>> = { '0': 'halts', '6': 'reboots' };

/** The runlevels that hosts work in, of Debian's kind and of Red Hat's: which it is the host knows. */
const WORKING = ['2', '3', '5'];

const fixesAt = (levels: InittabToken): Fix[] =>
  WORKING.map((level) => ({ title: `Boot into runlevel ${level}`, edits: [replace(levels, level)], safe: false }));

export const initdefault: Rule<InittabLine> = {
  id: 'inittab/initdefault',
  severity: 'warning',
  docs: {
    summary: 'The runlevel to boot into is 0, 6, or none that there is.',
    why: 'In runlevel 0 the system halts as soon as it has booted, in 6 it reboots, again and again. Of a runlevel that it does not know init asks at the console, and boots no further.',
    remedy: 'Name the runlevel in which the system is to work: 2 on Debian, 3 or 5 on Red Hat and its like.',
    bad: [
      { path: '/etc/inittab', text: 'id:6:initdefault:\n' },
      { path: '/etc/inittab', text: 'id:0:initdefault:\nsi::sysinit:/etc/init.d/rcS\n' },
      { path: '/etc/inittab', text: 'id:x:initdefault:\n' },
    ],
    good: [{ path: '/etc/inittab', text: 'id:S:initdefault:\n' }],
    nearMiss: { path: '/etc/inittab', text: 'id:3:initdefault:\n' },
    references: [{ title: 'sysvinit 3.06, inittab(5) and init.c' }],
  },
  *checkLine({ type, entry }) {
    if (type !== 'setting' || entry?.does !== 'initdefault' || entry.levels === undefined) return;
    const { levels } = entry;
    // Of several init takes the highest.
    const level = [...levels.text.toUpperCase()].sort().at(-1) ?? '';
    const ends = ENDS[level];
    if (ends)
      yield {
        at: levels,
        message: `Runlevel ${level} ${ends} the system as soon as it has booted. Name one from 2 to 5.`,
        fixes: fixesAt(levels),
      };
    else if (!/^[\dS]$/.test(level))
      yield {
        at: levels,
        message: `There is no runlevel “${level}” to boot into: init asks for one at the console, at each boot.`,
        fixes: fixesAt(levels),
      };
  },
};
