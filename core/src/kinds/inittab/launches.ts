/** What an entry makes init start. */
import { factStarted } from '../../knowledge/index.js';
import type { Launch, When } from '../../model/line.js';
import { aboutAction } from './dialects.js';
import type { InittabEntry } from './model.js';

const ALL = [...'0123456789'];

/** The runlevels of an entry, as upper case letters and digits; all where it names none. */
export const levelsOf = ({ levels }: InittabEntry): readonly string[] => (levels ? [...levels.text.toUpperCase()] : ALL);

/** Nothing for entries that wait for something to happen, or start nothing. */
export function launchesOf(entry: InittabEntry, isCommented: boolean, dialects: readonly string[]): Launch[] {
  const { program, args, does } = entry;
  const action = does && aboutAction(does, dialects);
  if (program === undefined || action === undefined || action.sort === 'event' || action.sort === 'default') return [];
  const fact = factStarted(program.text, args)?.id;
  const levels = levelsOf(entry);
  const when: When =
    action.sort === 'once' ? { type: 'boot', ...(action.heedsLevels && entry.levels && { levels }) } : { type: 'respawn', levels };
  return [
    {
      subject: program,
      program,
      ...(fact !== undefined && { fact }),
      state: isCommented ? 'commented' : action.sort === 'off' ? 'off' : 'on',
      when,
      by: 'command',
    },
  ];
}
