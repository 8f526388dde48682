/** A step that does not go into its field, such as 45 minutes: the last run is nearer to the next one than the step says. */
import { type Found, finder } from '../../../model/chunks.js';
import type { Document } from '../../../model/document.js';
import type { Line } from '../../../model/line.js';
import type { Report, Rule } from '../../../model/rule.js';
import { shift } from '../../../text/span.js';
import type { Word } from '../../../text/words.js';
import type { CrontabLine } from '../model.js';
import { claimIn, commentsAbove, counted } from '../reading/claims.js';

/** By the index of their field. */
const UNITS = [
  { unit: 'minute', size: 60, whole: 'hour', even: [20, 30] },
  { unit: 'hour', size: 24, whole: 'day', even: [8, 12] },
] as const;

/** A step that is this part of the whole, or less, leaves a rest that few would mind. */
const FEW = 4;

/** The one of two numbers that is nearer to `value`. */
const nearer = (value: number, [near, far]: readonly [number, number]): number =>
  Math.abs(value - near) <= Math.abs(value - far) ? near : far;

/** True where one hour follows the other, or one day, so that the rest shows. */
const follow = (fields: readonly Word[], index: number): boolean =>
  index === 0 ? /^\*(?:\/1)?$|^\d+-\d+$/.test(fields[1]?.text ?? '') : fields.slice(2).every(({ text }) => text === '*');

/** The step in a field, where it leaves a rest that somebody may mind. */
function stepOf(field: Word | undefined, index: 0 | 1): number | undefined {
  const { size } = UNITS[index];
  const step = Number(/^-?\*\/(\d+)$/.exec(field?.text ?? '')?.[1] ?? 0);
  return step >= size || step * FEW <= size || size % step === 0 ? undefined : step;
}

/** Of the field of this index in the entry at `at` among `lines`. */
function reportOn(lines: readonly CrontabLine[], at: number, index: 0 | 1): Report | undefined {
  const { unit, size, whole, even } = UNITS[index];
  const fields = lines[at]?.shape?.fields ?? [];
  const field = fields[index];
  const step = stepOf(field, index);
  if (field === undefined || step === undefined) return undefined;
  const claim = claimIn(commentsAbove(lines, at));
  const isSaid = claim?.unit === unit && claim.every === step;
  // Nobody says how often it is to run: the step has to speak for itself.
  if (!isSaid && !(step * 2 > size && follow(fields, index))) return undefined;
  const runs = Array.from({ length: Math.ceil(size / step) }, (_, times) => times * step);
  const last = runs.at(-1) ?? 0;
  const rest = size - last;
  return {
    at: field,
    severity: isSaid ? 'warning' : 'info',
    message: `${isSaid ? `The comment above says ${counted(claim)}, but cron` : 'Cron'} begins anew with each ${whole}: this runs in ${unit}s ${runs.slice(0, -1).join(', ')} and ${last}, and the last of them is ${rest} ${unit}${rest === 1 ? '' : 's'} before the next. Take a step that goes into ${size}, such as ${nearer(step, even)}, or write out the times that are meant.`,
  };
}

const isEntry = (line: Line): line is CrontabLine => line.type === 'entry' && 'shape' in line;

/** Fields of entries whose step leaves a rest, whatever is said of it: few, and the others are not looked at with each keystroke. */
const uneven = finder((lines) => {
  const found: Found<0 | 1>[] = [];
  lines.forEach((at, line) => {
    if (isEntry(at))
      for (const value of [0, 1] as const) if (stepOf(at.shape?.fields[value], value) !== undefined) found.push({ line, value });
  });
  return found;
});

function* reportsIn({ lines, starts }: Document<CrontabLine>): Iterable<Report> {
  for (const { line: at, value } of uneven(lines)) {
    const report = reportOn(lines, at, value);
    if (report) yield { ...report, at: { span: shift(report.at.span, starts[at] ?? 0) } };
  }
}

export const unevenStep: Rule<CrontabLine> = {
  id: 'crontab/uneven-step',
  severity: 'info',
  docs: {
    summary: 'A step that does not go into its field: the last run is nearer to the next one than the step says.',
    why: 'Cron counts a step within its field and begins anew with each hour or day. `*/45` finds minutes 0 and 45, which are 45 and 15 minutes apart. Told of steps longer than half of their field; and as a warning of shorter ones, too, where the comment above says how often the entry is to run.',
    remedy: 'Take a step that goes into 60 or 24, or write the times out, in several entries where it takes more than one.',
    bad: [
      { path: '/etc/cron.d/poll', text: '*/45 * * * * root /usr/local/bin/poll\n' },
      { path: '/etc/cron.d/poll', text: '0 */18 * * * root /usr/local/bin/poll\n' },
      { path: '/etc/cron.d/poll', text: '# every 45 minutes\n*/45 * * * * root /usr/local/bin/poll\n' },
      { path: '/etc/cron.d/poll', text: '# every 10 hours\n0 */10 * * 1-5 root /usr/local/bin/poll\n' },
    ],
    good: [
      { path: '/etc/cron.d/poll', text: '*/45 9 * * * root /usr/local/bin/poll\n0 */18 * * 1 root /usr/local/bin/poll\n' },
      {
        path: '/etc/cron.d/poll',
        text: '# every 20 minutes\n*/20 * * * * root /usr/local/bin/poll\n# every 7 minutes\n*/7 * * * * root /usr/local/bin/count\n',
      },
      { path: '/etc/cron.d/poll', text: '*/7 */5 */31 */12 * root /usr/local/bin/poll --every */45\n' },
    ],
    nearMiss: { path: '/etc/cron.d/poll', text: '*/30 * * * * root /usr/local/bin/poll\n' },
  },
  checkDocument: (document) => reportsIn(document),
};
