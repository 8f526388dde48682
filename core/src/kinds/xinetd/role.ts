/** The roles of words in xinetd's configuration. */
import type { Token } from '../../model/line.js';

export type XinetdRole =
  | 'keyword'
  | 'service'
  | 'brace'
  | 'attribute'
  | 'operator'
  | 'switch'
  | 'socket'
  | 'protocol'
  | 'port'
  | 'user'
  | 'group'
  | 'server'
  | 'argument'
  | 'address'
  | 'id'
  | 'flag'
  | 'limit'
  | 'variable'
  | 'path'
  | 'value'
  | 'mark'
  | 'comment';

export type XinetdToken = Token<XinetdRole>;
