/** The end of a time field, where cron passes over it without a word. */
import type { Context } from '../../../model/context.js';
import type { Rule } from '../../../model/rule.js';
import { slice, type Word } from '../../../text/words.js';
import { type Dialect, dialectsNamed } from '../dialects/dialects.js';
import { readAs } from '../fields/describe.js';
import { readField } from '../fields/field.js';
import { type FieldSpec, fieldSpecs } from '../fields/spec.js';
import type { CrontabLine } from '../model.js';
import { listed } from '../schedule/lists.js';

/** Offset at which all of `dialects` stop reading `field`; undefined where one reads on: then it is for those who compare crons. */
function readToBy(field: Word, spec: FieldSpec, dialects: readonly Dialect[]): number | undefined {
  const ends = new Set(dialects.map((dialect) => readField(field.text, spec, dialect)?.readTo));
  return ends.size === 1 ? [...ends][0] : undefined;
}

/** True where some cron passes over something: a look that costs next to nothing, since each entry gets it. */
function isSuspect({ readings }: CrontabLine): boolean {
  for (const id in readings) if (readings[id]?.unread === true) return true;
  return false;
}

/** True where all crons in question take the line: a refusal is told elsewhere. */
const isTaken = ({ readings }: CrontabLine, { dialects }: Context): boolean =>
  dialects.every((id) => readings?.[id] !== undefined && readings[id].refused === undefined);

export const unreadText: Rule<CrontabLine> = {
  id: 'crontab/unread-text',
  severity: 'warning',
  docs: {
    summary: 'Cron passes over the end of a time field.',
    why: 'The crons of Debian and FreeBSD read a value or a range and skip what stands behind it, to the next blank, without a word. `0~30` is 0 to them, `1#2` every Monday, `*5` every minute: the job runs at other times than it seems. Other crons refuse the entry.',
    remedy: 'Write a value, a list, a range or a step that says what is meant.',
    bad: [
      { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=debian\n0~30 4 * * * /home/ann/bin/poll\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=debian\n0 4 * * 1#2 /home/ann/bin/poll\n' },
      { path: '/etc/crontab', text: '# daemonlint: dialect=freebsd\n0 4 1-5/2/3 * * root /usr/local/bin/poll\n' },
    ],
    good: [
      {
        path: '/var/spool/cron/crontabs/ann',
        text: '# daemonlint: dialect=debian\n*/5 0-12/2 1,15 jan-oct mon /home/ann/bin/poll --at 1#2 0~30\n',
      },
      { path: '/etc/cron.d/poll', text: '# daemonlint: dialect=cronie\n0~30 4 * * * root /usr/local/bin/poll\n' },
    ],
    nearMiss: { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=debian\n0-30 4 * * * /home/ann/bin/poll\n' },
  },
  types: ['entry'],
  concerns: isSuspect,
  *checkLine(line, context) {
    const { shape } = line;
    const dialects = dialectsNamed(context.dialects);
    if (shape === undefined || dialects.length === 0 || !isTaken(line, context)) return;
    for (const [index, spec] of fieldSpecs.entries()) {
      const field = shape.fields[index];
      const readTo = field && readToBy(field, spec, dialects);
      const [first] = dialects;
      const values = field && first && readField(field.text, spec, first)?.values;
      if (field === undefined || readTo === undefined || values === undefined) continue;
      const [read, unread] = [field.text.slice(0, readTo), slice(field, readTo)];
      const who = listed(dialects.map(({ title }) => title));
      yield {
        at: unread,
        message: `${who} ${dialects.length === 1 ? 'reads' : 'read'} “${read.slice(0, 40)}” here and ${dialects.length === 1 ? 'passes' : 'pass'} over “${unread.text.slice(0, 40)}” without a word: the ${spec.title} is ${readAs(values, false, spec)}. Write what is meant.`,
        fixes: [
          { title: `Write ${read.slice(0, 40)} alone, which means the same here`, edits: [{ span: unread.span, text: '' }], safe: false },
        ],
      };
    }
  },
};
