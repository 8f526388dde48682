/** Turning crontab entries off and on. */
import type { Fix } from '../../model/finding.js';
import type { Launch } from '../../model/line.js';
import { uncomment } from '../../model/toggle.js';
import { baseName } from '../../text/base-name.js';
import { insert } from '../../text/edit.js';
import { onlyStarts } from './commands/launches.js';
import type { CrontabLine } from './model.js';

const nameOf = (launch: Launch): string => baseName(launch.subject.text);

/** The mark goes behind the indentation, so that taking it away again, with the blanks behind it, gives the old bytes. */
const commentOut = (line: CrontabLine) => [insert(line.tokens[0]?.span.start ?? 0, '#')];

/** Safe only where nothing but the daemon's start goes with the entry: a log rotation in the same line must not be lost. */
const isSafe = ({ text, shape, commandEnd = text.length }: CrontabLine): boolean =>
  shape !== undefined && onlyStarts(text, shape, commandEnd);

export const disable = (line: CrontabLine, launch: Launch): readonly Fix[] =>
  line.type === 'entry'
    ? [{ title: `Disable this entry (${nameOf(launch)}): comment it out`, edits: commentOut(line), safe: isSafe(line) }]
    : [];

export const enable = (line: CrontabLine, launch: Launch): readonly Fix[] =>
  line.type === 'commented'
    ? [{ title: `Enable this entry (${nameOf(launch)}): remove the comment mark`, edits: uncomment(line), safe: false }]
    : [];
