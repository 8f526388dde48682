/** What to show for a place: what is known of the daemon there, the field, and its value. */
import { factById } from '../knowledge/index.js';
import type { Reading } from '../lint/lint.js';
import { brief } from '../text/brief.js';
import { type Span, shift } from '../text/span.js';
import { factPage } from './explain.js';
import { spotAt } from './places.js';

export interface Hover {
  /** Offsets into the text. */
  readonly span: Span;
  readonly markdown: string;
}

/**
 * The hover at `offset`, or undefined where there is nothing to say. `now`: milliseconds since 1970, for what comes next;
 * `zone`: the IANA name of where the reader is.
 */
export function hoverAt(
  { kind, document, read, context }: Reading,
  offset: number,
  now = context.now,
  zone = context.zone,
): Hover | undefined {
  const spot = spotAt(document, offset);
  if (spot === undefined) return undefined;
  const { token, launch, line, start } = spot;
  const fact = launch?.fact === undefined ? undefined : factById(launch.fact);
  const role = token && kind.roles[token.role];
  const value = token && role?.describe?.(token, line, context.dialects);
  const whole = token ? read.about(spot.index, context, now, zone) : undefined;
  const page = fact ? [factPage(fact)] : [];
  const field = [
    ...(role && token.role !== 'comment'
      ? [`**${role.title}**: ${value ?? role.about}${value === undefined ? '' : `\n\n${role.about}`}`]
      : []),
    ...(whole === undefined ? [] : [whole]),
  ];
  // Where the daemon is named, it matters more than what such a column is for.
  const isNamed = launch !== undefined && [launch.subject, launch.program].some((place) => place && touchesAt(place.span, start, offset));
  const parts = isNamed ? [...page, ...field] : [...field, ...page];
  const at = fact && launch ? launch.subject : token;
  if (at === undefined || parts.length === 0) return undefined;
  const span = token && touchesAt(token.span, start, offset) ? token.span : at.span;
  return { span: shift(span, start), markdown: brief(parts.join('\n\n---\n\n')) };
}

const touchesAt = (span: Span, start: number, offset: number): boolean => start + span.start <= offset && offset <= start + span.end;
