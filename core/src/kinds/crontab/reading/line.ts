/** Entries whose words are told apart when somebody asks: a review of many files asks for few of them. */
import { knownNameAt } from '../../../knowledge/index.js';
import { isNotable, type Launch, type Problem } from '../../../model/line.js';
import { joined } from '../../../text/lines.js';
import { type Span, shift } from '../../../text/span.js';
import { slice, type Word } from '../../../text/words.js';
import { launchesOf } from '../commands/launches.js';
import { percentIn } from '../commands/percent.js';
import { fieldSpecs } from '../fields/spec.js';
import type { CrontabLine, CrontabRole, CrontabToken, Readings } from '../model.js';
import { type Carried, carriedIn } from './carried.js';
import { commandStart, optionWords } from './job-options.js';
import { type EntryShape, type Form, shapeOf } from './shape.js';

export const token = (role: CrontabRole, { text, span }: Word): CrontabToken => ({ text, span, role });

export const rest = (text: string, start: number): Word => ({ text: text.slice(start), span: { start, end: text.length } });

const NOTHING: readonly Launch[] = [];

/** What is run at boot is notable, whatever it is. */
const BOOT = '@reboot';

const NO_PROBLEMS: readonly Problem[] = [];

/** What one finds in a line before it is taken apart. */
interface Found {
  /** The whole line, with its line end. */
  readonly line: string;
  /** Without it. */
  readonly text: string;
  readonly carry: string;
  readonly form: Form;
  /** A `%` without a backslash ends the command. */
  readonly cuts: boolean;
  /** What stands before it may be options of the job. */
  readonly optioned: boolean;
  /** Offset of its first word. */
  readonly start: number;
  readonly readings?: Readings;
  /** As of {@link CrontabLine}. */
  readonly rest?: number | undefined;
  /** Of a commented-out entry. */
  readonly marks?: readonly Span[];
}

/** What is made of the words of an entry when somebody asks. */
interface Parts {
  readonly shape: EntryShape;
  readonly end: number;
  tokens?: readonly CrontabToken[];
  launches?: readonly Launch[];
}

/** An entry, a commented-out one, or a broken one. Of a long file there are many, and most are never taken apart: so they hold little. */
export class EntryLine implements CrontabLine {
  readonly text: string;
  readonly carry: string;
  readonly readings?: Readings;
  readonly rest?: number;
  readonly marks?: readonly Span[];
  /** Without the line end. */
  readonly #bodyLength: number;
  readonly #form: Form;
  readonly #cuts: boolean;
  readonly #optioned: boolean;
  readonly #start: number;
  #notable: readonly Launch[] | undefined;
  #parts: Parts | undefined;

  constructor(
    readonly type: 'entry' | 'commented' | 'broken',
    { line, text, carry, form, cuts, optioned, start, readings, rest, marks }: Found,
  ) {
    this.text = line;
    this.carry = carry;
    this.#form = form;
    this.#cuts = cuts;
    this.#optioned = optioned;
    this.#start = start;
    if (readings) this.readings = readings;
    if (rest !== undefined) this.rest = rest;
    if (marks) this.marks = marks;
    this.#bodyLength = text.length;
  }

  get problems(): readonly Problem[] {
    return NO_PROBLEMS;
  }

  /** Without its line end. */
  get #body(): string {
    return this.text.slice(0, this.#bodyLength);
  }

  get #taken(): Parts {
    if (this.#parts === undefined) {
      const body = this.#body;
      const shape = shapeOf(body, this.#start, this.#form);
      const end = this.#cuts ? percentIn(body, shape.command?.span.start ?? body.length) : body.length;
      this.#parts = { shape, end };
    }
    return this.#parts;
  }

  get shape(): EntryShape {
    return this.#taken.shape;
  }

  get commandEnd(): number {
    return this.#taken.end;
  }

  /** What assignments above say. */
  get carried(): Carried {
    return carriedIn(this.carry);
  }

  get tokens(): readonly CrontabToken[] {
    const parts = this.#taken;
    parts.tokens ??= [...markTokens(this.#body, this.marks), ...entryTokens(this.#body, parts.shape, parts.end, this.#optioned)];
    return parts.tokens;
  }

  get launches(): readonly Launch[] {
    if (this.type === 'broken') return NOTHING;
    const parts = this.#taken;
    parts.launches ??= launchesOf(joined(this.#body), parts.shape, parts.end, this.type === 'entry' ? 'on' : 'commented');
    return parts.launches;
  }

  get notable(): readonly Launch[] {
    this.#notable ??= this.#mayBeNotable() ? this.launches.filter(isNotable) : NOTHING;
    return this.#notable;
  }

  /** Told by who looked for it already that there is nothing to be found. */
  hasNothingNotable(): void {
    this.#notable = NOTHING;
  }

  #mayBeNotable(): boolean {
    return this.text.includes(BOOT) || knownNameAt(this.text, 0) !== -1;
  }
}

/** The mark of a commented-out entry, without the blanks behind it. */
const markTokens = (text: string, marks: readonly Span[] = []): CrontabToken[] =>
  marks.map(({ start, end }) => {
    const mark = text.slice(start, end).trimEnd();
    return token('mark', { text: mark, span: { start, end: start + mark.length } });
  });

/** Looks for what makes entries notable in all of them at once: to ask an expression takes longer than it takes to look at a line. */
export function foresee(lines: readonly CrontabLine[], text: string, start: number): void {
  let name = knownNameAt(text, start);
  let boot = text.indexOf(BOOT, start);
  let from = start;
  for (const line of lines) {
    if (name !== -1 && name < from) name = knownNameAt(text, from);
    if (boot !== -1 && boot < from) boot = text.indexOf(BOOT, from);
    const end = from + line.text.length;
    if ((name === -1 || name >= end) && (boot === -1 || boot >= end) && line instanceof EntryLine) line.hasNothingNotable();
    from = end;
  }
}

function entryTokens(text: string, shape: EntryShape, end: number, optioned: boolean): CrontabToken[] {
  const written = ({ span }: Word): Word => ({ text: text.slice(span.start, span.end), span });
  const fields = shape.fields.map((word, index) => token(fieldSpecs[index]?.id ?? 'text', written(word)));
  const dash = shape.dashed?.fields[0];
  const found: CrontabToken[] = [
    ...(dash ? [token('sign', slice(dash, 0, 1))] : []),
    ...(shape.macro ? [token('word', written(shape.macro))] : []),
    ...fields,
  ];
  if (shape.user) found.push(token('user', written(shape.user)));
  if (shape.command === undefined) return found;
  const options = optioned ? optionWords(shape.command.text) : [];
  found.push(...options.map((word) => token('option', { ...word, span: shift(word.span, shape.command?.span.start ?? 0) })));
  const start = shape.command.span.start + commandStart(shape.command.text, options);
  if (end > start) found.push(token('command', { text: text.slice(start, end), span: { start, end } }));
  if (end < text.length) found.push(token('input', rest(text, end)));
  return found;
}
