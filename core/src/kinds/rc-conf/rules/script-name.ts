/** A word in pkg_scripts that no script is called by. */
import type { Rule } from '../../../model/rule.js';
import { mayComeRight } from '../../../text/template.js';
import type { RcConfLine } from '../model.js';

/** What rcctl(8) takes for the name of a daemon, _rc_check_name. */
const NAME = /^[A-Za-z_]\w*$/;

export const scriptName: Rule<RcConfLine> = {
  id: 'rc-conf/script-name',
  severity: 'warning',
  docs: {
    summary: 'A word in pkg_scripts that is the name of no script.',
    why: 'OpenBSD takes the words between blanks for scripts of /etc/rc.d. A comma belongs to the word: there is no such script, nothing is started, and nothing is said.',
    remedy: 'Put blanks between the names, and nothing else.',
    bad: [
      { path: '/etc/rc.conf.local', text: 'pkg_scripts="postgresql redis, nginx"\n' },
      { path: '/etc/rc.conf.local', text: 'pkg_scripts=messagebus,avahi_daemon\n' },
      { path: '/etc/rc.conf.local', text: 'pkg_scripts="cups-browsed"\n' },
    ],
    good: [
      { path: '/etc/rc.conf.local', text: 'pkg_scripts="messagebus avahi_daemon  cupsd"\n' },
      { path: '/etc/rc.conf.local', text: 'pkg_scripts=\nntpd_flags=-s, -v\n' },
      { path: '/srv/templates/rc.conf.local.j2', text: 'pkg_scripts="messagebus {{ scripts }}"\nntpd_flags=\n' },
    ],
    nearMiss: { path: '/etc/rc.conf.local', text: 'pkg_scripts="postgresql redis nginx"\n' },
    references: [{ title: 'rc.conf(8) and rcctl(8) of OpenBSD' }],
  },
  concerns: ({ type, tokens }) => type === 'entry' && tokens.some(({ role }) => role === 'script'),
  *checkLine({ text, tokens }) {
    for (const token of tokens) {
      if (token.role !== 'script' || NAME.test(token.text) || mayComeRight(text, token.span.end)) continue;
      const meant = token.text.split(/[,;]+/).filter(Boolean);
      const written = meant.join(' ');
      const isMeant = meant.length > 0 && meant.every((name) => NAME.test(name));
      yield {
        at: token,
        message: `No script is called “${token.text}”: nothing is started for it, and nothing is said. Put names of scripts into pkg_scripts, with blanks between them.`,
        fixes: isMeant ? [{ title: `Write ${written}`, edits: [{ span: token.span, text: written }], safe: false }] : [],
      };
    }
  },
};
