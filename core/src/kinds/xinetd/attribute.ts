/** The shape of what is known of an attribute. */
import type { XinetdRole } from './role.js';
import { type Takes, yesOrNo } from './values.js';

export interface Attribute {
  readonly name: string;
  readonly about: string;
  /** Of its values. */
  readonly role: XinetdRole;
  /** How many values: so many, at least one, or any number. Of too many or too few xinetd ignores the setting; of none where one must be, it disables the service. */
  readonly count: 1 | 2 | 'some' | 'any';
  /** A set of values: `+=` and `-=` may be used, and it may stand more than once. */
  readonly set?: true;
  /** Where it may stand; in a service alone unless said. */
  readonly place?: 'both' | 'defaults';
  /** What is wrong with a value; absent where anything goes, or only the host can tell. */
  readonly takes?: Takes;
  /** Which value xinetd leaves out, over an error in the log, while it keeps the others. */
  readonly drops?: Takes;
  /** In the defaults it takes any operator for =, and a second such setting ends xinetd. */
  readonly onceInDefaults?: true;
  /** To be proposed. */
  readonly values?: readonly string[];
  /** In place of those, where it hangs on the values before. */
  readonly next?: (before: readonly string[]) => readonly string[];
}

/** What all attributes that are yes or no share. */
export const YES_NO = { count: 1, role: 'switch', takes: yesOrNo, values: ['yes', 'no'] } as const;
