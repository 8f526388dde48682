/** Redirections that are fine each by itself, and send output elsewhere than it seems in the order in which they stand. */
import type { Fix } from '../../../model/finding.js';
import type { Report } from '../../../model/rule.js';
import type { Edit } from '../../../text/edit.js';
import type { Run } from '../../../text/shell/commands.js';
import type { Piece } from '../../../text/shell/shell.js';
import type { Span } from '../../../text/span.js';
import { grown } from './copies.js';
import { groupStart } from './groups.js';
import { isFile, isRedirectedAgain, type Output } from './outputs.js';

/** What stands behind the `)` that closes the parentheses around `piece`. */
function behindParentheses(piece: Piece, runs: readonly Run[], text: string): Piece | undefined {
  const inner = runs.findIndex((run) => run.piece === piece);
  return runs.find((run, at) => at > inner && run.piece.words.length === 0 && groupStart(runs, at, text) <= inner)?.piece;
}

/** True where the streams may be swapped on purpose: what is left on the first goes through a pipe, or into a variable. */
function feedsSomething(piece: Piece, runs: readonly Run[], text: string): boolean {
  for (let at: Piece | undefined = piece; at; ) {
    if (at.closedBy.startsWith('|') && at.closedBy !== '||') return true;
    if (at.list.opener === '') break;
    if (at.list.opener !== '(') return true;
    at = behindParentheses(at, runs, text);
    if (at === undefined || at.redirections.length > 0) return true;
  }
  // `{ a 2>&1 >b; } | c`: the pipe is that of the whole group.
  return runs.some(
    (run) =>
      run.piece.start > piece.start && /^\|&?$/.test(run.piece.closedBy) && /^(?:\}|done|fi|esac)$/.test(run.piece.words[0]?.text ?? ''),
  );
}

const gap = (text: string, { start, end }: Span): Span => {
  let stop = end;
  while (text[stop] === ' ' || text[stop] === '\t') stop++;
  return { start, end: stop };
};

/** `2>&1 >file`: the errors went to where the output was before. */
export function misordered({ piece }: Run, outputs: readonly Output[], runs: readonly Run[], text: string): Report | undefined {
  const copy = outputs.find(({ stream, isCopy, target }) => stream === '2' && isCopy && target === '1');
  const later = copy && outputs.slice(outputs.indexOf(copy) + 1);
  const file = later?.find(({ stream, isCopy }) => stream === '1' && !isCopy);
  if (copy === undefined || file === undefined || later?.some(({ stream }) => stream !== '1')) return undefined;
  if (feedsSomething(piece, runs, text)) return undefined;
  const { span } = copy.redirection;
  const edits: Edit[] = [
    { span: gap(text, span), text: '' },
    { span: { start: file.redirection.span.end, end: file.redirection.span.end }, text: ' 2>&1' },
  ];
  return {
    at: copy.redirection,
    message:
      'The order counts: here stderr goes where stdout goes now, to the mail of the job, and only then stdout to the file. Put “2>&1” behind the file if both are meant to go there.',
    fixes: [{ title: 'Send both to the file: put “2>&1” behind it', edits, safe: false }],
  };
}

/** `>file 2>file`: two ends that write over each other. */
export function overwriting(outputs: readonly Output[]): Report | undefined {
  const files = outputs.filter((output, index) => isFile(output) && !isRedirectedAgain(output, outputs.slice(index + 1)));
  for (const [index, first] of files.entries()) {
    const second = files
      .slice(index + 1)
      .find(({ target, stream }) => target === first.target && stream !== first.stream && stream !== 'both');
    if (second === undefined || (first.appends && second.appends)) continue;
    const text = second.stream === '2' ? '2>&1' : '>&2';
    const fix: Fix = { title: `Open the file once: ${text}`, edits: [{ span: second.redirection.span, text }], safe: true };
    return {
      at: second.redirection,
      message: `stdout and stderr each open the same file from its beginning, so that they write over each other. Open it once and write “${text}” for the other.`,
      fixes: [fix],
    };
  }
  return undefined;
}

/** `>a >b`: the first gets nothing. */
export function shadowed(outputs: readonly Output[]): Report | undefined {
  for (const [index, first] of outputs.entries()) {
    const { stream, target, isCopy } = first;
    if (isCopy || stream === 'both') continue;
    const second = outputs.findIndex((other, at) => at > index && (other.stream === stream || other.stream === 'both'));
    const last = outputs[second];
    if (last === undefined || last.target === target) continue;
    const split = grown(first, last);
    if (split) return split;
    // What another stream took over in between is in use.
    if (outputs.slice(index + 1, second).some((other) => other.isCopy && other.target === stream)) continue;
    return {
      at: first.redirection,
      message: `Nothing is written here: std${stream === '2' ? 'err' : 'out'} is redirected once more behind it, and the last one holds. Leave one of them out.`,
    };
  }
  return undefined;
}
