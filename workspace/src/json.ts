/** JSON as people write it: with comments and trailing commas, and with a place for each mistake. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { lineStarts, placeOf } from '../../core/src/index.js';
import type { Problem } from './files.js';
import type { Report } from './readers.js';

/** `CommaExpected` as `comma expected`. */
const inWords = ({ error }: ParseError): string =>
  printParseErrorCode(error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();

export interface Json {
  /** What could be read; undefined where that is nothing. */
  readonly tree: Node | undefined;
  /** All that is wrong so far; `report` adds to them. */
  readonly problems: readonly Problem[];
  readonly report: Report;
}

/** Reads `source`. What is wrong in it is a problem of `path` with its place; the rest counts. */
export function readJson(path: string, source: string): Json {
  const starts = lineStarts(source);
  const problems: Problem[] = [];
  const say = (offset: number, message: string) => problems.push({ path, message, place: placeOf(starts, offset) });
  const errors: ParseError[] = [];
  let tree: Node | undefined;
  try {
    tree = parseTree(source.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  } catch {
    say(0, 'is nested too deeply to be read');
  }
  for (const error of errors) say(error.offset, `is not valid JSON here: ${inWords(error)}`);
  return { tree, problems, report: (node, message) => say(node.offset, message) };
}
