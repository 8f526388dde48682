/** Which words of an entry stand in columns, and which of them is being written. */
import type { Cell, Parameter, Signature } from '../../model/editing.js';
import { physicalEnd } from '../../text/lines.js';
import { isBlank, words } from '../../text/words.js';
import type { InetdLine } from './model.js';

/** Service, socket type, protocol, wait, user, server. */
const FIELDS = 6;

/** The fields that stand on the first physical line, and the first argument behind them; undefined where addresses stand apart before the service. */
export function columns({ type, text, entry }: InetdLine): readonly Cell[] | undefined {
  if (type !== 'entry' || entry === undefined || isBlank(text[0])) return undefined;
  const found = words(text, 0, physicalEnd(text, 0), FIELDS + 1);
  const [first] = found;
  return first && entry.service.span.start < first.span.end
    ? found.filter(({ text: word }) => word !== '\\').map(({ span }) => ({ span }))
    : undefined;
}

const FORM: readonly Parameter[] = ['service', 'socket', 'protocol', 'wait', 'user', 'server', 'argument'].map((role) => ({
  role,
  label: role,
}));

export function signature({ type, text }: InetdLine, offset: number): Signature | undefined {
  if (type === 'comment' || type === 'commented' || type === 'setting') return undefined;
  const before = words(text, 0, Math.min(offset, text.length), FIELDS + 2).filter(({ span }) => span.end < offset).length;
  const quiet = text.trim() === '' || before > FIELDS;
  return { forms: [FORM], form: 0, active: Math.min(before, FIELDS), ...(quiet && { quiet }) };
}
