/** Output that goes elsewhere than it seems. */
import type { Fix } from '../../../model/finding.js';
import type { Report, Rule } from '../../../model/rule.js';
import type { Edit } from '../../../text/edit.js';
import type { Run } from '../../../text/shell/commands.js';
import { openIn, type Piece } from '../../../text/shell/shell.js';
import type { Span } from '../../../text/span.js';
import { commandLineOf } from '../commands/command-line.js';
import { grown, noStream, numbered, targetless, tornCopy, unnamed } from '../commands/copies.js';
import { EMPTYING, emptiedBy } from '../commands/emptied.js';
import { groupStart } from '../commands/groups.js';
import { arrowless, cutOff, echoedNull, nearNull } from '../commands/mistyped.js';
import { isFile, isRedirectedAgain, type Output, outputOf } from '../commands/outputs.js';
import type { CrontabLine } from '../model.js';

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
function misordered(outputs: readonly Output[], text: string): Report | undefined {
  const copy = outputs.find(({ stream, isCopy, target }) => stream === '2' && isCopy && target === '1');
  const later = copy && outputs.slice(outputs.indexOf(copy) + 1);
  const file = later?.find(({ stream, isCopy }) => stream === '1' && !isCopy);
  if (copy === undefined || file === undefined || later?.some(({ stream }) => stream !== '1')) return undefined;
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
function overwriting(outputs: readonly Output[]): Report | undefined {
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
function shadowed(outputs: readonly Output[]): Report | undefined {
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

function reportsOn(run: Run, at: number, runs: readonly Run[], text: string): readonly Report[] {
  const { piece, shell } = run;
  const outputs = piece.redirections.flatMap((redirection) => outputOf(redirection) ?? []);
  const slip = targetless(run, text) ?? noStream(run) ?? tornCopy(run, runs[at + 1], text) ?? echoedNull(run, outputs);
  if (slip) return [slip];
  const cut = cutOff(run, runs[at - 1], outputs, text);
  if (cut) return [cut];
  const typos = outputs.flatMap(
    (output, index) => numbered(output, outputs.slice(index + 1), text) ?? unnamed(output, shell) ?? nearNull(output) ?? [],
  );
  if (typos.length > 0) return typos;
  const order = feedsSomething(piece, runs, text) ? undefined : misordered(outputs, text);
  return [order ?? arrowless(run, outputs) ?? overwriting(outputs) ?? shadowed(outputs)].filter((report) => report !== undefined);
}

/** It takes a number behind one to go wrong. */
const NUMBER = />[>|]?[ \t]*\$?[12](?![^ \t;&|)\r\n])/;

/** Or the end of the command right before it. */
const CUT = /[&;][ \t]*[12]?>/;

/** Or a name like that of the null device. */
const NEAR_NULL = />[ \t]*(?!\/dev\/null(?:[ \t;&|)\r\n]|$))\/?(?:de?v?|dve|edv|ev)\/?[nul]+/i;

/** Or a file beside a copy. */
const ARROWLESS = /[ \t]\/dev\/null[ \t]+2>&1|2>&1[ \t]+\//;

/** Or two of them, but for the way most lines end: `>file 2>&1`. */
const TWO = />(?!>?[ \t]*[^\s<>|&;()]+[ \t]+2>&1[^<>\n]*(?![^\n]))[^>\n]*>/;

/** Or none where a file should be. */
const NO_FILE = />>[ \t]*&(?!>)|>[ \t]*(?:[;)]|\|(?!\S)|&(?=[ \t;|)\r\n]|$)|\d>|\r?(?:\n|$))/;

/** Or a copy of a stream with a blank in it, without its `>`, or of what is none. */
const TORN = /[ \t]2[ \t]+>&|2&1|2>&(?![12-])/;

/** Or the null device where nothing reads it. */
const ECHOED = /echo[ \t]+\/dev\/null/;

/** Or one in the next line of a job of anacron. */
const CONTINUED = /\\\n[^>\n]*>/;

