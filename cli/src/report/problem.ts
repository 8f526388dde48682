/** What could not be done, in a line. */
import { isFileError, type Problem, problemOf } from '../../../workspace/src/index.js';
import { visible } from '../visible.js';

/** A problem in a line, without the line end. */
export const problemText = ({ path, message, place }: Problem): string =>
  `daemonlint: ${visible(path)}${place ? `:${place.line + 1}:${place.column + 1}` : ''}: ${visible(message)}`;

/** Why a new file cannot be put at `path`: what is missing then is its folder. */
export const unwritten = (path: string, error: unknown): string =>
  isFileError(error) && error.reason === 'missing' ? 'its folder does not exist' : problemOf(path, error).message;
