/** Rows of `systemctl list-units`: a unit's name, how it was loaded, how it is, and what it is about. */
import { token } from '../links.js';
import type { TableReader } from './reading.js';
import { unitType, withoutBullet } from './unit-names.js';

/** What the words of the second and the third column mean [systemctl(1), list-units]. */
export const unitStates: Readonly<Record<string, string>> = {
  loaded: 'its file was read.',
  'not-found': 'other units name it, but it is not installed.',
  'bad-setting': 'its file holds a setting that systemd does not take.',
  error: 'its file could not be read.',
  masked: 'linked to /dev/null: nothing can start it.',
  merged: 'another name of a unit.',
  stub: 'not read yet.',
  active: 'it runs, or has done what it is for.',
  reloading: 'it runs, and reads its configuration again.',
  refreshing: 'it runs, and is being refreshed.',
  inactive: 'it does not run.',
  failed: 'it ended with an error, or could not be started.',
  activating: 'it is being started.',
  deactivating: 'it is being stopped.',
  maintenance: 'it is being cleaned up.',
};

const LOADS: ReadonlySet<string> = new Set(['loaded', 'not-found', 'bad-setting', 'error', 'masked', 'merged', 'stub']);
const ACTIVE: ReadonlySet<string> = new Set(['active', 'reloading', 'refreshing', 'activating']);
const INACTIVE: ReadonlySet<string> = new Set(['inactive', 'failed', 'deactivating', 'maintenance']);

export const isLoadState = (word: string): boolean => LOADS.has(word);

/** Nothing of a unit that is not installed can be on or off. */
function stateOf(load: string, active: string): { readonly on?: boolean } {
  if (load === 'not-found' || load === 'merged' || load === 'stub') return {};
  return { on: ACTIVE.has(active) };
}

export const readUnit: TableReader = (all) => {
  const { words, bullet } = withoutBullet(all);
  const [name, load, active, sub, ...others] = words;
  if (name === undefined || load === undefined || active === undefined || unitType(name.text) === undefined) return undefined;
  if (!LOADS.has(load.text) || !(ACTIVE.has(active.text) || INACTIVE.has(active.text))) return undefined;
  const unit = token('unit', name);
  const states = [load, active, ...(sub ? [sub] : [])].map((word) => token('unitState', word));
  return {
    tokens: [...bullet, unit, ...states, ...others.map((word) => token('text', word))],
    status: { table: 'units', name: unit, states, ...stateOf(load.text, active.text), levels: ['?'] },
  };
};
