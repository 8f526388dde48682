/** Lines around the entries: prompts, names of directories, totals, headers, and the note of newer chkconfig. */
import { type Word, words as wordsOf } from '../../text/words.js';
import type { Carry, Section } from './carry.js';
import { token } from './links.js';
import type { ListingToken } from './model.js';
import { familyNamedIn, levelOfDirectory, levelsNamedIn } from './paths.js';
import { serviceSection } from './tables/rc-scripts.js';
import { rcctlSection } from './tables/rcctl.js';
import { runlevelSection } from './tables/runlevel-links.js';
import { wantsSection } from './tables/wants.js';

/** The section that a folder of links begins. */
const folderSection = (path: string): Section | undefined => wantsSection(path) ?? runlevelSection(path);

export interface Heading {
  readonly tokens: readonly ListingToken[];
  readonly carry: Carry;
}

const COMMANDS = new Set([
  'ls',
  'll',
  'dir',
  'cd',
  'pwd',
  'tree',
  'find',
  'chkconfig',
  'systemctl',
  'service',
  'rc-update',
  'rc-status',
  'rcctl',
  'svcs',
  'inetadm',
  'sudo',
  'doas',
  'su',
  'runlevel',
  'sysv-rc-conf',
  'ssh',
  'history',
  'exit',
  'logout',
]);

const isCommand = (word: Word | undefined): boolean => word !== undefined && COMMANDS.has(word.text.slice(word.text.lastIndexOf('/') + 1));

/** True when what follows the command reads like arguments rather than prose. */
const hasArguments = (words: readonly Word[]): boolean =>
  words.length === 1 || words.some(({ text }, index) => index > 0 && /^-|\/|^\.|^rc[0-9S]\.d|^list-unit|^(?:show|ls)$/.test(text));

