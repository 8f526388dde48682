/** Characters that have a line shown in another order than it is read in. */
import type { Rule } from '../model/rule.js';
import { lineStarts } from '../text/lines.js';

/** Overrides, embeddings and isolates of Unicode, and what ends them; the marks that a word of Arabic or Hebrew may need are not among them. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/;

/** So many of a line are told and deleted at once. */
const MOST = 200;

export const textDirection: Rule = {
  id: 'text-direction',
  severity: 'warning',
  security: 6.5,
  docs: {
    summary: 'A character turns the direction in which a line is shown.',
    why: 'Editors and reviews obey it and show the words behind it in another order; the daemon reads them as they stand. What looks like a comment may be a command, and the other way round.',
    remedy: 'Delete the character, and look at what the line says then.',
    bad: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /opt/backup # \u202ella-- /\n' },
      { path: '/etc/inetd.conf', text: '#\u2067 off \u2069\u2066ssh stream tcp nowait root /usr/sbin/sshd sshd -i\r\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: '# \u05d2\u05d9\u05d1\u05d5\u05d9 \u200f(3)\n0 3 * * * root /opt/backup\n' },
      { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: '0 3 * * * root /opt/backup # lla-- /\n' },
    references: [{ title: 'CVE-2021-42574', url: 'https://nvd.nist.gov/vuln/detail/CVE-2021-42574' }],
  },
  *checkDocument({ text }) {
    if (!TURNS.test(text)) return;
    const starts = lineStarts(text);
    for (const [index, start] of starts.entries()) {
      const line = text.slice(start, starts[index + 1] ?? text.length);
      const found = [...line.matchAll(new RegExp(TURNS.source, 'g'))].slice(0, MOST).map((match) => start + match.index);
      const [first] = found;
      if (first === undefined) continue;
      const code = `U+${text.charCodeAt(first).toString(16).toUpperCase()}`;
      yield {
        at: { span: { start: first, end: first + 1 } },
        message: `This character (${code}) turns the direction of the text: the line is shown in another order than the daemon reads it. Delete it.`,
        fixes: [
          {
            title: found.length === 1 ? 'Delete it' : `Delete the ${found.length} of this line`,
            edits: found.map((at) => ({ span: { start: at, end: at + 1 }, text: '' })),
            safe: false,
          },
        ],
      };
    }
  },
};
