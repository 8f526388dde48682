/** The kind: crontabs of users and of the system. */
import { defineKind } from '../../model/define.js';
import { physicalEnd } from '../../text/lines.js';
import { aboutLine } from './about.js';
import { formOf, resembles } from './commented.js';
import { dialectNames } from './dialect-names.js';
import { dialects } from './dialects.js';
import { matrix } from './matrix.js';
import type { CrontabLine } from './model.js';
import { parseLine } from './parse.js';
import { matchPath } from './path.js';
import { roles } from './roles.js';
import { carriageReturn } from './rules/carriage-return.js';
import { lateAssignment } from './rules/late-assignment.js';
import { missingNewline } from './rules/missing-newline.js';
import { noExpansion } from './rules/no-expansion.js';
import { portability } from './rules/portability.js';
import { shellAssignment } from './rules/shell-assignment.js';
import { syntax } from './rules/syntax.js';
import { unescapedPercent } from './rules/unescaped-percent.js';
import { userColumn } from './rules/user-column.js';
import { disable, enable } from './switches.js';
import { writtenFor } from './written-for.js';

export const crontab = defineKind<CrontabLine>({
  id: 'crontab',
  language: 'crontab',
  title: 'crontab',
  forms: ['user', 'system'],
  dialects: dialects.map(({ id }) => id),
  dialectNames,
  matrix,
  defaultDialects: ['debian', 'cronie', 'freebsd', 'openbsd'],
  configures: true,
  roles,
  rules: [syntax, shellAssignment, missingNewline, carriageReturn, userColumn, unescapedPercent, noExpansion, lateAssignment, portability],
  matchPath,
  resembles,
  formOf,
  dialectsOf: writtenFor,
  lineEnd: physicalEnd,
  parseLine,
  aboutLine,
  disable,
  enable,
});
