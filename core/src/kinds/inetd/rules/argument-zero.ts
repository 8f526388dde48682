/** An entry whose first argument is not the name of its program. */

import type { Report, Rule } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import { insert, replace } from '../../../text/edit.js';
import { type InetdEntry, type InetdLine, isInternal, isShifted } from '../model.js';
import { AFTER } from '../switches.js';

const OPTION = /^-[A-Za-z-]/;

/** What tcpd makes of its arguments: the first is the program that it starts. */
function underTcpd({ server, args: [first, second] }: InetdEntry): Report | undefined {
  if (first === undefined)
    return {
      at: server,
      message:
        'tcpd starts the program that its first argument names, and here is none: it looks for one that is called tcpd. Name the server behind it.',
    };
  if (first.text.startsWith('/') && second?.text === baseName(first.text))
    return {
      at: second,
      message: `tcpd gives the program its name after its path, so this second “${second.text}” is its first argument, and options behind it may not be read. Take it away.`,
      fixes: [
        {
          title: `Take the second ${second.text} away`,
          edits: [replace({ span: { start: first.span.end, end: second.span.end } }, '')],
          safe: false,
          after: AFTER,
        },
      ],
    };
  if (OPTION.test(first.text))
    return {
      at: first,
      message: `tcpd starts the program that its first argument names, and looks for one that is called “${first.text}” here. Name the server before its options.`,
    };
  if (baseName(first.text) !== 'tcpd') return undefined;
  const fix = second && {
    title: `Take the word ${first.text} away`,
    edits: [replace({ span: { start: first.span.start, end: second.span.start } }, '')],
    safe: false,
    after: AFTER,
  };
  return {
    at: first,
    message:
      'tcpd starts the program that its first argument names: here that is tcpd itself, again and again, and never the server. The name of the server comes first.',
    ...(fix && { fixes: [fix] }),
  };
}

function optionFirst({ server, args: [first] }: InetdEntry): Report | undefined {
  if (first === undefined || !OPTION.test(first.text)) return undefined;
  const name = baseName(server.text);
  return {
    at: first,
    message: `The first argument is the name that the program is started under, so “${first.text}” never counts as an option. Write ${name} before it.`,
    fixes: [{ title: `Write ${name} before ${first.text}`, edits: [insert(first.span.start, `${name} `)], safe: false, after: AFTER }],
  };
}

function missing(entry: InetdEntry): Report | undefined {
  if (isInternal(entry) || isShifted(entry)) return undefined;
  return (baseName(entry.server.text) === 'tcpd' ? underTcpd(entry) : undefined) ?? optionFirst(entry);
}

export const argumentZero: Rule<InetdLine> = {
  id: 'inetd/argument-zero',
  severity: 'warning',
  docs: {
    summary: 'The name of the program is missing from its arguments.',
    why: 'Behind the path of the server come its arguments, and the first of them is its own name. An option in that place is lost without a word; tcpd takes the name for the program to start, and without it starts itself.',
    remedy: 'Write the name of the program before its options: /usr/sbin/in.tftpd in.tftpd -s /srv.',
    bad: [
      { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait root /usr/sbin/sshd -i\n' },
      { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait root /usr/sbin/tcpd\n' },
      { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait root /usr/sbin/tcpd tcpd sshd -i\n' },
      { path: '/etc/inetd.conf', text: 'tftp dgram udp wait nobody /usr/sbin/tcpd -s /srv/tftp\n' },
      { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait root /usr/sbin/tcpd /usr/sbin/sshd sshd -i\n' },
    ],
    good: [
      { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait root /usr/sbin/tcpd /usr/sbin/sshd -i\n' },
      { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait root /usr/sbin/tcpd sshd -i\n' },
      { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait root /usr/sbin/sshd\n' },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait root /usr/sbin/sshd sshd\n' },
    references: [{ title: 'openbsd-inetd 0.20221205 and tcpd 7.6 of Debian' }],
  },
  concerns: ({ type, entry }) => type === 'entry' && entry !== undefined && missing(entry) !== undefined,
  *checkLine({ entry }) {
    const found = entry && missing(entry);
    if (found) yield found;
  },
};
