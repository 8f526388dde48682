/** How the inits of Linux start a process: sysvinit 3.06 and BusyBox 1.35 alike, as run. */
import { pieces } from '../../text/shell/shell.js';
import { type Word, words } from '../../text/words.js';

/** What has init leave a process to a shell: it runs `sh -c "exec PROCESS"` then. */
const SHELL = /[~`!$^&*()=|\\{}[\];"'<>?]/;

export const needsShell = (process: string): boolean => SHELL.test(process);

/** Words that are none of a program. A system may have programs called cd or command. */
const BUILTIN = /^(?:exec|eval|export|set|source|\.)$/;
const COMPOUND = /^(?:(?:if|while|until|for|case)$|[({!])/;
const ASSIGNMENT = /^[A-Za-z_]\w*=/;
const ENDS = /^(?:;|&&|\|\|)$/;

export interface Failing {
  /** Where it fails. */
  readonly at: Word;
  /** What is wrong. */
  readonly said: string;
  /** Set where it starts nothing at all. */
  readonly nothing?: true;
}

/** A first word that init finds no program for. */
function firstFailing(first: Word, isShell: boolean): Failing | undefined {
  const { text } = first;
  const puts = 'init puts exec before a process that needs a shell';
  if (text === 'exec')
    return { at: first, nothing: true, said: `“exec” is no program, and ${puts} by itself: nothing is started. Leave it out.` };
  if (BUILTIN.test(text))
    return {
      at: first,
      nothing: true,
      said: `“${text}” is no program but a word of the shell: nothing is started. Write it into a script.`,
    };
  if (isShell && ASSIGNMENT.test(text))
    return {
      at: first,
      nothing: true,
      said: `${puts}, which takes “${/^\w+=/.exec(text)?.[0]}…” for the name of a program: nothing is started. Write env before it.`,
    };
  return isShell && COMPOUND.test(text)
    ? {
        at: first,
        nothing: true,
        said: `${puts}, and no compound command goes with exec: nothing is started. Write it into a script, or behind sh -c in quotes.`,
      }
    : undefined;
}

/** Why the process from `start` to `end` of `text`, its sign left out, is not run as it stands; undefined where it is. */
export function failing(text: string, start: number, end: number): Failing | undefined {
  const [first] = words(text, start, end, 1);
  if (first === undefined) return undefined;
  const isShell = needsShell(text.slice(start, end));
  const found = firstFailing(first, isShell);
  if (found || !isShell) return found;
  const [piece] = pieces(text, start, end).filter(({ list }) => list.opener === '');
  if (piece === undefined || piece.words.length === 0 || !ENDS.test(piece.closedBy)) return undefined;
  const from = text.indexOf(piece.closedBy, piece.end);
  const at = { text: piece.closedBy, span: { start: from, end: from + piece.closedBy.length } };
  if (from === -1 || text.slice(at.span.end, end).trim() === '') return undefined;
  return {
    at,
    said: `init puts exec before a process that needs a shell: the shell is gone with the first command, and what stands behind this ${piece.closedBy} never runs. Write it into a script, or all of it behind sh -c in quotes.`,
  };
}
