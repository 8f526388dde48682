/** What other files of its host make of a file: a launch of it that counts for nothing, that is off, or that this host alone may call. */
import type { Document } from './document.js';
import type { HostFile, HostLaunch } from './host.js';
import type { Launch, Line } from './line.js';
import { memo } from './memo.js';

/** `void`: the launch says nothing, since another place has the last word; `off`: it is turned off from there; `local`: only this host may call what it offers. */
export type Overruled = 'void' | 'off' | 'local';

/** Of a launch, as the file says it; undefined where that stands. */
export type Overruler = (launch: Pick<HostLaunch, 'name' | 'id' | 'fact' | 'state' | 'order' | 'when'>) => Overruled | undefined;

type Verdicts = readonly (Overruled | undefined)[];

/** The key of verdicts of which one at least changes something; undefined where none does. */
const keyOf = (verdicts: Verdicts): string | undefined =>
  verdicts.some((verdict) => verdict !== undefined) ? verdicts.map((verdict) => verdict ?? '').join() : undefined;

/** `launch` as it is under a verdict other than `void`. */
function under<T extends Pick<Launch, 'state' | 'when'>>(launch: T, verdict: Overruled | undefined): T {
  const { state, when } = launch;
  if (verdict === 'off' && state === 'on') return { ...launch, state: 'off' };
  return verdict === 'local' && when.type === 'socket' ? { ...launch, when: { ...when, loopback: true } } : launch;
}

const after = <T extends Pick<Launch, 'state' | 'when'>>(launches: readonly T[], verdicts: Verdicts): readonly T[] =>
  launches.flatMap((launch, index) => (verdicts[index] === 'void' ? [] : [under(launch, verdicts[index])]));

/** Values made of others, by these and by a key: the same each time. */
class Made<T extends object> {
  private readonly known = memo<T, Map<string, T>>();

  of(from: T, key: string, make: () => T): T {
    let byKey = this.known.get(from);
    if (byKey === undefined) this.known.set(from, (byKey = new Map()));
    let made = byKey.get(key);
    if (made === undefined) byKey.set(key, (made = make()));
    return made;
  }
}

const lines = new Made<Line>();

function overruledLine<L extends Line>(line: L, by: Overruler): L {
  if (line.launches.length === 0) return line;
  const verdicts = line.launches.map(({ subject, id, fact, state, order, when }) =>
    by({
      name: subject.text,
      state,
      when,
      ...(id !== undefined && { id }),
      ...(fact !== undefined && { fact }),
      ...(order !== undefined && { order }),
    }),
  );
  const key = keyOf(verdicts);
  if (key === undefined) return line;
  const make = (): L => {
    const { notable: _, ...rest } = line;
    return { ...(rest as L), launches: after(line.launches, verdicts) };
  };
  return lines.of(line, key, make) as L;
}

/** The document as it counts on its host; itself where nothing is overruled. A Line that changes becomes the same value each time. */
export function overruledIn<L extends Line>(document: Document<L>, by: Overruler): Document<L> {
  const found = document.lines.map((line) => overruledLine(line, by));
  return found.every((line, index) => line === document.lines[index]) ? document : { ...document, lines: found };
}

const files = new Made<HostFile>();

type Level = HostLaunch['level'];

/** The same of a file's part in its host. `lowered`: how bad it is where this host alone may call it. */
export function overruledFile(file: HostFile, by: Overruler, lowered: (level: Level) => Level): HostFile {
  const verdicts = file.launches.map(by);
  const key = keyOf(verdicts);
  if (key === undefined) return file;
  return files.of(file, key, () => {
    const levelled = file.launches.map((launch, index): HostLaunch => {
      const { level, ...rest } = launch;
      const left = verdicts[index] === 'off' ? undefined : verdicts[index] === 'local' ? lowered(level) : level;
      return { ...rest, ...(left && { level: left }) };
    });
    return { ...file, launches: after(levelled, verdicts) };
  });
}
