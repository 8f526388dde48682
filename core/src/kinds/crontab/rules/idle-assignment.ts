/** An assignment that means nothing to the cron that reads it, or not what it means to others. */
import type { Rule } from '../../../model/rule.js';
import { isTemplated } from '../../../text/template.js';
import { type Dialect, dialectsNamed } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import { ANACRONTAB } from '../reading/shape.js';
import { listed } from '../schedule/lists.js';
import { isPassedOver } from '../verdicts/differ.js';

/** What BusyBox knows where it is written as it reads it. */
const KNOWN = new Set(['MAILTO', 'SHELL']);

/** The release that heeds the assignment, where it stands as such a release reads it: at once, and as one word. */
function heededLater({ assignment, text }: CrontabLine, dialects: readonly Dialect[]): string | undefined {
  const name = assignment?.name.text ?? '';
  if (!text.trimStart().startsWith(`${name}=`)) return undefined;
  for (const { heedsLater = {} } of dialects) if (Object.hasOwn(heedsLater, name)) return heedsLater[name];
  return undefined;
}

/** What to do with an assignment of `name` where those of MAILTO= and SHELL= alone are known, without blanks. */
function remedyFor(name: string): string {
  if (name === '') return 'Give the variable a name, or delete the line';
  return KNOWN.has(name) ? `Write ${name}= so` : `Set ${name} in the commands that need it`;
}

/** Why the assignment is idle to all of `dialects`; undefined where one of them heeds it: then it is for those who compare them. */
function idleTo(line: CrontabLine, dialects: readonly Dialect[]): string | undefined {
  const { assignment, text } = line;
  const name = assignment?.name.text ?? '';
  const [who, many] = [listed(dialects.map(({ title }) => title)), dialects.length > 1];
  if (dialects.every((dialect) => isPassedOver(dialect, text))) {
    const later = heededLater(line, dialects);
    if (later !== undefined)
      return `${who} may pass over this line: MAILTO= and SHELL= are all that older releases know; ${later} heeds ${name}= as well. Set ${name} in the commands that need it, if the host has an older one`;
    return `${who} ${many ? 'pass' : 'passes'} over this line: ${many ? 'they know' : 'it knows'} MAILTO= and SHELL= alone, written without blanks. ${remedyFor(name)}`;
  }
  const taken = `${who} ${many ? 'take' : 'takes'} ${name} for a variable of the commands`;
  if (name === 'CRON_TZ' && dialects.every(({ zonedClock }) => zonedClock === undefined))
    return `${taken}: the entries below keep to the zone of the host. Write their times in that zone`;
  if (name === 'RANDOM_DELAY' && !dialects.some(({ delaysRuns }) => delaysRuns))
    return `${taken}: no entry starts later for it. Let the commands wait, or give the entries different minutes`;
  return undefined;
}

export const idleAssignment: Rule<CrontabLine> = {
  id: 'crontab/idle-assignment',
  severity: 'warning',
  docs: {
    summary: 'An assignment that the cron of this file does not heed.',
    why: "BusyBox's crond knows MAILTO and SHELL alone, and PATH in its later releases, and drops every other assignment without a word: its jobs have the environment of the daemon. CRON_TZ moves the entries below it for cronie, and RANDOM_DELAY makes cronie wait; to most other crons both are variables like any other.",
    remedy: 'Set the variable in the command, or write the times in the zone of the host.',
    bad: [
      { path: '/etc/crontabs/root', text: 'LANG=C.UTF-8\n0 4 * * * poll\n' },
      { path: '/etc/crontabs/root', text: 'PATH=/opt/bin:/usr/bin:/bin\n0 4 * * * poll\n' },
      { path: '/etc/cron.d/poll', text: '# daemonlint: dialect=debian\nCRON_TZ=Asia/Tokyo\n0 4 * * * root /usr/local/sbin/poll\n' },
      { path: '/etc/cron.d/poll', text: '# daemonlint: dialect=debian\nRANDOM_DELAY=30\n0 4 * * * root /usr/local/sbin/poll\n' },
    ],
    good: [
      { path: '/etc/crontabs/root', text: 'SHELL=/bin/ash\nMAILTO=ann\n0 4 * * * PATH=/opt/bin:$PATH poll\n' },
      {
        path: '/etc/cron.d/poll',
        text: '# daemonlint: dialect=debian\nTZ=Asia/Tokyo\nPATH=/usr/bin:/bin\n0 4 * * * root /usr/local/sbin/poll\n',
      },
    ],
    nearMiss: { path: '/etc/cron.d/poll', text: '# daemonlint: dialect=cronie\nCRON_TZ=Asia/Tokyo\n0 4 * * * root /usr/local/sbin/poll\n' },
  },
  heeds: ({ form }) => form !== ANACRONTAB,
  types: ['setting'],
  *checkLine(line, { dialects }) {
    const { assignment, text } = line;
    if (assignment === undefined || dialects.length === 0 || isTemplated(text)) return;
    const among = dialectsNamed(dialects);
    const why = idleTo(line, among);
    const isOpen = heededLater(line, among) !== undefined;
    if (why !== undefined) yield { at: assignment.name, message: `${why}.`, ...(isOpen && { severity: 'info' }) };
  },
};
