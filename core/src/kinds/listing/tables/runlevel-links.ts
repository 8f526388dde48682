/** Links in the folders of OpenRC's runlevels, as `ls` and `find` list them: a link there is what `rc-update add` makes. */
import { slice } from '../../../text/words.js';
import type { Section } from '../carry.js';
import { areColumns, columnTokens, isArrow, token } from '../links.js';
import { isIdle } from './openrc.js';
import type { TableReader } from './reading.js';

const FOLDER = /(?:^|\/)etc\/runlevels\/([\w.-]+)\/?$/;

/** The section that a folder of that path begins; undefined when it is none of a runlevel of OpenRC. */
export function runlevelSection(path: string): Section | undefined {
  const [, name] = FOLDER.exec(path) ?? [];
  if (name === undefined) return undefined;
  if (name === 'sysinit' || name === 'boot' || name === 'default') return `in-${name}`;
  return isIdle(name) ? 'in-idle' : 'in-other';
}

const levelOf = (section: Section): string => (section === 'in-other' || section === 'in-idle' ? '?' : section.slice('in-'.length));

export const readRunlevelLink: TableReader = (words, { section }) => {
  const [name, arrow, target] = words.slice(-3);
  const columns = words.slice(0, -3);
  if (arrow === undefined || !isArrow(arrow) || name === undefined || target === undefined || !areColumns(columns)) return undefined;
  const at = name.text.lastIndexOf('/') + 1;
  const within = at === 0 ? section : runlevelSection(name.text.slice(0, at));
  if (!within?.startsWith('in-') || !/(?:^|\/)init\.d\/[^/]+$/.test(target.text) || at === name.text.length) return undefined;
  const service = token('name', slice(name, at));
  return {
    tokens: [
      ...columnTokens(columns),
      ...(at === 0 ? [] : [token('directory', slice(name, 0, at))]),
      service,
      token('arrow', arrow),
      token('target', target),
    ],
    // A runlevel for repairs says nothing of the others.
    status: { table: 'openrc', name: service, states: [], ...(within !== 'in-idle' && { on: true }), levels: [levelOf(within)] },
  };
};
