/** What each word of a listing means: the one table that hover, completion and semantic tokens read. */
import { factById, factByScript, factByService } from '../../knowledge/index.js';
import type { Role } from '../../model/kind.js';
import type { Launch, Line, Token } from '../../model/line.js';
import type { ListingRole } from './model.js';
import { meaningOf } from './onoff.js';
import { meaningOfLevel, startsAt } from './runlevels.js';
import { openRcLevels } from './tables/openrc.js';
import { factOfFmri, smfStates } from './tables/smf.js';
import { isUnitFileState, unitFileStates } from './tables/unit-files.js';
import { factOfUnit, isTemplate, unitType } from './tables/unit-names.js';
import { unitStates } from './tables/units.js';

const plain = (title: string, tokenType: string, about: string): Role => ({ title, tokenType, about });

/** The launch whose subject is `token` or comes next. */
const launchAt = (token: Token, line: Line): Launch | undefined =>
  line.launches.find(({ subject }) => subject.span.start >= token.span.start);

const levelsAt = (token: Token, line: Line): readonly string[] => {
  const when = launchAt(token, line)?.when;
  return when?.type === 'runlevels' ? when.levels : [];
};

function describeLetter(token: Token, line: Line): string {
  const [level = '?'] = levelsAt(token, line);
  if (level === '?') {
    const end = 'its runlevel is entered; the listing does not say which that is.';
    return token.text === 'S' ? `S: started when ${end}` : `K: stopped when ${end}`;
  }
  const entered = level === 'S' ? 'the host boots' : `runlevel ${level} is entered`;
  if (token.text === 'K') return `K: stopped when ${entered}.`;
  return startsAt(level)
    ? `S: started when ${entered}.`
    : `S: called with stop when ${entered}. In runlevels 0 and 6 an S link starts nothing.`;
}

function describeName(token: Token, line: Line): string | undefined {
  const inRow = line.tokens.some(({ role }) => role === 'state') && !line.tokens.some(({ role }) => role === 'level');
  const known = launchAt(token, line)?.fact;
  return (known === undefined ? (inRow ? factByService(token.text) : factByScript(token.text)) : factById(known))?.what.text;
}

function describeUnit(name: string): string | undefined {
  if (isTemplate(name)) return `${name} is a template: what runs are its instances, with a name behind the @.`;
  const type = unitType(name);
  return type && Object.hasOwn(UNIT_TYPES, type) ? UNIT_TYPES[type] : undefined;
}

function describeUnitState({ text }: Token): string | undefined {
  if (isUnitFileState(text)) return `${text}: ${unitFileStates[text]?.about}`;
  return Object.hasOwn(unitStates, text) ? `${text}: ${unitStates[text]}` : undefined;
}

function describeRunning({ text }: Token): string | undefined {
  if (text === '+') return 'It runs: its script answered with success.';
  if (text === '-') return 'It does not run, as far as its script tells.';
  return text === '?' ? 'Nobody can tell: its script knows no `status`.' : undefined;
}

const UNIT_TYPES: Readonly<Record<string, string>> = {
  service: 'A service: a program that systemd starts and watches.',
  socket: 'A socket: systemd listens on it, and starts the service when somebody calls.',
  timer: 'A timer: it starts a service by the clock.',
  path: 'A path: it starts a service when a file changes.',
  target: 'A target: a group of units that are started together.',
};

function describeLevel({ text }: Token): string | undefined {
  const meaning = meaningOfLevel(text);
  return meaning && `Runlevel ${text}: ${meaning}.`;
}

function describeState({ text }: Token): string | undefined {
  const on = meaningOf(text);
  return on === undefined ? undefined : `${text}: ${on ? 'started here' : 'not started here'}.`;
}

function describeMode({ text }: Token): string {
  const type =
    text.replace('[', '')[0] === 'l'
      ? 'A symbolic link, as an rc link should be'
      : 'A file of its own, where a link to init.d is usual; init runs it all the same';
  const extra = text.includes('.')
    ? '; the dot tells of an SELinux context'
    : text.includes('+')
      ? '; the plus sign tells of an access list'
      : '';
  return `${type}${extra}.`;
}

const describeSmfState = (word: string): string | undefined =>
  Object.hasOwn(smfStates, word) ? `${word}: ${smfStates[word]?.about}` : undefined;

