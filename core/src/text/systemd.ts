/** Text in unit files, as systemd.syntax(7) and systemd.service(5) have it read. */

const SPECIAL: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Specifiers begin with a percent sign: each is doubled. */
const literal = (text: string): string => text.replaceAll('%', '%%');

/** Backslashes, quotes and control characters as C writes them. */
const escaped = (text: string): string =>
  text.replace(
    /[\\"\u0000-\u001f\u007f]/g,
    (character) => SPECIAL[character] ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );

/** A value of `Environment=`: in quotes, nothing in it means anything. */
export const quoted = (text: string): string => `"${literal(escaped(text))}"`;

/** An argument in `ExecStart=`, where `$` begins a variable too. */
export const argument = (text: string): string => quoted(text).replaceAll('$', '$$$$');

/** A value without quotes: a blank at its beginning would be lost. */
export const plain = (text: string): string =>
  literal(text.replace(/[\\\u0000-\u001f\u007f]|^ | $/g, (character) => (character === ' ' ? '\\x20' : escaped(character))));

/** A word that may stand in the name of a unit: of all others an underscore is left. */
export const unitName = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9_.-]+/g, '_')
    .replace(/^[_.-]+|[_.-]+$/g, '')
    .slice(0, 100);
