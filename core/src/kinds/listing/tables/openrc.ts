/** Rows of `rc-update show` of OpenRC: a service, a bar, and the runlevels that it is in; none of them with `-v` where it is in no one. */
import type { Word } from '../../../text/words.js';
import { token } from '../links.js';
import type { TableReader } from './reading.js';

/** The runlevels that OpenRC has, and what each is for [openrc(8), openrc-run(8)]. */
export const openRcLevels: Readonly<Record<string, string>> = {
  sysinit: 'the first of the boot: kernel file systems and devices.',
  boot: 'once at boot, before the default runlevel.',
  default: 'the runlevel in which the host does its work.',
  nonetwork: 'as default, but without network.',
  single: 'single user: repairs.',
  recovery: 'repairs.',
  shutdown: 'when the host goes down.',
  off: 'the host is halted.',
};

const isKnown = ({ text }: Word): boolean => Object.hasOwn(openRcLevels, text);

/** Runlevels in which nothing is on that serves anybody. */
export const isIdle = (level: string): boolean => /^(?:nonetwork|single|recovery|shutdown|off)$/.test(level);

/** What `rc-status` writes of a service in brackets: only one of these runs. */
const STATES = /^(?:started|stopped|crashed|starting|stopping|inactive|scheduled|failed|hotplugged)$/;

/** A row of `rc-status`: how the service is now. */
export const readRcStatus: TableReader = ([first, open, state, ...others]) => {
  const close = others.at(-1);
  if (first === undefined || open?.text !== '[' || state === undefined || close?.text !== ']' || !STATES.test(state.text)) return undefined;
  const name = token('name', first);
  return {
    tokens: [
      name,
      token('separator', open),
      token('running', state),
      ...others.slice(0, -1).map((word) => token('text', word)),
      token('separator', close),
    ],
    status: { table: 'openrc', name, states: [], on: state.text === 'started', levels: ['?'] },
  };
};

export const readOpenRc: TableReader = ([first, bar, ...levels], { section }) => {
  if (first === undefined || bar?.text !== '|' || !levels.every(({ text }) => /^[\w.-]+$/.test(text))) return undefined;
  if (section !== 'openrc' && (levels.length === 0 || !levels.every(isKnown))) return undefined;
  const name = token('name', first);
  const states = levels.map((level) => token('runlevel', level));
  const working = levels.map(({ text }) => text).filter((level) => !isIdle(level));
  // Only in a runlevel for repairs: that says nothing of the others.
  const tells = working.length > 0 || levels.length === 0;
  return {
    tokens: [name, token('separator', bar), ...states],
    status: {
      table: 'openrc',
      name,
      states,
      ...(tells && { on: working.length > 0 }),
      levels: working.length > 0 ? working : levels.length === 0 ? ['default'] : levels.map(({ text }) => text),
    },
  };
};
