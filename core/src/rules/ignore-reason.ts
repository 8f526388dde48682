/** A comment that ignores a rule and does not say why. */
import type { Rule } from '../model/rule.js';
import { directivesOf, isDirective } from '../text/directive.js';

export const ignoreReason: Rule = {
  id: 'ignore-reason',
  severity: 'info',
  docs: {
    summary: 'A comment to daemonlint ignores a rule and does not say why.',
    why: 'Whoever reads the file next year cannot tell whether the reason still holds, and will not dare to touch it.',
    remedy: 'Write the reason behind a colon: `# daemonlint: ignore[rule]: reason`.',
    bad: [
      { path: '/etc/inetd.conf', text: '# daemonlint: ignore[cleartext-login]\ntelnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n' },
      { path: '/etc/crontab', text: '# daemonlint: ignore-file[crontab/redirection]:\n0 3 * * * root /usr/local/sbin/backup >/dev/null\n' },
    ],
    good: [{ path: '/etc/inetd.conf', text: '# daemonlint: keep telnet\ntelnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n' }],
    nearMiss: {
      path: '/etc/inetd.conf',
      text: '# daemonlint: ignore[cleartext-login]:lab\ntelnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n',
    },
  },
  types: ['comment'],
  concerns: ({ text }) => isDirective(text),
  *checkLine(line) {
    for (const said of directivesOf(line.text))
      if (said.type === 'ignore' && said.rules.length > 0 && said.reason === '')
        yield {
          at: said,
          message: `This does not say why ${said.rules.join(', ')} may be ignored. Write it behind the brackets: “: reason”.`,
        };
  },
};
