/** The parts of README.md that are made from tables: what stands between `<!-- NAME: … -->` and `<!-- /NAME -->`. */
import { rules } from '../core/src/index.js';
import { peersTable } from './peers.js';
import { ruleTables } from './rule-tables.js';

/** All rules, folded away: whoever looks for one finds it on the page, and nobody else has to read a hundred rows. */
const rulesPart = (): readonly string[] => [
  '<details>',
  `<summary>All ${rules.length} rules</summary>`,
  '',
  ...ruleTables('docs/rules/').flatMap(({ kind, rows }) => [
    kind === undefined ? '**All kinds of file**' : `**${kind.title}**: ids begin with \`${kind.id}/\``,
    '',
    ...rows,
    '',
  ]),
  '</details>',
];

const parts: Readonly<Record<string, () => readonly string[]>> = { rules: rulesPart, peers: peersTable };

/** `text` with each part as the tables have it now. Throws where marks are missing. */
export function readmeOf(text: string): string {
  let whole = text;
  for (const [name, make] of Object.entries(parts)) {
    const marked = new RegExp(`(<!-- ${name}: [^\\n]*-->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!marked.test(whole)) throw new Error(`README.md has no marks <!-- ${name}: … --> and <!-- /${name} -->`);
    whole = whole.replace(marked, (_, start: string, end: string) => `${start}\n${make().join('\n')}\n\n${end}`);
  }
  return whole;
}
