/** The inits that read an inittab, and what they differ in. */
import { busyboxLike, debianLike, redHatLike } from '../../knowledge/systems.js';
import type { DialectName } from '../../model/dialect-names.js';
import type { Matrix } from '../../model/matrix.js';
import type { Word } from '../../text/words.js';

/** What an init does with a process; `again`: it starts it whenever it ends. */
export type Sort = 'again' | 'once' | 'event' | 'off' | 'default';

export interface Action {
  readonly about: string;
  readonly sort: Sort;
  /** It counts in the runlevels that the entry names. */
  readonly heedsLevels?: true;
}

const again = (about: string): Action => ({ about, sort: 'again', heedsLevels: true });
const once = (about: string): Action => ({ about, sort: 'once', heedsLevels: true });
const atBoot = (about: string): Action => ({ about, sort: 'once' });
const event = (about: string): Action => ({ about, sort: 'event' });

const sysvinitActions = {
  respawn: again('Started in these runlevels, and again whenever it ends. After ten starts in two minutes init gives it up for five.'),
  wait: once('Started once when one of these runlevels is entered; init waits for it to end.'),
  once: once('Started once when one of these runlevels is entered.'),
  boot: atBoot('Started once when the system boots, whatever the runlevel.'),
  bootwait: atBoot('Started once when the system boots, whatever the runlevel; init waits for it to end.'),
  off: { about: 'Does nothing.', sort: 'off' },
  ondemand: again('Started when telinit asks for one of the levels a, b and c, and again whenever it ends.'),
  initdefault: { about: 'Names the runlevel that the system boots into. The process is not used.', sort: 'default' },
  sysinit: atBoot('Started first of all when the system boots, whatever the runlevel; init waits for it to end.'),
  powerfail: event('Started when the power goes down.'),
  powerwait: event('Started when the power goes down; init waits for it to end.'),
  powerokwait: event('Started when the power is back.'),
  powerfailnow: event('Started when the battery of the power supply is nearly empty.'),
  ctrlaltdel: event('Started when somebody presses Ctrl-Alt-Del at the console.'),
  kbrequest: event('Started when somebody presses the key combination that the keyboard table names for it.'),
} as const satisfies Readonly<Record<string, Action>>;

const busyboxActions = {
  sysinit: atBoot('Started first of all; init waits for it to end.'),
  wait: atBoot('Started once behind those of sysinit; init waits for it to end.'),
  once: atBoot('Started once, and not waited for.'),
  respawn: again('Started, and again one second after it ends, as often as that is.'),
  askfirst: again('As respawn, but somebody at the terminal must press Enter first.'),
  ctrlaltdel: event('Started when somebody presses Ctrl-Alt-Del at the console.'),
  shutdown: event('Started when the system is shut down.'),
  restart: event('Started in place of init when init is told to restart.'),
  askconsole: again('OpenWrt: as askfirst, at the console that the kernel was given.'),
  askconsolelate: again('OpenWrt: as askconsole, once the system has started.'),
  respawnlate: again('OpenWrt: as respawn, once the system has started.'),
} as const satisfies Readonly<Record<string, Action>>;

const { respawn, wait, boot, bootwait, off, ondemand, initdefault, sysinit, powerfail, powerwait } = sysvinitActions;
const systemVActions = {
  respawn,
  wait,
  once: sysvinitActions.once,
  boot,
  bootwait,
  off,
  ondemand,
  initdefault,
  sysinit,
  powerfail,
  powerwait,
  hold: { about: 'AIX: what runs goes on, and is not started again once it ends.', sort: 'off' },
} as const satisfies Readonly<Record<string, Action>>;

export type ActionName = keyof typeof sysvinitActions | keyof typeof busyboxActions | keyof typeof systemVActions;

