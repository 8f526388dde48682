/** Lines that every cron in question refuses. */
import type { Fix } from '../../../model/finding.js';
import type { Report, Rule } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import { insert } from '../../../text/edit.js';
import { words } from '../../../text/words.js';
import { dialectById, knowsNoAssignments } from '../dialects/dialects.js';
import { titles } from '../dialects/titles.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { withoutOptions } from '../reading/job-options.js';
import { isTooLong } from '../reading/length.js';
import { isMiscut } from '../reading/miscut.js';
import { commandForUser, hasUserColumn } from '../reading/missing-user.js';
import { mistakenIn } from '../reading/mistaken.js';
import { costOf, type Judge, judgesOf } from '../verdicts/cost.js';
import { meantBy } from '../verdicts/meant.js';
import { placeOf, whyRefused } from '../verdicts/refused.js';
import { MARK } from './byte-order-mark.js';

/** True where a rule of its own says what is wrong: a byte order mark, fields that are cut otherwise than they were meant, or a command that is too long for all. */
const toldElsewhere = (line: CrontabLine, dialects: readonly string[]): boolean =>
  line.text.startsWith(MARK) || isMiscut(line, dialects) || dialects.every((id) => line.shape && isTooLong(line.shape, dialectById(id)));

/** True for an entry that some cron takes, and none runs. */
function isLost({ type, readings }: CrontabLine): boolean {
  if (type !== 'entry') return false;
  for (const id in readings) if (readings[id]?.refused === undefined && !readings[id]?.lost) return false;
  return true;
}

/** A line that most crons take for an assignment. */
const ASSIGNED = /^[ \t]*(?:(?:export|(?:declare|typeset)[ \t]+-x|set|setenv)[ \t]+)?([A-Za-z_]\w*)[ \t]*=/;

/** A name for a job that needs one, after the program that it runs; none behind a user, whom the crons that want a name would take for the program. */
function nameFixes(line: CrontabLine): Fix[] {
  const { command, user } = line.shape ?? {};
  if (user !== undefined) return [];
  const [first] = command ? words(withoutOptions(command.text)) : [];
  const name = first && baseName(first.text).replace(/\.\w+$/, '');
  return command === undefined || !name || !/^[\w-]+$/.test(name)
    ? []
    : [{ title: `Name the job: ID=${name}`, edits: [insert(command.span.start, `ID=${name} `)], safe: false }];
}

/** What there is to say of an assignment where there are none. */
function assignedIn(line: CrontabLine, judges: readonly Judge[]): Report | undefined {
  const name = judges.every(({ dialect }) => dialect.assignments === 'none') ? ASSIGNED.exec(line.text)?.[1] : undefined;
  const [first] = line.tokens;
  const last = line.tokens.at(-1);
  return name === undefined || first === undefined || last === undefined
    ? undefined
    : {
        at: { span: { start: first.span.start, end: last.span.end } },
        message: `${name}= is no assignment here: ${titles(judges)} ${judges.length === 1 ? 'knows' : 'know'} none, and this line is taken for an entry. ${costOf(judges)}. Set the variable in the command or in a script.`,
      };
}

function broken(line: CrontabLine, judges: readonly Judge[], { refused, dialect }: Judge, dialects: readonly string[]): Report {
  const span = placeOf(line, refused);
  const meant = meantBy(line, refused, dialects);
  const why = meant?.why ?? whyRefused(line, refused, dialect);
  return {
    at: { span: meant?.span ?? span },
    message: `Cron cannot read this line: ${why}. ${costOf(judges)}.`,
    fixes: refused === 'job name' ? nameFixes(line) : (meant?.fixes ?? []),
  };
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
      { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=dcron\nMAILTO=ann\n@daily /home/ann/bin/report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '// every night\n0 3 * * * /home/ann/bin/report\n' },
      { path: '/etc/crontabs/root', text: 'cp /srv/hosts /etc/hosts\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 3 * * /home/ann/bin/report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 3 * January Monday-Friday /home/ann/bin/report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 24 * * * /home/ann/bin/report\n' },
      { path: '/etc/cron.d/report', text: '0/5 * * * * root /usr/local/bin/report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 4 0 0 1 /home/ann/bin/report\n' },
    ],
    good: [
      { path: '/etc/crontab', text: 'MAILTO=""\n*/5 0-12/2 1,15 jan-mar mon root /usr/bin/true\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '@daily /home/ann/bin/report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=dcron\n@daily ID=report /home/ann/bin/report\n' },
    ],
    nearMiss: { path: '/etc/crontab', text: '59 * * * * root /usr/bin/true\n' },
    references: [{ title: "The source of each cron's parser, and 2,500 lines run through them" }],
  },
  heeds: isRead,
  concerns: (line) => line.type === 'broken' || line.problems.length > 0 || isLost(line),
  *checkLine(line, context) {
    const dialects = readersOf(context);
    // What is meant as an assignment has rules of its own.
    const mistaken = knowsNoAssignments(dialects) ? undefined : mistakenIn(line);
    if (mistaken?.by !== 'export') for (const { span, message } of line.problems) yield { at: { span }, message };
    if (!(line.type === 'broken' || isLost(line)) || mistaken !== undefined || toldElsewhere(line, dialects)) return;
    if (line.shape && hasUserColumn(context) && commandForUser(line)) return;
    const judges = judgesOf(line, dialects);
    const [first] = judges;
    if (first === undefined) return;
    yield assignedIn(line, judges) ?? broken(line, judges, first, dialects);
  },
};
