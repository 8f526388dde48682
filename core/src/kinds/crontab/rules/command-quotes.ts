/** Quotes and parentheses of a command that the shell finds no end of, and quotes around all of it. */
import { isShell } from '../../../knowledge/interpreters.js';
import type { Fix } from '../../../model/finding.js';
import type { Report, Rule } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import { insert } from '../../../text/edit.js';
import type { Run } from '../../../text/shell/commands.js';
import { openIn } from '../../../text/shell/shell.js';
import { type CommandLine, commandLineOf } from '../commands/command-line.js';
import type { CrontabLine } from '../model.js';
import { carriedIn } from '../reading/carried.js';

/** What a shell of another family reads otherwise, or only bash at all, or what is no single text: nothing is said of those. */
const HARD = /\$'|\bcase[ \t]|<</;

/** True where the command goes to a shell with the quotes of sh. */
function isForSh({ carry, job }: CrontabLine): boolean {
  const { shell = '/bin/sh' } = job ? {} : carriedIn(carry);
  return isShell(shell) && !/(?:csh|fish)$/.test(baseName(shell));
}

/** An operator of the shell, with all the blanks before it. */
const BEHIND = /(?<![ \t])[ \t]+(\d*>{1,2}|<|\|{1,2}|;|&{1,2})/;

/** Where one mark stands alone, it is plain what to do. */
function fixesOf(text: string, at: number, { start, end: commandEnd }: CommandLine): Fix[] {
  const mark = text[at] ?? '';
  const command = text.slice(start, commandEnd).trimEnd();
  if (!/["'`]/.test(mark) || command.indexOf(mark) !== command.lastIndexOf(mark)) return [];
  const last = start + command.length;
  if (at === last - 1) return [{ title: `Delete the ${mark}`, edits: [{ span: { start: at, end: last }, text: '' }], safe: false }];
  if (/\w'\w/.test(text.slice(at - 1, at + 2)))
    return [{ title: `Put a backslash before the ${mark}`, edits: [insert(at, '\\')], safe: false }];
  // What follows is for the shell, more likely than to be quoted.
  const stop = BEHIND.exec(text.slice(at, last));
  const end = stop === null ? last : at + stop.index;
  const where = stop === null ? 'at the end of the command' : `before ${stop[1]}`;
  return [{ title: `Close it ${where}: ${mark}`, edits: [insert(end, mark)], safe: false }];
}

function unclosed(line: CrontabLine, command: CommandLine): Report | undefined {
  const { text } = line;
  const { start, end } = command;
  // A `%` that cuts quotes in two has a rule of its own.
  const isCut = text.slice(end).startsWith('%');
  const at = isCut || HARD.test(text.slice(start, end)) ? undefined : openIn(text, start, end);
  if (at === undefined || at >= end) return undefined;
  const mark = /^(?:\$[({]|.)/.exec(text.slice(at))?.[0] ?? '';
  return {
    at: { span: { start: at, end: Math.min(at + mark.length, end) } },
    message: `Nothing closes this “${mark}”: to the shell the command has no end, and it runs nothing of it. Close it, or put a backslash before it if it is meant as it stands.`,
    fixes: fixesOf(text, at, command),
  };
}

/** A command with arguments, as one word: a path with blanks in it has no option, and no second path. */
const WHOLE = /^(["'])[^"'\\$\x60]*[ \t](?:--?[a-zA-Z]|\/[a-z]|\d?>|&&|\|)[^"'\\]*\1$/;

/** A quick look for one where a command may begin. */
const MAY_BE_WHOLE = /(?:^|[;&|({][ \t]*|[ \t](?:then|do|else)[ \t]+)["']/;

function* wholes(runs: readonly Run[]): Iterable<Report> {
  for (const { piece, command } of runs) {
    const [word, ...more] = piece.words;
    // Behind a parenthesis it may be an argument of some other language.
    if (piece.list.opener !== '' || more.length > 0) continue;
    if (word === undefined || word !== command?.program || !WHOLE.test(word.text)) continue;
    const { start, end } = word.span;
    yield {
      at: word,
      message:
        'The quotes make one word of the whole command: the shell looks for a program of that name, blanks and all, and finds none. Delete them.',
      fixes: [
        {
          title: 'Delete the quotes around the command',
          edits: [
            { span: { start, end: start + 1 }, text: '' },
            { span: { start: end - 1, end }, text: '' },
          ],
          safe: false,
        },
      ],
    };
  }
}

export const commandQuotes: Rule<CrontabLine> = {
  id: 'crontab/command-quotes',
  severity: 'error',
  docs: {
    summary: 'A quote or a parenthesis of the command is not closed, or quotes stand around all of it.',
    why: 'Cron does not look into a command and starts the shell, which reads it whole before it runs any of it: where it finds no end of a quote it says “Unterminated quoted string”, and the job has never run. A command in quotes is one word to it, the name of a program that there is not.',
    remedy: 'Close what is open, put a backslash before an apostrophe, and take off the quotes around a whole command.',
    bad: [
      { path: '/var/spool/cron/ann', text: '0 3 * * * echo "It is three >> /home/ann/log\n' },
      { path: '/etc/cron.d/report', text: "0 3 * * * root mail -s Don't ann < /srv/report\n" },
      { path: '/etc/cron.d/report', text: '0 3 * * * root (cd /srv && ./report\n' },
      { path: '/etc/cron.d/report', text: '0 3 * * * root echo $(date >> /srv/dates\n' },
      { path: '/var/spool/cron/ann', text: '0 3 * * * "/usr/bin/php -q /srv/report.php"\n' },
    ],
    good: [
      { path: '/var/spool/cron/ann', text: '0 3 * * * echo "It is three" >> /home/ann/log # don\'t forget (\n' },
      { path: '/var/spool/cron/ann', text: `0 3 * * * echo Don\\'t; awk '{print $1}' "it's"; (cd /srv; x); y \`z\` \${a:-b}\n` },
      { path: '/var/spool/cron/ann', text: '0 3 * * * "/Applications/My App.app/bin/run"; "/home/ann/My Files/run all" -q\n' },
      { path: '/var/spool/cron/ann', text: '0 3 * * * mail -s "A%b" ann\n0 4 * * * case $x in a) y;; esac\n' },
      { path: '/spider/crontab', text: "0 3 * * * spawn('cd /spider && run')\n" },
      { path: '/var/spool/cron/ann', text: "SHELL=/bin/tcsh\n0 3 * * * echo Don't\n" },
    ],
    nearMiss: { path: '/etc/cron.d/report', text: '0 3 * * * root mail -s Done ann < /srv/report\n' },
  },
  marks: [/["'(`]|\$\{/],
  types: ['entry'],
  *checkLine(line) {
    const command = commandLineOf(line);
    if (command === undefined || !isForSh(line)) return;
    const open = unclosed(line, command);
    if (open) yield open;
    else if (MAY_BE_WHOLE.test(line.text.slice(command.start, command.end))) yield* wholes(command.runs);
  },
};
