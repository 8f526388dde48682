/** Columns and completion. */
import { facts } from '../../knowledge/index.js';
import { systemUsers } from '../../knowledge/users.js';
import type { Cell, Proposal } from '../../model/editing.js';
import { lineStarts, physicalEnd } from '../../text/lines.js';
import { isBlank, words } from '../../text/words.js';
import { attributes, attributesIn } from './attributes.js';
import { isAlone, skipBlanks } from './blocks.js';
import { FLAGS } from './describe.js';
import type { XinetdLine } from './model.js';
import type { XinetdRole } from './role.js';

/** Attribute, operator and first value of each line that has a blank between them. */
export const rows = ({ type, text, settings = [] }: XinetdLine): readonly (readonly Cell[])[] =>
  type !== 'entry' && type !== 'setting'
    ? []
    : settings.flatMap(({ attribute, operator, values: [value] }) =>
        operator && value && isBlank(text[operator.span.end]) ? [[attribute, operator, value].map(({ span }) => ({ span }))] : [],
      );

/** The word at `offset`, and those before it on its physical line. */
interface Place {
  readonly start: number;
  readonly span: { readonly start: number; readonly end: number };
  readonly before: readonly string[];
}

function placeAt(text: string, offset: number): Place {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const all = words(text, start, physicalEnd(text, start));
  const at = all.find(({ span }) => span.start <= offset && offset <= span.end);
  const span = at?.span ?? { start: offset, end: offset };
  return { start, span, before: all.filter(({ span: { end } }) => end < offset && end <= span.start).map(({ text: word }) => word) };
}

/** True where `offset` stands between the braces of a block. */
function isInside(text: string, start: number): boolean {
  for (const at of lineStarts(text)) if (at < start && isAlone(text, at, '{')) return true;
  return false;
}

const services = facts.flatMap(({ aliases, what }) =>
  (aliases.services ?? []).filter((name) => !/^\d+$/.test(name)).map((name) => [name, what.text] as const),
);

const KEYWORDS: readonly (readonly [label: string, insert: string, about: string])[] = [
  ['service', 'service ', 'The entry of a service.'],
  ['defaults', 'defaults\n{\n}', 'What holds for all services that do not say otherwise.'],
  ['includedir', 'includedir /etc/xinetd.d', 'Reads the files of a directory too.'],
  ['include', 'include ', 'Reads another file too.'],
];

/** What may be a value of the attribute `name` behind the values `before`. */
function valuesOf(name: string, before: readonly string[]): readonly (readonly [label: string, detail: string | undefined])[] {
  const known = attributes.get(name);
  if (known === undefined || (known.count === 1 && before.length > 0)) return [];
  if (known.next) return known.next(before).map((value) => [value, undefined]);
  if (known.role === 'user' || known.role === 'group') return Object.entries(systemUsers);
  if (known.place === 'defaults') return services;
  return (known.values ?? []).map((value) => [value, known.role === 'flag' ? FLAGS[value.toLowerCase()] : undefined]);
}

/** What may be written at `offset`: keywords and services outside of blocks, attributes and their values inside. */
export function proposals(line: XinetdLine, offset: number): readonly Proposal[] {
  const { text } = line;
  const { start, span, before } = placeAt(text, offset);
  if (text[skipBlanks(text, start)] === '#' && offset > skipBlanks(text, start)) return [];
  const make = (role: XinetdRole, label: string, detail: string | undefined, insert?: string): Proposal => ({
    label,
    span,
    role,
    ...(detail && { detail }),
    ...(insert && { insert }),
  });
  const [first, operator] = before;
  if (!isInside(text, start)) {
    if (first === undefined) return KEYWORDS.map(([label, insert, about]) => make('keyword', label, about, insert));
    return /^service$/i.test(first) && before.length === 1 ? services.map(([name, what]) => make('service', name, what)) : [];
  }
  if (first === undefined) {
    const isDefaults = /^[ \t]*defaults/i.test(text);
    const taken = new Set(line.settings?.filter(({ known }) => !known?.set).map(({ attribute }) => attribute.text.toLowerCase()));
    const open = attributesIn(isDefaults).filter(({ name }) => !taken.has(name) || text.slice(span.start, span.end).toLowerCase() === name);
    return open.map(({ name, about }) => make('attribute', name, about, operatorFollows(text, span.end) ? name : `${name} = `));
  }
  if (operator === undefined) {
    const known = attributes.get(first.toLowerCase());
    return (known?.set ? ['=', '+=', '-='] : ['=']).map((sign) => make('operator', sign, undefined, `${sign} `));
  }
  const role = attributes.get(first.toLowerCase())?.role ?? 'value';
  return valuesOf(first.toLowerCase(), before.slice(2)).map(([label, detail]) => make(role, label, detail));
}

const operatorFollows = (text: string, at: number): boolean => /^[ \t]*[+-]?=/.test(text.slice(at, physicalEnd(text, at)));
