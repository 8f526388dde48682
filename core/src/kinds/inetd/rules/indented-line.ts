/** An indented line that inetd takes for the rest of the entry above. */
import type { Fix } from '../../../model/finding.js';
import type { Report, Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { lineStarts } from '../../../text/lines.js';
import { words } from '../../../text/words.js';
import { dialectsOf } from '../dialects.js';
import { intoFirstColumn } from '../into-column.js';
import type { InetdLine } from '../model.js';
import { list } from '../said.js';
import { type Swallowed, swallowedIn } from '../swallowed.js';
import { AFTER } from '../switches.js';

const UPPER = 'ftp stream tcp nowait root /usr/sbin/proftpd proftpd\n';

const entryFix = (start: number, end: number): Fix => ({
  title: 'Begin the line in the first column',
  edits: [replace({ span: { start, end } }, '')],
  safe: false,
  after: AFTER,
});

function report(line: InetdLine, { span, what }: Swallowed, who: string): Report {
  const above = line.entry?.service;
  const start =
    lineStarts(line.text)
      .filter((at) => at <= span.start)
      .at(-1) ?? 0;
  const name = words(line.text, span.start, span.end, 1)[0]?.text ?? '';
  const costs =
    what === 'entry'
      ? `“${name}” is not offered, and its fields are arguments of “${above?.text}”`
      : `its words are arguments of “${above?.text}”`;
  return {
    at: { span },
    message: `This line begins with a blank, so ${who} takes it for the rest of the entry above: ${costs}. Begin it in the first column.`,
    ...(above && { related: [{ span: above.span, message: 'This entry swallows it' }] }),
    fixes: [what === 'comment' ? intoFirstColumn(line.text, start, 1) : entryFix(start, span.start)],
  };
}

export const indentedLine: Rule<InetdLine> = {
  id: 'inetd/indented-line',
  severity: 'warning',
  docs: {
    summary: 'An indented entry or comment that inetd takes for the rest of the entry above.',
    why: 'To the inetds of BSD a line that begins with a blank continues the one before. The service that stands there is not offered, and its words become arguments of another program; nothing is logged.',
    remedy: 'Begin the line in the first column.',
    bad: [
      { path: '/etc/inetd.conf', text: `${UPPER}  ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n` },
      { path: '/etc/inetd.conf', text: `${UPPER}\t# the rest is off\n` },
    ],
    good: [
      { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait root\n\t/usr/sbin/sshd sshd\n\t-i -o Banner=none\n' },
      {
        path: '/etc/inetd.conf',
        text: `# daemonlint: dialect=inetutils\nssh stream tcp nowait root /usr/sbin/sshd sshd -i\n  4711 stream tcp nowait own /opt/own own\n`,
      },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: `${UPPER}\t-t the rest is off\n` },
    references: [{ title: 'openbsd-inetd 0.20221205 of Debian, run over such lines' }],
  },
  concerns: ({ type, text }) => type === 'entry' && /\n[ \t]/.test(text),
  *checkLine(line, { dialects }) {
    const joining = dialectsOf(dialects).filter(({ continuation }) => continuation === 'blank');
    const who = joining.length === 1 ? list(joining.map(({ title }) => title)) : 'an inetd of the BSD family';
    for (const swallowed of swallowedIn(line)) yield report(line, swallowed, who);
  },
};
