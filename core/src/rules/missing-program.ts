/** A program that the tree of the host does not have. */
import type { Launch, Line, When } from '../model/line.js';
import type { Rule } from '../model/rule.js';
import { baseName } from '../text/base-name.js';
import { unquoted } from '../text/shell/shell.js';

/** What comes of it, by what would start it. */
const OUTCOMES: Readonly<Record<When['type'], string>> = {
  socket: 'nobody who calls is answered',
  clock: 'the job fails at each run',
  boot: 'nothing is started',
  respawn: 'init tries to start it again and again',
  runlevels: 'nothing is started',
};

/** A question whether the program is there, right before its name: then the entry knows what to do. */
const ASKS = /(?:-[a-zA-Z]|which|type|hash|command[ \t]+-[vV])[ \t]+["']?$/;

/** True where the line itself asks whether `path` is there. */
function isAsked({ text }: Line, path: string): boolean {
  for (let at = text.indexOf(path); at !== -1; at = text.indexOf(path, at + 1))
    if (ASKS.test(text.slice(Math.max(0, at - 20), at))) return true;
  return false;
}

/** Behind it paths are those of another tree. */
const CHROOT = /(?:^|[\s;&|(/])chroot\s/;

/** The path of the program of `launch`, where that is on and names one. */
const pathOf = ({ state, program }: Launch): string | undefined => {
  const path = state === 'on' && program ? unquoted(program.text) : '';
  return path.startsWith('/') ? path : undefined;
};

const TELNETD = '/usr/sbin/in.telnetd';
const SYSTEM = { 'bin/sh': '', 'usr/sbin/tcpd': '', 'sbin/getty': '' };

export const missingProgram: Rule = {
  id: 'missing-program',
  formerly: ['inittab/missing-program'],
  severity: 'warning',
  docs: {
    summary: 'A program is to be started that the tree of the host does not have.',
    why: 'The entry can only fail: inetd hangs up on whoever calls, xinetd leaves the service out, a job of cron fails at each run, and init tries again every second (BusyBox) or ten times every five minutes (sysvinit). Trees are held to this that are whole systems, with a shell in bin, and paths in bin, sbin and their like below usr and usr/local.',
    remedy: 'Correct the path, install the program, or turn the entry off.',
    bad: [
      { path: '/etc/inittab', text: 'id:2:initdefault:\n1:2345:respawn:/sbin/mingetty tty1\n', host: SYSTEM },
      { path: '/etc/inetd.conf', text: `# daemonlint: keep telnet\ntelnet stream tcp nowait root ${TELNETD} in.telnetd\n`, host: SYSTEM },
      {
        path: '/etc/cron.d/report',
        text: '0 4 * * * root cd /srv && /usr/local/bin/report --all\n',
        host: { ...SYSTEM, 'usr/local/bin/rapport': '' },
      },
      {
        path: '/etc/xinetd.d/time',
        text: 'service time\n{\n\ttype = UNLISTED\n\tport = 3700\n\tsocket_type = stream\n\tprotocol = tcp\n\twait = no\n\tuser = nobody\n\tserver = /usr/sbin/timed\n}\n',
        host: SYSTEM,
      },
    ],
    good: [
      { path: '/etc/inittab', text: 'id:2:initdefault:\n1:2345:respawn:/sbin/mingetty tty1\n' },
      { path: '/etc/inittab', text: 'id:2:initdefault:\n1:2345:respawn:/opt/own/getty tty1\n', host: SYSTEM },
      { path: '/etc/inittab', text: 'id:2:initdefault:\n1:2345:respawn:/sbin/mingetty tty1\n', host: { 'sbin/getty': '' } },
      {
        path: '/etc/cron.d/report',
        text: '0 4 * * * root test -x /usr/sbin/report && /usr/sbin/report\n#0 5 * * * root /usr/sbin/report\n0 6 * * * root chroot /srv/jail /usr/sbin/rotate\n',
        host: SYSTEM,
      },
    ],
    nearMiss: { path: '/etc/inittab', text: 'id:2:initdefault:\n1:2345:respawn:/sbin/getty tty1\n', host: SYSTEM },
    references: [{ title: 'sysvinit 3.06 and BusyBox 1.36, init.c; inetd.c of openbsd-inetd 0.20221205' }],
  },
  heeds: ({ host }) => host.programs !== undefined,
  types: ['entry'],
  *checkLine(line, { host }) {
    for (const launch of line.launches) {
      const path = pathOf(launch);
      const { program } = launch;
      if (path === undefined || program === undefined) continue;
      const name = baseName(path);
      const there = host.programs?.get(path.slice(0, -name.length - 1));
      if (there === undefined || there.has(name) || !/^[\w.+-]+$/.test(name) || isAsked(line, path)) continue;
      if (CHROOT.test(line.text.slice(0, program.span.start))) continue;
      yield {
        at: program,
        message: `There is no ${path} in this tree: ${OUTCOMES[launch.when.type]}. Correct the path, install the program, or turn the entry off.`,
        disable: { launch, safe: false },
      };
    }
  },
};
