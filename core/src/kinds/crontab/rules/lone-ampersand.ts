/** A `&` that puts in the background what was to come first, or cuts an address in two. */
import type { Fix } from '../../../model/finding.js';
import type { Report, Rule } from '../../../model/rule.js';
import { insert, replace } from '../../../text/edit.js';
import type { Run } from '../../../text/shell/commands.js';
import { commandLineOf } from '../commands/command-line.js';
import type { CrontabLine } from '../model.js';

/** Words of the shell that change nothing but the shell that runs them. */
const FOR_ITSELF = new Set(['cd', 'export', 'source', '.', 'umask', 'ulimit', 'set', 'alias', 'unset']);

const ADDRESS = /^(?:https?|ftp):\/\/[^"'\s]*\?/;

/** An address as far as it may go without quotes. */
const WHOLE = /[^\s"'`;|<>()]*/y;

function quoted(text: string, start: number, end: number): Fix[] {
  WHOLE.lastIndex = start;
  const whole = (WHOLE.exec(text)?.[0] ?? '').slice(0, end - start).replace(/&$/, '');
  const stop = text[start + whole.length] ?? ' ';
  if (/[$\\]/.test(whole.replaceAll('\\%', '')) || /["'`(]/.test(stop)) return [];
  const span = { start, end: start + whole.length };
  return [{ title: 'Put the address in quotes', edits: [replace({ span }, `'${whole}'`)], safe: false }];
}

/** `curl http://host/page?a=1&b=2` */
function cutAddress({ piece }: Run, next: Run, text: string, end: number): Report | undefined {
  const word = piece.words.at(-1);
  const isCut = word !== undefined && word.span.end === piece.end && next.piece.words[0]?.span.start === piece.end + 1;
  if (!isCut || !ADDRESS.test(word.text) || text.startsWith('&amp;', piece.end)) return undefined;
  return {
    at: { span: { start: piece.end, end: piece.end + 1 } },
    message:
      'This “&” ends the command: the shell starts it in the background with what stands before, and takes what stands behind for another command. Put the address in quotes.',
    fixes: quoted(text, word.span.start, end),
  };
}

/** `cd /srv & ./run` */
function inVain({ piece, command }: Run): Report | undefined {
  if (command === undefined || !FOR_ITSELF.has(command.program.text) || command.wrappers.length > 0) return undefined;
  const at = { span: { start: piece.end, end: piece.end + 1 } };
  return {
    at,
    message: `“&” runs “${command.program.text}” in the background, in a shell of its own: what follows goes on as if it was not there. Write “&&”.`,
    fixes: [{ title: 'Write &&', edits: [insert(piece.end, '&')], safe: false }],
  };
}

export const loneAmpersand: Rule<CrontabLine> = {
  id: 'crontab/lone-ampersand',
  severity: 'warning',
  docs: {
    summary: 'A `&` cuts an address in two, or puts `cd` and the like in the background.',
    why: 'To a shell `&` ends a command and starts it in the background. An address without quotes is fetched as far as its first `&`, and a `cd` in the background moves no other command.',
    remedy: 'Put the address in quotes. Write `&&` where the next command is to follow.',
    bad: [
      { path: '/var/spool/cron/ann', text: '0 3 * * * curl -s http://example.net/run?a=1&b=2\n' },
      { path: '/etc/cron.d/web', text: '0 3 * * * root wget -q -O - https://example.net/run?a=1&b=2&c >/dev/null 2>&1\n' },
      { path: '/var/spool/cron/ann', text: '0 3 * * * cd /home/ann/web & ./run\n' },
    ],
    good: [
      { path: '/var/spool/cron/ann', text: '0 3 * * * curl -s "http://example.net/run?a=1&b=2" & sleep 5; cd /srv && x & y\n' },
      { path: '/var/spool/cron/ann', text: '0 3 * * * curl -s http://example.net/run?a=1 & ./other; (cd /srv; x) &\n' },
    ],
    nearMiss: { path: '/var/spool/cron/ann', text: '0 3 * * * cd /home/ann/web && ./run\n' },
  },
  // One by itself: most entries have a 2>&1, and many a &&.
  marks: [/(?<![<>&|])&(?![&>])/],
  types: ['entry'],
  *checkLine(line) {
    const { runs, end } = commandLineOf(line) ?? { runs: [], end: 0 };
    for (const [at, run] of runs.entries()) {
      const next = runs.slice(at + 1).find(({ piece }) => piece.list === run.piece.list);
      if (run.piece.closedBy !== '&' || next === undefined || next.piece.words.length === 0) continue;
      // The other parts of an address that is cut at each of its `&` are told with the first.
      const report = cutAddress(run, next, line.text, end) ?? inVain(run);
      if (report) yield report;
    }
  },
};
