/** Rows of `systemctl list-unit-files`: a unit's name, what its file's state is, and in newer versions what the vendor has preset. */
import { token } from '../links.js';
import type { TableReader } from './reading.js';
import { unitType, withoutBullet } from './unit-names.js';

/** What the words mean [systemctl(1), is-enabled]; undefined where they leave it open whether the unit is started. */
export const unitFileStates: Readonly<Record<string, { readonly on?: boolean; readonly about: string }>> = {
  enabled: { on: true, about: 'started at boot, or when what it waits for happens.' },
  'enabled-runtime': { on: true, about: 'enabled until the next boot.' },
  disabled: { on: false, about: 'not enabled; something else may still start it.' },
  masked: { on: false, about: 'linked to /dev/null: nothing can start it.' },
  'masked-runtime': { on: false, about: 'masked until the next boot.' },
  linked: { on: false, about: 'made known by a link to its file, but not enabled.' },
  'linked-runtime': { on: false, about: 'made known until the next boot, but not enabled.' },
  static: { about: 'cannot be enabled: it is started when another unit asks for it.' },
  alias: { about: 'another name of a unit.' },
  indirect: { about: 'not enabled itself; another unit, or an instance, is enabled for it.' },
  generated: { about: 'made at boot by a generator, of an rc script or a line of fstab: those say whether it is started.' },
  transient: { about: 'made while the system runs: gone with the next boot.' },
  bad: { about: 'its file is not valid.' },
  invalid: { about: 'its file is not valid.' },
};

export const isUnitFileState = (word: string): boolean => Object.hasOwn(unitFileStates, word);

/** Static, and asked for at every boot by systemd itself. */
const isAlwaysOn = (name: string): boolean => name === 'systemd-journald.service';

const PRESETS = /^(?:enabled|disabled|ignored|-|n\/a)$/;

export const readUnitFile: TableReader = (all, { section }) => {
  const { words, bullet } = withoutBullet(all);
  const [name, state, preset, ...others] = words;
  if (name === undefined || state === undefined || others.length > 0 || unitType(name.text) === undefined) return undefined;
  const known = isUnitFileState(state.text) ? unitFileStates[state.text] : undefined;
  if (known === undefined && (section !== 'unit-files' || !/^[a-z-]+$/.test(state.text))) return undefined;
  if (preset !== undefined && !PRESETS.test(preset.text)) return undefined;
  const on = isAlwaysOn(name.text) && state.text === 'static' ? true : known?.on;
  const [unit, word] = [token('unit', name), token('unitState', state)];
  return {
    tokens: [...bullet, unit, word, ...(preset ? [token('preset', preset)] : [])],
    status: {
      table: 'unit-files',
      name: unit,
      states: [word],
      ...(on !== undefined && { on }),
      ...(/^masked/.test(state.text) && { masked: true }),
      levels: ['default'],
    },
  };
};
