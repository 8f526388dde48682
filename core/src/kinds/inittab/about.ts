/** A whole entry in one sentence, for hovers, and what its fields mean. */
import { factByProgram } from '../../knowledge/index.js';
import type { Line, Token } from '../../model/line.js';
import { type ActionName, aboutAction, dialectsOf } from './dialects.js';
import { levelsOf } from './launches.js';
import type { InittabEntry, InittabLine } from './model.js';

type Describe = (token: Token, line: Line, dialects?: readonly string[]) => string | undefined;

const LEVELS: Readonly<Record<string, string>> = {
  '0': 'halt',
  '1': 'single user',
  '2': 'several users; on Debian the usual one',
  '3': 'several users and the network',
  '4': 'as the administrator likes',
  '5': 'graphical login on Red Hat and its like',
  '6': 'reboot',
  S: 'single user',
  A: 'on demand',
  B: 'on demand',
  C: 'on demand',
};

export const describeLevels: Describe = ({ text }) => {
  const said = [...new Set(text.toUpperCase())].flatMap((level) => (LEVELS[level] ? `${level}: ${LEVELS[level]}` : []));
  return said.length === 0 ? undefined : `${said.join('; ')}.`;
};

export const describeAction: Describe = ({ text }, _line, ids = []) => aboutAction(text.toLowerCase() as ActionName, ids)?.about;

export const describeTerminal: Describe = ({ text }) => `The process gets /dev/${text.replace(/^\/dev\//, '')}.`;

const SIGNS: Readonly<Record<string, string>> = {
  '+': 'init does not record the login itself.',
  '@': 'No shell reads the line, whatever characters it holds.',
  '-': 'BusyBox: the shell is started as a login shell.',
};

export const describeSign: Describe = ({ text }) => [...text].flatMap((sign) => SIGNS[sign] ?? []).join(' ');

export const describeProgram: Describe = ({ text }) => factByProgram(text)?.what.text;

/** When init starts it. */
function whenOf(entry: InittabEntry, ids: readonly string[]): string {
  const action = entry.does && aboutAction(entry.does, ids);
  if (action === undefined) return '';
  const heeds = action.heedsLevels && dialectsOf(ids).every(({ hasIds }) => hasIds);
  const levels = heeds ? ` Runlevels: ${entry.levels ? levelsOf(entry).join(' ') : 'all'}.` : '';
  return `${action.about}${levels}`;
}

export function aboutLine({ type, entry }: InittabLine, { dialects }: { readonly dialects: readonly string[] }): string | undefined {
  if (entry === undefined || type === 'broken') return undefined;
  const said = whenOf(entry, dialects);
  const off = type === 'commented' ? ' It is commented out.' : '';
  return said === '' ? undefined : `\`${entry.process || entry.action.text}\`: ${said}${off}`;
}
