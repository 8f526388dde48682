/** Templates whose tags go on over several lines. */
import { tagsEnd } from '../text/template.js';
import type { KindSpec } from './kind.js';
import type { Line } from './line.js';

/** `spec` for texts in which tags of a template go on over several lines: such a tag is one Line, and a comment to it. */
export const withTags = <L extends Line>(spec: KindSpec<L>): KindSpec<L> => ({
  ...spec,
  joinsLines: () => true,
  lineEnd(text, start, options) {
    const end = tagsEnd(text, start);
    return end === -1 ? spec.lineEnd(text, start, options) : end;
  },
  parseLine: (text, carry, options) =>
    tagsEnd(text, 0) === text.length
      ? { ...spec.parseLine('#\n', carry, options), type: 'comment', text, tokens: [], launches: [], problems: [], carry }
      : spec.parseLine(text, carry, options),
});
