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
import { decode, type Family } from './carry.js';
import { familyOf } from './host.js';
import { type Cell, isOn, type Link, type ListingLine } from './model.js';
import { killName, startName } from './numbers.js';
import { oppositeOf } from './onoff.js';
import { levelGiven } from './paths.js';
import { mayWorkAt } from './runlevels.js';

const factOf = ({ fact }: Launch) => (fact === undefined ? undefined : factById(fact));

const linkOf = ({ links }: ListingLine, { subject }: Launch): Link | undefined =>
  links?.find(({ name }) => name.span.start === subject.span.start);

const commands: Readonly<Record<Family, (name: string, on: boolean) => string>> = {
  redhat: (name, on) => `chkconfig ${name} ${on ? 'on' : 'off'}`,
  debian: (name, on) => `update-rc.d ${name} ${on ? 'enable' : 'disable'}`,
};

/** The families in question, the likeliest first. A row was written by chkconfig, so where that may be the host's, no other command is right. */
function familiesFor(line: ListingLine, { dialects, path }: Context): readonly Family[] {
  const asked = dialects.filter((dialect): dialect is Family => dialect === 'redhat' || dialect === 'debian');
  const family = familyOf(line, { dialects, path });
  if (line.row && asked.includes('redhat')) return ['redhat'];
  return family === undefined ? asked : [...asked].sort((a, b) => Number(b === family) - Number(a === family));
}

/** False for a link that its host's commands would not find by the name, and for a name that a shell would not take as one word. */
function isCommandable({ text }: Launch['subject'], link: Link | undefined): boolean {
  if (!/^[A-Za-z0-9_][\w.+-]*$/.test(text)) return false;
  if (link?.target === undefined) return true;
  const [directory, script] = link.target.text.split('/').slice(-2);
  return directory === 'init.d' && script?.replace(/\*$/, '') === text;
}

function copies(line: ListingLine, launch: Launch, context: Context, on: boolean): Fix[] {
  const { text } = launch.subject;
  if (!isCommandable(launch.subject, linkOf(line, launch))) return [];
  return familiesFor(line, context).map((family) => {
    const copy = commands[family](text, on);
    return { title: `Copy the command that ${on ? 'enables' : 'disables'} ${text}: ${copy}`, edits: [], safe: false, copy };
  });
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
  ];
}
