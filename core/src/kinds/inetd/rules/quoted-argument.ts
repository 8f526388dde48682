/** Quotes that inetd takes for a part of an argument. */
import type { Rule } from '../../../model/rule.js';
import { type Quoted, quotedIn } from '../../../text/quoted.js';
import { dialectsOf } from '../dialects.js';
import type { InetdLine } from '../model.js';
import { AFTER } from '../switches.js';

const quotedArguments = ({ type, entry }: InetdLine): Quoted | undefined => (type === 'entry' && entry ? quotedIn(entry.args) : undefined);

export const quotedArgument: Rule<InetdLine> = {
  id: 'inetd/quoted-argument',
  severity: 'warning',
  docs: {
    summary: 'An argument in quotes, which inetd takes for a part of it.',
    why: 'inetd cuts the line at its blanks and knows no quotes: the program gets them as they stand, and what they hold together comes as several arguments. A shell behind -c gets the first word alone. The inetds of GNU and FreeBSD take quotes away where a word begins with them, that of NetBSD as a shell does.',
    remedy: 'Put the command into a script, and name that as the server; take quotes away that hold one word.',
    bad: [
      { path: '/etc/inetd.conf', text: '4711 stream tcp nowait own /bin/sh sh -c "cat /srv/own | tac"\n' },
      { path: '/etc/inetd.conf', text: "4711 stream tcp nowait own /opt/own/bin/reader reader --place='cellar'\n" },
    ],
    good: [
      { path: '/etc/inetd.conf', text: '# daemonlint: dialect=inetutils\n4711 stream tcp nowait own /bin/sh sh -c "cat /srv/own | tac"\n' },
      { path: '/etc/inetd.conf', text: '# daemonlint: dialect=freebsd\nfinger stream tcp nowait own /bin/sh sh -c "cat /srv/own | tac"\n' },
      {
        path: '/etc/inetd.conf',
        text: "# daemonlint: dialect=netbsd\n4711 stream tcp nowait own /opt/own/bin/reader reader --place='cellar'\n",
      },
      { path: '/etc/inetd.conf', text: "4711 stream tcp nowait own /opt/own/bin/reader reader it's\n" },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: '4711 stream tcp nowait own /opt/own/bin/reader reader --place=cellar\n' },
    references: [
      {
        title:
          'openbsd-inetd 0.20221205 and BusyBox 1.35, run over such lines; argcv.c of inetutils 2.4; skip of the inetds of FreeBSD and NetBSD',
      },
    ],
  },
  heeds: ({ dialects }) => dialectsOf(dialects).some(({ quotes }) => quotes === 'literal' || quotes === 'before'),
  marks: [/["']/],
  concerns: (line) => quotedArguments(line) !== undefined,
  *checkLine(line, { dialects }) {
    const found = quotedArguments(line);
    if (found === undefined) return;
    const said = line.text.slice(found.span.start, found.span.end);
    const { bare } = found;
    // What begins with a quote there has lost it already.
    const knows = dialectsOf(dialects).every(({ quotes }) => quotes !== 'literal')
      ? 'inetd takes quotes away only where a word begins with them'
      : 'inetd knows no quotes';
    yield {
      at: found,
      message:
        bare !== undefined
          ? `${knows}: they are a part of the argument “${said}”. Take them away.`
          : `${knows}: “${said}” comes as ${found.count} arguments, cut at the blanks, and the quotes are a part of them. Put the command into a script, and name that as the server.`,
      fixes:
        bare !== undefined ? [{ title: 'Take the quotes away', edits: [{ span: found.span, text: bare }], safe: false, after: AFTER }] : [],
    };
  },
};
