/** Lines that every cron in question refuses. */
import type { Rule } from '../../../model/rule.js';
import { dialectById, dialectsNamed } from '../dialects/dialects.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { isTooLong } from '../reading/length.js';
import { hidesFields } from '../reading/look-alikes.js';
import { commandForUser, hasUserColumn } from '../reading/missing-user.js';
import { mistakenIn } from '../reading/mistaken.js';
import { sixFieldsIn } from '../reading/six-fields.js';
import { costOf, judgesOf } from '../verdicts/cost.js';
import { meantBy } from '../verdicts/meant.js';
import { placeOf, textAt, wants } from '../verdicts/refused.js';
import { MARK } from './byte-order-mark.js';

/** True where a rule of its own says what is wrong: a byte order mark, blanks that are none, seconds, or a command that is too long for all. */
const toldElsewhere = (line: CrontabLine, dialects: readonly string[]): boolean =>
  line.text.startsWith(MARK) ||
  hidesFields(line.text) ||
  sixFieldsIn(line) !== undefined ||
  dialects.every((id) => line.shape && isTooLong(line.shape, dialectById(id)));

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
      { path: '/etc/cron.d/backup', text: 'PATH /usr/bin\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '// every night\n0 3 * * * /home/ann/bin/report\n' },
      { path: '/etc/crontabs/root', text: 'cp /srv/hosts /etc/hosts\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 3 * * /home/ann/bin/report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 3 * January Monday-Friday /home/ann/bin/report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 24 * * * /home/ann/bin/report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 4 0 0 1 /home/ann/bin/report\n' },
    ],
    good: [
      { path: '/etc/crontab', text: 'MAILTO=""\n*/5 0-12/2 1,15 jan-mar mon root /usr/bin/true\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '@daily /home/ann/bin/report\n' },
    ],
    nearMiss: { path: '/etc/crontab', text: '59 * * * * root /usr/bin/true\n' },
    references: [{ title: "The source of each cron's parser, and 2,500 lines run through them" }],
  },
  heeds: isRead,
  concerns: (line) => line.type === 'broken' || line.problems.length > 0 || isLost(line),
  *checkLine(line, context) {
    const dialects = readersOf(context);
    // What is meant as an assignment has rules of its own.
    const mistaken = mistakenIn(line);
    if (mistaken?.by !== 'export') for (const { span, message } of line.problems) yield { at: { span }, message };
    if (!(line.type === 'broken' || isLost(line)) || mistaken !== undefined || toldElsewhere(line, dialects)) return;
    if (line.shape && hasUserColumn(context) && commandForUser(line)) return;
    const judges = judgesOf(line, dialects);
    const [first] = judges;
    if (first === undefined) return;
    const span = placeOf(line, first.refused);
    const meant = meantBy(line, first.refused, dialectsNamed(dialects));
    const why = meant?.why ?? `bad ${first.refused} at “${textAt(line, span)}”; ${wants(first.refused, first.dialect)}`;
    yield {
      at: { span: meant?.span ?? span },
      message: `Cron cannot read this line: ${why}. ${costOf(judges)}.`,
      fixes: meant?.fixes ?? [],
    };
  },
};
