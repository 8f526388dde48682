/** The kind: crontabs of users and of the system. */
import { defineKind } from '../../model/define.js';
import { formOf, resembles } from './commented.js';
import { dialects } from './dialects.js';
import type { CrontabLine } from './model.js';
import { parseLine } from './parse.js';
import { matchPath } from './path.js';
import { roles } from './roles.js';
import { syntax } from './rules/syntax.js';
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
  rules: [syntax],
  matchPath,
  resembles,
  formOf,
  lineEnd(text, start) {
    const feed = text.indexOf('\n', start);
    return feed === -1 ? text.length : feed + 1;
  },
  parseLine,
  disable,
  enable,
});
