/** The kind: crontabs of users and of the system. */
import { defineKind } from '../../model/define.js';
import { backslashEnd, physicalEnd } from '../../text/lines.js';
import { anacronLineEnd } from './anacron/job.js';
import { secretSpans } from './commands/secret-spans.js';
import { dialects, hasNoUserColumn, joinsLines } from './dialects/dialects.js';
import { matrix } from './dialects/matrix.js';
import { dialectNames } from './dialects/names.js';
import { writtenFor } from './dialects/written-for.js';
import { columns } from './editing/columns.js';
import { groups, parts } from './editing/parts.js';
import { signature } from './editing/signature.js';
import { editor } from './editor.js';
import type { CrontabLine } from './model.js';
import { matchPath } from './path.js';
import { proposals } from './proposals/index.js';
import { formOf, resembles } from './reading/commented.js';
import { foresee } from './reading/line.js';
import { isOthers } from './reading/others.js';
import { parseLine } from './reading/parse.js';
import { ANACRONTAB } from './reading/shape.js';
import { record } from './record.js';
import { bits } from './record-bits.js';
import { rewrites } from './rewrites/index.js';
import { roles } from './roles.js';
import { anacronBackslash } from './rules/anacron-backslash.js';
import { anacronDuplicate } from './rules/anacron-duplicate.js';
import { anacronFields } from './rules/anacron-fields.js';
import { anacronPeriod } from './rules/anacron-period.js';
import { anacronSetting } from './rules/anacron-setting.js';
import { anacronValue } from './rules/anacron-value.js';
import { bashism } from './rules/bashism.js';
import { blankInField } from './rules/blank-in-field.js';
import { byteOrderMark } from './rules/byte-order-mark.js';
import { carriageReturn } from './rules/carriage-return.js';
import { clash } from './rules/clash.js';
import { commandPath } from './rules/command-path.js';
import { commandQuotes } from './rules/command-quotes.js';
import { commentDiffers } from './rules/comment-differs.js';
import { commentInValue } from './rules/comment-in-value.js';
import { continuation } from './rules/continuation.js';
import { countedRound } from './rules/counted-round.js';
import { dateOctal } from './rules/date-octal.js';
import { dateTest } from './rules/date-test.js';
import { dayMatch } from './rules/day-match.js';
import { dst } from './rules/dst.js';
import { duplicateEntry } from './rules/duplicate-entry.js';
import { everyMinuteOfHour } from './rules/every-minute-of-hour.js';
import { exportAssignment } from './rules/export-assignment.js';
import { fileMode } from './rules/file-mode.js';
import { fileName } from './rules/file-name.js';
import { halvedBackslash } from './rules/halved-backslash.js';
import { hashInCommand } from './rules/hash-in-command.js';
import { idleAssignment } from './rules/idle-assignment.js';
import { jobName } from './rules/job-name.js';
import { joinedAssignments } from './rules/joined-assignments.js';
import { lateAssignment } from './rules/late-assignment.js';
import { literalAssignment } from './rules/literal-assignment.js';
import { loneAmpersand } from './rules/lone-ampersand.js';
import { loneReturn } from './rules/lone-return.js';
import { longLine } from './rules/long-line.js';
import { longStepRule } from './rules/long-step.js';
import { lookAlike } from './rules/look-alike.js';
import { mailAddress } from './rules/mail-address.js';
import { mailRecipient } from './rules/mail-recipient.js';
import { missingNewline } from './rules/missing-newline.js';
import { nearName } from './rules/near-name.js';
import { neverRunsRule } from './rules/never-runs.js';
import { noCommand } from './rules/no-command.js';
import { noTerminal } from './rules/no-terminal.js';
import { pathExpansion } from './rules/path-expansion.js';
import { pipedToShell } from './rules/piped-to-shell.js';
import { portability } from './rules/portability.js';
import { quietDash } from './rules/quiet-dash.js';
import { quotedAssignment } from './rules/quoted-assignment.js';
import { rebootDaemon } from './rules/reboot-daemon.js';
import { redirection } from './rules/redirection.js';
import { savedPage } from './rules/saved-page.js';
import { secondsField } from './rules/seconds-field.js';
import { secretOnCommandLine } from './rules/secret-on-command-line.js';
import { settingValue } from './rules/setting-value.js';
import { shellValue } from './rules/shell-value.js';
import { shortMonths } from './rules/short-months.js';
import { sleepOperand } from './rules/sleep-operand.js';
import { sundayEnd } from './rules/sunday-end.js';
import { surplusUser } from './rules/surplus-user.js';
import { syntax } from './rules/syntax.js';
import { tooManyLines } from './rules/too-many-lines.js';
import { unescapedPercent } from './rules/unescaped-percent.js';
import { unevenStep } from './rules/uneven-step.js';
import { unreadFolder } from './rules/unread-folder.js';
import { unreadText } from './rules/unread-text.js';
import { unsetUser } from './rules/unset-user.js';
import { userColumn } from './rules/user-column.js';
import { userGroup } from './rules/user-group.js';
import { worldWritableExecutable } from './rules/world-writable-executable.js';
import { disable, enable } from './switches.js';
import { aboutLine } from './timing/about.js';
import { agenda } from './timing/agenda.js';
import { hints } from './timing/hints.js';
import { week } from './week/week.js';

