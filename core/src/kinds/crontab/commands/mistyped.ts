/** Redirections that do not stand where they should, or lead elsewhere by a slip. */

import { isNear } from '../../../knowledge/near.js';
import type { Report } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import { replace } from '../../../text/edit.js';
import type { Run } from '../../../text/shell/commands.js';
import { isFile, type Output } from './outputs.js';

/** `>/dev/nul`, `> dev/null`: a file of such a name, or none that can be made. */
export function nearNull({ redirection, target }: Output): Report | undefined {
  const word = redirection.target;
  if (word === undefined || target === '/dev/null' || /[12]$/.test(target) || !isNear(target, '/dev/null')) return undefined;
  return {
    at: word,
    message: `This is not /dev/null: ${target.startsWith('/') ? 'the shell makes a file of this name' : 'the shell looks for a folder “dev” where the job starts, and does not run the command where there is none'}. Write “/dev/null”.`,
    fixes: [{ title: 'Write /dev/null', edits: [replace(word, '/dev/null')], safe: false }],
  };
}

/** `echo /dev/null > file`: the file gets a line in place of being emptied. */
export function echoedNull({ command, piece }: Run, outputs: readonly Output[]): Report | undefined {
  const [arg, ...more] = command?.args ?? [];
  const [output] = outputs;
  if (command?.program.text !== 'echo' || arg?.text !== '/dev/null' || more.length > 0 || piece.redirections.length !== 1) return undefined;
  if (output === undefined || output.appends || !isFile(output)) return undefined;
  return {
    at: { span: { start: command.program.span.start, end: arg.span.end } },
    message: `This writes the words “/dev/null” to ${output.target.slice(0, 80)}, and does not leave it empty. Write “cat /dev/null”.`,
    fixes: [{ title: 'Write cat /dev/null', edits: [replace(command.program, 'cat')], safe: false }],
  };
}

/** Programs that are given /dev/null to read, or to look like more than one file. */
const READS_NULL = /^(?:cat|cp|dd|diff|cmp|[efz]?grep|head|install|ln|ls|mail|mailx|rg|sed|tail|tee|test|\[|wc)$/;

/** `job /dev/null 2>&1`, `job 2>&1 /dev/null`: an argument where a file for the output was meant. */
export function arrowless({ piece, command }: Run, outputs: readonly Output[]): Report | undefined {
  const [copy, ...more] = outputs;
  const last = piece.words.at(-1);
  if (command === undefined || copy === undefined || last === undefined || more.length > 0 || piece.redirections.length > 1)
    return undefined;
  if (copy.stream !== '2' || !copy.isCopy || copy.target !== '1' || last === command.program) return undefined;
  const { span } = copy.redirection;
  const before = piece.words.at(-2);
  // The value of an option, such as `-o /dev/null`.
  if (before?.text.startsWith('-')) return undefined;
  const isBehind = last.span.start > span.end && before !== undefined && before.span.end <= span.start;
  const isNull = last.text === '/dev/null' && !READS_NULL.test(baseName(command.program.text));
  if (!(isNull || (isBehind && /^\/\S+\/\S+$/.test(last.text)))) return undefined;
  const [start, end] = isBehind ? [span.start, last.span.end] : [last.span.start, span.end];
  const wanted = `>${last.text} 2>&1`;
  return {
    at: last,
    message: `“${last.text}” is an argument of the command here: no “>” stands before it, and all output goes to the mail of the job. Write “${wanted}” if it is meant to go there.`,
    fixes: [{ title: `Write ${wanted}`, edits: [{ span: { start, end }, text: wanted }], safe: false }],
  };
}

/** `job & >/dev/null 2>&1`: the command ended before it. `before`: the command that stands there. */
export function cutOff({ piece }: Run, before: Run | undefined, outputs: readonly Output[], text: string): Report | undefined {
  const last = piece.redirections.at(-1);
  if (before === undefined || last === undefined || piece.words.length > 0 || before.piece.list !== piece.list) return undefined;
  const { closedBy, end } = before.piece;
  // `; >file` empties the file, which may be meant.
  if (closedBy !== '&' && (closedBy !== ';' || outputs.length === 0 || outputs.some(isFile))) return undefined;
  const span = { start: end, end: last.span.end };
  const behind = text.slice(piece.redirections[0]?.span.start, last.span.end);
  const blank = /[ \t]$/.test(text.slice(0, end)) ? '' : ' ';
  return {
    at: { span },
    message: `“${closedBy}” ends the command${closedBy === '&' ? ' and puts it in the background' : ''}: what is redirected behind it is the output of no command. Put “${behind}” before the “${closedBy}”.`,
    fixes: [
      {
        title: closedBy === '&' ? 'Put it before the “&”' : 'Delete the “;”',
        edits: [{ span, text: `${blank}${behind}${closedBy === '&' ? ' &' : ''}` }],
        safe: false,
      },
    ],
  };
}
