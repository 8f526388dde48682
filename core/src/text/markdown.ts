/** Text in Markdown. Nothing in it steers how the rest is shown. */
import { harmless } from './harmless.js';

/** `line` between back ticks, more of them than stand in it anywhere. */
export function codeSpan(line: string): string {
  const longest = (line.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** Text of a file as code: no mark in it means anything, whatever back ticks it holds. */
export function code(text: string): string {
  const line = harmless(text).replace(/\s+/g, ' ').trim();
  return line === '' ? '–' : codeSpan(line);
}

/** Words of ours, which may quote a file: marks mean nothing, and `@daily` calls nobody. */
export const words = (text: string): string =>
  harmless(text)
    .replace(/\s+/g, ' ')
    .split(/(@\w+|`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? code(part.replace(/^`|`$/g, '')) : part.replace(/[\\`*_[\]<>|~#&]/g, '\\$&')))
    .join('');

/** Words of ours within a page that is also read as it is written: marks mean nothing, and only those get a backslash that would. */
export const prose = (text: string): string =>
  harmless(text)
    .replace(/\s+/g, ' ')
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*[<]|~(?=~)|&(?=#?\w+;)|(?<!\w)_|_(?!\w)/g, '\\$&')))
    .join('');
