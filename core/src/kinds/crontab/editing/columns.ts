/** Which words of an entry stand in columns. */
import type { Cell } from '../../../model/editing.js';
import type { CrontabLine } from '../model.js';

/**
 * The time fields, then the user or the command. Behind a user nothing moves: Debian's cron and FreeBSD's take one blank there for the separator
 * and all others for the beginning of the command.
 */
export function columns({ type, shape }: CrontabLine): readonly Cell[] | undefined {
  if (type !== 'entry' || shape === undefined) return undefined;
  const time: Cell[] = shape.macro ? [{ span: shape.macro.span, across: 5 }] : shape.fields.map(({ span }) => ({ span }));
  const next = shape.form === 'system' ? shape.user : shape.command;
  return next ? [...time, { span: next.span }] : time;
}
