/** Groups of commands: what parentheses or braces hold, and the loops and conditions that a word closes. */
import { baseName } from '../../../text/base-name.js';
import type { Run } from '../../../text/shell/commands.js';

/** Words that close a group, and may be redirected as a whole. */
const CLOSING = new Set(['}', 'done', 'fi']);

/** Words that open one; others of the shell that may stand before them. */
const OPENING = new Set(['{', 'if', 'while', 'until', 'for', 'select']);
const LEADING = new Set(['then', 'else', 'elif', 'do', '!', 'time']);

/** How many groups the words of the run open. */
function opens({ piece: { words } }: Run): number {
  let count = 0;
  for (const { text } of words) {
    if (OPENING.has(text)) count++;
    else if (!LEADING.has(text)) break;
    if (text === 'for' || text === 'select') break;
  }
  return count;
}

const closes = ({ piece: { words } }: Run): boolean => CLOSING.has(words[0]?.text ?? '');

/** Behind `)`: those before it that stand in lists of their own. */
function startInParentheses(runs: readonly Run[], at: number): number {
  const list = runs[at]?.piece.list;
  let start = at;
  while (start > 0 && runs[start - 1]?.piece.list !== list) start--;
  return start;
}

/** Of `}`, `done` or `fi`: from the word that opened it; `at` where there is none. */
function startInList(runs: readonly Run[], at: number): number {
  const list = runs[at]?.piece.list;
  let depth = 1;
  for (let start = at - 1; start >= 0; start--) {
    const run = runs[start];
    if (run === undefined || run.piece.list !== list) continue;
    if (closes(run)) depth++;
    depth -= opens(run);
    if (depth <= 0) return start;
  }
  return at;
}

/** Index of the first run of the group that `runs[at]` closes, so that what is said behind it is said of them all; `at` where it closes none. */
export function groupStart(runs: readonly Run[], at: number, text: string): number {
  const run = runs[at];
  if (run === undefined) return at;
  if (closes(run)) return startInList(runs, at);
  return run.piece.words.length === 0 && text[run.piece.start] === ')' ? startInParentheses(runs, at) : at;
}

/** True where words need not mean in `group` what they mean behind it: a variable may be set in it, or the folder changed. */
export function isElsewhere(group: readonly Run[], path: string): boolean {
  if (path.includes('$') && group.some(({ command }) => !command || /^(?:for|read|select|set|\.|source)$/.test(command.program.text)))
    return true;
  return !path.startsWith('/') && group.some(({ command }) => /^(?:cd|pushd|popd)$/.test(baseName(command?.program.text ?? '')));
}
