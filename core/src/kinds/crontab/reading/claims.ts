/** How often an entry runs by the comments right above it: `every 5 minutes`. */
import type { CrontabLine } from '../model.js';

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const CLAIM = new RegExp(
  `\\bevery[ \\t]+(?:(\\d{1,2}|${NUMBERS.join('|')}|fifteen|twenty|thirty)[ \\t-]*)?(min(?:ute|utes|s)?|h(?:ours?|rs?)?)\\b(?![ \\t]+(?:past|after|of|on|from|between))`,
  'gi',
);

const LARGE: Readonly<Record<string, number>> = { fifteen: 15, twenty: 20, thirty: 30 };

/** What a comment says of an entry: every so many minutes, or hours. */
export interface Claim {
  readonly every: number;
  readonly unit: 'minute' | 'hour';
}

function claimOf([, count, unit = '']: RegExpMatchArray): Claim {
  const word = count?.toLowerCase() ?? '1';
  const named = NUMBERS.indexOf(word);
  return { every: named === -1 ? (LARGE[word] ?? Number(word)) : named + 2, unit: /^m/i.test(unit) ? 'minute' : 'hour' };
}

/** The comments right above the line of this index, the nearest first. */
export function commentsAbove(lines: readonly CrontabLine[], index: number): readonly string[] {
  const found: string[] = [];
  for (let at = index - 1; lines[at]?.type === 'comment'; at--) found.push(lines[at]?.text ?? '');
  return found;
}

/** The one claim that comments make; undefined where they make none, or several. */
export function claimIn(comments: readonly string[]): Claim | undefined {
  const claims = comments.flatMap((text) => [...text.matchAll(CLAIM)].map(claimOf));
  return claims.length === 1 ? claims[0] : undefined;
}

/** `every hour`, `every 5 minutes`. */
export const counted = ({ every, unit }: Claim): string => (every === 1 ? `every ${unit}` : `every ${every} ${unit}s`);
