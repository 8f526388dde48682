/** The kind: crontabs of users and of the system. */
import { defineKind } from '../../model/define.js';
import { physicalEnd } from '../../text/lines.js';
import { aboutLine } from './about.js';
import { formOf, resembles } from './commented.js';
import { dialects } from './dialects.js';
import type { CrontabLine } from './model.js';
import { parseLine } from './parse.js';
import { matchPath } from './path.js';
import { roles } from './roles.js';
import { byteOrderMark } from './rules/byte-order-mark.js';
import { carriageReturn } from './rules/carriage-return.js';
import { clash } from './rules/clash.js';
import { dayMatch } from './rules/day-match.js';
import { dst } from './rules/dst.js';
import { duplicateEntry } from './rules/duplicate-entry.js';
import { everyMinuteOfHour } from './rules/every-minute-of-hour.js';
import { longLine } from './rules/long-line.js';
import { missingNewline } from './rules/missing-newline.js';
import { neverRunsRule } from './rules/never-runs.js';
import { surplusUser } from './rules/surplus-user.js';
import { syntax } from './rules/syntax.js';
import { userColumn } from './rules/user-column.js';
import { disable, enable } from './switches.js';

export const crontab = defineKind<CrontabLine>({
  id: 'crontab',
  language: 'crontab',
  title: 'crontab',
  forms: ['user', 'system'],
  dialects: dialects.map(({ id }) => id),
  defaultDialects: ['debian', 'cronie', 'freebsd', 'openbsd'],
  configures: true,
  roles,
  rules: [
    syntax,
    missingNewline,
    carriageReturn,
    userColumn,
    byteOrderMark,
    longLine,
    surplusUser,
    neverRunsRule,
    dayMatch,
    everyMinuteOfHour,
    duplicateEntry,
    clash,
    dst,
  ],
  matchPath,
  resembles,
  formOf,
  lineEnd: physicalEnd,
  parseLine,
  aboutLine,
  disable,
  enable,
});