export const crontab = defineKind<CrontabLine>({
  id: 'crontab',
  editor,
  title: 'crontab',
  forms: ['user', 'system', ANACRONTAB],
  dialects: dialects.map(({ id }) => id),
  dialectNames,
  matrix,
  defaultDialects: ['debian', 'cronie', 'freebsd', 'openbsd'],
  configures: true,
  heedsMode: true,
  roles,
  rules: [
    syntax,
    blankInField,
    secondsField,
    lookAlike,
    missingNewline,
    carriageReturn,
    userColumn,
    continuation,
    userGroup,
    unescapedPercent,
    hashInCommand,
    commandQuotes,
    sleepOperand,
    dateTest,
    dateOctal,
    mailRecipient,
    noTerminal,
    bashism,
    commandPath,
    exportAssignment,
    pathExpansion,
    pipedToShell,
    quotedAssignment,
    rebootDaemon,
    redirection,
    loneAmpersand,
    savedPage,
    secretOnCommandLine,
    worldWritableExecutable,
    joinedAssignments,
    lateAssignment,
    nearName,
    literalAssignment,
    idleAssignment,
    byteOrderMark,
    longLine,
    tooManyLines,
    loneReturn,
    fileName,
    fileMode,
    surplusUser,
    neverRunsRule,
    noCommand,
    unreadText,
    unsetUser,
    countedRound,
    dayMatch,
    everyMinuteOfHour,
    longStepRule,
    unevenStep,
    unreadFolder,
    shellValue,
    halvedBackslash,
    sundayEnd,
    quietDash,
    mailAddress,
    settingValue,
    commentInValue,
    shortMonths,
    commentDiffers,
    duplicateEntry,
    clash,
    dst,
    jobName,
    anacronPeriod,
    anacronFields,
    anacronDuplicate,
    anacronBackslash,
    anacronSetting,
    anacronValue,
    portability,
  ],
  matchPath,
  isOthers,
  resembles,
  formFor: (ids) => (hasNoUserColumn(ids) ? 'user' : undefined),
  formOf,
  dialectsOf: writtenFor,
  lineEnd: (text, start, { form, dialects: ids }) =>
    form === ANACRONTAB ? anacronLineEnd(text, start) : (joinsLines(ids) ? backslashEnd : physicalEnd)(text, start),
  joinsLines: ({ form, dialects: ids }) => form === ANACRONTAB || joinsLines(ids),
  parseLine,
  foresee,
  aboutLine,
  record,
  bits,
  secrets: secretSpans,
  agenda,
  proposals,
  signature,
  columns,
  parts,
  groups,
  week,
  hints,
  rewrites,
  disable,
  enable,
});
