/** Comments to daemonlint that it cannot follow. */
import { factsNamed } from '../knowledge/index.js';
import type { Rule } from '../model/rule.js';
import { type Directive, directivesOf, isDirective } from '../text/directive.js';

const KEYS = ['kind', 'form', 'dialect'];

function fault(directive: Directive): string | undefined {
  if (directive.type === 'unknown')
    return `daemonlint does not know “${directive.text}”. It knows key=value (${KEYS.join(', ')}), keep NAME, ignore[rule]: reason and ignore-file[rule]: reason.`;
  if (directive.type === 'set')
    return KEYS.includes(directive.key) ? undefined : `daemonlint does not know the key “${directive.key}”; it knows ${KEYS.join(', ')}.`;
  if (directive.type === 'keep') {
    const strange = directive.names.filter((name) => factsNamed(name).length === 0);
    return strange.length === 0 ? undefined : `daemonlint knows no daemon or service named ${strange.join(', ')}: this keeps nothing.`;
  }
  return directive.rules.length === 0 ? 'Name the rules to ignore between the brackets: ignore[rule]: reason.' : undefined;
}

export const directive: Rule = {
  id: 'directive',
  severity: 'warning',
  docs: {
    summary: 'A comment to daemonlint that says nothing it understands.',
    why: 'You meant to change how this file is read or judged, and it is not changed.',
    remedy: 'Correct the word; the message names the ones that exist.',
    bad: [
      { path: '/etc/crontab', text: '# daemonlint: from=system\n' },
      { path: '/etc/inetd.conf', text: '# daemonlint: keep telnot\n' },
      { path: '/etc/inetd.conf', text: '# daemonlint: shut up\n' },
    ],
    good: [
      { path: '/etc/crontab', text: '# daemonlint: form=system dialect=debian\n' },
      { path: '/etc/inetd.conf', text: '# daemonlint: ignore[cleartext-login]: lab network, no way out\n' },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: '# daemonlint: keep telnet\n' },
  },
  *checkLine(line) {
    if (line.type !== 'comment' || !isDirective(line.text)) return;
    for (const said of directivesOf(line.text)) {
      const message = fault(said);
      if (message !== undefined) yield { at: said, message };
    }
  },
};
