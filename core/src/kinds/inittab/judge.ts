/** Why an init refuses a line. */
import { isNear } from '../../knowledge/near.js';
import type { Problem } from '../../model/line.js';
import { write } from '../../model/remedy.js';
import { bytesOf } from '../../text/bytes.js';
import { replace } from '../../text/edit.js';
import { actionIn, actionOf, type Dialect, dialectsOf } from './dialects.js';
import type { Fields } from './fields.js';
import type { InittabEntry } from './model.js';
import { needsShell } from './starting.js';

export const SYNTAX = 'inittab/syntax';

const FIELDS = ['id', 'runlevels', 'action', 'process'] as const;

/** What is wrong, and where: a role, the whole line, or the action or the first field as it is written. */
interface Refusal {
  readonly at: 'id' | 'runlevels' | 'action' | 'program' | 'line' | 'written' | 'first';
  readonly said: string;
  /** What becomes of the entry, where that is not the usual. */
  readonly costs?: string;
  /** The word that probably is meant there. */
  readonly meant?: string;
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const tooLong = (what: string, bytes: number, longest: number): string =>
  `The ${what} is ${bytes} bytes long: ${longest} are the most that this init takes`;

/** How long each field is, by what counts for `dialect`. */
function longRefusal({ entry }: Fields, { longest, trims }: Dialect): Refusal | undefined {
  if (entry === undefined || longest === undefined) return undefined;
  const { written } = entry;
  const bytes = (trim: string, whole: string) => bytesOf(trims ? trim : whole);
  const id = bytes(entry.id?.text ?? '', written.id.text);
  if (id > longest.id) return { at: 'id', said: tooLong('id', id, longest.id) };
  const levels = bytes(entry.levels?.text ?? '', written.levels.text);
  if (levels > longest.levels) return { at: 'runlevels', said: tooLong('list of runlevels', levels, longest.levels) };
  const process = bytes(entry.process, written.process.text);
  return process > longest.process ? { at: 'program', said: tooLong('process', process, longest.process) } : undefined;
}

/** What a blank beside the terminal or before the process costs. */
function blankRefusal(entry: InittabEntry, dialect: Dialect): Refusal | undefined {
  if (dialect.needsBareTerminal && /^[ \t]|[ \t]$/.test(entry.written.first.text))
    return {
      at: 'first',
      said: `A blank stands beside ${entry.id === undefined ? 'the first colon' : 'the terminal'}, and init takes it for a part of the name`,
      costs: 'it finds no terminal called so, and starts nothing',
      meant: entry.id?.text ?? '',
    };
  if (dialect.needsNoBlank && /^[ \t]/.test(entry.written.process.text) && !needsShell(entry.process))
    return {
      at: 'program',
      said: 'A blank stands before the process, and init looks for a program without a name',
      costs: 'it says “can’t run” on the console',
    };
  return undefined;
}

/** Why `dialect` refuses the line; undefined where it takes it. */
export function refusalOf(fields: Fields, dialect: Dialect): Refusal | undefined {
  const { entry, count } = fields;
  if (entry === undefined)
    return {
      at: 'line',
      said: `An entry has four fields with colons between; this line lacks the ${FIELDS.slice(count).join(' and the ')}`,
    };
  if (dialect.hasIds && (dialect.trims ? entry.id === undefined : entry.written.id.text === ''))
    return { at: 'line', said: 'The id is missing' };
  if (actionOf(dialect, entry) === undefined) {
    if (entry.action.text === '') return { at: 'line', said: 'The action is missing' };
    const bare = actionIn(dialect, entry.action.text);
    if (bare !== undefined)
      return {
        at: 'written',
        said: `A blank stands beside “${bare}”, and ${dialect.title} takes it for a part of the action`,
        meant: bare,
      };
    const known = Object.keys(dialect.actions);
    const meant = known.find((action) => isNear(entry.action.text, action));
    const said = `“${short(entry.action.text)}” is no action of ${dialect.title}${meant === undefined ? `, which knows ${known.join(', ')}` : ''}`;
    return { at: 'action', said, ...(meant !== undefined && { meant }) };
  }
  if (dialect.needsProcess && entry.written.process.text === '') return { at: 'line', said: 'The process is missing' };
  return blankRefusal(entry, dialect) ?? longRefusal(fields, dialect);
}

/** A problem where every init in question refuses the line: what the first of them says. */
export function problemsOf(fields: Fields, ids: readonly string[]): Problem[] {
  const asked = dialectsOf(ids);
  const refused = asked.map((dialect) => refusalOf(fields, dialect));
  const [first] = refused;
  const [dialect] = asked;
  if (first === undefined || dialect === undefined || refused.includes(undefined)) return [];
  const role = first.at === 'id' ? ['id', 'tty'] : [first.at];
  const at = fields.tokens.find((token) => role.includes(token.role));
  const whole = { start: fields.tokens[0]?.span.start ?? 0, end: fields.tokens.at(-1)?.span.end ?? 0 };
  const asWritten = { written: fields.entry?.written.action.span, first: fields.entry?.written.first.span };
  const isBare = first.at === 'written' || first.at === 'first';
  const span = (isBare ? asWritten[first.at] : at?.span) ?? whole;
  const { meant } = first;
  const guess = meant === undefined || isBare ? '' : ` Probably ${meant} is meant.`;
  return [
    {
      rule: SYNTAX,
      span,
      message: `${first.said}: ${first.costs ?? dialect.refuses}.${guess}`,
      ...(meant !== undefined && {
        remedy: meant === '' ? { title: 'Take the blanks out', edits: [replace({ span }, '')] } : write(span, meant),
      }),
    },
  ];
}
