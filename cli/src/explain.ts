/** The command `explain`: the page of a rule or of a daemon. */
import { didYouMean, factNames, factPage, factsNamed, rulePage, rules } from '../../core/src/index.js';
import { coloursFor } from './colour.js';
import type { Io } from './io.js';
import { rendered } from './markdown.js';
import { visible } from './visible.js';

/** Widest text that is comfortable to read. */
const WIDEST = 88;

export function explain(name: string, io: Io): 0 | 2 {
  const rule = rules.find(({ id }) => id === name);
  const pages = rule ? [rulePage(rule)] : factsNamed(name).map(factPage);
  if (pages.length === 0) {
    const near = didYouMean(name, [...rules.map(({ id }) => id), ...factNames()]) || '; `daemonlint rules` lists the rules';
    io.stderr(`daemonlint: there is no rule, daemon or service named “${visible(name)}”${near}\n`);
    return 2;
  }
  io.stdout(rendered(pages.join('\n\n---\n\n'), coloursFor(io), Math.min(WIDEST, io.columns ?? WIDEST)));
  return 0;
}
