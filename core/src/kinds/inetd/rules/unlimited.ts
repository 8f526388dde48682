/** A limit that is none. */
import type { Rule } from '../../../model/rule.js';
import { dialectsOf } from '../dialects.js';
import { type InetdLine, isInternal } from '../model.js';

export const unlimited: Rule<InetdLine> = {
  id: 'inetd/unlimited',
  severity: 'warning',
  docs: {
    summary: 'nowait with a limit of 0, which means none.',
    why: 'Each connection starts a program. Without a limit whoever opens enough of them uses up the processes and the memory of the host.',
    remedy: 'Write a number that the service needs at most, or no limit, which leaves the one of inetd.',
    bad: [{ path: '/etc/inetd.conf', text: '# daemonlint: dialect=freebsd\nssh stream tcp nowait/0 root /usr/sbin/sshd sshd -i\n' }],
    good: [{ path: '/etc/inetd.conf', text: '# daemonlint: dialect=freebsd\nssh stream tcp nowait root /usr/sbin/sshd sshd -i\n' }],
    nearMiss: { path: '/etc/inetd.conf', text: '# daemonlint: dialect=freebsd\nssh stream tcp nowait/9 root /usr/sbin/sshd sshd -i\n' },
    references: [{ title: 'inetd.c of FreeBSD: max-child' }],
  },
  concerns: ({ type, entry }) => type === 'entry' && entry?.limits[0]?.text === '0',
  *checkLine({ entry, text }, { dialects }) {
    const limit = entry?.limits[0];
    if (entry === undefined || limit === undefined || isInternal(entry) || entry.wait.text !== 'nowait') return;
    if (text[limit.span.start - 1] !== '/' || !dialectsOf(dialects).some(({ limits }) => limits.includes('/'))) return;
    yield {
      at: limit,
      message:
        'A limit of 0 is none: whoever opens enough connections fills the host with programs. Write how many the service needs at most.',
    };
  },
};
