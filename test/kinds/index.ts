/** The samples of all kinds, by the id of the kind. */
import { crontab } from './crontab.js';
import { inetd } from './inetd.js';
import { inittab } from './inittab.js';
import { listing } from './listing.js';
import { runParts } from './run-parts.js';
import type { Sample } from './sample.js';
import { xinetd } from './xinetd.js';

export const samples: Readonly<Record<string, Sample>> = { inetd, crontab, listing, 'run-parts': runParts, xinetd, inittab };

export const editorSamples = Object.values(samples).flatMap(({ editor }) => editor ?? []);

export const pieces: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(samples).map(([kind, sample]) => [kind, sample.pieces]),
);