export interface Dialect {
  readonly id: string;
  readonly title: string;
  /** What was read for it. */
  readonly source: string;
  readonly actions: Readonly<Partial<Record<ActionName, Action>>>;
  /** Whether actions may be written in any case. */
  readonly anyCase: boolean;
  /** Whether the first field names the entry; elsewhere it is the terminal that the process gets. */
  readonly hasIds: boolean;
  /** Whether blanks around a field are no part of it. */
  readonly trims: boolean;
  /** The most bytes that each field may have, and how many of a line are read as one; absent where there is no limit. */
  readonly longest?: { readonly id: number; readonly levels: number; readonly process: number; readonly line?: number };
  /** Whether of two entries with one id the later one is skipped. */
  readonly idsOnce: boolean;
  /** Whether of two entries with one terminal and one process the later takes the place of the earlier. */
  readonly replacesAlike: boolean;
  /** Whether a line that begins with a colon is a comment. */
  readonly colonComments: boolean;
  /** Whether a # turns an entry off: AIX takes it for a part of the id, and Solaris a colon for an error. */
  readonly hashTurnsOff: boolean;
  /** Whether a # within a line begins a comment; elsewhere only one before all else does. */
  readonly cutsComments: boolean;
  /** Whether it reboots at Ctrl-Alt-Del by itself, whatever the file says. */
  readonly rebootsItself: boolean;
  /** Whether it starts a process that ends at once again and again, without a pause for those that always do. */
  readonly keepsTrying: boolean;
  /** Whether an action without a process is refused. */
  readonly needsProcess: boolean;
  /** Whether an entry may leave its action out: it is `respawn` then where the id is a number, and `off` elsewhere. */
  readonly guessesAction: boolean;
  /** Whether a backslash at the end of a line joins the next one to it: `entries` where none stands before that one, `all` comments as well. */
  readonly joins: 'nothing' | 'entries' | 'all';
  /** Whether blanks beside the first field are part of the terminal's name. */
  readonly needsBareTerminal: boolean;
  /** Whether a process with a blank before it is one without a name, unless a shell runs it. */
  readonly needsNoBlank: boolean;
  /** Whether a CR before the line feed is known to become part of the process. */
  readonly keepsReturns: boolean;
  /**
   * Whether it starts a process by itself, word by word, and one with characters of the shell through a shell with exec before it. `signs` is what may
   * stand before the process; absent where neither is known.
   */
  readonly starts?: { readonly signs: RegExp };
  /** Daemons of its own that go to the background, with the option that keeps them from it; absent where daemons come from elsewhere. */
  readonly ownDaemons?: Readonly<Record<string, string>>;
  readonly refuses: string;
  /** What remains to be done on the host after a change. */
  readonly after: string;
}

export const dialects: readonly Dialect[] = [
  {
    id: 'sysvinit',
    title: 'sysvinit',
    source: 'sysvinit 3.06 of Debian, run as the first process over lines made at random; inittab(5)',
    actions: sysvinitActions,
    anyCase: true,
    hasIds: true,
    trims: false,
    longest: { id: 4, levels: 11, process: 127, line: 255 },
    idsOnce: true,
    replacesAlike: false,
    colonComments: false,
    hashTurnsOff: true,
    cutsComments: false,
    rebootsItself: false,
    keepsTrying: false,
    needsProcess: false,
    guessesAction: false,
    joins: 'nothing',
    needsBareTerminal: false,
    needsNoBlank: false,
    keepsReturns: true,
    starts: { signs: /^\+?@?[ \t]*/ },
    refuses: 'init logs an error and skips the entry',
    after: 'Run telinit q to make it take effect.',
  },
  {
    id: 'busybox',
    title: 'BusyBox init',
    source:
      'BusyBox 1.35 of Debian, run as the first process; init/init.c, parse_inittab, and libbb/parse_config.c; inittab.c of OpenWrt’s procd, which has actions of its own',
    actions: busyboxActions,
    anyCase: false,
    hasIds: false,
    trims: false,
    idsOnce: false,
    replacesAlike: true,
    colonComments: false,
    hashTurnsOff: true,
    cutsComments: true,
    rebootsItself: true,
    keepsTrying: true,
    needsProcess: true,
    guessesAction: false,
    joins: 'all',
    needsBareTerminal: true,
    needsNoBlank: true,
    keepsReturns: true,
    starts: { signs: /^-?/ },
    ownDaemons: { inetd: '-f', crond: '-f', httpd: '-f' },
    refuses: 'init says “Bad inittab entry” on the console and skips it',
    after: 'Run kill -HUP 1 to make it take effect.',
  },
  {
    id: 'sysv',
    title: 'the init of Solaris, HP-UX and AIX',
    source: 'illumos usr/src/cmd/init/init.c, getcmd; inittab of the AIX Files Reference, whose ids are longer',
    actions: systemVActions,
    anyCase: false,
    hasIds: true,
    trims: true,
    longest: { id: 14, levels: 20, process: 1023 },
    idsOnce: false,
    replacesAlike: false,
    colonComments: true,
    hashTurnsOff: false,
    cutsComments: false,
    rebootsItself: false,
    keepsTrying: false,
    needsProcess: false,
    guessesAction: true,
    joins: 'entries',
    needsBareTerminal: false,
    needsNoBlank: false,
    keepsReturns: false,
    refuses: 'init skips the entry',
    after: 'Run init q to make it take effect.',
  },
];

