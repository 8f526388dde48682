/** A shell for whoever connects. */

import { givenAway } from '../../../knowledge/interpreters.js';
import type { Report, Rule } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import { insert } from '../../../text/edit.js';
import type { InetdEntry, InetdLine } from '../model.js';
import { AFTER } from '../switches.js';

/** The arguments of the program that does the work, its own name left out. */
function argumentsOf({ args, program }: InetdEntry): readonly string[] {
  const at = args.indexOf(program);
  return args.slice((at === -1 ? 0 : at) + 1).map(({ text }) => text);
}

/** With wait, or over UDP, the program gets no connection to read from. */
const isConnected = ({ socket, wait }: InetdEntry): boolean => socket.text === 'stream' && wait.text !== 'wait';

const given = (entry: InetdEntry): string | undefined =>
  givenAway(entry.program.text, argumentsOf(entry), entry.user.text, isConnected(entry));

/** Where a script stands in the place of the program's own name: what is amiss then, and how to mend it. */
function slip({ server, program, args: [first] }: InetdEntry): Pick<Report, 'fixes'> & { readonly said: string } {
  if (program !== server || !first?.text.includes('/') || baseName(first.text) === baseName(server.text)) return { said: '' };
  const name = baseName(server.text);
  return {
    said: ` “${first.text}” is only the name that it is started under: write ${name} before it.`,
    fixes: [{ title: `Write ${name} before ${first.text}`, edits: [insert(first.span.start, `${name} `)], safe: false, after: AFTER }],
  };
}

export const openShell: Rule<InetdLine> = {
  id: 'inetd/open-shell',
  severity: 'warning',
  security: 9.8,
  docs: {
    summary: 'A shell, or another interpreter, for whoever connects.',
    why: 'inetd makes the connection the standard input of what it starts. A shell without a script reads its commands there, an interpreter its program, and nobody is asked for a password. Intruders leave such an entry behind to come back by.',
    remedy:
      'Take the entry out, and find out who put it there. Where a script is meant, write its path behind the name of the interpreter, which comes first.',
    bad: [
      { path: '/etc/inetd.conf', text: '4711 stream tcp nowait root /bin/sh sh -i\n' },
      { path: '/etc/inetd.conf', text: '4711 stream tcp nowait ann /usr/bin/python3 /home/ann/menu.py\n' },
      { path: '/etc/inetd.conf', text: '4711 stream tcp nowait root /bin/busybox busybox ash\n' },
      {
        path: '/etc/inetd.conf',
        text: '# daemonlint: keep telnet\ntelnet stream tcp nowait root /usr/sbin/telnetd telnetd -i -l /bin/sh\n',
      },
      {
        path: '/etc/inetd.conf',
        text: '# daemonlint: keep telnet\ntelnet stream tcp nowait root /usr/sbin/telnetd telnetd -h -E /bin/sh\n',
      },
    ],
    good: [
      { path: '/etc/inetd.conf', text: '4711 stream tcp nowait ann /usr/bin/python3 python3 /home/ann/menu.py\n' },
      { path: '/etc/inetd.conf', text: '4711 stream tcp nowait own /bin/sh sh -c /opt/own/bin/reader\n' },
      {
        path: '/etc/inetd.conf',
        text: '# daemonlint: keep telnet\ntelnet stream tcp nowait root /usr/sbin/telnetd telnetd -i -l /bin/login\n',
      },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: '4711 stream tcp nowait root /bin/sh sh /opt/own/bin/reader\n' },
    references: [
      { title: 'Shells and interpreters of Debian, run with a socket as their input and no script' },
      { title: 'telnetd of GNU inetutils 2.4, run with a shell for login' },
    ],
  },
  concerns: ({ type, entry }) => type === 'entry' && entry !== undefined && given(entry) !== undefined,
  *checkLine({ entry, launches: [launch] }) {
    const found = entry && given(entry);
    if (entry === undefined || found === undefined || launch === undefined) return;
    const where = launch.when.type === 'socket' && launch.when.loopback ? 'From this host' : 'From the network';
    const { said, fixes } = slip(entry);
    yield {
      at: entry.program,
      message: `${where}, without a password: this entry ${found}.${said === '' ? ' Take it out unless you know who wrote it and why.' : said}`,
      ...(fixes && { fixes }),
      disable: { launch, safe: false },
    };
  },
};
