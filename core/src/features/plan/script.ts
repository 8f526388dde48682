/** A plan as two shell scripts to review: one that carries it out, one that takes it back. Nothing is ever run from here. */
import { SUBMISSION } from '../../knowledge/mail.js';
import { isBsd, type LinesStep, type Plan, type Reader, systemTitles } from './model.js';
import { comment, quoted } from './quote.js';
import { common, ending, stateMaking, traps } from './shell/common.js';
import { appending, editing, keeping, restoring, telling } from './shell/files.js';
import { givingLinksBack, links } from './shell/links.js';
import { allowing, modeReading, withdrawing } from './shell/modes.js';
import { startingAgain, turningOff } from './shell/services.js';
import { systemShells } from './shell/systems/index.js';

/** What a script tells of where it comes from. */
export interface About {
  readonly version: string;
  /** What was read, as the person named it. */
  readonly from: string;
}

const FEW = 20;

/** A step as the script has it: why, then what. */
const step = (reason: string, command: string): string => `\n${comment(reason)}${command}\n`;

const call = (name: string, ...words: readonly string[]): string =>
  [name, ...words.map((word) => (word === '' ? "''" : quoted(word)))].join(' ');

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** BSDs have no /var/lib. */
const stateFolder = ({ system }: Plan): string => (isBsd(system) ? '/var/db/daemonlint' : '/var/lib/daemonlint');

const shellOf = ({ system, services }: Plan) => (system !== undefined && services.length > 0 ? systemShells[system] : undefined);

/** Files that the commands of the host may write. */
const writtenIn = (plan: Plan): readonly string[] =>
  unique([...(shellOf(plan)?.files ?? []), ...plan.services.flatMap(({ settings = [] }) => settings.flatMap(({ file }) => file ?? []))]);

/** Files whose lines change, each with who has to be told. */
const filesOf = ({ lines, queue }: Plan): ReadonlyMap<string, Reader | undefined> =>
  new Map([...lines, ...(queue ? [queue] : [])].map(({ path, reader }) => [path, reader]));

const readersOf = (plan: Plan): readonly Reader[] =>
  unique([...filesOf(plan).values()].flatMap((reader) => (reader === undefined || reader === 'spool' ? [] : [reader])));

const readerTitles: Readonly<Record<Reader, string>> = {
  inetd: 'inetd reads its file again when it gets this signal; open sessions survive.',
  xinetd: 'xinetd reads its files again when it is told to; open sessions survive.',
  init: 'init reads inittab again when it gets this signal.',
  spool: '',
};

function head(plan: Plan, { version, from }: About, what: string, how: string): string {
  const { sources } = plan;
  const more = sources.length > FEW ? ` and ${sources.length - FEW} more` : '';
  return [
    '#!/bin/sh\n',
    comment(`${what} Written by daemonlint ${version} from ${from}.`),
    comment(`For: ${plan.system === undefined ? 'any system (only files are changed)' : systemTitles[plan.system]}.`),
    comment(`Read: ${sources.length === 0 ? 'nothing' : `${sources.slice(0, FEW).join(', ')}${more}`}.`),
    '#\n',
    comment(how),
  ].join('');
}

/** What the findings speak of and nobody should let a script do. */
function leftAlone({ left }: Plan): string {
  if (left.length === 0) return '';
  return ['#\n', '# Left for you to decide:\n', ...left.map((sentence) => comment(`- ${sentence}`, '  '))].join('');
}

/** Functions for the commands of the system; empty where the plan needs none. */
function systemFunctions(plan: Plan, own: string): string {
  const shell = shellOf(plan);
  if (shell === undefined) return '';
  return [shell.functions, ...(shell.links.length > 0 ? [links(shell.links)] : []), own].join('');
}

function tellFunction(plan: Plan): string {
  const readers = readersOf(plan);
  if (readers.length === 0) return '';
  return telling(plan.system !== undefined && readers.includes('xinetd') ? systemShells[plan.system].reload : undefined);
}

const tellSteps = (plan: Plan): string =>
  readersOf(plan)
    .map((reader) => step(readerTitles[reader], call('tell', reader)))
    .join('');

const replaceStep = ({ path, before, after, reader, reason }: LinesStep): string =>
  step(reason, call('replace', path, before, after, reader ?? ''));

function queueStep({ queue }: Plan): string {
  if (queue === undefined) return '';
  const { path, lines, reader, reason } = queue;
  return [
    `\n${comment(reason)}`,
    '# From 8.12 on sendmail has a submit.cf, and mail that is sent from here waits in a queue of its own.\n',
    `queue=${quoted(lines.old)}\n`,
    `if [ -f "$ROOT/${SUBMISSION}" ]; then queue=${quoted(lines.submission)}; fi\n`,
    `append ${quoted(path)} "$queue" ${reader === undefined ? "''" : reader}\n`,
  ].join('');
}

