/** XML, as far as reports need it. */
import { visible } from '../visible.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;' };

/** What XML 1.0 has no way to say: halves of surrogate pairs, and two code points at the end of the plane. */
const UNSAYABLE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g;

/** Text for an element or an attribute; what XML cannot hold is shown as other characters. */
export const xmlText = (text: string): string =>
  text
    .split('\n')
    .map(visible)
    .join('\n')
    .replace(UNSAYABLE, '\ufffd')
    .replace(/[&<>"\t\n]/g, (character) => ENTITIES[character] ?? '');

const openTag = (name: string, attributes: Readonly<Record<string, string | number>>): string =>
  [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${xmlText(String(value))}"`)].join(' ');

/** An element in lines of its own; `inside` holds finished elements, or a text where it is one string. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside: string | readonly string[] = [],
  depth = 0,
): string {
  const margin = '  '.repeat(depth);
  if (typeof inside === 'string') return `${margin}<${openTag(name, attributes)}>${xmlText(inside)}</${name}>\n`;
  if (inside.length === 0) return `${margin}<${openTag(name, attributes)}/>\n`;
  return `${margin}<${openTag(name, attributes)}>\n${inside.join('')}${margin}</${name}>\n`;
}

export const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
