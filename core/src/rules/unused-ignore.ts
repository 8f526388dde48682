/** A comment that ignores what no rule says. `lint` reports it, since it alone knows what was silenced. */
import type { Report, Rule } from '../model/rule.js';
import type { Directive } from '../text/directive.js';
import { replace } from '../text/edit.js';

type Ignoring = Extract<Directive, { readonly type: 'ignore' }>;

/** Line `text` with the comment at `span`, less the `unused` rules; the whole line goes where none is left. */
function withoutRules(text: string, { rules, span }: Ignoring, unused: readonly string[]) {
  const left = rules.filter((rule) => !unused.includes(rule));
  if (left.length === 0) return replace({ span: { start: 0, end: text.length } }, '');
  const open = text.indexOf('[', span.start) + 1;
  return replace({ span: { start: open, end: text.indexOf(']', open) } }, left.join(', '));
}

/** What is to be said of the comment in line `text`, of whose rules the `unused` ones found nothing; spans are relative to the line. */
export function idleReport(text: string, directive: Ignoring, unused: readonly string[]): Report {
  const names = unused.map((rule) => `“${rule}”`).join(', ');
  const where = directive.scope === 'file' ? 'in this file' : 'about the line below';
  const title = unused.length === directive.rules.length ? 'Delete this comment' : `Take ${names} out of the brackets`;
  return {
    at: directive,
    message: `${names} ${unused.length === 1 ? 'says' : 'say'} nothing ${where}: the comment ignores nothing, and would hide what comes later. Delete it.`,
    fixes: [{ title, edits: [withoutRules(text, directive, unused)], safe: false }],
  };
}

export const unusedIgnore: Rule = {
  id: 'unused-ignore',
  severity: 'info',
  docs: {
    summary: 'A comment to daemonlint ignores what no rule says.',
    why: 'What it was written for is gone. Left alone it hides the next finding of this sort, which nobody has looked at. Where other files of the host have a say, check the whole host before you delete it.',
    remedy: 'Delete the comment, or take the rule out of its brackets.',
    bad: [
      {
        path: '/etc/inetd.conf',
        text: '# daemonlint: ignore[cleartext-login]: lab network\n#telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n',
      },
      {
        path: '/etc/crontab',
        text: '# daemonlint: ignore-file[crontab/bashism]: bash is sh here\n0 3 * * * root /usr/local/sbin/backup\n',
      },
    ],
    good: [
      {
        path: '/etc/inetd.conf',
        text: '# daemonlint: ignore[cleartext-logon]: lab network\n#telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n',
      },
    ],
    nearMiss: {
      path: '/etc/inetd.conf',
      text: '# daemonlint: ignore[cleartext-login]: lab network\ntelnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n',
    },
  },
};
