/** What the report says of places and runlevels. */
import type { When } from '../../model/line.js';
import type { Boot } from '../host-report.js';
import type { HostPlace, HostService } from '../inventory.js';

/** An entry of inittab that names none is for all of them, those that no host has included. */
const EVERY = [...'0123456'];

const levelsText = (levels: readonly string[]): string => {
  // Most systems have one such runlevel, and no name for it.
  const known = levels.every((level) => level === 'default') ? [] : levels.filter((level) => level !== '?');
  if (known.length === 0) return 'at boot';
  if (EVERY.every((level) => known.includes(level))) return 'in every runlevel';
  return known.every((level) => /^[0-9S]$/.test(level))
    ? `in runlevel${known.length > 1 ? 's' : ''} ${known.join(', ')}`
    : `in ${known.join(', ')}`;
};

function whenText(when: When): string {
  if (when.type === 'socket') return when.loopback ? 'when this host asks' : 'when somebody asks';
  if (when.type === 'clock') return 'by the clock';
  return 'levels' in when ? levelsText(when.levels) : 'at boot';
}

const STATES = { on: 'on', off: 'off', commented: 'commented out' } as const;

/** `on in runlevels 3, 5`; `off (masked)`; `used by the clock`. */
export function placeText({ state, when, uses, masked }: HostPlace): string {
  if (masked) return `${STATES[state]} (masked)`;
  return state === 'on' || 'levels' in when ? `${uses ? 'used' : STATES[state]} ${whenText(when)}` : STATES[state];
}

/** `etc/inetd.conf:3`, lines from 1; `etc/rc3.d/S50snmpd` for a link. */
export const addressOf = ({ file, seen = file, place, link }: HostPlace): string =>
  link === undefined ? `${seen}:${place.line + 1}` : `${seen}/${link}`;

export const bootName = ({ levels }: Boot): string =>
  levels.every((level) => level === '?') ? 'a runlevel that is not named' : `runlevel${levels.length > 1 ? 's' : ''} ${levels.join(', ')}`;

/** To be said of a service that is on where nothing is known of it but how bad that is. */
const ADVICE = { warning: 'Turn it off.', info: 'Turn it off unless it is needed.', hint: 'Look at it.' } as const;

/** What to do about a service, in a sentence; undefined where nothing is to be done. */
export const adviceOn = ({ level, verdict }: HostService): string | undefined => level && (verdict ?? ADVICE[level]);
