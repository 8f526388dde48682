/** Users for the user column: those of the file first. */
import { usersFor } from '../../../knowledge/users.js';
import type { Proposal } from '../../../model/editing.js';
import type { Word } from '../../../text/words.js';
import type { CrontabLine } from '../model.js';

/** The users that the entries of `lines` name, those in more entries first. */
export function usersOf(lines: readonly CrontabLine[]): string[] {
  const counts = new Map<string, number>();
  for (const { type, shape } of lines)
    if (type === 'entry' && shape?.user) counts.set(shape.user.text, (counts.get(shape.user.text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

export const userProposals = (word: Word, lines: readonly CrontabLine[]): Proposal[] =>
  usersFor(usersOf(lines), word.text).map(({ name, about, isUsed }) => ({
    label: name,
    detail: isUsed ? 'user of other entries of this file' : 'user',
    ...(about && { about }),
    span: word.span,
    role: 'user',
  }));
