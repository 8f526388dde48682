/** Completion, and the field that is being written. */
import type { Context } from '../../model/context.js';
import type { Parameter, Proposal, Signature } from '../../model/editing.js';
import { isBlank } from '../../text/words.js';
import { dialectsOf } from './dialects.js';
import type { InittabLine } from './model.js';
import type { InittabRole } from './role.js';

/** Id, runlevels, action. */
const COLONS = 3;

const PROGRAMS = [
  '/sbin/getty',
  '/sbin/agetty',
  '/sbin/mingetty',
  '/sbin/mgetty',
  '/sbin/sulogin',
  '/etc/init.d/rcS',
  '/etc/init.d/rc',
  '/sbin/shutdown -t1 -a -r now',
];

const TERMINALS = ['tty1', 'ttyS0', 'console'];

const isComment = ({ type }: InittabLine): boolean => type === 'comment' || type === 'commented';

const fieldAt = (text: string, offset: number): number => Math.min(COLONS, text.slice(0, offset).split(':').length - 1);

/** The first field is a terminal where BusyBox alone is in question. */
const isBusybox = ({ dialects }: Pick<Context, 'dialects'>): boolean => dialectsOf(dialects).every(({ hasIds }) => !hasIds);

export function signature(line: InittabLine, offset: number, context: Context): Signature | undefined {
  if (isComment(line)) return undefined;
  const form: readonly Parameter[] = [
    isBusybox(context) ? { label: 'terminal', role: 'tty' } : { label: 'id', role: 'id' },
    { label: 'runlevels', role: 'runlevels' },
    { label: 'action', role: 'action' },
    { label: 'process', role: 'program' },
  ];
  const quiet = line.text.trim() === '';
  return { forms: [form], form: 0, active: fieldAt(line.text, offset), ...(quiet && { quiet }) };
}

/** What may be written at `offset`: whole entries at the beginning, then what the field takes. */
export function proposals(line: InittabLine, offset: number, context: Context): readonly Proposal[] {
  const { text } = line;
  if (isComment(line)) return [];
  const field = fieldAt(text, offset);
  let start = field === 0 ? 0 : text.lastIndexOf(':', offset - 1) + 1;
  if (field === COLONS) start = text.split(':').slice(0, COLONS).join(':').length + 1;
  while (start < offset && isBlank(text[start])) start++;
  let end = offset;
  while (end < text.length && !/[:\s]/.test(text[end] ?? '')) end++;
  const span = { start, end };
  const make = (role: InittabRole, label: string, detail?: string, insert?: string): Proposal => ({
    label,
    span,
    role,
    ...(detail && { detail }),
    ...(insert && { insert }),
  });
  const ends = text[end] === ':' ? '' : ':';
  if (field === 0) {
    if (!isBusybox(context)) return [];
    return ends === '' ? TERMINALS.map((label) => make('tty', label)) : ['', ...TERMINALS].map((label) => make('tty', `${label}::`));
  }
  if (field === 1)
    return isBusybox(context) ? [] : ['2345', '23', '12345', 'S'].map((label) => make('runlevels', label, undefined, `${label}${ends}`));
  if (field === 2) {
    const actions = new Map(dialectsOf(context.dialects).flatMap(({ actions: known }) => Object.entries(known)));
    return [...actions].map(([label, { about }]) => make('action', label, about, `${label}${ends}`));
  }
  return PROGRAMS.map((label) => make('program', label));
}
