/** Colours, on a terminal only unless the environment says otherwise. */
import picocolors from 'picocolors';
import type { Io } from './io.js';

export type Colours = Readonly<
  Record<'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'cyan' | 'green' | 'underline', (text: string) => string>
>;

/** `NO_COLOR` forbids them, `FORCE_COLOR` demands them; 0 and an empty value count as not set. */
function wanted({ env, isTTY }: Io): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTTY && env.TERM !== 'dumb';
}

export const coloursFor = (io: Io): Colours => picocolors.createColors(wanted(io));
