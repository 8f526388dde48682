/** Turning crontab entries off and on. */
import type { Fix } from '../../model/finding.js';
import type { Launch } from '../../model/line.js';
import { commentOut, uncomment } from '../../model/toggle.js';
import { baseName } from './commands.js';
import type { CrontabLine } from './model.js';

const nameOf = (launch: Launch): string => baseName(launch.subject.text);

export const disable = (line: CrontabLine, launch: Launch): readonly Fix[] =>
  line.type === 'entry'
    ? [{ title: `Disable this entry (${nameOf(launch)}): comment it out`, edits: commentOut(line, '#'), safe: true }]
    : [];

export const enable = (line: CrontabLine, launch: Launch): readonly Fix[] =>
  line.type === 'commented'
    ? [{ title: `Enable this entry (${nameOf(launch)}): remove the comment mark`, edits: uncomment(line), safe: false }]
    : [];
