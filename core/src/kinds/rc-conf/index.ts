/** The kind: rc.conf of FreeBSD and NetBSD, and rc.conf.local of OpenBSD, which say by variables of the shell what is started at boot. */
import { defineKind } from '../../model/define.js';
import { aboutLine } from './about.js';
import { dialectNames } from './dialect-names.js';
import { editor } from './editor.js';
import { lineEnd } from './lines.js';
import type { RcConfLine } from './model.js';
import { overruler } from './order.js';
import { parseLine } from './parse.js';
import { matchPath } from './path.js';
import { proposals } from './proposals.js';
import { record } from './record.js';
import { isOthers, resembles } from './resembles.js';
import { roles } from './roles.js';
import { carriageReturn } from './rules/carriage-return.js';
import { missingNewline } from './rules/missing-newline.js';
import { otherScript } from './rules/other-script.js';
import { otherSystem } from './rules/other-system.js';
import { overridden } from './rules/overridden.js';
import { scriptName } from './rules/script-name.js';
import { syntax } from './rules/syntax.js';
import { value } from './rules/value.js';
import { secrets } from './secrets.js';
import { settle } from './settle.js';
import { disable, enable } from './switches.js';
import { shownBy } from './systems.js';

export const rcConf = defineKind<RcConfLine>({
  id: 'rc-conf',
  editor,
  title: 'rc.conf',
  forms: ['rc-conf'],
  dialects: ['freebsd', 'openbsd', 'netbsd'],
  dialectNames,
  defaultDialects: ['freebsd'],
  configures: true,
  scripts: true,
  roles,
  rules: [syntax, carriageReturn, missingNewline, value, scriptName, overridden, otherScript, otherSystem],
  matchPath,
  resembles,
  isOthers,
  dialectsOf: shownBy,
  lineEnd,
  parseLine,
  settle,
  overruler,
  aboutLine,
  proposals,
  record,
  secrets,
  disable,
  enable,
});