/** Index of the word behind a shell's prompt; undefined when `body` begins with none. */
function promptEnd(body: string, words: readonly Word[]): number | undefined {
  const first = words[0]?.text ?? '';
  const bracket = /^\[[^\]]*\][ \t]*[#$%>]/.exec(body)?.[0];
  if (bracket) return wordsOf(bracket).length;
  if (/^[$%]$/.test(first) || (first.length > 1 && /[#$%>]$/.test(first) && /[@~:]|^(?:ba|da|k|z|tc|c)?sh-/.test(first))) return 1;
  if (first.length > 1 && /[#$%>]$/.test(first) && isCommand(words[1]) && hasArguments(words.slice(1))) return 1;
  const sign = words.findIndex(({ text }, index) => index < 4 && /^[#$%]$/.test(text) && isCommand(words[index + 1]));
  if (sign !== -1) return sign + 1;
  return isCommand(words[0]) && hasArguments(words) ? 0 : undefined;
}

const only = (levels: readonly string[]): string | undefined => (new Set(levels).size === 1 ? levels[0] : undefined);

function levelAfter(prompt: string, command: string, carry: Carry): string {
  const named = levelsNamedIn(command);
  if (named.length > 0) return only(named) ?? '?';
  if (/\/|^\S*chkconfig\b/.test(command)) return '?';
  return levelsNamedIn(prompt).at(-1) ?? carry.level;
}

/** What the output of `command` is, where the command tells that better than its lines do. */
function sectionAfter(command: string): Section {
  const [program = '', ...others] = command.split(/[ \t]+/).filter((word) => !/^(?:doas|sudo)$/.test(word));
  const [first, second] = others.filter((word) => !word.startsWith('-'));
  switch (program.slice(program.lastIndexOf('/') + 1)) {
    case 'chkconfig':
      return 'chkconfig';
    case 'systemctl':
      return first === 'list-unit-files' ? 'unit-files' : first === undefined || first === 'list-units' ? 'units' : '';
    case 'rc-update':
      return first === undefined || first === 'show' ? 'openrc' : '';
    case 'rcctl':
      return first === 'ls' ? (rcctlSection(second) ?? '') : '';
    case 'service':
      return serviceSection(others) ?? '';
    default:
      return others.map(folderSection).find((section) => section !== undefined) ?? '';
  }
}

function prompt(text: string, start: number, words: readonly Word[], carry: Carry): Heading | undefined {
  const end = words.at(-1)?.span.end ?? start;
  const body = text.slice(start, end);
  const command = promptEnd(body, words);
  if (command === undefined) return undefined;
  const at = words[command]?.span.start ?? end;
  const said = text.slice(at, end);
  const level = levelAfter(text.slice(start, at), said, carry);
  const family = familyNamedIn(body) ?? carry.family;
  const told = { ...carry, level, section: sectionAfter(said), family };
  return { tokens: [token('prompt', { text: body, span: { start, end } })], carry: told };
}

/** `/etc/rc.d/rc3.d:` of `ls -R`, or the bare name of a runlevel's directory, as `find` and `tree` write it. */
function directory(words: readonly Word[], carry: Carry): Heading | undefined {
  const [first, second] = words;
  const word = words.at(-1);
  if (first === undefined || word === undefined || (second !== undefined && !first.text.startsWith('['))) return undefined;
  const colon = word.text.endsWith(':');
  const path = colon ? word.text.slice(0, -1) : word.text;
  const level = levelOfDirectory(path);
  const section = folderSection(path);
  if (path === '' || (level === undefined && section === undefined && !(colon && /\/|^\.|^(?:init|rc)\.d$/.test(path)))) return undefined;
  const { start, end } = word.span;
  const tokens = [
    ...words.slice(0, -1).map((each) => token('detail', each)),
    token('directory', { text: path, span: { start, end: end - (colon ? 1 : 0) } }),
    ...(colon ? [token('colon', { text: ':', span: { start: end - 1, end } })] : []),
  ];
  return { tokens, carry: { ...carry, level: level ?? '-', section: section ?? '', family: familyNamedIn(path) ?? carry.family } };
}

/** `total 0`, in any language. */
const isTotal = ([first, second, third]: readonly Word[]): boolean =>
  first !== undefined &&
  second !== undefined &&
  third === undefined &&
  /^\p{L}+[:：]?$/u.test(first.text) &&
  /^\d+(?:[.,]\d+)?[KMGT]?$/.test(second.text);

/** `xinetd based services:`, in any language. */
const isXinetdHeader = (body: string, words: readonly Word[]): boolean => words.length <= 8 && /xinetd/i.test(body) && /[:：]$/.test(body);

/** The lines that newer chkconfig writes about systemd before its rows. */
function isNote(body: string, indented: boolean, carry: Carry): boolean {
  if (/^[^\s:：]+[:：]/.test(body) && /SysV/i.test(body)) return true;
  const speaks = /systemd|systemctl|SysV/.test(body);
  return carry.section === 'note' ? indented || speaks : /systemctl list-/.test(body);
}

/** Headers of systemctl's tables; the words are the same in every language. */
const TABLES: readonly (readonly [RegExp, Section])[] = [
  [/^UNIT FILE[ \t]+STATE\b/, 'unit-files'],
  [/^UNIT[ \t]+LOAD[ \t]+ACTIVE[ \t]+SUB\b/, 'units'],
  [/^(?:STATE[ \t]+STIME|ENABLED[ \t]+STATE)[ \t]+FMRI$/, ''],
];

/** What systemctl writes below its tables, and the line of a pager. */
const FOOTER = /^\d+ (?:loaded units|unit files?) listed\b|^(?:Legend:[ \t]*)?(?:LOAD|ACTIVE|SUB|JOB)[ \t]+(?:=|→) |^lines \d+-\d+/;

/** Reads a line that says where the lines below belong: a prompt or a directory's name. `start` is the offset of its body in `text`. */
export const readPlace = (text: string, start: number, words: readonly Word[], carry: Carry): Heading | undefined =>
  prompt(text, start, words, carry) ?? directory(words, carry);

/** Reads a line that is no entry and no place; undefined for one that means nothing. */
export function readHeading(text: string, start: number, words: readonly Word[], carry: Carry): Heading | undefined {
  const end = words.at(-1)?.span.end ?? start;
  const body = text.slice(start, end);
  const tokens = [token('heading', { text: body, span: { start, end } })];
  if (isTotal(words)) return { tokens, carry };
  const table = TABLES.find(([header]) => header.test(body));
  if (table) return { tokens, carry: { ...carry, section: table[1] } };
  if (FOOTER.test(body)) return { tokens, carry: { ...carry, section: '' } };
  if (isXinetdHeader(body, words)) return { tokens, carry: { ...carry, section: 'xinetd' } };
  return isNote(body, start > 0, carry) ? { tokens, carry: { ...carry, section: 'note' } } : undefined;
}
