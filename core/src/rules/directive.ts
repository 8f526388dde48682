/** Comments to daemonlint that it cannot follow. */
import { factNames, factsNamed } from '../knowledge/index.js';
import type { Vocabulary } from '../model/context.js';
import type { Fix } from '../model/finding.js';
import { remedied, write } from '../model/remedy.js';
import type { Rule } from '../model/rule.js';
import { type Directive, directivesOf, isDirective } from '../text/directive.js';
import { didYouMean, nearest } from '../text/nearest.js';

/** The keys of `key=value`, and the names that each takes. */
const VALUES = { kind: 'kinds', form: 'forms', dialect: 'dialects' } as const satisfies Record<string, keyof Vocabulary>;

const KEYS = Object.keys(VALUES);

const isKey = (key: string): key is keyof typeof VALUES => Object.hasOwn(VALUES, key);

/** So many words that mean nothing are named, and looked for among those that mean something: a line may hold any number of them. */
const NAMED = 5;

/** `a, b and 3 more`. */
const named = (words: readonly string[], left: string, right: string): string => {
  const more = words.length > NAMED ? ` and ${words.length - NAMED} more` : '';
  return `${words
    .slice(0, NAMED)
    .map((word) => `${left}${word}${right}`)
    .join(', ')}${more}`;
};

/** What is wrong, and the words that mean nothing with the names that one of them may be meant for. */
interface Fault {
  readonly message: string;
  readonly strange: readonly string[];
  readonly names: Iterable<string>;
}

const choice = (said: string, names: readonly string[]): string => didYouMean(said, names) || `; there are ${names.join(', ')}.`;

function faultOfSetting(key: string, value: string, vocabulary: Vocabulary): Fault | undefined {
  if (!isKey(key))
    return { message: `daemonlint does not know the key “${key}”; it knows ${KEYS.join(', ')}.`, strange: [key], names: KEYS };
  const names = vocabulary[VALUES[key]];
  // A dialect is known in any case, as `dialectNamed` has it.
  if (names.includes(key === 'dialect' ? value.toLowerCase() : value)) return undefined;
  return { message: `There is no ${key} “${value}”${choice(value, names)}`, strange: [value], names };
}

function faultOfIgnore(rules: readonly string[], vocabulary: Vocabulary): Fault | undefined {
  const names = vocabulary.rules;
  if (rules.length === 0) return { message: 'Name the rules to ignore between the brackets: ignore[rule]: reason.', strange: [], names };
  const strange = [...new Set(rules)].filter((rule) => !names.includes(rule) && !Object.hasOwn(vocabulary.renamed, rule));
  if (strange.length === 0) return undefined;
  return { message: `There is no rule ${named(strange, '“', '”')}: this ignores nothing${guess(strange, names)}`, strange, names };
}

function faultOfKeep(kept: readonly string[]): Fault | undefined {
  const strange = [...new Set(kept)].filter((name) => factsNamed(name).length === 0);
  if (strange.length === 0) return undefined;
  const names = [...factNames()];
  return {
    message: `daemonlint knows no daemon or service named ${named(strange, '', '')}: this keeps nothing${guess(strange, names)}`,
    strange,
    names,
  };
}

/** The end of a sentence that names the nearest, where one word is strange. */
const guess = ([said = '', second]: readonly string[], names: readonly string[]): string =>
  (second === undefined && didYouMean(said, names)) || '.';

function fault(directive: Directive, vocabulary: Vocabulary): Fault | undefined {
  switch (directive.type) {
    case 'unknown':
      return {
        message: `${directive.text === '' ? 'This comment tells daemonlint nothing.' : `daemonlint does not know “${directive.text}”.`} It knows key=value (${KEYS.join(', ')}), keep NAME, ignore[rule]: reason and ignore-file[rule]: reason.`,
        strange: [],
        names: [],
      };
    case 'set':
      return faultOfSetting(directive.key, directive.value, vocabulary);
    case 'keep':
      return faultOfKeep(directive.names);
    case 'ignore':
      return faultOfIgnore(directive.rules, vocabulary);
  }
}

/** What stands between names. */
const BETWEEN = /^[\s,[\]=]?$/;

/** Where `word` stands by itself behind `start`, and not within another; -1 where it does not. */
function wordAt(text: string, word: string, start: number): number {
  const isEdge = (at: number) => BETWEEN.test(text[at] ?? '');
  let at = text.indexOf(word, start);
  while (at !== -1 && !(isEdge(at - 1) && isEdge(at + word.length))) at = text.indexOf(word, at + 1);
  return at;
}

/** Writes the nearest name for each strange word that has one. */
function fixesOf(text: string, { span }: Directive, { strange, names }: Fault): readonly Fix[] {
  return strange.slice(0, NAMED).flatMap((word) => {
    const start = wordAt(text, word, span.start);
    const [meant] = nearest(word, names, 1);
    return meant === undefined || start === -1 ? [] : remedied(write({ start, end: start + word.length }, meant));
  });
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
      { path: '/etc/inetd.conf', text: '# daemonlint:\n' },
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
      const found = fault(said, vocabulary);
      if (found === undefined) continue;
      const at = said.span.start < said.span.end ? said : (line.tokens[0] ?? said);
      yield { at, message: found.message, fixes: fixesOf(line.text, said, found) };
    }
  },
};
