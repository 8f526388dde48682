/** An entry that begins with seconds. */
import type { Rule } from '../../../model/rule.js';
import { applyEdits } from '../../../text/edit.js';
import { withoutLineEnd } from '../../../text/lines.js';
import { dialectsNamed } from '../dialects/dialects.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { readEntry } from '../reading/entry.js';
import { indentOf, shapeOf } from '../reading/shape.js';
import { mayHaveSixFields, sixFieldsIn } from '../reading/six-fields.js';
import { listed } from '../schedule/lists.js';
import { costOf, judgesOf } from '../verdicts/cost.js';

/** A number of seconds, and not several. */
const ONCE = /^\d+$/;

export const secondsField: Rule<CrontabLine> = {
  id: 'crontab/seconds-field',
  severity: 'error',
  docs: {
    summary: 'An entry has six time fields, the first of them for seconds.',
    why: 'Schedulers inside of programs, such as Quartz, Spring and node-cron, begin with the seconds. Cron has five fields: it takes the minute for the hour, and so on, and the sixth for the user or the command. Most crons refuse such an entry, some run it.',
    remedy: 'Delete the first field. Cron starts nothing more often than once a minute: what shall run every ten seconds must wait itself.',
    bad: [
      { path: '/var/spool/cron/crontabs/ann', text: '0 15 3 * * * /home/ann/bin/report\n' },
      { path: '/etc/cron.d/report', text: '0 15 3 * * * root /usr/local/bin/report\n' },
      { path: '/etc/crontabs/root', text: '*/10 * * * * * /usr/bin/poll\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 15 3 ? * MON-FRI /home/ann/bin/report\n' },
    ],
    good: [
      { path: '/etc/cron.d/report', text: '30 3 * * * root /usr/local/bin/report *\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '@daily * x\n0 3 * * 1 mon -f /etc/mon.cf\n0 3 * * * 7z a x.7z x\n' },
    ],
    nearMiss: { path: '/var/spool/cron/crontabs/ann', text: '0 15 3 * * nice /home/ann/bin/report\n' },
  },
  heeds: isRead,
  types: ['entry', 'broken'],
  concerns: mayHaveSixFields,
  *checkLine(line, context) {
    const six = sixFieldsIn(line);
    const form = context.form === 'system' ? 'system' : 'user';
    if (six === undefined) return;
    const { first, sixth, edits } = six;
    const dialects = readersOf(context);
    const judges = judgesOf(line, dialects);
    const takers = dialectsNamed(dialects).filter(({ id }) => line.readings?.[id]?.refused === undefined);
    const cost =
      judges.length > 0
        ? costOf(judges)
        : `${listed(takers.map(({ title }) => title))} ${takers.length === 1 ? 'runs' : 'run'} it at other times, with “${sixth.text}” for the ${form === 'system' ? 'user' : 'command'}`;
    const text = withoutLineEnd(applyEdits(line.text, edits));
    const shape = shapeOf(text, indentOf(text), form);
    const isRight = dialectsNamed(dialects).every((dialect) => readEntry(shape, dialect).refused === undefined);
    yield {
      at: { span: { start: first.span.start, end: sixth.span.end } },
      message: `These are six time fields, and cron has five, from the minute to the day of the week. ${cost}. Delete “${first.text}”${ONCE.test(first.text) ? ', the seconds' : ': cron starts nothing more often than once a minute'}.`,
      fixes: isRight ? [{ title: `Delete “${first.text}”, which would be seconds`, edits, safe: false }] : [],
    };
  },
};
