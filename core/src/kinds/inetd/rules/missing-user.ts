/** An entry without a user: the path of the server stands in its place. */
import type { Rule } from '../../../model/rule.js';
import { insert } from '../../../text/edit.js';
import { mayComeRight } from '../../../text/template.js';
import { type InetdLine, isShifted, wordAt } from '../model.js';
import { AFTER } from '../switches.js';

/** From the one that can do least. */
const USERS = ['nobody', 'root'] as const;

export const missingUser: Rule<InetdLine> = {
  id: 'inetd/missing-user',
  severity: 'error',
  docs: {
    summary: 'An entry that names no user.',
    why: 'inetd counts words: the path of the server is read for the user, and the first argument for the server. No user is called so, and nothing is ever started: some inetds leave the service out, others open the port and close every connection.',
    remedy: 'Write the user before the path of the server, and the one that can do least.',
    bad: [
      { path: '/etc/inetd.conf', text: 'git stream tcp nowait /usr/bin/git git daemon --inetd\n' },
      { path: '/etc/inetd.conf', text: 'git stream tcp nowait /usr/sbin/tcpd /usr/bin/git daemon --inetd\n' },
    ],
    good: [
      { path: '/etc/inetd.conf', text: 'git stream tcp nowait nobody /usr/bin/git git daemon --inetd\n' },
      { path: '/srv/templates/inetd.conf.j2', text: 'git stream tcp nowait /{{ user }} /usr/bin/git git daemon --inetd\n' },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: 'git stream tcp nowait nobody /usr/bin/git daemon --inetd\n' },
    references: [{ title: 'openbsd-inetd 0.20221205 and inetutils 2.4 of Debian, run over such lines and connected to' }],
  },
  // Where the wait field is the one that is missing, a rule of its own says so.
  concerns: ({ type, entry }) => type === 'entry' && entry !== undefined && isShifted(entry) && /^(?:no)?wait$/.test(entry.wait.text),
  *checkLine({ entry, text }) {
    const path = entry && wordAt(text, entry.user);
    if (path === undefined || mayComeRight(path.text)) return;
    yield {
      at: path,
      message: `The user is missing: “${path.text}” stands in its place, and no user is called so. inetd leaves the service out, or opens the port and can start nothing. Write the user before it.`,
      fixes: USERS.map((user) => ({
        title: `Write ${user} before ${path.text}`,
        edits: [insert(path.span.start, `${user} `)],
        safe: false,
        after: AFTER,
      })),
    };
  },
};
