/** What a block must know of what stands before it: the defaults in force, and whether xinetd reads the file at all. */

export interface Carry {
  /** A defaults block came before: xinetd takes one alone. */
  readonly hasDefaults?: true;
  /** Ids in lower case that the defaults turn off. */
  readonly disabled?: readonly string[];
  /** The only ids that the defaults leave on; absent where they name none. */
  readonly enabled?: readonly string[];
  /** The defaults let this host alone in. */
  readonly loopback?: true;
  /** The defaults have services log TRAFFIC. */
  readonly traffic?: true;
  /** The name of the file keeps xinetd from reading it. */
  readonly unread?: true;
}

export const decode = (carry: string): Carry => (carry === '' ? {} : (JSON.parse(carry) as Carry));

export const encode = (carry: Carry): string => (Object.keys(carry).length === 0 ? '' : JSON.stringify(carry));
