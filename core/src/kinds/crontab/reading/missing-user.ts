/** Entries of system crontabs that name no user: their command stands in the place of one. */

import { isUserName } from '../../../knowledge/users.js';
import type { Context } from '../../../model/context.js';
import { isDebian, isLive } from '../../../model/evidence.js';
import { memo } from '../../../model/memo.js';
import { isTemplated } from '../../../text/template.js';
import type { Word } from '../../../text/words.js';
import { dialectsNamed } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import { matchPath } from '../path.js';
import { isAccountBefore } from './accounts.js';
import { isBehindCommand, isCommandWord } from './commented.js';

/** True for a file of cron.d and for etc/crontab, by name. */
export const isSystemPath = (path: string): boolean =>
  /(?:^|\/)(?:cron\.d\/[^/]+|etc\/crontab)(?:\.\w+)?$/.test(path) && matchPath(path)?.form === 'system';

/** True for a file of cron.d that all crons in question read as a crontab of root, without a column for the user. */
export function isOfRoot({ path, dialects }: Pick<Context, 'path' | 'dialects'>): boolean {
  const among = dialectsNamed(dialects);
  return (
    among.length > 0 &&
    /(?:^|\/)cron\.d\/[^/]+$/.test(path) &&
    among.every(({ userColumn, rootFolder }) => rootFolder === true || !userColumn)
  );
}
/** The spool: there cron reads every file as one user's, whatever its entries look like. */
export const isSpoolPath = (path: string): boolean =>
  /(?:^|\/)(?:spool\/cron\/(?:crontabs\/|tabs\/)?|cron\/tabs\/|etc\/crontabs\/)[^/]+$/.test(path);

/** True where the file is for a Linux: one cron is named, and it is of no other system. */
const isForLinux = (context: Context): boolean =>
  isDebian(context) || (context.dialects.length === 1 && dialectsNamed(context.dialects)[0]?.system === 'linux');

const columns = memo<Context, boolean>();

/** True where cron takes the sixth word for a user, whatever the entries look like. Source trees of BSD keep the crontab of root as etc/crontab: there the entries are believed. */
export const hasUserColumn = (context: Context): boolean =>
  columns.get(context) ??
  columns.set(
    context,
    isSystemPath(context.path) &&
      !isOfRoot(context) &&
      (/(?:^|\/)cron\.d\//.test(context.path) || context.form === 'system' || isLive(context) || isForLinux(context)),
  );

/** The word in the place of the user, where it is a command instead: of an entry, or of one whose only word behind the time it is. */
export function commandForUser({ shape, text, type, readings }: CrontabLine): Word | undefined {
  if (shape === undefined || isTemplated(text)) return undefined;
  if (type === 'broken' && !Object.values(readings ?? {}).every(({ refused }) => refused === undefined || refused === 'command'))
    return undefined;
  const word = shape.form === 'system' ? shape.user : shape.command;
  const [first = '', behind = shape.command?.text ?? ''] = word?.text.split(/[ \t]+/, 2) ?? [];
  const next = behind.split(/[ \t]/, 1)[0] ?? '';
  const isCommand = isCommandWord(first) || (isBehindCommand(next) && !next.startsWith('-'));
  return word !== undefined && first !== '' && !isUserName(first) && isCommand && !isAccountBefore(first, next)
    ? { text: first, span: { start: word.span.start, end: word.span.start + first.length } }
    : undefined;
}
