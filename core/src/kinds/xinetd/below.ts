/** A setting written below another, as that one is written. */
import { type Edit, insert } from '../../text/edit.js';
import { lineEndOf, physicalEnd } from '../../text/lines.js';
import type { Service, XinetdLine } from './model.js';

/** The line of the attribute `other` once more, as one that sets `name` to `value`; nothing where there is none, or `name` is set. */
export function setBelow({ text }: XinetdLine, { settings }: Service, other: string, name: string, value: string): Edit[] {
  const setting = settings.get(other);
  const [first] = setting?.values ?? [];
  if (setting === undefined || first === undefined || settings.has(name)) return [];
  const { span } = setting.attribute;
  const start = text.lastIndexOf('\n', span.start) + 1;
  const line = `${text.slice(start, span.start)}${name}${text.slice(span.end, first.span.start)}${value}`;
  return [insert(physicalEnd(text, start), `${line}${lineEndOf(text)}`)];
}
