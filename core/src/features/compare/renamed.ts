/** Hosts whose folders got another name: they are compared with what they were, not told as one that went and one that came. */
import type { ComparedFile, ComparedHost } from './model.js';

const under = ({ name }: ComparedHost, path: string): string =>
  name !== '' && path.startsWith(`${name}/`) ? path.slice(name.length + 1) : path;

const traceOf = (host: ComparedHost, { path, reading }: ComparedFile): string => `${under(host, path)}\0${reading.document.text}`;

/** One file alone may be the same on any two hosts, unless it has so many lines that nobody has written them twice. */
const FEWEST = 2;
const MANY_LINES = 10;

/** How much of both hosts is the same file with the same text, 0 to 1. */
function likeness(a: ComparedHost, b: ComparedHost): number {
  const traces = new Set(a.files.map((file) => traceOf(a, file)));
  const same = b.files.filter((file) => traces.has(traceOf(b, file)));
  const tells = same.length >= FEWEST || same.some(({ reading }) => reading.document.lines.length >= MANY_LINES);
  return tells ? same.length / Math.max(a.files.length, b.files.length) : 0;
}

/** Git's measure for a file that was renamed and altered. */
const LIKE = 0.5;

/** `host` under the name of `now`, its files as well, which are found where they were. */
const asNamed = (host: ComparedHost, now: ComparedHost): ComparedHost => ({
  ...host,
  name: now.name,
  was: host.name,
  files: host.files.map((file) => ({
    ...file,
    path: now.name === '' ? under(host, file.path) : `${now.name}/${under(host, file.path)}`,
    from: file.from ?? file.path,
  })),
});

/** `before` with hosts that `after` does not have under the names of those that they became. */
export function underNewNames(before: readonly ComparedHost[], after: readonly ComparedHost[]): readonly ComparedHost[] {
  const [old, now] = [new Set(before.map(({ name }) => name)), new Set(after.map(({ name }) => name))];
  const fresh = new Set(after.filter(({ name }) => !old.has(name)));
  return before.map((host) => {
    if (now.has(host.name)) return host;
    const [best] = [...fresh].map((one) => ({ one, like: likeness(host, one) })).sort((a, b) => b.like - a.like);
    if (best === undefined || best.like < LIKE) return host;
    fresh.delete(best.one);
    return asNamed(host, best.one);
  });
}
