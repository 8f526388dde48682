/** What a comment to daemonlint does, for its hover. */
import { factsNamed } from '../knowledge/index.js';
import type { PlacedDirective } from '../lint/suppress.js';
import type { RuleMeta } from '../model/rule.js';
import type { Directive } from '../text/directive.js';
import { code, prose } from '../text/markdown.js';
import { touches } from '../text/span.js';
import type { Hover } from './hover.js';

/** What is known of rules: by any name that they have or had, and where the page of one is. */
export interface RuleBook {
  readonly named: (name: string) => RuleMeta | undefined;
  /** The address of the page of the rule of an id. */
  readonly page: (id: string) => string;
}

const KEYS: Readonly<Record<string, string>> = {
  kind: 'what kind of file this is',
  form: 'which columns the entries of this file have',
  dialect: 'which daemon reads this file',
};

/** So many items are listed: a line may hold any number of them. */
const LISTED = 20;

function list(all: readonly string[]): string {
  const items = [...new Set(all)];
  const more = items.length > LISTED ? [`and ${items.length - LISTED} more`] : [];
  return [...items.slice(0, LISTED), ...more].map((text) => `\n- ${text}`).join('');
}

/** In Markdown; undefined for what means nothing, of which a finding tells. */
function words(directive: Directive, { named, page }: RuleBook): string | undefined {
  if (directive.type === 'set') {
    const about = KEYS[directive.key];
    return about && `Says ${about}: ${code(directive.value)}.`;
  }
  if (directive.type === 'keep') {
    const facts = directive.names.flatMap((name) => factsNamed(name).slice(0, 1));
    if (facts.length === 0) return undefined;
    return `Nothing is said against these in this file:\n${list(facts.map(({ name, what }) => `**${prose(name)}**: ${what.text}`))}`;
  }
  if (directive.type === 'unknown') return undefined;
  const rules = directive.rules.flatMap((name) => named(name) ?? []);
  if (rules.length === 0) return undefined;
  const where = directive.scope === 'file' ? 'In this file' : 'Of the line below';
  return `${where}, this is not told:\n${list(rules.map(({ id, docs }) => `[${id}](${page(id)}): ${docs.summary}`))}`;
}

/** The hover at `offset` where a comment speaks to daemonlint there; undefined elsewhere. */
export function directiveHover(directives: readonly PlacedDirective[], offset: number, rules: RuleBook): Hover | undefined {
  const directive = directives.find(({ directive: { span } }) => touches(span, { start: offset, end: offset }))?.directive;
  const markdown = directive && words(directive, rules);
  return directive && markdown !== undefined ? { span: directive.span, markdown } : undefined;
}
