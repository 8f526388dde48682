/** The kind: pictures of a host's runlevels, as `ls`, `find`, `tree` and `chkconfig --list` write them. */
import { defineKind } from '../../model/define.js';
import { physicalEnd } from '../../text/lines.js';
import { dialectNames } from './dialect-names.js';
import { editor } from './editor.js';
import type { ListingLine } from './model.js';
import { parseLine } from './parse.js';
import { matchPath } from './path.js';
import { record } from './record.js';
import { roles } from './roles.js';
import { duplicateLink } from './rules/duplicate-link.js';
import { startAndKill } from './rules/start-and-kill.js';
import { formOf, resembles } from './survey.js';
import { disable, enable } from './switches.js';

export const listing = defineKind<ListingLine>({
  id: 'listing',
  editor,
  title: 'rc listing',
  forms: ['links', 'chkconfig', 'directory'],
  dialects: ['redhat', 'debian'],
  dialectNames,
  defaultDialects: ['redhat', 'debian'],
  configures: false,
  roles,
  rules: [duplicateLink, startAndKill],
  matchPath,
  resembles,
  formOf,
  lineEnd: physicalEnd,
  parseLine,
  record,
  disable,
  enable,
});
