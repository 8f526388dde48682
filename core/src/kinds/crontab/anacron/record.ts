/** A line of an anacrontab for programs: what `daemonlint parse` and `daemonlint schedule` tell of it. */
import type { Agenda, AgendaQuery, LineRecord } from '../../../model/kind.js';
import type { CrontabLine } from '../model.js';
import { anacronsAmong, keepsBackslashes, knowsPeriod } from './anacrons.js';
import { type AnacronJob, asHandedOn, asRead } from './job.js';
import { jobWords } from './words.js';

const NEEDED = ['period', 'delay', 'identifier', 'command'] as const;

function jobRecord(job: AnacronJob, dialect: string) {
  const period = asRead(job.period);
  const isWord = period.startsWith('@');
  return {
    period: isWord ? null : Number(period),
    macro: isWord ? period : null,
    delay: Number(asRead(job.delay)),
    identifier: asRead(job.identifier),
    command: asHandedOn(job.command, keepsBackslashes(dialect)),
  };
}

const reasonOf = ({ problems }: CrontabLine): string =>
  (problems[0]?.message ?? '').replace(/^Anacron cannot read this line and skips it: /, '').replace(/\.$/, '');

/** The field that the problem points at; where it points at the whole line, the first that is missing. */
function fieldOf({ text, problems }: CrontabLine): string {
  const words = text.trim().split(/[ \t]+/);
  const { start = 0, end = 0 } = problems[0]?.span ?? {};
  const said = text.slice(start, end);
  const at = said === words[0] ? 0 : said === words[1] ? 1 : said === words[2] && said.includes('/') ? 2 : words.length;
  return NEEDED[Math.min(at, NEEDED.length - 1)] ?? 'command';
}

/** The whole line, without its line end. */
const wholeOf = ({ text }: CrontabLine): string => text.replace(/\n$/, '');

/** As the anacron of the systems with `dialect` has it. */
export function anacronRecord(line: CrontabLine, dialect: string): LineRecord {
  const text = wholeOf(line);
  const { type, job, assignment } = line;
  if (type === 'entry' && job) return { type: 'entry', ...jobRecord(job, dialect) };
  if (type === 'setting' && assignment) return { type: 'assignment', name: assignment.name.text, value: assignment.value.text };
  if (type === 'blank') return { type: 'blank' };
  if (type !== 'broken') return { type: 'comment', text, ...(job && { disabled: jobRecord(job, dialect) }) };
  return { type: 'rejected', field: fieldOf(line), reason: reasonOf(line), costs: 'line', consequence: 'anacron skips the line', text };
}

/** A job runs when its days are over and the host is on: nothing in the file tells when it ran last. */
export function anacronAgenda(line: CrontabLine, { dialects, zone }: AgendaQuery): Agenda | undefined {
  const { type, job } = line;
  if (type !== 'entry' && type !== 'broken') return undefined;
  const among = anacronsAmong(dialects);
  const anacron = among.find((one) => job && knowsPeriod(one, job)) ?? among[0];
  if (anacron === undefined) return undefined;
  const said = { dialect: anacron.dialect, title: anacron.title, draws: [], dissent: [], zone, knownZone: true, runs: [], missed: [] };
  if (job === undefined) {
    const reason = reasonOf(line);
    return { ...said, type: 'period', expression: wholeOf(line).trim(), refused: reason, cost: 'anacron skips the line', words: reason };
  }
  const expression = `${asRead(job.period)} ${asRead(job.delay)} ${asRead(job.identifier)}`;
  return { ...said, type: 'period', expression, command: asHandedOn(job.command, keepsBackslashes(anacron.dialect)), words: jobWords(job) };
}
