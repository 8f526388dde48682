/** What could not be done, in a line. */
import type { Problem } from '../../../workspace/src/index.js';
import { visible } from '../visible.js';

/** A problem in a line, without the line end. */
export const problemText = ({ path, message, place }: Problem): string =>
  `daemonlint: ${visible(path)}${place ? `:${place.line + 1}:${place.column + 1}` : ''}: ${visible(message)}`;
