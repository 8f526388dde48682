/** What comes from the network is run as it comes. */
import { isShell } from '../../../knowledge/interpreters.js';
import type { Rule } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import type { Command, Run } from '../../../text/shell/commands.js';
import { commandLineOf } from '../commands/command-line.js';
import type { CrontabLine } from '../model.js';
import { runsAsRoot } from '../runner.js';

const DOWNLOADERS = new Set(['curl', 'wget', 'fetch', 'lynx', 'links', 'GET', 'lwp-request', 'http', 'https', 'aria2c', 'ftp']);

const INTERPRETERS = /^(?:python[\d.]*|perl[\d.]*|php[\d.]*|ruby[\d.]*|node|nodejs)$/;

const nameOf = ({ command }: Run): string => baseName(command?.program.text ?? '');

/** True when the command runs what it reads from standard input. */
function runsItsInput({ program, args }: Command): boolean {
  const name = baseName(program.text);
  const [first] = args;
  if (isShell(name))
    return (
      !args.some(({ text }) => /^-[a-z]*c$/.test(text)) &&
      (args.every(({ text }) => /^[-+]/.test(text)) || args.some(({ text }) => /^-[a-z]*s$/.test(text)))
    );
  return INTERPRETERS.test(name) && (first === undefined || first.text === '-');
}

/** True when `host` runs what a substitution in its words gives. */
function runsItsWords({ program, args }: Command, opener: string): boolean {
  const name = baseName(program.text);
  if (name === 'eval') return true;
  if (opener === '<(') return name === '.' || name === 'source' || (isShell(name) && !args.some(({ text }) => /^-[a-z]*c$/.test(text)));
  return isShell(name) && args.some(({ text }) => /^-[a-z]*c$/.test(text));
}

/** What runs the output of the download `run`, if anything does. */
function runnerOf(run: Run, runs: readonly Run[]): Command | undefined {
  const { list } = run.piece;
  const inRow = runs.filter(({ piece }) => piece.list === list && piece.start > run.piece.start);
  let isPiped = run.piece.closedBy === '|' || run.piece.closedBy === '|&';
  for (const next of inRow) {
    if (!isPiped) break;
    if (next.command && runsItsInput(next.command)) return next.command;
    isPiped = next.piece.closedBy === '|' || next.piece.closedBy === '|&';
  }
  const host = list.opener === '' || list.opener === '(' ? undefined : runs.find(({ piece }) => piece === list.host)?.command;
  return host && runsItsWords(host, list.opener) ? host : undefined;
}

const LOCAL = /^["']?(?:file:|https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/"']|$))/;

/** Quick looks: that something is fetched, and that something is handed on to another program. */
const FETCHES = /\b(?:curl|wget|fetch|lynx|links|GET|lwp-request|https?|aria2c|ftp)\b/;
const HANDS_ON = /\||\$\(|<\(|`/;

export const pipedToShell: Rule<CrontabLine> = {
  id: 'crontab/piped-to-shell',
  severity: 'warning',
  security: 8.1,
  docs: {
    summary: 'What comes from the network is run at once, as root or as nobody knows whom.',
    why: 'Whoever holds that server, its name or the way to it runs commands here, at each time of the entry and without a trace. A download that breaks off is run as far as it came.',
    remedy: 'Keep the script on the host, or fetch it to a file, check its sum or signature, and run that.',
    bad: [
      { path: '/etc/cron.d/update', text: '0 3 * * * root curl -fsSL https://example.net/update | sh\n' },
      { path: '/var/spool/cron/crontabs/root', text: '0 3 * * * wget -qO- http://example.net/x | tee /tmp/x | sudo bash -s -- -y\n' },
      { path: '/etc/cron.d/update', text: '0 3 * * * root bash <(curl -s https://example.net/x)\n' },
      { path: '/etc/cron.d/update', text: '0 3 * * * root sh -c "$(curl -fsSL https://example.net/x)"\n' },
      { path: '/etc/anacrontab', text: '7 10 update curl -fsSL https://example.net/update | sh\n' },
    ],
    good: [
      { path: '/etc/cron.d/update', text: '0 3 * * * nobody curl -fsSL https://example.net/update | sh\n' },
      {
        path: '/etc/cron.d/update',
        text: '0 3 * * * root curl -s https://example.net/x | python3 -m json.tool; curl -s http://localhost/x | sh\n',
      },
    ],
    nearMiss: { path: '/etc/cron.d/update', text: '0 3 * * * root curl -fsSL https://example.net/update | cat\n' },
  },
  marks: [HANDS_ON],
  types: ['entry'],
  concerns: ({ text }) => FETCHES.test(text),
  *checkLine(line, { path }) {
    const runs = commandLineOf(line)?.runs ?? [];
    const asRoot = runsAsRoot(line, path);
    for (const run of runs) {
      const { command } = run;
      if (command === undefined || !DOWNLOADERS.has(nameOf(run)) || command.args.some(({ text }) => LOCAL.test(text))) continue;
      const by = runnerOf(run, runs);
      const isRoot = asRoot === 'yes' || by?.wrappers.some(({ text }) => /^(?:sudo|doas)$/.test(baseName(text)));
      if (by === undefined || (asRoot === 'no' && !isRoot)) continue;
      const isPlain = command.args.some(({ text }) => /^["']?(?:http|ftp):\/\//.test(text));
      yield {
        at: command.program,
        message: `What ${nameOf(run)} fetches is run ${isRoot ? 'as root ' : ''}as it comes${isPlain ? ', and unencrypted: anybody on the way can put commands in' : ''}. Fetch it to a file, check it, and run that.`,
      };
    }
  },
};
