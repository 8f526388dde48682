/** Users for the user column: those of the file first. */
import { systemUsers } from '../../../knowledge/users.js';
import type { Proposal } from '../../../model/editing.js';
import type { Word } from '../../../text/words.js';
import type { CrontabLine } from '../model.js';

/** A row of the table that tells of a group, which can run nothing. */
const GROUP = /^Group |^The group /;

/** The users that the entries of `lines` name, those in more entries first. */
export function usersOf(lines: readonly CrontabLine[]): string[] {
  const counts = new Map<string, number>();
  for (const { type, shape } of lines)
    if (type === 'entry' && shape?.user) counts.set(shape.user.text, (counts.get(shape.user.text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

export function userProposals(word: Word, lines: readonly CrontabLine[]): Proposal[] {
  const known = Object.entries(systemUsers).filter(([, about]) => !GROUP.test(about));
  const abouts = new Map(known);
  const used = usersOf(lines).filter((name) => name !== word.text || abouts.has(name));
  const others = known.map(([name]) => name).filter((name) => !used.includes(name));
  return [...used, ...others].map((label) => {
    const about = abouts.get(label);
    return {
      label,
      detail: used.includes(label) ? 'user of other entries of this file' : 'user',
      ...(about && { about }),
      span: word.span,
      role: 'user',
    };
  });
}