export const redirection: Rule<CrontabLine> = {
  id: 'crontab/redirection',
  severity: 'warning',
  docs: {
    summary: 'A redirection that loses output, or sends it elsewhere than it seems.',
    why: 'A shell carries redirections out from left to right, and before the command. `2>&1 >file` leaves the errors where they were, `2>1` writes to a file named 1, two that open the same file write over each other, `2>>&1` is a syntax error to the shell, and `sort file >file` finds the file empty.',
    remedy:
      'Write `>file 2>&1`: first where the output goes, then that the errors follow it. Write what is made of a file to another one, and move that over it.',
    bad: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup 2>&1 >/var/log/backup\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup >/var/log/backup 2>/var/log/backup\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup >/dev/null 2>1\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup >/dev/null >&2\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup >/dev/null 2>$1\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup >/dev/null2>&1\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup & >/dev/null 2>&1\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup /dev/null 2>&1\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup > /dev/nul 2>&1\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup >dev/null\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup 2>&1 /var/log/backup\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup &2>/dev/null\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup; >/dev/null 2>&1\n' },
      { path: '/etc/cron.d/hosts', text: '0 3 * * * root sort -u /srv/hosts > /srv/hosts\n' },
      { path: '/etc/cron.d/hosts', text: '0 3 * * * root cat /srv/hosts | grep -v old > /srv/hosts; reload-hosts\n' },
      { path: '/etc/cron.d/hosts', text: '0 3 * * * root (cat /srv/hosts; echo new) > /srv/hosts\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup 2>>&1\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup >> 2>&1\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup >/dev/null 2 >&1\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup >/dev/null 2&1\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup >/dev/null 2>&q\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root echo /dev/null > /var/log/backup\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root [ -e /srv ] && (cd /srv; (backup 2>&1 >/var/log/backup))\n' },
      { path: '/etc/anacrontab', text: '1 10 backup \\\n  /usr/local/sbin/backup 2>&1 >/var/log/backup\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup 2>&1 >/dev/null | logger\n' },
      {
        path: '/etc/cron.d/backup',
        text: '0 3 * * * root x >>/var/log/x 2>>/var/log/x; y >/dev/null 2>/dev/null; z >a 2>b; w 2>&1 | tee f\n',
      },
      {
        path: '/etc/cron.d/hosts',
        text: '0 3 * * * root sort -u /srv/hosts >> /srv/hosts; ps ax | grep hosts > hosts; sort -o /srv/hosts /srv/hosts; sort a > b; mv b a\n',
      },
      {
        path: '/etc/cron.d/backup',
        text: '0 3 * * * root >/var/log/a; rotate; >/var/log/b; (x; y) >/dev/null 2>&1 & z 2>&1 &\n0 4 * * * root a & 2>/dev/null b; sh -c "x >$1" x y; c >a2 2>&1\n',
      },
      {
        path: '/etc/cron.d/backup',
        text: '0 3 * * * root grep -l x /srv/a /dev/null 2>&1; x 2>&1 /; wget -q http://e.net/a -O /dev/null 2>&1\n',
      },
      {
        path: '/etc/cron.d/backup',
        text: '0 3 * * * root (cd /srv; x 2>&1 >/dev/null) | logger; (y 2>&1 >/srv/a) >/srv/b; e=$( (z 2>&1 >/srv/c) )\n',
      },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root errors=$(/usr/local/sbin/backup 2>&1 >/dev/null); x 3>&1 1>&2 2>&3\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup >/dev/null 2>&1\n' },
  },
  marks: [NUMBER, CUT, NEAR_NULL, ARROWLESS, TWO, NO_FILE, TORN, ECHOED, CONTINUED, ...EMPTYING],
  types: ['entry'],
  *checkLine(line) {
    const { runs, start, end } = commandLineOf(line) ?? { runs: [], start: 0, end: 0 };
    const reports = [
      ...runs.flatMap((run, at) => (run.piece.redirections.length > 0 ? reportsOn(run, at, runs, line.text) : [])),
      ...emptiedBy(runs, line.text),
    ];
    // Where a quote is open, nobody knows what was meant to stand within.
    if (reports.length > 0 && openIn(line.text, start, end) === undefined) yield* reports;
  },
};
