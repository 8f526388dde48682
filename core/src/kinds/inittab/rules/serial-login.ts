/** A login on a serial line, besides the one at the console. */
import type { Rule } from '../../../model/rule.js';
import { shift } from '../../../text/span.js';
import type { InittabLine } from '../model.js';
import { isConsole, serialLineOf } from '../terminals.js';

const CONSOLE = '1:2345:respawn:/sbin/getty 38400 tty1\n';

export const serialLogin: Rule<InittabLine> = {
  id: 'inittab/serial-login',
  severity: 'hint',
  docs: {
    summary: 'A login on a serial line or a modem, besides the one at the console.',
    why: 'Who reaches the plug, or the number of the modem, may try passwords, past every firewall. Where nobody uses the line it is a door for nothing. A system without another login has its console there.',
    remedy: 'Turn it off unless somebody logs in there.',
    bad: [
      { path: '/etc/inittab', text: `id:2:initdefault:\n${CONSOLE}T0:23:respawn:/sbin/getty -L ttyS0 9600 vt100\n` },
      {
        path: '/etc/inittab',
        text: `id:2:initdefault:\n${CONSOLE.replace('/getty 38400', '/mingetty')}mo:23:respawn:/sbin/mgetty -x0 -s 57600 ttyS3\n`,
      },
      {
        path: '/etc/inittab',
        text: '::sysinit:/etc/init.d/rcS\ntty1::askfirst:-/bin/login\ns3c2410_serial0::respawn:/sbin/getty -L s3c2410_serial0 115200 vt100\n',
      },
      { path: '/etc/inittab', text: `id:2:initdefault:\n${CONSOLE}g0:23:respawn:/sbin/getty 115200 ttyGS0\n` },
    ],
    good: [
      { path: '/etc/inittab', text: `id:2:initdefault:\n${CONSOLE}#T0:23:respawn:/sbin/getty -L ttyS0 9600 vt100\n` },
      { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\nttyS0::respawn:/sbin/getty -L ttyS0 115200 vt100\n' },
      {
        path: '/etc/inittab',
        text: '::sysinit:/etc/init.d/rcS\ntty1::respawn:/sbin/getty 0 tty1\nconsole::respawn:/sbin/getty -L ttyS0 115200\n',
      },
    ],
    nearMiss: { path: '/etc/inittab', text: `id:2:initdefault:\n${CONSOLE}T0:23:respawn:/sbin/getty -L tty2 9600 vt100\n` },
  },
  *checkDocument({ lines, starts }) {
    const serial = lines.flatMap((line, index) => {
      const at = serialLineOf(line);
      return at ? [{ line, index, at }] : [];
    });
    if (serial.length === 0 || !lines.some(isConsole)) return;
    for (const { line, index, at } of serial) {
      const [launch] = line.launches;
      if (launch === undefined) continue;
      yield {
        at: { span: shift(at.span, starts[index] ?? 0) },
        message: `A login waits on the serial line ${at.text}, besides the one at the console. Turn it off unless somebody uses it.`,
        disable: { launch, safe: false, line: index },
      };
    }
  },
};
