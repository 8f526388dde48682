/** Crons by name, in a row. */

import { listed } from '../schedule/lists.js';
import type { Dialect } from './dialects.js';

/** `Debian's cron and cronie`. */
export const titles = (those: readonly { readonly dialect: Dialect }[]): string => listed(those.map(({ dialect }) => dialect.title));
