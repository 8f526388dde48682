/** Comments to daemonlint that it cannot follow. */
import { factsNamed } from '../knowledge/index.js';
import type { Vocabulary } from '../model/context.js';
import type { Rule } from '../model/rule.js';
import { type Directive, directivesOf, isDirective } from '../text/directive.js';

/** The keys of `key=value`, and the names that each takes. */
const VALUES = { kind: 'kinds', form: 'forms', dialect: 'dialects' } as const satisfies Record<string, keyof Vocabulary>;

const KEYS = Object.keys(VALUES).join(', ');

const isKey = (key: string): key is keyof typeof VALUES => Object.hasOwn(VALUES, key);

function faultOfSetting(key: string, value: string, vocabulary: Vocabulary): string | undefined {
  if (!isKey(key)) return `daemonlint does not know the key “${key}”; it knows ${KEYS}.`;
  const names = vocabulary[VALUES[key]];
  // A dialect is known in any case, as `dialectNamed` has it.
  return names.includes(key === 'dialect' ? value.toLowerCase() : value)
    ? undefined
    : `There is no ${key} “${value}”; there are ${names.join(', ')}.`;
}

function faultOfIgnore(rules: readonly string[], vocabulary: Vocabulary): string | undefined {
  if (rules.length === 0) return 'Name the rules to ignore between the brackets: ignore[rule]: reason.';
  const strange = rules.filter((rule) => !vocabulary.rules.includes(rule) && !Object.hasOwn(vocabulary.renamed, rule));
  return strange.length === 0 ? undefined : `There is no rule ${strange.map((rule) => `“${rule}”`).join(', ')}: this ignores nothing.`;
}

function fault(directive: Directive, vocabulary: Vocabulary): string | undefined {
  switch (directive.type) {
    case 'unknown':
      return `daemonlint does not know “${directive.text}”. It knows key=value (${KEYS}), keep NAME, ignore[rule]: reason and ignore-file[rule]: reason.`;
    case 'set':
      return faultOfSetting(directive.key, directive.value, vocabulary);
    case 'keep': {
      const strange = directive.names.filter((name) => factsNamed(name).length === 0);
      return strange.length === 0 ? undefined : `daemonlint knows no daemon or service named ${strange.join(', ')}: this keeps nothing.`;
    }
    case 'ignore':
      return faultOfIgnore(directive.rules, vocabulary);
  }
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
      { path: '/etc/inetd.conf', text: '# daemonlint: ignore[cleartext-logon]: lab network\n' },
      { path: '/etc/crontab', text: '# daemonlint: form=sistem\n' },
    ],
    good: [
      { path: '/etc/crontab', text: '# daemonlint: form=system dialect=debian\n' },
      { path: '/etc/inetd.conf', text: '# daemonlint: ignore[cleartext-login]: lab network, no way out\n' },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: '# daemonlint: keep telnet\n' },
  },
  types: ['comment'],
  concerns: ({ text }) => isDirective(text),
  *checkLine(line, { vocabulary }) {
    for (const said of directivesOf(line.text)) {
      const message = fault(said, vocabulary);
      if (message !== undefined) yield { at: said.span.start < said.span.end ? said : (line.tokens[0] ?? said), message };
    }
  },
};