/** Those of Linux, one of which reads a file that nothing else is known of. */
export const linux: readonly Dialect[] = dialects.filter(({ id }) => id !== 'sysv');

export const dialectsOf = (ids: readonly string[]): readonly Dialect[] => {
  const found = dialects.filter(({ id }) => ids.includes(id));
  return found.length > 0 ? found : linux;
};

/** The action that `dialect` takes the word for. */
export function actionIn({ actions, anyCase }: Dialect, word: string): ActionName | undefined {
  const name = anyCase ? word.toLowerCase() : word;
  return Object.hasOwn(actions, name) ? (name as ActionName) : undefined;
}

/** What an action is told by: its word, the field as it is written, and the id. */
interface Acting {
  readonly id?: Word;
  readonly action: Word;
  readonly written: { readonly action: Word };
}

/** The action of an entry to `dialect`; undefined where it has none that counts. */
export function actionOf(dialect: Dialect, { id, action, written }: Acting): ActionName | undefined {
  if (action.text !== '') return actionIn(dialect, dialect.trims ? action.text : written.action.text);
  if (!dialect.guessesAction) return undefined;
  return /^\d{1,4}$/.test(id?.text ?? '') ? 'respawn' : 'off';
}

/** What the action means to the first dialect that knows it. */
export const aboutAction = (name: ActionName, ids: readonly string[]): Action | undefined =>
  dialectsOf(ids).flatMap(({ actions }) => actions[name] ?? [])[0];

export const dialectNames: readonly DialectName[] = [
  { names: busyboxLike, dialect: 'busybox', source: 'init is an applet of the BusyBox that the system is made of' },
  { names: ['solaris', 'aix', 'hpux', 'hp-ux'], dialect: 'sysv', source: 'their inits come from that of System V' },
  { names: ['debian', ...debianLike, ...redHatLike, 'slackware'], dialect: 'sysvinit', source: 'what they had before systemd or upstart' },
];

const JOINS = {
  nothing: 'part of the process',
  entries: 'joins the next line to an entry',
  all: 'joins the next line, to a comment too',
} as const;

const cells = (of: (dialect: Dialect) => string) => Object.fromEntries(dialects.map((dialect) => [dialect.id, { text: of(dialect) }]));

export const matrix: Matrix = {
  dialects: dialects.map(({ id, title, source }) => ({ id, title, source })),
  features: [
    {
      title: 'the first field',
      cells: cells(({ hasIds }) => (hasIds ? 'a name' : 'the terminal, below /dev; may be empty')),
    },
    {
      title: 'the longest first field',
      cells: { ...cells(({ longest }) => (longest ? `${longest.id} characters` : 'any')), sysv: { text: '4 characters; on AIX 14' } },
    },
    { title: 'the second field', cells: cells(({ hasIds }) => (hasIds ? 'runlevels; all where it is empty' : 'not read')) },
    { title: 'actions', cells: cells(({ actions }) => Object.keys(actions).join(', ')) },
    { title: '`RESPAWN` in capitals', cells: cells(({ anyCase }) => (anyCase ? 'the same' : 'refused')) },
    {
      title: 'no action',
      cells: cells(({ guessesAction }) => (guessesAction ? '`respawn` where the id is a number, else `off`' : 'refused')),
    },
    { title: 'two entries with one first field', cells: cells(({ idsOnce }) => (idsOnce ? 'the later one is skipped' : 'both count')) },
    {
      title: 'two entries with one first field and one process',
      cells: cells(({ idsOnce, replacesAlike }) =>
        replacesAlike ? 'the earlier one is dropped' : idsOnce ? 'the later one is skipped' : 'both count',
      ),
    },
    { title: '`: …` alone in a line', cells: cells(({ colonComments }) => (colonComments ? 'a comment' : 'refused')) },
    {
      title: 'a blank beside an action',
      cells: cells(({ trims }) => (trims ? 'passed over' : 'refused: no action is called so')),
    },
    {
      title: 'a blank beside the first field',
      cells: cells(({ hasIds, needsBareTerminal }) =>
        needsBareTerminal ? 'part of the terminal’s name: nothing starts' : hasIds ? 'passed over before it' : 'passed over',
      ),
    },
    { title: '`# …` behind an entry', cells: cells(({ cutsComments }) => (cutsComments ? 'a comment' : 'part of the process')) },
    {
      title: 'a `\\` at the end of a line',
      cells: cells(({ joins }) => JOINS[joins]),
    },
    { title: 'a line that it refuses', cells: cells(({ refuses }) => refuses) },
  ],
};
