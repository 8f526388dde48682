/** What a line that says a secret has in it: a quick look, for most lines say none. */
import { TAKING } from './secret-options.js';
import { READS_INPUT } from './secrets.js';

/** Words that go with secrets. */
export const WORDS =
  /pass|assword|pwd|psk|_auth|token|secret|(?:api|account|storage|application|encryption|private)[-_]?key|access[-_]?key|cron_key|authorization|[-?&]key[:=]|xox|gh[pousr]_|github_pat|glpat|hvs\.|sk_live|AIza|SG\.|bot\d|hook/i;

/** An address with a password in it, or a token. */
export const ADDRESS = /:\/\/(?:[^\s/@:]*:[^\s/]+|[0-9a-f]{40})@/;

/** False for text that surely says no secret. Most lines with an option that may take one have another program. */
export const maySaySecret = (text: string): boolean => [TAKING, WORDS, ADDRESS, READS_INPUT].some((mark) => mark.test(text));
