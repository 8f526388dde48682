/** Links in the folders of systemd that say what a target pulls in, as `ls` and `find` list them: a link there is what `enable` makes. */
import { baseName } from '../../../text/base-name.js';
import type { Section } from '../carry.js';
import { token } from '../links.js';
import { listedName } from './listed-name.js';
import type { TableReader } from './reading.js';
import { unitType } from './unit-names.js';

const FOLDER = /(?:^|\/)([\w@.:-]+)\.(target|service|socket|timer|path)\.(?:wants|requires)\/?$/;

/** Targets at which a host is on its way down, or is being repaired. */
const IDLE = /^(?:rescue|emergency|halt|poweroff|reboot|shutdown|kexec|final|exit|umount|system-update|initrd.*)$/;

/** The section that a folder of that path begins; undefined when it is none of a unit's wants. */
export function wantsSection(path: string): Section | undefined {
  const [, name, type] = FOLDER.exec(path) ?? [];
  if (name === undefined) return undefined;
  return type === 'target' && !IDLE.test(name) ? 'wants' : 'other-wants';
}

/** Where a mask leads, and nothing else of a unit's. */
const NOWHERE = '/dev/null';

export const readWants: TableReader = (words, { section }) => {
  const listed = listedName(words);
  if (listed === undefined) return undefined;
  const { folder, name, target } = listed;
  const within = folder.text === '' ? section : wantsSection(folder.text);
  const masked = target?.text === NOWHERE;
  const isWanted =
    (within === 'wants' || within === 'other-wants') && (target === undefined || unitType(baseName(target.text)) !== undefined);
  if (unitType(name.text) === undefined || !(isWanted || masked)) return undefined;
  const unit = token('unit', name);
  return {
    tokens: listed.tokensWith(unit),
    status: {
      table: 'wants',
      name: unit,
      states: [],
      ...(masked ? { on: false, masked } : within === 'wants' ? { on: true } : {}),
      levels: ['default'],
    },
  };
};
