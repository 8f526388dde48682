/** Numbers beyond a time field, where cron counts on from its first value. */
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { countsRound, dialectsNamed } from '../dialects/dialects.js';
import { titles } from '../dialects/titles.js';
import { isRead } from '../drop-in.js';
import type { Bits } from '../fields/bits.js';
import { readAs } from '../fields/describe.js';
import { readField } from '../fields/field.js';
import { type FieldSpec, fieldSpecs } from '../fields/spec.js';
import type { CrontabLine } from '../model.js';

/** A number or a range, as far as a list or a step goes. */
const ITEM = /^(\d+|sun)(?:-(\d+))?(?=[,/]|$)/i;

/** True for a number that the field has not, and for a week from Sunday to the Sunday behind it, which is that day alone. */
function isRound(item: string, { id, low, high }: FieldSpec): boolean {
  const [, first = '', last = first] = ITEM.exec(item) ?? [];
  if (first === '') return false;
  if (id === 'weekday' && /^(?:0|sun)$/i.test(first) && Number(last) === 7) return true;
  return [first, last].some((text) => /^\d/.test(text) && (Number(text) < low || Number(text) > high));
}

const roundIn = (text: string, spec: FieldSpec): boolean => text.split(',').some((item) => isRound(item, spec));

/** A day 0 never comes. */
const coming = (set: Bits, { id }: FieldSpec): Bits => (id === 'day' ? { low: (set.low & ~1) >>> 0, high: set.high } : set);

const isWeek = (text: string): boolean => /^(?:0|sun)-7$/i.test(text);

export const countedRound: Rule<CrontabLine> = {
  id: 'crontab/counted-round',
  severity: 'warning',
  docs: {
    summary: 'A number that its time field has not: cron counts on from the first value.',
    why: 'dcron refuses no number. Minute 61 is minute 1 to it, hour 24 is hour 0 and month 13 January, without a word in the log; `0-24` is hour 0 alone, and `0-7` Sunday alone. The job runs at other times than it seems.',
    remedy: 'Write the values that are meant.',
    bad: [
      { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=dcron\n61 4 * * * /home/ann/bin/poll\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=dcron\n0 0-24 * * * /home/ann/bin/poll\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=dcron\n0 4 * * 0-7 /home/ann/bin/poll\n' },
    ],
    good: [
      { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=dcron\n0-59 22-3 1-31 1-12 7 /home/ann/bin/poll\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=dcron\n*/100 * * * sat-sun /home/ann/bin/poll\n' },
    ],
    nearMiss: { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=dcron\n59 4 * * * /home/ann/bin/poll\n' },
  },
  heeds: (context) => countsRound(context.dialects) && isRead(context),
  types: ['entry'],
  *checkLine({ shape }, context) {
    const dialects = dialectsNamed(context.dialects);
    const [first] = dialects;
    for (const [index, spec] of fieldSpecs.entries()) {
      const field = shape?.fields[index];
      if (field === undefined || first === undefined || !roundIn(field.text, spec)) continue;
      const values = readField(field.text, spec, first)?.values;
      if (values === undefined) continue;
      yield {
        at: field,
        message: `${titles(dialects.map((dialect) => ({ dialect })))} counts numbers round that the field has not: “${field.text.slice(0, 40)}” as ${spec.title} is ${readAs(coming(values, spec), false, spec)}. Write what is meant.`,
        fixes: isWeek(field.text) ? [{ title: 'Every day of the week: write *', edits: [replace(field, '*')], safe: false }] : [],
      };
    }
  },
};
