/** Entries whose words are told apart when somebody asks: a review of many files asks for few of them. */
import { hasKnownName } from '../../../knowledge/index.js';
import { isNotable, type Launch, type Problem } from '../../../model/line.js';
import type { Span } from '../../../text/span.js';
import type { Word } from '../../../text/words.js';
import { launchesOf } from '../commands/launches.js';
import { percentIn } from '../commands/percent.js';
import { fieldSpecs } from '../fields/spec.js';
import type { CrontabLine, CrontabRole, CrontabToken, Readings } from '../model.js';
import { type Carried, carriedIn } from './carried.js';
import { type EntryShape, type Form, shapeOf } from './shape.js';

export const token = (role: CrontabRole, { text, span }: Word): CrontabToken => ({ text, span, role });

export const rest = (text: string, start: number): Word => ({ text: text.slice(start), span: { start, end: text.length } });

const NOTHING: readonly Launch[] = [];
const NO_PROBLEMS: readonly Problem[] = [];

/** What one finds in a line before it is taken apart. */
interface Found {
  /** The whole line, with its line end. */
  readonly line: string;
  /** Without it. */
  readonly text: string;
  readonly carry: string;
  readonly form: Form;
  /** Offset of its first word. */
  readonly start: number;
  readonly readings?: Readings;
  /** The comment mark, of a commented-out entry. */
  readonly mark?: Word;
  readonly marks?: readonly Span[];
}

/** An entry, a commented-out one, or a broken one. */
export class EntryLine implements CrontabLine {
  readonly text: string;
  readonly carry: string;
  readonly readings?: Readings;
  readonly marks?: readonly Span[];
  readonly problems = NO_PROBLEMS;
  /** Without the line end. */
  readonly #bodyLength: number;
  readonly #mark: Word | undefined;
  readonly #form: Form;
  readonly #start: number;
  #end = -1;
  #shape: EntryShape | undefined;
  #tokens: readonly CrontabToken[] | undefined;
  #launches: readonly Launch[] | undefined;
  #notable: readonly Launch[] | undefined;

  constructor(
    readonly type: 'entry' | 'commented' | 'broken',
    { line, text, carry, form, start, readings, mark, marks }: Found,
  ) {
    this.text = line;
    this.carry = carry;
    this.#form = form;
    this.#start = start;
    if (readings) this.readings = readings;
    if (marks) this.marks = marks;
    this.#bodyLength = text.length;
    this.#mark = mark;
  }

  get #body(): string {
    return this.text.slice(0, this.#bodyLength);
  }

  get shape(): EntryShape {
    this.#shape ??= shapeOf(this.#body, this.#start, this.#form);
    return this.#shape;
  }

  /** What assignments above say. */
  get carried(): Carried {
    return carriedIn(this.carry);
  }

  /** Offset of the end of the command: the first `%` without a backslash, or the end of the line. */
  get #commandEnd(): number {
    if (this.#end === -1) this.#end = percentIn(this.#body, this.shape.command?.span.start ?? this.#body.length);
    return this.#end;
  }

  get tokens(): readonly CrontabToken[] {
    this.#tokens ??= [...(this.#mark ? [token('mark', this.#mark)] : []), ...entryTokens(this.#body, this.shape, this.#commandEnd)];
    return this.#tokens;
  }

  get launches(): readonly Launch[] {
    this.#launches ??=
      this.type === 'broken' ? NOTHING : launchesOf(this.#body, this.shape, this.#commandEnd, this.type === 'entry' ? 'on' : 'commented');
    return this.#launches;
  }

  get notable(): readonly Launch[] {
    this.#notable ??= this.#mayBeNotable() ? this.launches.filter(isNotable) : NOTHING;
    return this.#notable;
  }

  #mayBeNotable(): boolean {
    return this.text.includes('@reboot') || hasKnownName(this.text, 0, this.#bodyLength);
  }
}

function entryTokens(text: string, shape: EntryShape, end: number): CrontabToken[] {
  const fields = shape.fields.map((word, index) => token(fieldSpecs[index]?.id ?? 'text', word));
  const found: CrontabToken[] = [...(shape.macro ? [token('word', shape.macro)] : []), ...fields];
  if (shape.user) found.push(token('user', shape.user));
  if (shape.command === undefined) return found;
  const { start } = shape.command.span;
  if (end > start) found.push(token('command', { text: text.slice(start, end), span: { start, end } }));
  if (end < text.length) found.push(token('input', rest(text, end)));
  return found;
}
