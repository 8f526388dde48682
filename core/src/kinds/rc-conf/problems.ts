/** Slips that sh does not take for an assignment. What the shell does with each was seen in dash and in bash as sh. */
import type { Problem } from '../../model/line.js';
import type { Remedy } from '../../model/remedy.js';
import { SYNTAX } from './names.js';

/** Each blank has one place in it only: else a line of many would be tried in all ways to divide them. */
const BLANKS = /^([ \t]*)([A-Za-z_][A-Za-z0-9_]*)([ \t]*)=([ \t]*)(?![ \t])["']?[\w./ -]*(?:["'\t][ \t]*)?(?:#.*)?$/;
const UNCLOSED = /^[ \t]*[A-Za-z_][A-Za-z0-9_]*=(["'])/;
const CURLY = /^[ \t]*[A-Za-z_][A-Za-z0-9_]*=[“”„‘’]/;

/** A value between two such quotes, in which no other stands. */
const PAIR = /^([“„‘])([^"'“”„‘’`$\\]*)[”“’][ \t]*(?:#.*)?$/;

/** What is wrong with `text`, one logical line that is no assignment; undefined where it may be code. */
export function problemOf(text: string): Problem | undefined {
  const problem = (start: number, end: number, message: string, remedy?: Remedy): Problem => ({
    rule: SYNTAX,
    span: { start, end },
    message,
    ...(remedy && { remedy }),
  });
  const blanks = BLANKS.exec(text);
  if (blanks) {
    const [, indent = '', name = '', before = '', behind = ''] = blanks;
    const start = indent.length + name.length;
    const end = start + before.length + 1 + behind.length;
    const remedy = { title: `Write ${name}= without blanks`, edits: [{ span: { start, end }, text: '=' }] };
    if (before !== '')
      return problem(
        start,
        end,
        `sh takes ${name} for a command here: an assignment has no blanks around its equals sign. Nothing is set.`,
        remedy,
      );
    if (behind !== '' && text.slice(end).trim() !== '' && !text.slice(end).startsWith('#'))
      return problem(
        start,
        end,
        `sh sets ${name} for one command only, and runs what follows: an assignment has no blank behind its equals sign. Nothing is set.`,
        remedy,
      );
  }
  const open = UNCLOSED.exec(text);
  const at = (open?.[0].length ?? 0) - 1;
  if (open && text.indexOf(open[1] ?? '', at + 1) === -1)
    return problem(
      at,
      text.trimEnd().length,
      'This quote is not closed: sh reads on to the next one, and the lines between are part of the value. With none left it gives up the whole file.',
    );
  return undefined;
}

/** Quotes of a word processor: part of the value to sh. */
export function curlyQuotes(text: string): Problem | undefined {
  const curly = CURLY.exec(text);
  if (!curly) return undefined;
  const start = curly[0].length - 1;
  const [, mark, inner] = PAIR.exec(text.slice(start).trimEnd()) ?? [];
  const quote = mark === '‘' ? "'" : '"';
  return {
    rule: SYNTAX,
    span: { start, end: text.trimEnd().length },
    message: 'These quotes are letters to sh, and part of the value. Write " or \'.',
    ...(inner !== undefined && {
      remedy: {
        // Not with what stands between, which may be a secret.
        title: `Write ${quote} at both ends`,
        edits: [{ span: { start, end: start + inner.length + 2 }, text: quote + inner + quote }],
      },
    }),
  };
}
