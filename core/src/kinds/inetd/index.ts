/** The kind: inetd.conf. */
import { defineKind } from '../../model/define.js';
import { columns, signature } from './columns.js';
import { dialectNames } from './dialect-names.js';
import { defaultDialects, dialects } from './dialects.js';
import { editor } from './editor.js';
import { lineEnd } from './lines.js';
import { matrix } from './matrix.js';
import type { InetdLine } from './model.js';
import { parseLine } from './parse.js';
import { matchPath } from './path.js';
import { record } from './record.js';
import { resembles } from './resembles.js';
import { roles } from './roles.js';
import { carriageReturn } from './rules/carriage-return.js';
import { duplicateService } from './rules/duplicate-service.js';
import { indentedComment } from './rules/indented-comment.js';
import { indentedLine } from './rules/indented-line.js';
import { portability } from './rules/portability.js';
import { runsAsRoot } from './rules/runs-as-root.js';
import { syntax } from './rules/syntax.js';
import { trailingComment } from './rules/trailing-comment.js';
import { waitWord } from './rules/wait-word.js';
import { disable, enable } from './switches.js';

export const inetd = defineKind<InetdLine>({
  id: 'inetd',
  editor,
  title: 'inetd.conf',
  forms: ['inetd'],
  dialects: dialects.map(({ id }) => id),
  dialectNames,
  matrix,
  defaultDialects,
  configures: true,
  superServer: ['inet', 'inetd', 'openbsd-inetd', 'inetutils-inetd', 'netkit-inetd'],
  roles,
  rules: [syntax, indentedComment, indentedLine, trailingComment, waitWord, portability, carriageReturn, duplicateService, runsAsRoot],
  matchPath,
  resembles,
  lineEnd,
  parseLine,
  record,
  columns,
  signature,
  disable,
  enable,
});
