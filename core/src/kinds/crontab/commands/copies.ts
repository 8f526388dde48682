/** Copies of streams, such as `2>&1`, that a character too many or too few makes something else of. */
import type { Report } from '../../../model/rule.js';
import { insert } from '../../../text/edit.js';
import type { Run } from '../../../text/shell/commands.js';
import type { Span } from '../../../text/span.js';
import type { Output } from './outputs.js';

/** `2>$1`: an argument that no job has. */
export function unnamed({ redirection, target, stream }: Output, shell: string): Report | undefined {
  if (!/^\$[12]$/.test(target) || redirection.operator === '>&' || shell !== '') return undefined;
  const number = target.slice(1);
  const wanted = `${redirection.stream ?? ''}>&${number}`;
  const isClear = stream !== number && stream !== 'both';
  return {
    at: redirection,
    message: `“${target}” is an argument of a script, and a job has none: the shell finds no file to write to and does not run the command. For the stream of that number write “>&${number}”.`,
    fixes: isClear ? [{ title: `Write ${wanted}`, edits: [{ span: redirection.span, text: wanted }], safe: false }] : [],
  };
}

/** `2>1`: a file named 1. `later`: where else the output of the command goes, behind it. */
export function numbered({ redirection, target }: Output, later: readonly Output[], text: string): Report | undefined {
  if (!/^[12]$/.test(target) || redirection.operator === '>&' || redirection.target === undefined) return undefined;
  const isBoth = redirection.operator.startsWith('&');
  const start = isBoth && /[ \t][12]$/.test(text.slice(0, redirection.span.start)) ? redirection.span.start - 1 : redirection.span.start;
  const stream = isBoth ? text.slice(start, redirection.span.start) : (redirection.stream ?? '');
  const wanted = `${stream}>&${target}`;
  const span = { start, end: redirection.span.end };
  // `1>1` and the like say nothing of what was meant.
  const isClear = target !== (stream || '1');
  // The order counts: `2>1 >file` is meant to send both to the file.
  const moved = later.filter(({ stream: other, isCopy }) => other === target && !isCopy).at(-1)?.redirection.span.end;
  const behind = /^[ \t]*/.exec(text.slice(span.end))?.[0].length ?? 0;
  const edits =
    moved === undefined ? [{ span, text: wanted }] : [{ span: { start, end: span.end + behind }, text: '' }, insert(moved, ` ${wanted}`)];
  return {
    at: { span },
    message: `This writes to a file named “${target}”. For the stream of that number write “>&${target}”.`,
    fixes: isClear ? [{ title: `Write ${wanted}${moved === undefined ? '' : ' at the end'}`, edits, safe: false }] : [],
  };
}

/** `>/dev/null2>&1`: the number went to the name. */
export function grown(first: Output, next: Output): Report | undefined {
  const number = /[12]$/.exec(first.target)?.[0];
  const { end } = first.redirection.span;
  if (number === undefined || !next.isCopy || next.redirection.stream !== undefined || next.redirection.span.start !== end)
    return undefined;
  return {
    at: { span: { start: first.redirection.span.start, end: next.redirection.span.end } },
    message: `A blank is missing before “${number}>&${next.target}”: the shell takes “${first.target}” for the file.`,
    fixes: [{ title: `Put a blank before ${number}>&${next.target}`, edits: [insert(end - 1, ' ')], safe: false }],
  };
}

/** `<log-folder>`, for somebody to fill in. */
const PLACEHOLDER = /<[A-Za-z][\w-]{0,40}>/g;

/** The first place of a command that somebody is to fill in; undefined unless the last of them ends at the redirection `bare`, which has no file, or stands behind it. */
function unfilled({ start }: Span, bare: Span, text: string): Report | undefined {
  const found = [...text.slice(start, bare.end + 50).matchAll(PLACEHOLDER)].filter(({ index }) => start + index <= bare.end + 1);
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined || start + last.index + last[0].length < bare.end) return undefined;
  const [place] = first;
  return {
    at: { span: { start: start + first.index, end: start + first.index + place.length } },
    message: `“${place}” is still to be filled in. As it stands “<” and “>” are redirections, and one without a file is a syntax error: the shell does not run the command.`,
  };
}

