/** Lines that every cron in question refuses. */
import type { Rule } from '../../../model/rule.js';
import { costOf, judgesOf } from '../cost.js';
import type { CrontabLine } from '../model.js';
import { placeOf, textAt, wants } from '../refused.js';
import { faultOf } from './shell-assignment.js';

/** True for an entry that some cron takes, and none runs. */
function isLost({ type, readings }: CrontabLine): boolean {
  if (type !== 'entry') return false;
  for (const id in readings) if (readings[id]?.refused === undefined && !readings[id]?.lost) return false;
  return true;
}

export const syntax: Rule<CrontabLine> = {
  id: 'crontab/syntax',
  severity: 'error',
  docs: {
    summary: 'A line that cron cannot read.',
    why: "Cron does not run it, and may do worse: one bad line makes Debian's cron ignore the whole file.",
    remedy: 'Correct the field that is named, or comment the line out.',
    bad: [
      { path: '/etc/crontab', text: '61 * * * * root /usr/bin/true\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '@Daily /home/ann/bin/report\n' },
      { path: '/etc/crontab', text: '\uFEFF0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: 'PATH /usr/bin\n0 3 * * * root /usr/local/sbin/backup\n' },
    ],
    good: [
      { path: '/etc/crontab', text: 'MAILTO=""\n*/5 0-12/2 1,15 jan-mar mon root /usr/bin/true\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '@daily /home/ann/bin/report\n' },
    ],
    nearMiss: { path: '/etc/crontab', text: '59 * * * * root /usr/bin/true\n' },
    references: [{ title: "The source of each cron's parser, and 2,500 lines run through them" }],
  },
  *checkLine(line, { dialects }) {
    if (!(line.type === 'broken' || isLost(line)) || faultOf(line) !== undefined) return;
    const judges = judgesOf(line, dialects);
    const [first] = judges;
    if (first === undefined) return;
    const span = placeOf(line, first.refused);
    const mark = line.text.startsWith('\uFEFF')
      ? ' A byte order mark stands before it, invisible in most editors: save the file as UTF-8 without BOM.'
      : '';
    yield {
      at: { span },
      message: `Cron cannot read this line: bad ${first.refused} at “${textAt(line, span)}”; ${wants(first.refused, first.dialect)}. ${costOf(judges)}.${mark}`,
    };
  },
};
