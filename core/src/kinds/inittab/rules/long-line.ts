/** A comment that is longer than sysvinit reads at once. */
import type { Rule } from '../../../model/rule.js';
import { surplusOf } from '../../../text/bytes.js';
import { withoutLineEnd } from '../../../text/lines.js';
import { tooLong } from '../../../text/too-long.js';
import { dialectsOf } from '../dialects.js';
import type { InittabLine } from '../model.js';

const own = (length: number): string => `id:2:initdefault:\n# ${'own '.repeat(length / 4)}x:2:once:/opt/own/bin/own\n`;

export const longLine: Rule<InittabLine> = {
  id: 'inittab/long-line',
  severity: 'warning',
  docs: {
    summary: 'A comment that is longer than init reads at once.',
    why: 'sysvinit reads 255 bytes of a line and takes what follows for a line of its own: an entry that it cannot read, or one that it starts.',
    remedy: 'Write the comment on several lines.',
    bad: [{ path: '/etc/inittab', text: own(252) }],
    good: [{ path: '/etc/inittab', text: `# daemonlint: dialect=busybox\n${own(252)}` }],
    nearMiss: { path: '/etc/inittab', text: own(252).replace('x:2:once:/opt/own/bin/own', '.') },
    references: [{ title: 'sysvinit 3.06 of Debian, run with such lines' }],
  },
  types: ['comment', 'commented'],
  heeds: ({ dialects }) => dialectsOf(dialects).every(({ longest }) => longest?.line !== undefined),
  concerns: ({ text }) => text.length > 80,
  *checkLine({ text }, { dialects }) {
    const [first] = dialectsOf(dialects);
    const limit = first?.longest?.line;
    const line = withoutLineEnd(text);
    if (first === undefined || limit === undefined || surplusOf(line, limit) === 0) return;
    const { span, said } = tooLong(line, [{ who: first.title, many: false, limit }]);
    yield { at: { span }, message: `${said} Write the comment on several lines.` };
  },
};
