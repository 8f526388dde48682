/** Turning entries off and on. */
import type { Context } from '../../model/context.js';
import type { Fix } from '../../model/finding.js';
import type { Launch } from '../../model/line.js';
import { commentOut, uncomment } from '../../model/toggle.js';
import { replace } from '../../text/edit.js';
import { dialectsOf } from './dialects.js';
import type { InittabLine } from './model.js';

/** What remains to be done on the host: once for each init in question. */
export const afterFor = ({ dialects }: Pick<Context, 'dialects'>): string => {
  const [first, second] = dialectsOf(dialects);
  if (second === undefined) return first?.after ?? '';
  return `${first?.after} With BusyBox: kill -HUP 1.`;
};

export function disable(line: InittabLine, { subject }: Launch, context: Context): readonly Fix[] {
  if (line.type !== 'entry' || !dialectsOf(context.dialects).every(({ hashTurnsOff }) => hashTurnsOff)) return [];
  return [{ title: `Disable ${subject.text}: comment its line out`, edits: commentOut(line, '#'), safe: true, after: afterFor(context) }];
}

export function enable(line: InittabLine, { subject }: Launch, context: Context): readonly Fix[] {
  const title = `Enable ${subject.text}`;
  const after = afterFor(context);
  if (line.type === 'commented') return [{ title, edits: uncomment(line), safe: false, after }];
  if (line.type !== 'entry' || line.entry?.does !== 'off') return [];
  return [{ title: `${title}: respawn instead of off`, edits: [replace(line.entry.action, 'respawn')], safe: false, after }];
}