/** `2>>&1`, `2> &1`, `>;`: nothing that could be written to. Undefined where a file follows. */
export function targetless({ piece }: Run, text: string): Report | undefined {
  const bare = piece.redirections.find(({ target }) => target === undefined);
  // What a `%` of cron cuts off has a rule of its own.
  if (bare === undefined || text[bare.span.end] === '%') return undefined;
  const blank = unfilled(piece, bare.span, text);
  if (blank) return blank;
  const { start, end } = bare.span;
  const [gap = '', copied] = (/^>>?$/.test(bare.operator) && /^[ \t]*&([12])(?!\w)/.exec(text.slice(end))) || [];
  if (copied === undefined)
    return {
      at: bare,
      message: `No file stands behind “${bare.operator}”: to the shell that is a syntax error, and it does not run the command. Name one.`,
    };
  const span = { start, end: end + gap.length };
  const wanted = `${bare.stream ?? ''}>&${copied}`;
  const file = /^[ \t]+(\/\S+)$/.exec(text.slice(span.end).trimEnd())?.[1];
  const whole = file === undefined ? wanted : `>>${file} ${wanted}`;
  return {
    at: { span },
    message: `“${text.slice(start, span.end)}” is a syntax error to the shell, and it does not run the command. Write “${whole}”.`,
    fixes: [
      {
        title: `Write ${whole}`,
        edits: [{ span: file === undefined ? span : { start, end: text.trimEnd().length }, text: whole }],
        safe: false,
      },
    ],
  };
}

/** `2>&q`: a copy of what is no stream. What a page made of `&` has a rule of its own. */
export function noStream({ piece }: Run): Report | undefined {
  const found = piece.redirections.find(
    ({ operator, stream = '1', target }) => operator === '>&' && stream !== '1' && target && !/^(?:\d+-?|-|amp)$|\$/.test(target.text),
  );
  return (
    found && {
      at: found,
      message: `“${found.target?.text.slice(0, 60) ?? ''}” is no stream, and “${found.stream ?? ''}>&” sends to one: the shell does not run the command. Write “>&1”, or a file behind “>” alone.`,
    }
  );
}

/** What stands for `2>&1` in `run`, and what the shell makes of it. */
function torn({ piece }: Run, next: Run | undefined, text: string): { readonly span: Span; readonly instead: string } | undefined {
  const last = piece.words.at(-1);
  for (const { operator, stream, target, span } of piece.redirections) {
    if (stream !== undefined || target === undefined) continue;
    const before = piece.redirections.some((other) => last && /^[ \t]+$/.test(text.slice(other.span.end, last.span.start)));
    const isApart = last?.text === '2' && before && last.span.end < span.start && text.slice(last.span.end, span.start).trim() === '';
    if (operator === '>&' && target.text === '1' && isApart)
      return {
        span: { start: last.span.start, end: span.end },
        instead: 'gives the command an argument “2”, and its errors go to the mail of the job',
      };
  }
  const one = next?.piece.words[0];
  const isCut = piece.closedBy === '&' && one?.text === '1' && one.span.start === piece.end + 1;
  if (!isCut) return undefined;
  const file = piece.redirections.find(({ operator, target }) => operator === '>' && target?.text === '2' && target.span.end === piece.end);
  const start =
    file?.span.start ?? (last?.text === '2' && last.span.end === piece.end && piece.redirections.length > 0 ? last.span.start : undefined);
  if (start === undefined) return undefined;
  const first = file ? 'writes to a file named “2”' : 'gives the command an argument “2”';
  return { span: { start, end: one.span.end }, instead: `${first}, puts the command in the background and runs a program named “1”` };
}

/** `2 >&1`, `2&1`, `>2&1`: a character too many or too few in `2>&1`. */
export function tornCopy(run: Run, next: Run | undefined, text: string): Report | undefined {
  const found = torn(run, next, text);
  if (found === undefined) return undefined;
  const { span, instead } = found;
  return {
    at: { span },
    message: `“${text.slice(span.start, span.end)}” is not “2>&1”: the shell ${instead}. Write “2>&1”.`,
    fixes: [{ title: 'Write 2>&1', edits: [{ span, text: '2>&1' }], safe: false }],
  };
}
