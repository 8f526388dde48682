/** The names by which a dialect may be asked for: its own, those of systems that have it, and `auto`. */

/** Other names of one dialect. */
export interface DialectName {
  /** In lower case. */
  readonly names: readonly string[];
  /** Id of the dialect. */
  readonly dialect: string;
  /** Why it is that one. */
  readonly source: string;
}

/** Asks for the dialects that are plausible for the file: the default. */
export const AUTO = 'auto';

/** What of a kind says its names. */
interface Named {
  readonly dialects: readonly string[];
  readonly dialectNames: readonly DialectName[];
}

/** Every name that {@link dialectNamed} knows: ids first, then other names, then `auto`. Empty for a kind without dialects. */
export const dialectNamesOf = ({ dialects, dialectNames }: Named): string[] =>
  dialects.length === 0 ? [] : [...new Set([...dialects, ...dialectNames.flatMap(({ names }) => names), AUTO])];

/** The id of the dialect that `name` means, whatever its case; `auto` for itself; undefined for a name that the kind has not. */
export function dialectNamed({ dialects, dialectNames }: Named, name: string): string | undefined {
  const said = name.toLowerCase();
  if (dialects.includes(said) || (said === AUTO && dialects.length > 0)) return said;
  return dialectNames.find(({ names }) => names.includes(said))?.dialect;
}
