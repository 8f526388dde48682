/** A login on a serial line. */
import type { Rule } from '../../../model/rule.js';
import type { InittabLine } from '../model.js';

const GETTY = /^(?:\/\S*\/)?(?:a|ming|mg|fb|u)?getty$/;
const SERIAL = /^(?:\/dev\/)?(tty(?:S|USB|ACM|AMA|O|PS|mxc|SAC|LP)\d+|ttys\d+|cu[a-z]\d+|s3c2410_serial\d+|hvc\d+|tts\/\d+)$/;

export const serialLogin: Rule<InittabLine> = {
  id: 'inittab/serial-login',
  severity: 'hint',
  docs: {
    summary: 'A login on a serial line or a modem.',
    why: 'Who reaches the plug, or the number of the modem, may try passwords, past every firewall. Where nobody uses the line it is a door for nothing.',
    remedy: 'Turn it off unless somebody logs in there.',
    bad: [
      { path: '/etc/inittab', text: 'id:2:initdefault:\nT0:23:respawn:/sbin/getty -L ttyS0 9600 vt100\n' },
      { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\ns3c2410_serial0::respawn:/sbin/getty -L s3c2410_serial0 115200 vt100\n' },
    ],
    good: [{ path: '/etc/inittab', text: 'id:2:initdefault:\n#T0:23:respawn:/sbin/getty -L ttyS0 9600 vt100\n' }],
    nearMiss: { path: '/etc/inittab', text: 'id:2:initdefault:\nT0:23:respawn:/sbin/getty -L tty1 9600 vt100\n' },
  },
  *checkLine({ type, entry, launches: [launch] }) {
    if (type !== 'entry' || launch?.state !== 'on' || entry?.program === undefined || !GETTY.test(entry.program.text)) return;
    const line = entry.args.find(({ text }) => SERIAL.test(text));
    if (line === undefined) return;
    yield {
      at: line,
      message: `A login waits on the serial line ${line.text}. Turn it off unless somebody uses it.`,
      disable: { launch, safe: false },
    };
  },
};
