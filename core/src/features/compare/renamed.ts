/** Hosts whose folders got another name: they are compared with what they were, not told as one that went and one that came. */
import type { ComparedHost } from './model.js';

const under = ({ name }: ComparedHost, path: string): string =>
  name !== '' && path.startsWith(`${name}/`) ? path.slice(name.length + 1) : path;

/** One file alone may be the same on any two hosts, unless it has so many lines that nobody has written them twice. */
const FEWEST = 2;
const MANY_LINES = 10;

/** What a folder within a host became: it begins the paths of files there, `''` where it is the host itself. */
interface Move {
  readonly from: string;
  readonly to: string;
}

const STAYS: Move = { from: '', to: '' };

/** What stands before the end that two paths have in common, which is their name at least; undefined where they have other names. */
function moveOf(old: string, now: string): Move | undefined {
  const [a, b] = [old.split('/'), now.split('/')];
  let shared = 0;
  while (shared < Math.min(a.length, b.length) && a.at(-1 - shared) === b.at(-1 - shared)) shared++;
  if (shared === 0) return undefined;
  const before = (parts: readonly string[]) =>
    parts
      .slice(0, parts.length - shared)
      .map((part) => `${part}/`)
      .join('');
  return { from: before(a), to: before(b) };
}

/** Where a file of a host goes by `move`; undefined for one that lies elsewhere. */
const moved = (path: string, { from, to }: Move): string | undefined => (path.startsWith(from) ? to + path.slice(from.length) : undefined);

/** The moves within a host that files with the same text tell of, each once. */
function movesBetween(a: ComparedHost, b: ComparedHost): readonly Move[] {
  const byText = new Map(a.files.map((file) => [file.reading.document.text, under(a, file.path)]));
  const found = new Map<string, Move>();
  for (const { path, reading } of b.files) {
    const old = byText.get(reading.document.text);
    const move = old === undefined ? undefined : moveOf(old, under(b, path));
    if (move) found.set(JSON.stringify(move), move);
  }
  return [...found.values()];
}

/** How much of both hosts is the same file with the same text, 0 to 1, where what `move` tells of is another folder by now. */
function likeness(a: ComparedHost, b: ComparedHost, move: Move): number {
  const traces = new Set(a.files.map((file) => `${moved(under(a, file.path), move) ?? ''}\0${file.reading.document.text}`));
  const same = b.files.filter((file) => traces.has(`${under(b, file.path)}\0${file.reading.document.text}`));
  const tells = same.length >= FEWEST || same.some(({ reading }) => reading.document.lines.length >= MANY_LINES);
  return tells ? same.length / Math.max(a.files.length, b.files.length) : 0;
}

/** Nobody looks through the folders of more hosts than these: a fleet that came. */
const MOST = 100;

/** Git's measure for a file that was renamed and altered. */
const LIKE = 0.5;

/** `host` under the name of `now`, its files as well, which are found where they were. */
const asNamed = (host: ComparedHost, now: ComparedHost, move: Move): ComparedHost => ({
  ...host,
  name: now.name,
  was: host.name,
  files: host.files.map((file) => {
    const own = under(host, file.path);
    const path = moved(own, move) ?? own;
    return { ...file, path: now.name === '' ? path : `${now.name}/${path}`, from: file.from ?? file.path };
  }),
});

interface Heir {
  readonly one: ComparedHost;
  readonly move: Move;
}

/** Which of `fresh` is `host` by now, at least by half; undefined where none is. */
function heirOf(host: ComparedHost, fresh: ReadonlySet<ComparedHost>, moves: (one: ComparedHost) => readonly Move[]): Heir | undefined {
  const [best] = [...fresh]
    .flatMap((one) => moves(one).map((move) => ({ one, move, like: likeness(host, one, move) })))
    .sort((a, b) => b.like - a.like);
  return best && best.like >= LIKE ? best : undefined;
}

/** `before` with hosts that `after` does not have under the names of those that they became. */
export function underNewNames(before: readonly ComparedHost[], after: readonly ComparedHost[]): readonly ComparedHost[] {
  const [old, now] = [new Set(before.map(({ name }) => name)), new Set(after.map(({ name }) => name))];
  const fresh = new Set(after.filter(({ name }) => !old.has(name)));
  return before.map((host) => {
    if (now.has(host.name)) return host;
    // Mostly nothing within it moved.
    const heir =
      heirOf(host, fresh, () => [STAYS]) ?? (fresh.size > MOST ? undefined : heirOf(host, fresh, (one) => movesBetween(host, one)));
    if (heir === undefined) return host;
    fresh.delete(heir.one);
    return asNamed(host, heir.one, heir.move);
  });
}
