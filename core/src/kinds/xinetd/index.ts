/** The kind: xinetd.conf and the files of xinetd.d. */
import { defineKind } from '../../model/define.js';
import { aboutLine } from './about.js';
import { lineEnd } from './blocks.js';
import { proposals, rows } from './editing.js';
import { editor } from './editor.js';
import type { XinetdLine } from './model.js';
import { overruler } from './overruler.js';
import { parseLine } from './parse.js';
import { matchPath } from './path.js';
import { record } from './record.js';
import { isOthers, resembles } from './resembles.js';
import { roles } from './roles.js';
import { carriageReturn } from './rules/carriage-return.js';
import { duplicateService } from './rules/duplicate-service.js';
import { fileName } from './rules/file-name.js';
import { ignoredSetting } from './rules/ignored-setting.js';
import { openShell } from './rules/open-shell.js';
import { quotedValue } from './rules/quoted-value.js';
import { replacedList } from './rules/replaced-list.js';
import { runsAsRoot } from './rules/runs-as-root.js';
import { syntax } from './rules/syntax.js';
import { unknownAttribute } from './rules/unknown-attribute.js';
import { unknownService } from './rules/unknown-service.js';
import { secrets } from './secrets.js';
import { disable, enable } from './switches.js';

export const xinetd = defineKind<XinetdLine>({
  id: 'xinetd',
  editor,
  title: 'xinetd.conf',
  forms: ['xinetd'],
  dialects: ['xinetd'],
  dialectNames: [],
  defaultDialects: ['xinetd'],
  configures: true,
  superServer: ['xinetd'],
  roles,
  rules: [
    syntax,
    carriageReturn,
    unknownAttribute,
    ignoredSetting,
    quotedValue,
    replacedList,
    unknownService,
    duplicateService,
    runsAsRoot,
    openShell,
    fileName,
  ],
  matchPath,
  resembles,
  isOthers,
  lineEnd,
  parseLine,
  overruler,
  aboutLine,
  record,
  secrets,
  proposals,
  rows,
  disable,
  enable,
});
