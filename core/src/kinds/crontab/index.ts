/** The kind: crontabs of users and of the system. */
import { defineKind } from '../../model/define.js';
import { physicalEnd } from '../../text/lines.js';
import { aboutLine } from './about.js';
import { formOf, resembles } from './commented.js';
import { dialects } from './dialects.js';
import { hints } from './hints.js';
import type { CrontabLine } from './model.js';
import { parseLine } from './parse.js';
import { matchPath } from './path.js';
import { rewrites } from './rewrites/index.js';
import { roles } from './roles.js';
import { carriageReturn } from './rules/carriage-return.js';
import { missingNewline } from './rules/missing-newline.js';
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
  rules: [syntax, missingNewline, carriageReturn, userColumn],
  matchPath,
  resembles,
  formOf,
  lineEnd: physicalEnd,
  parseLine,
  aboutLine,
  hints,
  rewrites,
  disable,
  enable,
});
