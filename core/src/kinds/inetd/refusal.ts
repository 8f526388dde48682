/** The reasons for which a daemon refuses an entry. */

/** What a daemon stumbles over. What the host decides (services, users, addresses that exist) is none of it. */
export type Refusal =
  | 'fields'
  /** It goes on in a way that this daemon does not know. */
  | 'continued'
  | 'address'
  /** A blank between address and service. */
  | 'apart'
  /** Nothing before the colon. */
  | 'nameless'
  | 'brackets'
  | 'family'
  | 'port'
  /** A port number, where only names are looked up. */
  | 'number'
  | 'socket'
  | 'protocol'
  | 'buffer'
  | 'rpc'
  | 'version'
  | 'wait'
  | 'limit'
  | 'pair'
  | 'builtin'
  /** A built-in service with the wait word of the other socket type. */
  | 'builtin-wait'
  /** More words behind the server than it keeps. */
  | 'arguments';

/** What a daemon makes of an entry that it takes without a word, where that is not what stands there: the wait word is none, or the limit behind it is not read. */
export type Misreading = 'word' | 'limit';

/** The fields that no inetd can do without. */
export const FIELDS = ['service', 'socket type', 'protocol', 'wait or nowait', 'user', 'server program'] as const;
