/** Turning services off and on. */
import type { Context } from '../../model/context.js';
import type { Fix } from '../../model/finding.js';
import type { Launch } from '../../model/line.js';
import { uncomment } from '../../model/toggle.js';
import { type Edit, insert } from '../../text/edit.js';
import { lineEndOf, physicalEnd } from '../../text/lines.js';
import type { Setting, XinetdLine } from './model.js';

/** What remains to be done on the host. */
export const AFTER = 'Send HUP to xinetd (pkill -HUP xinetd) to make it take effect; servers of a service that is gone are ended.';

const isDisable = ({ attribute }: Setting): boolean => attribute.text.toLowerCase() === 'disable';

const TAB = 8;

const widthOf = (text: string): number => {
  let width = 0;
  for (const character of text) width += character === '\t' ? TAB - (width % TAB) : 1;
  return width;
};

/** `disable` and the blanks behind it, so that its = stands below that of `like`, the text of a setting from its line's beginning to its =. */
function aligned(indent: string, like: string): string {
  const wanted = widthOf(like);
  let said = `${indent}disable`;
  if (widthOf(said) >= wanted) return `${said} `;
  const blank = /\t$/.test(like) ? '\t' : ' ';
  while (widthOf(said) < wanted) said += blank;
  return said;
}

/** A line that turns the service off, written as the first setting of the block is, behind the line of its {. */
function inserted({ text, settings = [], tokens }: XinetdLine): Edit[] {
  const brace = tokens.find(({ role }) => role === 'brace');
  if (brace === undefined) return [];
  const [first] = settings;
  const start = first ? text.lastIndexOf('\n', first.attribute.span.start) + 1 : 0;
  const indent = first ? text.slice(start, first.attribute.span.start) : '\t';
  const like = first ? text.slice(start, first.operator?.span.start ?? start) : '';
  return [insert(physicalEnd(text, brace.span.start), `${aligned(indent, like)}= yes${lineEndOf(text)}`)];
}

/** The setting with `value` alone; a comment that was taken for values goes on a line of its own above. */
function rewritten({ text }: XinetdLine, { attribute, operator, values }: Setting, value: string): Edit[] {
  const [from, to] = [operator?.span.start ?? attribute.span.end, values.at(-1)?.span.end ?? operator?.span.end ?? attribute.span.end];
  const edits: Edit[] = [{ span: { start: from, end: to }, text: `${operator ? '' : ' '}= ${value}` }];
  const [one] = values;
  if (operator?.text === '=' && one && values.length === 1) return [{ span: one.span, text: value }];
  const comment = values.find(({ text: word }) => word.startsWith('#'));
  if (comment === undefined) return edits;
  const start = text.lastIndexOf('\n', attribute.span.start) + 1;
  const indent = text.slice(start, attribute.span.start);
  return [insert(start, `${indent}${text.slice(comment.span.start, to)}${lineEndOf(text)}`), ...edits];
}

/** Edits, relative to the Line, that make `disable = yes` of what it says of itself now. */
export const disableEdits = (line: XinetdLine): Edit[] => {
  const own = line.settings?.find(isDisable);
  return own ? rewritten(line, own, 'yes') : inserted(line);
};

export function disable(line: XinetdLine, { subject }: Launch, _context: Context): readonly Fix[] {
  if (line.type !== 'entry') return [];
  return [{ title: `Disable ${subject.text}: set disable = yes`, edits: disableEdits(line), safe: true, after: AFTER }];
}

export function enable(line: XinetdLine, { subject }: Launch): readonly Fix[] {
  const title = `Enable ${subject.text}`;
  const after = 'Send HUP to xinetd (pkill -HUP xinetd) to make it take effect.';
  if (line.type === 'commented') return [{ title, edits: uncomment(line), safe: false, after }];
  const own = line.settings?.find(isDisable);
  // What the defaults turn off, or the name of the file, nothing in the block can turn on.
  if (line.type !== 'entry' || line.service?.off !== 'disable' || own === undefined) return [];
  return [{ title: `${title}: set disable = no`, edits: rewritten(line, own, 'no'), safe: false, after }];
}
