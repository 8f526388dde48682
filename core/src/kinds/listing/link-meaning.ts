/** What rc links start, and what they tell the lines below them. */
import { factByScript } from '../../knowledge/index.js';
import type { Launch } from '../../model/line.js';
import { type Carry, MANY_LOW, MANY_TWENTIES, withKill } from './carry.js';
import type { Link } from './model.js';
import { tellsOfServices } from './runlevels.js';

/** An S link starts its script, but in runlevels 0 and 6 it is called with `stop` as a K link is, and what runlevel 1 starts is for repairs. */
export function launchOfLink({ letter, number, name, level }: Link): Launch | undefined {
  const on = letter.text === 'S' && tellsOfServices(level);
  if (!on && level === '-') return undefined;
  const state = on ? 'on' : 'off';
  const when = { type: 'runlevels', levels: [level === '-' ? '?' : level] } as const;
  const fact = factByScript(name.text)?.id;
  const order = Number(number.text);
  return fact === undefined ? { subject: name, state, when, order } : { subject: name, fact, state, when, order };
}

/** How the host numbers its links, and which number each K link has. The same object where `links` tell nothing new. */
export function carryOfLinks(links: readonly Link[], carry: Carry): Carry {
  let told = carry;
  for (const { letter, number, name, level } of links) {
    const order = Number(number.text);
    if (letter.text === 'K') told = withKill(number.text, name.text, told);
    else if (level === 'S') continue;
    else if (order <= 3) told = { ...told, low: Math.min(MANY_LOW, told.low + 1) };
    else if (order === 20) told = { ...told, twenties: Math.min(MANY_TWENTIES, told.twenties + 1) };
  }
  return told;
}
