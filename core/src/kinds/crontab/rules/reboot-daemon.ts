/** A daemon that cron starts at boot and then forgets. */
import { factById } from '../../../knowledge/index.js';
import type { Rule } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import type { Command, Run } from '../../../text/shell/commands.js';
import { commandLineOf } from '../commands/command-line.js';
import { type Dialect, dialectsNamed } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';

/** Options by which a program goes to the background itself. */
const DAEMON = /^--?(?:daemon|daemonize|daemonise|background|detach)$/;

/** Terminals that go on without anybody, and their options for that. */
const DETACHED: Readonly<Record<string, RegExp>> = {
  screen: /^-(?:dm|dmS|Sdm|d$)/,
  tmux: /^-[a-zA-Z]*d/,
  'start-stop-daemon': /^--start$|^-[a-zA-Z]*S/,
};

const goesOn = ({ program, args, wrappers }: Command): boolean => {
  const name = baseName(program.text);
  const detached = Object.hasOwn(DETACHED, name) ? DETACHED[name] : undefined;
  return (
    name === 'daemonize' ||
    args.some(({ text }) => DAEMON.test(text) || detached?.test(text)) ||
    wrappers.some(({ text }) => /^(?:nohup|setsid)$/.test(baseName(text)))
  );
};

/** The command of the job that is left running: the last one, with `&` behind it or by its own doing. */
function leftRunning(runs: readonly Run[]): Run | undefined {
  const backwards = [...runs].reverse();
  const last =
    backwards.find(({ piece, shell }) => piece.list.opener === '' && shell === '' && piece.closedBy === '&') ??
    runs.find(({ command }) => command && goesOn(command));
  if (last === undefined || last.command) return last;
  // `( … ) &`: the last of what the parentheses hold.
  return backwards.find(({ piece, command }) => command && piece.start < last.piece.start);
}

/** What another start of cron does about it. */
function startedAgain(dialects: readonly Dialect[]): string {
  const doubling = dialects.filter(({ rebootsAtStart }) => rebootsAtStart);
  const [first] = doubling;
  if (first === undefined) return 'and starting cron again does not';
  const other = 'starts another one beside it';
  return doubling.length === dialects.length
    ? `and starting cron again ${other}`
    : `and starting cron again does not, or with ${first.title} ${other}`;
}

export const rebootDaemon: Rule<CrontabLine> = {
  id: 'crontab/reboot-daemon',
  severity: 'info',
  docs: {
    summary: 'A daemon that cron starts at boot and then forgets.',
    why: "Nothing starts it again when it ends, nothing stops it in order at shutdown, and where its output goes is not seen. Most crons run `@reboot` once for each boot: starting cron again does not start it. FreeBSD's runs it at each start of its own, beside what is still there.",
    remedy: 'Write a service for it: a systemd unit with `Restart=`, or an rc script.',
    bad: [
      { path: '/var/spool/cron/crontabs/ann', text: '@reboot /home/ann/bin/bot &\n' },
      { path: '/etc/cron.d/game', text: '@reboot game screen -dmS game /srv/game/run\n' },
      { path: '/etc/cron.d/sshd', text: '@reboot root /usr/sbin/sshd\n' },
      { path: '/usr/local/etc/cron.d/game', text: '@reboot game screen -dmS game /srv/game/run\n' },
    ],
    good: [
      { path: '/var/spool/cron/crontabs/ann', text: '@reboot /home/ann/bin/greet && date -d now >/dev/null 2>&1\n' },
      { path: '/etc/cron.d/console', text: '@reboot root /usr/sbin/gpm -m /dev/mouse -t ps2\n' },
    ],
    nearMiss: { path: '/var/spool/cron/crontabs/ann', text: '@hourly /home/ann/bin/bot &\n' },
  },
  marks: [/@reboot/],
  types: ['entry'],
  *checkLine(line, { dialects }) {
    if (line.shape?.macro?.text !== '@reboot') return;
    const facts = line.launches.flatMap(({ fact, by, subject }) => (fact && by ? [{ fact: factById(fact), by, subject }] : []));
    // The rules over launches speak of these: they have a worse name than that of being unattended.
    if (facts.some(({ fact }) => fact && fact.level !== 'none')) return;
    const known = facts.find(({ by }) => by === 'command')?.subject;
    const at = known ?? leftRunning(commandLineOf(line)?.runs ?? [])?.command?.program;
    if (at === undefined || facts.some(({ by }) => by === 'init')) return;
    yield {
      at,
      message: `Cron starts this at boot and then forgets it: nothing starts it again when it ends, ${startedAgain(dialectsNamed(dialects))}. A service of the init system does both.`,
    };
  },
};
