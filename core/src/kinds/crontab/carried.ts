/** What assignments tell the entries below them, as far as reading and judging those needs it. */

export interface Carried {
  /** Of CRON_TZ. */
  readonly zone?: string;
  /** Of SHELL. */
  readonly shell?: string;
  /** Of PATH. */
  readonly path?: string;
}

const NAMES: Readonly<Record<string, keyof Carried>> = { CRON_TZ: 'zone', SHELL: 'shell', PATH: 'path' };

const NOTHING: Carried = {};

const known = new Map<string, Carried>();

/** Past this many the memory starts anew. */
const REMEMBERED = 1000;

/** What a Line's `carry` says; '' says nothing. */
export function carriedOf(carry: string): Carried {
  if (carry === '') return NOTHING;
  let carried = known.get(carry);
  if (carried === undefined) {
    if (known.size >= REMEMBERED) known.clear();
    const [zone, shell, path] = carry.split('\0');
    known.set(carry, (carried = { ...(zone && { zone }), ...(shell && { shell }), ...(path && { path }) }));
  }
  return carried;
}

/** `carry` with the assignment of `value` to `name`. */
export function carryWith(carry: string, name: string, value: string): string {
  const key = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
  if (key === undefined) return carry;
  const carried: Carried = { ...carriedOf(carry), [key]: value.replaceAll('\0', '') };
  const { zone = '', shell = '', path = '' } = carried;
  return zone + shell + path === '' ? '' : [zone, shell, path].join('\0');
}
