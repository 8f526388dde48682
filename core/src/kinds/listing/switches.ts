/**
 * Turning the services of a listing off and on: the command for the host first, then edits that change the listing alone. The form `directory`
 * is a real directory of links, read as a listing that no file holds: there is nothing to edit.
 */
import { factById } from '../../knowledge/index.js';
import type { Context } from '../../model/context.js';
import type { Fix } from '../../model/finding.js';
import type { Launch } from '../../model/line.js';
import { uncomment } from '../../model/toggle.js';
import { type Edit, insert, replace } from '../../text/edit.js';
import { decode } from './carry.js';
import { commandsOf } from './commands.js';
import { type Cell, isOn, type Link, type ListingLine } from './model.js';
import { killName, startName } from './numbers.js';
import { oppositeOf } from './onoff.js';
import { levelGiven } from './paths.js';
import { mayWorkAt } from './runlevels.js';

const factOf = ({ fact }: Launch) => (fact === undefined ? undefined : factById(fact));

const linkOf = ({ links }: ListingLine, { subject }: Launch): Link | undefined =>
  links?.find(({ name }) => name.span.start === subject.span.start);

function copies(line: ListingLine, launch: Launch, context: Context, on: boolean): Fix[] {
  return commandsOf(line, launch, factOf(launch), linkOf(line, launch), context, on).map((copy) => ({
    title: `Copy the command that ${on ? 'enables' : 'disables'} ${launch.subject.text}: ${copy}`,
    edits: [],
    safe: false,
    copy,
  }));
}

const listingEdit = (what: string, edits: readonly Edit[]): Fix => ({ title: `Edit this listing only; ${what}`, edits, safe: false });

const rename = ({ letter, number }: Link, name: string): readonly Edit[] => [
  { span: { start: letter.span.start, end: number.span.end }, text: name.slice(0, 3) },
];

/** The word for off (or on) of the row's own language; undefined where none is known. */
function wordFor(on: boolean, cells: readonly Cell[], line: ListingLine): string | undefined {
  const carry = decode(line.carry);
  const seen = cells.find((cell) => cell.on === on)?.state.text;
  const translated = cells.map(({ state }) => oppositeOf(state.text)).find((word) => word !== undefined);
  return seen ?? translated ?? ((on ? carry.on : carry.off) || undefined);
}

function setCells(line: ListingLine, { subject }: Launch, on: boolean): Fix[] {
  const cells = line.row?.cells ?? [];
  const word = wordFor(on, cells, line);
  const wanted = cells.filter((cell) => cell.on !== on && (!on || cell.level === undefined || /[2-5]/.test(cell.level.text)));
  if (word === undefined || wanted.length === 0) return [];
  const levels = wanted.flatMap(({ level }) => (level ? [level.text] : []));
  const where = levels.length === 0 ? '' : ` in runlevel${levels.length > 1 ? 's' : ''} ${levels.join(', ')}`;
  return [
    listingEdit(
      `set ${subject.text} to ${word}${where}`,
      wanted.map(({ state }) => replace(state, word)),
    ),
  ];
}

/** The words of tables that can be set without changing anything else of the row. */
const WORDS: Readonly<Record<string, readonly [off: string, on: string]>> = { unitState: ['disabled', 'enabled'], running: ['-', '+'] };

function setStatus({ status }: ListingLine, { subject }: Launch, on: boolean): Fix[] {
  const [state, ...others] = status?.states ?? [];
  const words = state && others.length === 0 && (status?.table === 'unit-files' || state.text.length === 1) ? WORDS[state.role] : undefined;
  if (state === undefined || words === undefined) return [];
  const word = words[on ? 1 : 0];
  return [listingEdit(`set ${subject.text} to ${word}`, [replace(state, word)])];
}

/** Ways to turn off a launch that is on, best first. None for what must stay on. */
export function disable(line: ListingLine, launch: Launch, context: Context): readonly Fix[] {
  const fact = factOf(launch);
  if (launch.state !== 'on' || fact?.traits?.includes('essential') || fact?.traits?.includes('protected')) return [];
  const link = linkOf(line, launch);
  const kill = link && killName(line, link, fact, context);
  const alone = line.launches.length === 1 && (line.links?.length ?? 1) === 1;
  const command = copies(line, launch, context, false);
  if (context.form === 'directory') return command;
  return [
    ...command,
    ...(link && kill ? [listingEdit(`turn the link into ${kill}`, rename(link, kill))] : []),
    ...setCells(line, launch, false),
    ...setStatus(line, launch, false),
    ...(alone ? [listingEdit(`comment out the line of ${launch.subject.text}`, [insert(line.body, '#')])] : []),
  ];
}

/** Ways to turn on a launch that is off or commented out, best first. Runlevels 0, 1 and 6 offer none: nothing is to be on there. */
export function enable(line: ListingLine, launch: Launch, context: Context): readonly Fix[] {
  const levels = launch.when.type === 'runlevels' ? launch.when.levels : [];
  // A row that says on is off only because xinetd is.
  const dead = line.row?.xinetd === true && launch.state === 'off' && isOn(line.row.cells);
  if (launch.state === 'on' || dead || !levels.some((level) => mayWorkAt(levelGiven(level, context.path)))) return [];
  const command = copies(line, launch, context, true);
  if (context.form === 'directory') return command;
  if (launch.state === 'commented')
    return [...command, listingEdit(`take the comment mark from the line of ${launch.subject.text}`, uncomment(line))];
  const link = linkOf(line, launch);
  const start = link && link.letter.text === 'K' ? startName(line, link, factOf(launch), context) : undefined;
  return [
    ...command,
    ...(link && start ? [listingEdit(`turn the link into ${start}`, rename(link, start))] : []),
    ...setCells(line, launch, true),
    ...setStatus(line, launch, true),
  ];
}