export const roles = {
  mark: plain('Comment mark', 'comment', 'This entry is commented out of the listing: it counts for nothing here.'),
  quote: plain('Quoting', 'comment', 'A mark of quoting or a branch of a tree: not part of the listing proper.'),
  mode: { title: 'Type and permissions', tokenType: 'property', about: 'As `ls -l` writes them.', describe: describeMode },
  detail: plain('Detail', 'comment', 'Owner, size, date and the like: they say nothing of what is started.'),
  directory: {
    title: 'Directory',
    tokenType: 'namespace',
    about: 'The links of rcN.d are called when runlevel N is entered.',
    describe: ({ text }) => {
      const level = /(?:^|\/)rc([0-9S])\.d\/?$/.exec(text)?.[1];
      return level === undefined ? undefined : describeLevel({ role: 'level', text: level, span: { start: 0, end: 1 } });
    },
  },
  letter: {
    title: 'Start or kill',
    tokenType: 'keyword',
    about: 'S starts the service, K stops it.',
    values: ['S', 'K'],
    describe: describeLetter,
  },
  number: {
    title: 'Order',
    tokenType: 'number',
    about: 'Two digits. First all K links are called, then all S links, each in this order; those with one number go by name.',
    describe: ({ text }) => `Place ${text} of 00 to 99: lower numbers go first.`,
  },
  name: {
    title: 'Service',
    tokenType: 'function',
    about: 'The name of the script in init.d, or of the service that xinetd starts.',
    describe: describeName,
  },
  suffix: plain('Type', 'operator', '`ls -F` marks a link with `@` and a program with `*`: not part of the name.'),
  arrow: plain('Arrow', 'operator', 'What follows is where the link leads.'),
  target: plain('Script', 'string', 'The script that the link leads to: it is called with start or stop.'),
  level: { title: 'Runlevel', tokenType: 'number', about: 'The state that what follows holds for.', describe: describeLevel },
  colon: plain('Colon', 'operator', 'Ends the name or the runlevel before it.'),
  state: {
    title: 'State',
    tokenType: 'keyword',
    about: 'Whether the service is started; chkconfig writes it in the language of its user.',
    values: ['on', 'off'],
    describe: describeState,
  },
  bullet: plain('Mark', 'operator', 'systemctl puts a mark before a unit that failed, or that is not as it should be.'),
  unit: {
    title: 'Unit',
    tokenType: 'function',
    about: 'What systemd starts, and from which file it knows how.',
    describe: ({ text }) => factOfUnit(text)?.what.text ?? describeUnit(text),
  },
  unitState: {
    title: 'State of the unit',
    tokenType: 'keyword',
    about: 'Whether systemd starts it, or how it is now.',
    values: ['enabled', 'disabled'],
    describe: describeUnitState,
  },
  preset: plain(
    'Preset',
    'keyword',
    'What the vendor or a policy has set for units that nobody has enabled or disabled: it does not tell how this one is.',
  ),
  running: {
    title: 'State',
    tokenType: 'keyword',
    about: 'What the script itself says when asked for its status. It does not tell whether the service is started at boot.',
    values: ['+', '-', '?'],
    describe: describeRunning,
  },
  fmri: {
    title: 'Service',
    tokenType: 'function',
    about: 'The name of the service for svcadm: its path, and behind the colon the instance.',
    describe: ({ text }) => factOfFmri(text)?.what.text,
  },
  smfState: {
    title: 'State',
    tokenType: 'keyword',
    about: 'How the service is; a star behind it says that it is about to change.',
    values: ['online', 'offline', 'disabled', 'maintenance', 'degraded', 'legacy_run'],
    describe: ({ text }) => describeSmfState(text.replace(/\*$/, '')),
  },
  runlevel: {
    title: 'Runlevel',
    tokenType: 'keyword',
    about: 'The runlevel of OpenRC in which the service is started.',
    describe: ({ text }) => (Object.hasOwn(openRcLevels, text) ? `${text}: ${openRcLevels[text]}` : undefined),
  },
  separator: plain('Separator', 'operator', 'Keeps the columns apart.'),
  heading: plain('Heading', 'comment', 'Written by the program that made the listing.'),
  prompt: plain('Command', 'macro', 'The command that made the listing.'),
  comment: plain('Comment', 'comment', 'No part of the listing.'),
  text: plain('Text', 'string', 'No part of the entry.'),
} as const satisfies Readonly<Record<ListingRole, Role>>;
