/** Where the pages of rules are, as a client wants to be led there. */
import { type ClientGifts, SHOW_RULE } from './protocol.js';
import type { Runtime } from './runtime.js';

/** The URI of a rule's page. */
export const pageOf = (rule: string, { rules }: ClientGifts, { pages }: Runtime): string =>
  `${rules ? 'daemonlint-rule:/' : pages}${rule}.md`;

/** The same for a link in Markdown: VS Code lets no scheme of ours stand there, but a command that the client trusts. */
export const linkTo = (rule: string, gifts: ClientGifts, runtime: Runtime): string =>
  gifts.rules ? `command:${SHOW_RULE}?${encodeURIComponent(JSON.stringify([rule]))}` : pageOf(rule, gifts, runtime);
