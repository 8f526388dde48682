/** The patch of what `--fix` would do. */
import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk } from 'diff';
import { applyEdits, type Edit, lineStarts, placeOf } from '../../core/src/index.js';

/** Lines of context above and below a change. */
const CONTEXT = 3;

/** Lines of a text with their line ends; none of the empty text. */
function linesOf(text: string): string[] {
  const starts = text === '' ? [] : lineStarts(text);
  return starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
}

/** Lines `[first, last)` of the old text (0-based) and what stands there in the new one. */
interface Change {
  readonly first: number;
  readonly last: number;
  readonly lines: readonly string[];
}

/** Groups `edits`, which are in order, with the lines `[first, last)` that each group touches; groups neither share lines nor touch. */
function touchedLines(text: string, edits: readonly Edit[]): { readonly first: number; last: number; readonly edits: Edit[] }[] {
  const starts = text === '' ? [] : lineStarts(text);
  const lineAt = (offset: number): number =>
    offset === text.length && !/[^\n]$/.test(text) ? starts.length : placeOf(starts, offset).line;
  const groups: { readonly first: number; last: number; readonly edits: Edit[] }[] = [];
  for (const edit of edits) {
    const first = lineAt(edit.span.start);
    const last = Math.min(lineAt(edit.span.end) + 1, starts.length);
    const group = groups.at(-1);
    if (group && first <= group.last) {
      group.edits.push(edit);
      group.last = Math.max(group.last, last);
    } else groups.push({ first, last, edits: [edit] });
  }
  return groups;
}

/** Cut down to the lines that differ. */
function trimmed(first: number, old: readonly string[], lines: readonly string[]): Change {
  let head = 0;
  while (head < Math.min(old.length, lines.length) && old[head] === lines[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, lines.length) - head && old[old.length - 1 - tail] === lines[lines.length - 1 - tail]) tail++;
  return { first: first + head, last: first + old.length - tail, lines: lines.slice(head, lines.length - tail) };
}

/** What `edits` change. Found from the edits: comparing the texts would take the square of the number of changes. */
function changesOf(text: string, edits: readonly Edit[]): Change[] {
  const old = linesOf(text);
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let offset = 0;
  let line = 0;
  return touchedLines(text, sorted).map((group) => {
    for (; line < group.first; line++) offset += (old[line] ?? '').length;
    const before = old.slice(group.first, group.last);
    const within = group.edits.map((edit) => ({ ...edit, span: { start: edit.span.start - offset, end: edit.span.end - offset } }));
    return trimmed(group.first, before, linesOf(applyEdits(before.join(''), within)));
  });
}

const marked = (mark: string, lines: readonly string[]): string[] =>
  lines.flatMap((line) => (line.endsWith('\n') ? [mark + line.slice(0, -1)] : [mark + line, '\\ No newline at end of file']));

/** The hunk of `changes`, which are near each other; `by` lines more stand above it in the new text than in the old. */
function hunkOf(old: readonly string[], changes: readonly Change[], by: number): StructuredPatchHunk {
  const start = Math.max(0, (changes[0]?.first ?? 0) - CONTEXT);
  const end = Math.min(old.length, (changes.at(-1)?.last ?? 0) + CONTEXT);
  let at = start;
  let added = 0;
  const pieces = changes.map((change) => {
    const above = old.slice(at, change.first);
    const gone = old.slice(change.first, change.last);
    added += change.lines.length - gone.length;
    at = change.last;
    return [...marked(' ', above), ...marked('-', gone), ...marked('+', change.lines)];
  });
  const lines = [...pieces.flat(), ...marked(' ', old.slice(at, end))];
  return { oldStart: start + 1, oldLines: end - start, newStart: start + by + 1, newLines: end - start + added, lines };
}

/** A unified patch, for `patch -p1` and `git apply`, that carries `edits` of `text` out; empty when they change nothing. */
export function patchOf(path: string, text: string, edits: readonly Edit[]): string {
  const old = linesOf(text);
  const groups: Change[][] = [];
  for (const change of changesOf(text, edits)) {
    if (change.last === change.first && change.lines.length === 0) continue;
    const group = groups.at(-1);
    const above = group?.at(-1);
    if (group && above && change.first - above.last <= 2 * CONTEXT) group.push(change);
    else groups.push([change]);
  }
  if (groups.length === 0) return '';
  let by = 0;
  const hunks = groups.map((group) => {
    const hunk = hunkOf(old, group, by);
    by += hunk.newLines - hunk.oldLines;
    return hunk;
  });
  const name = path.replace(/^\/+/, '');
  const patch = { oldFileName: `a/${name}`, newFileName: `b/${name}`, oldHeader: undefined, newHeader: undefined, hunks };
  return formatPatch(patch, FILE_HEADERS_ONLY);
}
