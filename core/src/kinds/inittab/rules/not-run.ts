/** A process that init does not run as it is written. */
import type { Report, Rule } from '../../../model/rule.js';
import { bytesOf } from '../../../text/bytes.js';
import { insert, replace } from '../../../text/edit.js';
import { type Dialect, dialectsOf } from '../dialects.js';
import type { InittabEntry, InittabLine } from '../model.js';
import { failing } from '../starting.js';
import { afterFor } from '../switches.js';

/** A sign of another init, which is part of the name to this one. */
const FOREIGN = /^[+@-](?=[^ \t])/;

/** What goes before a process that a shell is to run, with a quote behind it. */
const CALL = "/bin/sh -c '";

/** What `dialect` makes of the process of `entry`. */
function reportFor(
  { starts, title, longest }: Dialect,
  { text }: InittabLine,
  { written: { process } }: InittabEntry,
  after: string,
): Report | undefined {
  if (starts === undefined || process.text.trim() === '') return undefined;
  const start = process.span.start + (starts.signs.exec(process.text)?.[0].length ?? 0);
  const end = process.span.start + process.text.trimEnd().length;
  const sign = FOREIGN.exec(text.slice(start, end))?.[0];
  if (sign !== undefined)
    return {
      at: { span: { start, end: start + 1 } },
      severity: 'error',
      message: `“${sign}” is no sign of ${title} here, but a part of the name to it: it finds no such program, and starts nothing. Leave it out.`,
      fixes: [{ title: `Leave out the ${sign}`, edits: [replace({ span: { start, end: start + 1 } }, '')], safe: false, after }],
    };
  const found = failing(text, start, end);
  if (found === undefined) return undefined;
  const behind = /^exec[ \t]+/.exec(text.slice(found.at.span.start, end))?.[0].length;
  const edits =
    behind !== undefined && found.nothing ? [replace({ span: { start: found.at.span.start, end: found.at.span.start + behind } }, '')] : [];
  const fits = bytesOf(text.slice(process.span.start, end)) + CALL.length + 1 <= (longest?.process ?? Number.POSITIVE_INFINITY);
  const isQuotable = !found.nothing && !/'/.test(text.slice(start, end)) && fits;
  return {
    at: found.at,
    ...(found.nothing && { severity: 'error' as const }),
    message: found.said.charAt(0).toUpperCase() + found.said.slice(1),
    fixes: [
      ...(edits.length > 0 ? [{ title: 'Leave out the exec', edits, safe: false, after }] : []),
      ...(isQuotable ? [{ title: 'Run all of it by sh -c', edits: [insert(start, CALL), insert(end, "'")], safe: false, after }] : []),
    ],
  };
}

export const notRun: Rule<InittabLine> = {
  id: 'inittab/not-run',
  severity: 'warning',
  docs: {
    summary: 'A process that init does not run as it is written.',
    why: 'init starts a program by itself, without a shell. Only where the process has characters of the shell does it call one, with exec before all that stands there: so exec is one too many, a compound command is a syntax error, and what comes behind the first command never runs, since the shell is gone with it. A sign of another init is a part of the name.',
    remedy: 'Write a script and name that, or put the whole behind sh -c in quotes; leave out exec and signs of another init.',
    bad: [
      { path: '/etc/inittab', text: 'id:2:initdefault:\nx:2:respawn:exec /opt/own/bin/own\n' },
      { path: '/etc/inittab', text: '::sysinit:/bin/mount -a; /opt/own/bin/own\n' },
      { path: '/etc/inittab', text: '::once:for i in a b; do /opt/own/bin/own $i; done\n' },
      { path: '/etc/inittab', text: 'id:2:initdefault:\nx:2:respawn:-/opt/own/bin/own\n' },
      { path: '/etc/inittab', text: '::respawn:LANG=C /opt/own/bin/own\n' },
    ],
    good: [
      {
        path: '/etc/inittab',
        text: '::askfirst:-/bin/login\n::once:/opt/own/bin/own >/dev/null 2>&1\n::sysinit:ifconfig lo up >/dev/null\n',
      },
      { path: '/etc/inittab', text: "::sysinit:/bin/sh -c '/bin/mount -a; /opt/own/bin/own'\n" },
      { path: '/etc/inittab', text: 'id:2:initdefault:\nx:2:respawn:+/opt/own/bin/own\ny:2:once:/opt/own/bin/own | /bin/cat; /bin/true\n' },
    ],
    nearMiss: { path: '/etc/inittab', text: 'id:2:initdefault:\nx:2:respawn:nice /opt/own/bin/own\n' },
    references: [{ title: 'sysvinit 3.06 and BusyBox 1.35 of Debian, run over such entries' }],
  },
  types: ['entry'],
  *checkLine(line, context) {
    const { entry, launches } = line;
    if (entry === undefined || launches[0]?.state === 'off') return;
    const reports = dialectsOf(context.dialects).map((dialect) => reportFor(dialect, line, entry, afterFor(context)));
    const [report] = reports;
    if (report !== undefined && !reports.includes(undefined)) yield report;
  },
};
