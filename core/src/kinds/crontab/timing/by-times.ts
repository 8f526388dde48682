/** Looks at the times of entries alone: those of the same times share what is found. */
import { memo } from '../../../model/memo.js';
import type { CrontabLine, Readings } from '../model.js';

/** `look` sees nothing of a line but its times. */
export function byTimes(look: (line: CrontabLine) => boolean): (line: CrontabLine) => boolean {
  const known = memo<Readings, boolean>();
  return (line) => {
    const { readings } = line;
    return readings === undefined ? look(line) : (known.get(readings) ?? known.set(readings, look(line)));
  };
}
