/** A command that cron does not find: its program is where only the administrator's PATH leads. */
import type { Context } from '../../../model/context.js';
import type { Rule } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import type { Run } from '../../../text/shell/commands.js';
import { anacronsAmong } from '../anacron/anacrons.js';
import { commandLineOf } from '../commands/command-line.js';
import { SBIN_PROGRAM, sbinPathOf } from '../commands/sbin.js';
import { surroundingsOf } from '../commands/surroundings.js';
import { dialectById } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import { carriedIn } from '../reading/carried.js';

/** A directory of a PATH where such programs are; and what only a shell expands, which may lead anywhere. */
const LEADS_THERE = /(?:^|:)(?:\/usr)?\/sbin\/?(?::|$)|[$~`]/;

/** Programs that look in a PATH of their own. */
const OWN_PATH = new Set(['sudo', 'doas', 'su', 'chroot']);

/** Commands that may change PATH for what comes behind them. */
const CHANGES = new Set(['.', 'source', 'eval', 'alias']);

/** True when `run` may set PATH for itself or for those behind it. */
const setsPath = ({ piece, command }: Run): boolean =>
  piece.words.some(({ text }) => text.startsWith('PATH=')) || CHANGES.has(command?.program.text ?? '');

/** Who may run the commands of the file, with the dialects by which their systems are known. */
const runnersOf = ({ job }: CrontabLine, { dialects }: Context): readonly { readonly dialect: string; readonly title: string }[] =>
  job ? anacronsAmong(dialects) : dialects.map((id) => ({ dialect: id, title: dialectById(id)?.title ?? id }));

/** Those that do not look where `program` is, and where that is. None where one of them finds it elsewhere: that is for who names a dialect. */
function missedBy(
  program: string,
  path: string | undefined,
  runners: ReturnType<typeof runnersOf>,
): { readonly titles: string[]; readonly places: string[] } {
  const titles: string[] = [];
  const places: string[] = [];
  for (const { dialect, title } of runners) {
    const here = surroundingsOf(dialect);
    if (here?.system === undefined) continue;
    const place = sbinPathOf(program, here.system);
    if (place === undefined || LEADS_THERE.test(path ?? here.path ?? '$')) return { titles: [], places: [] };
    titles.push(path === undefined && here.sbinSince ? `${title} before ${here.sbinSince}` : title);
    if (!places.includes(place)) places.push(place);
  }
  return { titles, places };
}

export const commandPath: Rule<CrontabLine> = {
  id: 'crontab/command-path',
  severity: 'warning',
  docs: {
    summary: 'A program that is not in the PATH of the job.',
    why: "Cron does not read the profile of a shell. Debian's cron looks in /usr/bin and /bin alone unless the crontab sets PATH, and so does cronie before 1.7: what is in /sbin or /usr/sbin is not found.",
    remedy: 'Write the whole path of the program, or set PATH above the entry.',
    bad: [
      { path: '/etc/cron.d/weekly', text: '0 5 * * 0 root fstrim --all\n' },
      { path: '/etc/cron.d/weekly', text: 'PATH=/usr/local/bin:/usr/bin:/bin\n0 5 * * 0 root nice service nginx reload\n' },
      { path: '/var/spool/cron/crontabs/root', text: '@daily test -e /run/stop || reboot\n' },
      { path: '/etc/anacrontab', text: 'PATH=/usr/bin:/bin\n7 15 trim fstrim --all\n' },
    ],
    good: [
      { path: '/etc/cron.d/weekly', text: 'PATH=/usr/sbin:/usr/bin:/sbin:/bin\n0 5 * * 0 root fstrim --all\n' },
      { path: '/etc/cron.d/weekly', text: '0 5 * * 0 ann sudo fstrim --all; PATH=/sbin:$PATH fstrim /srv; ip addr; echo reboot\n' },
      { path: '/var/cron/tabs/root', text: '0 5 * * 0 ifconfig\n' },
      { path: '/etc/anacrontab', text: '7 15 trim fstrim --all\n' },
    ],
    nearMiss: { path: '/etc/cron.d/weekly', text: '0 5 * * 0 root /sbin/fstrim --all\n' },
  },
  marks: [SBIN_PROGRAM],
  types: ['entry'],
  *checkLine(line, context) {
    const { path } = carriedIn(line.carry);
    // What anacron hands on where its table has no PATH is that of who started it.
    if (path === undefined ? line.job : LEADS_THERE.test(path)) return;
    const runners = runnersOf(line, context);
    for (const run of commandLineOf(line)?.runs ?? []) {
      if (setsPath(run)) return;
      const { program, wrappers } = run.command ?? {};
      if (program === undefined || run.shell === '?' || wrappers?.some(({ text }) => OWN_PATH.has(baseName(text)))) continue;
      const { titles, places } = missedBy(program.text, path, runners);
      const [place] = places;
      if (place === undefined) continue;
      yield {
        at: program,
        message: `${program.text} is in ${place.slice(0, place.lastIndexOf('/'))}, and ${titles.join(' and ')} ${titles.length === 1 ? 'looks' : 'look'} for it in ${(path ?? '/usr/bin:/bin').slice(0, 80)} alone. Write the whole path, or set PATH above.`,
        fixes: places.length === 1 ? [{ title: `Write ${place}`, edits: [{ span: program.span, text: place }], safe: false }] : [],
      };
    }
  },
};
