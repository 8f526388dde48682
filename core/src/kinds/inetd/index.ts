/** The kind: inetd.conf. */
import { defineKind } from '../../model/define.js';
import { columns, signature } from './columns.js';
import { dialectNames } from './dialect-names.js';
import { defaultDialects, dialects, shownBy } from './dialects.js';
import { editor } from './editor.js';
import { lineEnd } from './lines.js';
import { matrix } from './matrix.js';
import type { InetdLine } from './model.js';
import { parseLine } from './parse.js';
import { matchPath } from './path.js';
import { proposals } from './proposals/index.js';
import { record } from './record.js';
import { isOthers, resembles } from './resembles.js';
import { rewrites } from './rewrites/index.js';
import { roles } from './roles.js';
import { addressFamily } from './rules/address-family.js';
import { argumentZero } from './rules/argument-zero.js';
import { carriageReturn } from './rules/carriage-return.js';
import { duplicateService } from './rules/duplicate-service.js';
import { everyAddress } from './rules/every-address.js';
import { gnuTelnetd } from './rules/gnu-telnetd.js';
import { indentedComment } from './rules/indented-comment.js';
import { indentedLine } from './rules/indented-line.js';
import { inetconv } from './rules/inetconv.js';
import { longLine } from './rules/long-line.js';
import { missingUser } from './rules/missing-user.js';
import { openShell } from './rules/open-shell.js';
import { portability } from './rules/portability.js';
import { quotedArgument } from './rules/quoted-argument.js';
import { readTwice } from './rules/read-twice.js';
import { rpcVersions } from './rules/rpc-versions.js';
import { runsAsRoot } from './rules/runs-as-root.js';
import { samePort } from './rules/same-port.js';
import { socketPair } from './rules/socket-pair.js';
import { syntax } from './rules/syntax.js';
import { trailingComment } from './rules/trailing-comment.js';
import { unknownService } from './rules/unknown-service.js';
import { unlimited } from './rules/unlimited.js';
import { waitMismatch } from './rules/wait-mismatch.js';
import { waitWord } from './rules/wait-word.js';
import { secrets } from './secrets.js';
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
  rules: [
    syntax,
    indentedComment,
    indentedLine,
    trailingComment,
    waitWord,
    missingUser,
    unknownService,
    socketPair,
    waitMismatch,
    rpcVersions,
    argumentZero,
    quotedArgument,
    addressFamily,
    readTwice,
    longLine,
    portability,
    unlimited,
    everyAddress,
    gnuTelnetd,
    openShell,
    carriageReturn,
    duplicateService,
    samePort,
    inetconv,
    runsAsRoot,
  ],
  matchPath,
  resembles,
  isOthers,
  dialectsOf: shownBy,
  lineEnd,
  parseLine,
  record,
  secrets,
  columns,
  signature,
  proposals,
  rewrites,
  disable,
  enable,
});
