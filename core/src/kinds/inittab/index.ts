/** The kind: inittab, of sysvinit and of BusyBox. */
import { defineKind } from '../../model/define.js';
import { aboutLine } from './about.js';
import { dialectNames, dialects, matrix } from './dialects.js';
import { proposals, signature } from './editing.js';
import { editor } from './editor.js';
import { joinsLines, lineEnd } from './lines.js';
import type { InittabLine } from './model.js';
import { parseLine } from './parse.js';
import { matchPath } from './path.js';
import { record } from './record.js';
import { dialectsOfText, isOthers, resembles } from './resembles.js';
import { roles } from './roles.js';
import { backgrounds } from './rules/backgrounds.js';
import { carriageReturn } from './rules/carriage-return.js';
import { continuedComment } from './rules/continued-comment.js';
import { ctrlAltDel } from './rules/ctrl-alt-del.js';
import { duplicateId } from './rules/duplicate-id.js';
import { initdefault } from './rules/initdefault.js';
import { longLine } from './rules/long-line.js';
import { notRun } from './rules/not-run.js';
import { replacedEntry } from './rules/replaced-entry.js';
import { rootShell } from './rules/root-shell.js';
import { serialLogin } from './rules/serial-login.js';
import { syntax } from './rules/syntax.js';
import { secrets } from './secrets.js';
import { disable, enable } from './switches.js';

export const inittab = defineKind<InittabLine>({
  id: 'inittab',
  editor,
  title: 'inittab',
  forms: ['inittab'],
  dialects: dialects.map(({ id }) => id),
  dialectNames,
  matrix,
  defaultDialects: ['sysvinit', 'busybox'],
  configures: true,
  roles,
  rules: [
    syntax,
    carriageReturn,
    continuedComment,
    duplicateId,
    replacedEntry,
    initdefault,
    backgrounds,
    notRun,
    longLine,
    rootShell,
    serialLogin,
    ctrlAltDel,
  ],
  matchPath,
  resembles,
  isOthers,
  dialectsOf: dialectsOfText,
  lineEnd,
  joinsLines,
  parseLine,
  aboutLine,
  record,
  secrets,
  proposals,
  signature,
  disable,
  enable,
});
