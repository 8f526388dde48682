/** Lines that the crons in question read differently. */
import type { Context } from '../../../model/context.js';
import type { Fix } from '../../../model/finding.js';
import type { Report, Rule } from '../../../model/rule.js';
import { withoutLineEnd } from '../../../text/lines.js';
import { alike } from '../alike.js';
import { type Dialect, dialectsNamed } from '../dialects/dialects.js';
import { isRead, readersOf } from '../drop-in.js';
import { longStep } from '../fields/long-step.js';
import { fieldSpecs } from '../fields/spec.js';
import type { CrontabLine } from '../model.js';
import { assignmentBy } from '../reading/assignment.js';
import { surplusFor } from '../reading/length.js';
import { isMiscut } from '../reading/miscut.js';
import { commandForUser, hasUserColumn } from '../reading/missing-user.js';
import { type Form, hasNoCommand, indentOf } from '../reading/shape.js';
import { comparisonOf } from '../verdicts/compare.js';
import { assignmentDifference, entryDifference, type Told } from '../verdicts/differ.js';
import { assignmentFixes, entryFixes } from '../verdicts/portable.js';

/** Undefined for an anacrontab, which anacron reads and no cron. */
const formOf = ({ form }: Context): Form | undefined => (form === 'system' || form === 'user' ? form : undefined);

type Difference = Told & { readonly fixes: readonly Fix[] };

/** Another rule asks for other times in place of a step that leads out of its field: a fix that keeps what it makes of it would hide that. */
const isLongStep = ({ shape }: CrontabLine, { span }: Told): boolean =>
  fieldSpecs.some((spec, index) => {
    const field = shape?.fields[index];
    return field?.span.start === span.start && longStep(field.text, spec) !== undefined;
  });

/** How `dialects` differ on the line. */
function difference(line: CrontabLine, dialects: readonly Dialect[], form: Form): Difference | undefined {
  const { shape } = line;
  if (line.type === 'setting') {
    const told = assignmentDifference(line, indentOf(line.text), dialects, form);
    return told && { ...told, fixes: assignmentFixes(line, dialects) };
  }
  // How long a command may be has a rule of its own, and so has an entry without one.
  if (shape === undefined || hasNoCommand(shape) || dialects.some((dialect) => surplusFor(shape, dialect) > 0)) return undefined;
  const comparison = comparisonOf(withoutLineEnd(line.text), shape, dialects, line.readings);
  const told = entryDifference(line, shape, comparison);
  return told && !isLongStep(line, told) ? { ...told, fixes: entryFixes(shape, comparison) } : undefined;
}

/** The first of `dialects` that takes the line: for it the others are looked at. */
const takerOf = (line: CrontabLine, dialects: readonly Dialect[]): Dialect | undefined =>
  line.type === 'setting'
    ? dialects.find((dialect) => assignmentBy(dialect, line.text, indentOf(line.text)) !== undefined)
    : dialects.find(({ id }) => line.readings?.[id]?.refused === undefined);

/** For auditors: how the dialects that are not in question differ from the first that is. */
function audit(line: CrontabLine, context: Context, form: Form): Difference | undefined {
  const taker = takerOf(line, dialectsNamed(readersOf(context)));
  // Who knows no user column is not meant by a file that has one.
  const audited = dialectsNamed(context.audited).filter(({ userColumn }) => form === 'user' || userColumn);
  return taker && difference(line, [taker, ...audited], form);
}

/** The first taker stands for whichever it is. */
const nameIt = (line: CrontabLine, dialects: readonly Dialect[]): string =>
  `If only one of them reads this file, name it: # daemonlint: dialect=${takerOf(line, dialects)?.id ?? 'NAME'}.`;

function* reportsOn(line: CrontabLine, context: Context, form: Form, told: Difference | undefined): Iterable<Report> {
  if (told)
    yield {
      at: told,
      message: `Crons differ here: ${told.message}. ${nameIt(line, dialectsNamed(readersOf(context)))}`,
      fixes: told.fixes,
    };
  const elsewhere = context.audited.length > 0 ? audit(line, context, form) : undefined;
  if (elsewhere)
    yield { at: elsewhere, severity: 'hint', message: `Elsewhere this is read differently: ${elsewhere.message}.`, fixes: elsewhere.fixes };
}

export const portability: Rule<CrontabLine> = {
  id: 'crontab/portability',
  severity: 'warning',
  audited: true,
  docs: {
    summary: 'The crons that may read the file differ on a line.',
    why: 'What runs on one host is refused on another, may take the whole file with it, or runs at other times there without a word.',
    remedy: 'Write it in a way that all of them read alike, or name the cron that reads the file: `# daemonlint: dialect=cronie`.',
    bad: [
      { path: '/var/spool/cron/crontabs/ann', text: '0/5 * * * * /home/ann/bin/poll\n' },
      { path: '/etc/cron.d/poll', text: '0~30 4 * * * root /usr/local/sbin/poll\n' },
      { path: '/etc/cron.d/poll', text: 'MAILTO=\n0 4 * * * root /usr/local/sbin/poll\n' },
      { path: '/etc/cron.d/poll', text: 'CRON_TZ=Asia/Tokyo\n0 4 * * * root /usr/local/sbin/poll\n' },
      { path: '/etc/cron.d/poll', text: '0 4 * * * root -n /usr/local/sbin/poll\n' },
    ],
    good: [
      { path: '/var/spool/cron/ann', text: '*/5 0-12/2 1,15 jan-oct 7 /home/ann/bin/poll\n' },
      { path: '/etc/cron.d/poll', text: 'MAILTO=""\nPATH=/usr/bin:/bin\n@weekly root date +\\%F\n' },
      { path: '/etc/cron.d/poll', text: '0 4 * * * /usr/local/sbin/poll --all\n' },
      { path: '/etc/cron.d/poll', text: '# daemonlint: dialect=cronie\n0~30 4 * * * root /usr/local/sbin/poll\n' },
    ],
    nearMiss: { path: '/etc/cron.d/poll', text: '0-30 4 * * * root /usr/local/sbin/poll\n' },
    references: [{ title: 'What each cron reads: docs/dialects.md' }],
  },
  heeds: isRead,
  types: ['entry', 'setting'],
  checkLine(line, context) {
    const form = formOf(context);
    if (form === undefined) return undefined;
    const readers = readersOf(context);
    const dialects = dialectsNamed(readers);
    const same = alike(line, dialects, form);
    if (same && context.audited.length === 0) return undefined;
    // What each cron makes of the words behind a user that is none matters to nobody.
    return (hasUserColumn(context) && commandForUser(line)) || isMiscut(line, readers)
      ? undefined
      : reportsOn(line, context, form, same ? undefined : difference(line, dialects, form));
  },
};
