/** Whose daemons read a file, as far as the other files of its host tell: beside an rc.conf of OpenBSD lie crontabs for OpenBSD's cron. */
import type { Host } from '../model/host.js';
import { type Choice, knowsPlaceAlone } from './identify.js';

/** Where a system has the file that tells. */
const TELLING = /^etc\/rc\.conf(?:\.local)?$/;

/** The system whose daemons a host has; undefined where nothing tells, or its files contradict each other. */
export function systemShownBy({ files, bsd }: Host): string | undefined {
  let shown: string | undefined;
  for (const { path, system } of files) {
    if (system === undefined || !TELLING.test(path)) continue;
    if (shown !== undefined && shown !== system) return undefined;
    shown = system;
  }
  return shown ?? bsd;
}

/** `choice` with the one dialect of its host's system, where the place of the file leaves several open and nobody has named one. */
export function onSystem(choice: Choice, host: Host): Choice {
  const { kind, dialects, because } = choice;
  if (dialects.length < 2 || !knowsPlaceAlone(because.dialects)) return choice;
  const system = systemShownBy(host);
  if (system === undefined || !kind.dialects.includes(system)) return choice;
  return { ...choice, dialects: [system], because: { ...because, dialects: 'host' } };
}
