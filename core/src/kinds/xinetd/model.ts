/** What a block of xinetd's configuration holds beyond its tokens. */
import type { Line } from '../../model/line.js';
import type { Attribute } from './attribute.js';
import type { XinetdToken } from './role.js';

/** One line of a block: an attribute, what it does with it, and the values. */
export interface Setting {
  readonly attribute: XinetdToken;
  readonly operator?: XinetdToken;
  readonly values: readonly XinetdToken[];
  /** What is known of the attribute; undefined for a name that xinetd does not know. */
  readonly known?: Attribute;
}

/** A service as far as its settings are in force; `settings` has the first of each that xinetd takes. */
export interface Service {
  readonly name: XinetdToken;
  readonly id: string;
  readonly settings: ReadonlyMap<string, Setting>;
  readonly protocol: 'tcp' | 'udp' | 'other';
  /** Types and flags, in upper case. */
  readonly types: readonly string[];
  readonly flags: readonly string[];
  /** Set where it is to log TRAFFIC, by its own settings or by the defaults. */
  readonly traffic?: true;
  /** The program that does the work; absent where xinetd answers itself, or hands the connection on. */
  readonly program?: XinetdToken;
  /** Why it is off; undefined where it is on. */
  readonly off?: 'disable' | 'disabled' | 'enabled' | 'unread';
}

export interface XinetdLine extends Line {
  readonly tokens: readonly XinetdToken[];
  /** Of a block: all its settings in order, those without effect too. */
  readonly settings?: readonly Setting[];
  /** Of an entry or a commented-out one. */
  readonly service?: Service;
}
