/** Why an init refuses a line. */
import { isNear } from '../../knowledge/near.js';
import type { Problem } from '../../model/line.js';
import { write } from '../../model/remedy.js';
import { actionOf, type Dialect, dialectsOf } from './dialects.js';
import type { Fields } from './fields.js';

export const SYNTAX = 'inittab/syntax';

const FIELDS = ['id', 'runlevels', 'action', 'process'] as const;

/** What is wrong, and where: a role, or the whole line. */
interface Refusal {
  readonly at: 'id' | 'runlevels' | 'action' | 'program' | 'line';
  readonly said: string;
  /** The word that probably is meant there. */
  readonly meant?: string;
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const tooLong = (what: string, text: string, longest: number): string =>
  `The ${what} is ${text.length} characters long: ${longest} are the most that this init takes`;

function longRefusal({ entry }: Fields, longest: NonNullable<Dialect['longest']>): Refusal | undefined {
  if (entry?.id && entry.id.text.length > longest.id) return { at: 'id', said: tooLong('id', entry.id.text, longest.id) };
  if (entry?.levels && entry.levels.text.length > longest.levels)
    return { at: 'runlevels', said: tooLong('list of runlevels', entry.levels.text, longest.levels) };
  if (entry && entry.process.length > longest.process) return { at: 'program', said: tooLong('process', entry.process, longest.process) };
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
  if (dialect.hasIds && entry.id === undefined) return { at: 'line', said: 'The id is missing' };
  if (actionOf(dialect, entry) === undefined) {
    if (entry.action.text === '') return { at: 'line', said: 'The action is missing' };
    const known = Object.keys(dialect.actions);
    const meant = known.find((action) => isNear(entry.action.text, action));
    const said = `“${short(entry.action.text)}” is no action of ${dialect.title}${meant === undefined ? `, which knows ${known.join(', ')}` : ''}`;
    return { at: 'action', said, ...(meant !== undefined && { meant }) };
  }
  if (dialect.needsProcess && entry.process === '') return { at: 'line', said: 'The process is missing' };
  return dialect.longest ? longRefusal(fields, dialect.longest) : undefined;
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
  const span = at?.span ?? whole;
  const { meant } = first;
  const guess = meant === undefined ? '' : ` Probably ${meant} is meant.`;
  return [
    {
      rule: SYNTAX,
      span,
      message: `${first.said}: ${dialect.refuses}.${guess}`,
      ...(meant !== undefined && { remedy: write(span, meant) }),
    },
  ];
}
