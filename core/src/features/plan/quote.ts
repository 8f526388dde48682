/** Texts of strangers in a shell script: quoted so that a shell takes them for one word, and so that a reader sees all of them. */

/** What a terminal or an editor would obey or hide instead of showing it: control, format and bidirectional characters, lone surrogates. */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/u;

const NOT_PLAIN = /[^\w./:=@,+-]/;

/** The bytes of UTF-8 as printf takes them: what is hidden is always written as `%1B` and the like here. */
const octal = (character: string): string =>
  encodeURIComponent(character).replace(/%(..)/g, (_, byte: string) => `\\${Number.parseInt(byte, 16).toString(8).padStart(3, '0')}`);

/** `text` as printf takes it for a format: the hidden characters as the bytes of UTF-8. */
const format = (text: string): string =>
  Array.from(text, (character) => {
    if (character === '%') return '%%';
    if (character === '\\') return '\\\\';
    if (character === '\n' || character === '\t' || !HIDDEN.test(character)) return character;
    return /[\ud800-\udfff]/.test(character) && character.length === 1 ? '?' : octal(character);
  }).join('');

/** In single quotes; in double ones where somebody may think that a shell should have expanded a `$`. */
const inQuotes = (text: string): string =>
  /[$`]/.test(text) ? `"${text.replace(/[\\$`"]/g, '\\$&')}"` : `'${text.replaceAll("'", "'\\''")}'`;

/** `text` as one word of a shell. Line feeds and tabs stay what they are; other characters that one cannot see are written as numbers. */
export function quoted(text: string): string {
  if (text !== '' && !NOT_PLAIN.test(text)) return text;
  if (![...text].some((character) => character !== '\n' && character !== '\t' && HIDDEN.test(character))) return inQuotes(text);
  // A command substitution drops line feeds at the end, and no text that comes here has any.
  return `"$(printf ${inQuotes(format(text))})"`;
}

const WIDTH = 110;

/** `text` as comment lines, with a `?` for what one cannot see; it cannot end the comment. */
export function comment(text: string, indent = ''): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const shown = word.replace(new RegExp(HIDDEN, 'gu'), '?');
    const last = lines.at(-1);
    if (last === undefined || last.length + shown.length >= WIDTH) lines.push(shown);
    else lines[lines.length - 1] = `${last} ${shown}`;
  }
  return lines.map((line, index) => `# ${index === 0 ? '' : indent}${line}\n`).join('');
}
