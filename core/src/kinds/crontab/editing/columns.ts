/** Which words of an entry stand in columns. */
import type { Cell } from '../../../model/editing.js';
import type { CrontabLine } from '../model.js';

/**
 * The time fields, then the user or the command. Behind a user nothing moves: Debian's cron and FreeBSD's take one blank there for the separator
 * and all others for the beginning of the command.
 */
export function columns({ type, shape, text }: CrontabLine): readonly Cell[] | undefined {
  if (type !== 'entry' || shape === undefined) return undefined;
  const time: Cell[] = shape.macro ? [{ span: shape.macro.span, across: 5 }] : shape.fields.map(({ span }) => ({ span }));
  const next = shape.form === 'system' ? shape.user : shape.command;
  // What stands on several lines has no columns.
  if (text.slice(0, next?.span.start).trimEnd().includes('\n')) return undefined;
  return next ? [...time, { span: next.span }] : time;
}
