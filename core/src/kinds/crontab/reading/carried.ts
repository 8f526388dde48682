/** What the assignments above tell a line that changes its meaning: the zone of its schedule, the shell, where programs are looked for. */

export interface Carried {
  /** Of CRON_TZ. */
  readonly zone?: string;
  readonly shell?: string;
  readonly path?: string;
}

const CARRIED = { CRON_TZ: 'zone', SHELL: 'shell', PATH: 'path' } as const satisfies Record<string, keyof Carried>;

const isCarried = (name: string): name is keyof typeof CARRIED => Object.hasOwn(CARRIED, name);

/** Longer values are cut: what is carried goes with every line below. */
const LONG = 4096;

/** The one that was asked for last: neighbours ask for the same. */
let last: { readonly carry: string; readonly carried: Carried } = { carry: '', carried: {} };

/** What a Line's `carry` says: names and values in turn, parted by line feeds, which no value holds. Of an entry it is what stands above it. */
export function carriedIn(carry: string): Carried {
  if (last.carry === carry) return last.carried;
  const carried: Record<string, string> = {};
  const parts = carry.split('\n');
  for (let at = 0; at + 1 < parts.length; at += 2) carried[parts[at] ?? ''] = parts[at + 1] ?? '';
  last = { carry, carried };
  return carried;
}

/** The `carry` below an assignment of `value` to `name`. */
export function carryAfter(carry: string, name: string, value: string): string {
  if (!isCarried(name)) return carry;
  const after = { ...carriedIn(carry), [CARRIED[name]]: value.slice(0, LONG) };
  return (['zone', 'shell', 'path'] as const).flatMap((key) => (after[key] === undefined ? [] : [key, after[key]])).join('\n');
}
