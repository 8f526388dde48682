/** Links in the folders of systemd that say what a target pulls in, as `ls` and `find` list them: a link there is what `enable` makes. */
import { slice, type Word } from '../../../text/words.js';
import type { Section } from '../carry.js';
import { areColumns, arrowIn, columnTokens, token } from '../links.js';
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

/** The name at the end of a path, and the folder before it as the text has it. */
function split(word: Word): { readonly folder: Word; readonly name: Word } {
  const at = word.text.lastIndexOf('/') + 1;
  return { folder: slice(word, 0, at), name: slice(word, at) };
}

export const readWants: TableReader = (words, { section }) => {
  const arrow = arrowIn(words);
  const [before, target] = arrow === -1 ? [words, undefined] : [words.slice(0, arrow), words[arrow + 1]];
  const last = before.at(-1);
  if (last === undefined || (arrow === -1 && before.length > 1) || (arrow !== -1 && words.length !== arrow + 2)) return undefined;
  const { folder, name } = split(last);
  const within = folder.text === '' ? section : wantsSection(folder.text);
  const masked = target?.text === NOWHERE;
  const listed =
    (within === 'wants' || within === 'other-wants') && (target === undefined || unitType(split(target).name.text) !== undefined);
  if (unitType(name.text) === undefined || !areColumns(before.slice(0, -1)) || !(listed || masked)) return undefined;
  const unit = token('unit', name);
  const bar = words[arrow];
  return {
    tokens: [
      ...columnTokens(before.slice(0, -1)),
      ...(folder.text === '' ? [] : [token('directory', folder)]),
      unit,
      ...(bar && target ? [token('arrow', bar), token('target', target)] : []),
    ],
    status: {
      table: 'wants',
      name: unit,
      states: [],
      ...(masked ? { on: false, masked } : within === 'wants' ? { on: true } : {}),
      levels: ['default'],
    },
  };
};