function serviceSteps(plan: Plan): string {
  const shell = shellOf(plan);
  if (shell === undefined) return '';
  const kept = writtenIn(plan)
    .map((path) => `keep ${quoted(path)}\n`)
    .join('');
  return [
    ...(shell.links.length > 0
      ? ["\n# The links as they are, so that the undo can put them back.\ndoing='taking a picture of the links'\npicture_links\n"]
      : []),
    ...(kept === '' ? [] : [`\n# What the commands below may write.\n${kept}`]),
    ...plan.services.map(({ names, settings, reason }) =>
      step(
        reason,
        [
          ...(settings ?? []).map(({ file, values }) => call('set_rc', file ?? '', ...values)),
          ...(names.length > 0 ? [call('turn_off', ...names)] : []),
        ].join('\n'),
      ),
    ),
  ].join('');
}

/** What is done at the end of a plan, however it ends: what the commands have changed is written down. */
function settling(plan: Plan): string {
  const shell = shellOf(plan);
  if (shell === undefined) return '';
  const noted = writtenIn(plan).map((path) => `  note ${quoted(path)}\n`);
  return [...(shell.links.length > 0 ? ['  settle_links\n'] : []), ...noted].join('');
}

const isEmpty = ({ lines, services, modes, queue }: Plan): boolean =>
  lines.length + services.length + modes.length === 0 && queue === undefined;

const HOW =
  'Read it, delete the steps that you do not want, then run it as root. It may be run again: what is done stays done. A line of a file is changed only where the file still has it as it was reviewed. What was there before is kept for the undo in the folder that DAEMONLINT_STATE names, if not in';

/** The script that turns off what the plan holds. */
export function planScript(plan: Plan, about: About): string {
  const state = stateFolder(plan);
  const start = head(plan, about, 'Turns off what daemonlint found on this host.', `${HOW} ${state}.`) + leftAlone(plan);
  if (isEmpty(plan)) return `${start}\necho 'Nothing to turn off.'\n`;
  const changesFiles = plan.lines.length > 0 || plan.queue !== undefined;
  return [
    start,
    common(state),
    ...(changesFiles || shellOf(plan) ? [keeping] : []),
    ...(plan.lines.length > 0 ? [editing] : []),
    ...(plan.queue ? [appending] : []),
    ...(plan.modes.length > 0 ? [modeReading, withdrawing] : []),
    tellFunction(plan),
    systemFunctions(plan, turningOff),
    ending(settling(plan)),
    `${stateMaking}${traps.trimStart()}`,
    ...plan.lines.map(replaceStep),
    tellSteps({ ...plan, queue: undefined }),
    queueStep(plan),
    serviceSteps(plan),
    ...plan.modes.map(({ paths, reason }) => step(reason, call('withdraw', ...paths))),
    END_OF_PLAN,
  ].join('');
}

const END_OF_PLAN = `
doing='the end'
if [ "$left" -gt 0 ]; then
  say "Done, but for what was left alone above ($left): look at it, and review the files that this host has now." >&2
  exit 3
fi
say 'Done.'
`;

const END_OF_UNDO = `
doing='the end'
if [ "$left" -gt 0 ]; then
  say "Undone, but for what was left alone above ($left)." >&2
  exit 3
fi
say 'Undone.'
`;

/** The script that takes back what {@link planScript} has done, from what that has written down on the host. */
export function undoScript(plan: Plan, about: About): string {
  const state = stateFolder(plan);
  const shell = shellOf(plan);
  const how = `Run it as root after the plan that daemonlint wrote from the same files: it goes by what the plan has written down in DAEMONLINT_STATE, if not in ${state}, and does nothing where there is nothing. It may be run again. What somebody has changed since is left alone.`;
  const start = head(plan, about, 'Takes back what the plan of daemonlint has done on this host.', how);
  if (isEmpty(plan)) return `${start}\necho 'Nothing to undo.'\n`;
  const files = [...filesOf(plan)];
  const written = [
    ...writtenIn(plan),
    ...plan.services.flatMap(({ xinetd }) => (xinetd && shell?.fileOf ? xinetd.map(shell.fileOf) : [])),
  ].filter((path) => !filesOf(plan).has(path));
  const backwards = [...plan.services].reverse().filter(({ names }) => names.length > 0);
  return [
    start,
    common(state),
    ...(files.length + written.length > 0 ? [keeping, restoring] : []),
    ...(plan.modes.length > 0 ? [modeReading, allowing] : []),
    tellFunction(plan),
    systemFunctions(plan, (shell && shell.links.length > 0 ? givingLinksBack : '') + startingAgain),
    ending(''),
    `\nif [ ! -d "$STATE" ]; then\n  say 'Nothing to undo: no plan has been run here, or it has been taken back.'\n  exit 0\nfi\n${traps.trimStart()}`,
    ...plan.modes.map(({ paths }) => step(`The permissions of ${paths.join(', ')}, as they were.`, call('allow', ...paths))),
    ...(shell && shell.links.length > 0
      ? [
          step('The links that the commands of the host have removed, and those that they have made.', 'give_back_links'),
          shell.afterLinks ? `${shell.afterLinks}\n` : '',
        ]
      : []),
    ...written.map((path) => step(`What the commands of the host have written to ${path}.`, call('give_back', path, ''))),
    ...files.map(([path, reader]) => step(`The lines of ${path}, as they were.`, call('give_back', path, reader ?? ''))),
    ...backwards.map(({ names }) =>
      step(`${names.join(', ')}: starts again what the plan has stopped.`, call('start_again', ...[...names].reverse())),
    ),
    tellSteps(plan),
    END_OF_UNDO,
  ].join('');
}
