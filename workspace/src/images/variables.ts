/** Variables of a Dockerfile: what ARG and ENV set, put in their places. */
import { unquoted } from '../../../core/src/index.js';

const NAME_AND_VALUE = /(\w+)=("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"']*)/g;

/** `content` with the values of `known`; a name without one stands as it is. */
export const expanded = (content: string, known: ReadonlyMap<string, string>): string =>
  content.replace(
    /\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g,
    (whole, braced?: string, otherwise?: string, bare?: string) => known.get(braced ?? bare ?? '') ?? otherwise ?? whole,
  );

/** Adds to `known` what an ARG or an ENV with `content` sets. */
export function addVariables(content: string, known: Map<string, string>): void {
  const [, name, value] = /^(\w+)\s+(?!.*=)(.*)$/s.exec(content) ?? [];
  if (name !== undefined && value !== undefined) known.set(name, expanded(value, known));
  else for (const [, each = '', said = ''] of content.matchAll(NAME_AND_VALUE)) known.set(each, expanded(unquoted(said), known));
}
