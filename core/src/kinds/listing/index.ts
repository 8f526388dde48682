/** The kind: pictures of what a host starts, as `ls` and `find` show its links, and as chkconfig, systemctl, service, rc-update and rcctl list it. */
import { defineKind } from '../../model/define.js';
import { physicalEnd } from '../../text/lines.js';
import { aboutLine } from './about.js';
import { dialectNames } from './dialect-names.js';
import { editor } from './editor.js';
import type { ListingLine } from './model.js';
import { overruler } from './outranked.js';
import { parseLine } from './parse.js';
import { matchPath } from './path.js';
import { record } from './record.js';
import { roles } from './roles.js';
import { bootOrder } from './rules/boot-order.js';
import { danglingLink } from './rules/dangling-link.js';
import { duplicateLink } from './rules/duplicate-link.js';
import { leftCopy } from './rules/left-copy.js';
import { otherTarget } from './rules/other-target.js';
import { overwrittenNumber } from './rules/overwritten-number.js';
import { startAndKill } from './rules/start-and-kill.js';
import { startAtHalt } from './rules/start-at-halt.js';
import { settle } from './settle.js';
import { formOf, resembles } from './survey.js';
import { disable, enable } from './switches.js';
import { joinsIn, wrappedEnd } from './wrapped.js';

export const listing = defineKind<ListingLine>({
  id: 'listing',
  editor,
  title: 'rc listing',
  forms: [
    'links',
    'chkconfig',
    'unit-files',
    'units',
    'status',
    'openrc',
    'rcctl',
    'rc-scripts',
    'smf',
    'runit',
    'wants',
    'mixed',
    'directory',
  ],
  dialects: ['redhat', 'debian'],
  dialectNames,
  defaultDialects: ['redhat', 'debian'],
  configures: false,
  heedsScripts: true,
  roles,
  rules: [duplicateLink, leftCopy, startAndKill, bootOrder, startAtHalt, otherTarget, danglingLink, overwrittenNumber],
  matchPath,
  resembles,
  formOf,
  lineEnd: (text, start, { form }) => (joinsIn(form) ? wrappedEnd(text, start) : physicalEnd(text, start)),
  joinsLines: ({ form }) => joinsIn(form),
  parseLine,
  settle,
  overruler,
  aboutLine,
  record,
  disable,
  enable,
});
