/** Names of systemd's units. */
import { factByUnit } from '../../../knowledge/index.js';
import type { Word } from '../../../text/words.js';
import { token } from '../links.js';
import type { ListingToken } from '../model.js';

/** Names are of letters, digits and `:-_.\@` [systemd.unit(5)]; systemctl puts dots for what a narrow terminal cuts out. */
const UNIT = /^[A-Za-z0-9:_.\\@%+…-]+\.(service|socket|timer|path|target|mount|automount|swap|device|slice|scope|snapshot|busname)$/;

/** The sort of unit that `name` is of; undefined when it is no unit's name. */
export const unitType = (name: string): string | undefined => UNIT.exec(name)?.[1];

/**
 * Units that are a service, or that start one. Targets start nothing of themselves, and remote-fs.target is enabled on every host; only
 * that of systemd-cron is a switch.
 */
export const startsServices = (name: string): boolean => /\.(?:service|socket|timer|path)$/.test(name) || name === 'cron.target';

/** True for `getty@.service`, of which only instances can run. */
export const isTemplate = (name: string): boolean => name.includes('@.');

/** The fact about a unit, about its instance, or about its template: `vsftpd@eth0.service` is vsftpd. */
export const factOfUnit = (name: string) => factByUnit(name) ?? factByUnit(name.replace(/@[^.]*(?=\.\w+$)/, ''));

/** The marks that systemctl puts before units that failed, or are not as they should be. */
const BULLET = /^[●○×↻*]$/;

/** `words` without a bullet, and the bullet's token. */
export function withoutBullet(words: readonly Word[]): { readonly words: readonly Word[]; readonly bullet: readonly ListingToken[] } {
  const [first, ...others] = words;
  return first !== undefined && BULLET.test(first.text) && others.length > 0
    ? { words: others, bullet: [token('bullet', first)] }
    : { words, bullet: [] };
}
