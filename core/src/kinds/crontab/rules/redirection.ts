/** Output that goes elsewhere than it seems. */
import type { Report, Rule } from '../../../model/rule.js';
import type { Run } from '../../../text/shell/commands.js';
import { openIn } from '../../../text/shell/shell.js';
import { commandLineOf } from '../commands/command-line.js';
import { noStream, numbered, targetless, tornCopy, unnamed } from '../commands/copies.js';
import { EMPTYING, emptiedBy } from '../commands/emptied.js';
import { arrowless, cutOff, echoedNull, nearNull } from '../commands/mistyped.js';
import { misordered, overwriting, shadowed } from '../commands/order.js';
import { outputOf } from '../commands/outputs.js';
import type { CrontabLine } from '../model.js';

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
  const order = misordered(run, outputs, runs, text) ?? arrowless(run, outputs) ?? overwriting(outputs) ?? shadowed(outputs);
  return order ? [order] : [];
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
      { path: '/etc/cron.d/backup', text: '0 3 * * * root <folder>/backup >> <folder>/backup.log\n' },
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
