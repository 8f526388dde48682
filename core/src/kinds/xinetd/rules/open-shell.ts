/** A shell for whoever connects. */
import { givenAway } from '../../../knowledge/interpreters.js';
import type { Rule } from '../../../model/rule.js';
import { block, UNLISTED } from '../example.js';
import type { Service, XinetdLine } from '../model.js';

const opened = (...lines: readonly string[]): string => block('measure', ...UNLISTED, 'user = root', ...lines);

/** The arguments of the program that does the work: its own name is among those of xinetd only with NAMEINARGS. */
function argumentsOf({ settings, flags, program }: Service): readonly string[] {
  const args = settings.get('server_args')?.values ?? [];
  const at = program === undefined ? -1 : args.indexOf(program);
  return args.slice(at === -1 && !flags.includes('NAMEINARGS') ? 0 : Math.max(at, 0) + 1).map(({ text }) => text);
}

function given(service: Service): string | undefined {
  const { program, protocol, settings } = service;
  const [user] = settings.get('user')?.values ?? [];
  const isConnected = protocol === 'tcp' && settings.get('wait')?.values[0]?.text.toLowerCase() !== 'yes';
  return program && givenAway(program.text, argumentsOf(service), user?.text ?? 'root', isConnected);
}

export const openShell: Rule<XinetdLine> = {
  id: 'xinetd/open-shell',
  severity: 'warning',
  security: 9.8,
  docs: {
    summary: 'A shell, or another interpreter, for whoever connects.',
    why: 'xinetd makes the connection the standard input of what it starts. A shell without a script reads its commands there, an interpreter its program, and nobody is asked for a password. Intruders leave such a file behind to come back by.',
    remedy: 'Take the service out, and find out who put it there. Where a script is meant, write its path into server_args.',
    bad: [
      { path: '/etc/xinetd.d/measure', text: opened('server = /bin/bash', 'server_args = -i') },
      { path: '/etc/xinetd.d/measure', text: opened('server = /bin/sh') },
      { path: '/etc/xinetd.d/measure', text: opened('flags = NAMEINARGS', 'server = /usr/bin/python3', 'server_args = /opt/own/menu.py') },
    ],
    good: [
      { path: '/etc/xinetd.d/measure', text: opened('server = /bin/bash', 'server_args = -i', 'disable = yes') },
      { path: '/etc/xinetd.d/measure', text: opened('server = /bin/sh', 'server_args = -c /opt/own/bin/reader') },
    ],
    nearMiss: { path: '/etc/xinetd.d/measure', text: opened('server = /bin/bash', 'server_args = /opt/own/bin/reader') },
    references: [{ title: 'Shells and interpreters of Debian, run with a socket as their input and no script' }],
  },
  types: ['entry'],
  *checkLine({ service, launches: [launch] }) {
    const found = service && given(service);
    if (found === undefined || service?.program === undefined || launch?.state !== 'on') return;
    const where = launch.when.type === 'socket' && launch.when.loopback ? 'From this host' : 'From the network';
    yield {
      at: service.program,
      message: `${where}, without a password: this service ${found}. Take it out unless you know who wrote it and why.`,
      disable: { launch, safe: false },
    };
  },
};
