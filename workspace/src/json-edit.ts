/** Edits of JSON with comments that touch nothing but what they are about: comments, line ends and the way that the rest is laid out stay. */
import { createScanner, type Node } from 'jsonc-parser';
import type { Edit } from '../../core/src/index.js';

const STEP = '  ';

const lineEndOf = (source: string): string => (source.includes('\r\n') ? '\r\n' : '\n');

/** The blanks at the beginning of the line of `offset`. */
const indentAt = (source: string, offset: number): string =>
  /^[ \t]*/.exec(source.slice(source.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';

const ends = (node: Node): number => node.offset + node.length;

/** The offset behind the comma that follows `offset`, comments between them passed over; undefined where none does. */
function behindComma(source: string, offset: number): number | undefined {
  const scanner = createScanner(source, true);
  scanner.setPosition(offset);
  scanner.scan();
  const at = scanner.getTokenOffset();
  return source[at] === ',' ? at + 1 : undefined;
}

/** Puts `value` behind all that is in `list`, an array, or in an object by `name`. */
export function appended(source: string, list: Node, value: unknown, name?: string): readonly Edit[] {
  const eol = lineEndOf(source);
  const outer = indentAt(source, list.offset);
  const last = list.children?.at(-1);
  const inner =
    last && /^[ \t]*$/.test(source.slice(source.lastIndexOf('\n', last.offset - 1) + 1, last.offset))
      ? indentAt(source, last.offset)
      : outer + STEP;
  const lines = JSON.stringify(value, undefined, STEP).split('\n').join(`${eol}${inner}`);
  const text = `${eol}${inner}${name === undefined ? '' : `${JSON.stringify(name)}: `}${lines}`;
  const close = ends(list) - 1;
  const at = source.slice(0, close).trimEnd().length;
  const isOnOneLine = !source.slice(at, close).includes('\n');
  const whole = `${text}${isOnOneLine ? `${eol}${outer}` : ''}`;
  const span = { start: at, end: isOnOneLine ? close : at };
  if (last === undefined || behindComma(source, ends(last)) !== undefined) return [{ span, text: whole }];
  if (ends(last) === at) return [{ span, text: `,${whole}` }];
  return [
    { span: { start: ends(last), end: ends(last) }, text: ',' },
    { span, text: whole },
  ];
}

/** Takes `node`, a member of `list`, out: with its comma, and with its lines where nothing else stands on them. */
export function removed(source: string, list: Node, node: Node): Edit {
  const comma = behindComma(source, ends(node));
  const [start, end] = [node.offset, comma ?? ends(node)];
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[ \t]*(?:\r?\n)?/.exec(source.slice(end))?.[0] ?? '';
  const isAlone = source.slice(lineStart, start).trim() === '' && rest.endsWith('\n');
  const blanks = comma === undefined || rest.endsWith('\n') ? 0 : rest.length;
  const own = isAlone ? { start: lineStart, end: end + rest.length } : { start, end: end + blanks };
  const before = list.children?.[list.children.indexOf(node) - 1];
  // Behind the last one no comma is left, unless it had one itself; what else stands between the two stays.
  const lost = comma === undefined && before ? behindComma(source, ends(before)) : undefined;
  if (lost === undefined) return { span: own, text: '' };
  return { span: { start: lost - 1, end: own.end }, text: source.slice(lost, isAlone ? own.start : start).replace(/[ \t]+$/, '') };
}
