/** Words within the fields and the command of an entry, and the time fields as one. */
import { unjoined } from '../../../text/lines.js';
import { commandsIn } from '../../../text/shell/commands.js';
import { pieces } from '../../../text/shell/shell.js';
import type { Span } from '../../../text/span.js';
import { slice, type Word } from '../../../text/words.js';
import { type FieldSpec, fieldSpecs } from '../fields/spec.js';
import type { CrontabLine, CrontabRole, CrontabToken } from '../model.js';

/** At most this much of a field or a command is taken apart. */
const FAR_ENOUGH = 4096;

const token = (role: CrontabRole, word: Word): CrontabToken => ({ ...word, role });

/** Numbers, names, stars and signs of a field or an item of its list. */
function* atoms(word: Word, { id, names }: FieldSpec): Iterable<CrontabToken> {
  for (const { 0: text, index } of word.text.matchAll(/[a-z]+|\d+|[-*~/,]/gi)) {
    const part = slice(word, index, index + text.length);
    if (/\d/.test(text)) yield token(id, part);
    else if (/[a-z]/i.test(text)) {
      if (names.includes(text.toLowerCase())) yield token('name', part);
    } else yield token(text === '*' ? 'star' : 'sign', part);
  }
}

/** The items of a list with what they hold; of a field without commas its atoms. A lone number has none. */
function* fieldParts(field: Word, spec: FieldSpec): Iterable<CrontabToken> {
  if (field.text === '*') return yield token('star', field);
  if (/^\d{1,9}$/.test(field.text)) return;
  const word = slice(field, 0, FAR_ENOUGH);
  for (let start = 0; start <= word.text.length; ) {
    const comma = word.text.indexOf(',', start);
    const end = comma === -1 ? word.text.length : comma;
    const item = slice(word, start, end);
    const within = [...atoms(item, spec)];
    if (within.length > 1 && item.text !== field.text) yield token(spec.id, item);
    yield* within;
    if (comma !== -1) yield token('sign', slice(word, comma, comma + 1));
    start = end + 1;
  }
}

/** The parts of a field that a line end may cut; such a cut lies within the part that it cuts. */
function* partsOf(field: CrontabToken, spec: FieldSpec): Iterable<CrontabToken> {
  if (!field.text.includes('\n')) return yield* fieldParts(field, spec);
  const { text, spanOf } = unjoined(field.text);
  for (const { role, span } of fieldParts({ text, span: { start: 0, end: text.length } }, spec)) {
    const { start, end } = spanOf(span);
    yield token(role, slice(field, start, end));
  }
}

/** The words of a command; the programs among them bear their role. */
function commandParts(text: string, { start, end }: Span): CrontabToken[] {
  const stop = Math.min(end, start + FAR_ENOUGH);
  const programs = commandsIn(text, start, stop).map(({ program }) => program);
  const starts = new Set(programs.map(({ span }) => span.start));
  const others = pieces(text, start, stop)
    .flatMap(({ words, redirections }) => [...words, ...redirections.map(({ span }) => ({ text: text.slice(span.start, span.end), span }))])
    .filter(({ span }) => !starts.has(span.start));
  return [...programs.map((word) => token('program', word)), ...others.map((word) => token('command', word))].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  );
}

const specs: ReadonlyMap<string, FieldSpec> = new Map(fieldSpecs.map((spec) => [spec.id, spec]));

export function parts({ text, tokens }: CrontabLine): readonly CrontabToken[] {
  const found: CrontabToken[] = [];
  for (const part of tokens) {
    const spec = specs.get(part.role);
    if (spec) for (const within of partsOf(part, spec)) found.push(within);
    else if (part.role === 'command') found.push(...commandParts(text, part.span));
  }
  return found;
}

/** The time fields as one. */
export function groups({ shape }: CrontabLine): readonly Span[] {
  const [first, last] = [shape?.fields[0], shape?.fields.at(-1)];
  return first && last ? [{ start: first.span.start, end: last.span.end }] : [];
}
