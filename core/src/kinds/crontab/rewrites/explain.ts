/** What an entry means, as a comment above it. */
import type { Rewrite } from '../../../model/editing.js';
import { isDirective } from '../../../text/directive.js';
import { insert, replace } from '../../../text/edit.js';
import { lineEndOf, withoutLineEnd } from '../../../text/lines.js';
import { indentOf } from '../reading/shape.js';
import { meaningsOf, titlesOf } from '../timing/meanings.js';
import type { Site } from './site.js';

/** What such a comment begins with, by which it is known again. */
const LEAD = '# Runs: ';

/** Writes the comment, or brings the one up to date that stands there. What speaks to daemonlint of the entry stays right above it. */
export function explainRewrites({ document, index, line, context }: Site): readonly Rewrite[] {
  const meanings = meaningsOf(line, context);
  const words = meanings.map((meaning) => `${meaning.words}${meanings.length > 1 ? ` by ${titlesOf(meaning.timings)}` : ''}`).join('; ');
  let at = index;
  while (at > 0 && isDirective(document.lines[at - 1]?.text ?? '')) at--;
  const above = document.lines[at - 1]?.text ?? '';
  const body = withoutLineEnd(above);
  const comment = `${line.text.slice(0, indentOf(line.text))}${LEAD}${words}.`;
  const offset = document.starts[at] ?? 0;
  if (!body.trimStart().startsWith(LEAD)) {
    const lineEnd = line.text.slice(withoutLineEnd(line.text).length) || lineEndOf(document.text);
    return [{ name: 'explain', title: 'Explain this entry in a comment above it', edits: [insert(offset, `${comment}${lineEnd}`)] }];
  }
  if (body === comment) return [];
  const start = offset - above.length;
  const edit = replace({ span: { start, end: start + body.length } }, comment);
  return [{ name: 'explain', title: 'Bring the comment above up to date', edits: [edit] }];
}
