/** What `service -e` writes on FreeBSD: the paths of the rc scripts that are enabled, one a line, in the order of the boot. */
import { slice } from '../../../text/words.js';
import type { Section } from '../carry.js';
import { token } from '../links.js';
import type { TableReader } from './reading.js';

/** Where rc scripts lie: those of the system, and those of packages. */
const SCRIPT = /^\/(?:usr\/local\/)?etc\/rc\.d\/([A-Za-z0-9_][\w.+-]*)$/;

/** The section that `service` with these words begins [service(8)]: only `-e` says what is enabled; undefined for the others. */
export const serviceSection = (words: readonly string[]): Section | undefined =>
  words.length > 0 && words.every((word) => /^-[ev]+$/.test(word)) && words.some((word) => word.includes('e')) ? 'service-e' : undefined;

export const readRcScript: TableReader = ([first, ...others], { section }) => {
  const name = first && section === 'service-e' && others.length === 0 ? SCRIPT.exec(first.text)?.[1] : undefined;
  if (first === undefined || name === undefined) return undefined;
  const at = first.text.length - name.length;
  const script = token('name', slice(first, at));
  return {
    tokens: [token('directory', slice(first, 0, at)), script],
    status: { table: 'rc-scripts', name: script, states: [], on: true, levels: ['default'] },
  };
};
