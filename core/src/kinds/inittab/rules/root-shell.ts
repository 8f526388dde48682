/** A shell that asks for no password. */
import type { Rule } from '../../../model/rule.js';
import type { InittabLine } from '../model.js';
import { afterFor } from '../switches.js';

const SHELL = /^(?:\/\S*\/)?(?:sh|bash|ash|dash|ksh|zsh|csh|tcsh)$/;

export const rootShell: Rule<InittabLine> = {
  id: 'inittab/root-shell',
  severity: 'info',
  docs: {
    summary: 'A terminal where anybody is root.',
    why: 'init starts the shell as root and nobody is asked for a password: who reaches the console or the serial line owns the system. It is how many small systems are delivered.',
    remedy: 'Start getty or /bin/login there, or turn the entry off.',
    bad: [
      { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\nttyS0::respawn:-/bin/sh\n' },
      { path: '/etc/inittab', text: 'id:2:initdefault:\n1:2345:respawn:/bin/bash\n' },
    ],
    good: [
      { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\nttyS0::respawn:/bin/sh -c /usr/sbin/own\n' },
      { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\n::sysinit:/bin/sh /etc/start\n' },
    ],
    nearMiss: { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\nttyS0::respawn:-/bin/login\n' },
  },
  *checkLine({ type, entry, launches: [launch] }, context) {
    if (type !== 'entry' || launch?.when.type !== 'respawn' || entry?.does === 'off' || entry?.program === undefined) return;
    if (!SHELL.test(entry.program.text) || entry.args.some(({ text }) => !/^-[il]+$|^--login$/.test(text))) return;
    const where = context.dialects.includes('busybox') && entry.id ? entry.id.text : 'the terminal';
    yield {
      at: entry.program,
      message: `Whoever sits at ${where} is root without a password. Start a login there instead, unless that is meant.`,
      fixes: [
        {
          title: 'Ask for a password: /bin/login',
          edits: [{ span: entry.program.span, text: '/bin/login' }],
          safe: false,
          after: afterFor(context),
        },
      ],
    };
  },
};
