/** Text in Markdown. */

/** Text of a file as code: no mark in it means anything, whatever back ticks it holds. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return '–';
  const fence = '`'.repeat(Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  const space = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** Words of ours, which may quote a file: marks mean nothing, and `@daily` calls nobody. */
export const words = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .split(/(@\w+|`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? code(part.replace(/^`|`$/g, '')) : part.replace(/[\\`*_[\]<>|~#&]/g, '\\$&')))
    .join('');

/** Words of ours within a page that is also read as it is written: marks mean nothing, and only those get a backslash that would. */
export const prose = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*[<]|~(?=~)|&(?=#?\w+;)|(?<!\w)_|_(?!\w)/g, '\\$&')))
    .join('');
