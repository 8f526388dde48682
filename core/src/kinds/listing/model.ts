/** What a line of a listing holds beyond its tokens. */
import type { Line, Token } from '../../model/line.js';

export type ListingRole =
  | 'mark'
  | 'quote'
  | 'mode'
  | 'detail'
  | 'directory'
  | 'letter'
  | 'number'
  | 'name'
  | 'suffix'
  | 'arrow'
  | 'target'
  | 'level'
  | 'colon'
  | 'state'
  | 'bullet'
  | 'unit'
  | 'unitState'
  | 'preset'
  | 'running'
  | 'fmri'
  | 'smfState'
  | 'runlevel'
  | 'separator'
  | 'heading'
  | 'prompt'
  | 'comment'
  | 'text';

export type ListingToken = Token<ListingRole>;

/** An rc link: `S80sendmail -> ../init.d/sendmail`. */
export interface Link {
  /** `S` or `K`. */
  readonly letter: ListingToken;
  /** Two digits. */
  readonly number: ListingToken;
  readonly name: ListingToken;
  readonly target?: ListingToken;
  /** A digit or `S`; `?` unknown; `-` the directory belongs to no runlevel. */
  readonly level: string;
}

/** One column of a row: `3:on`, or the only one of an xinetd service. */
export interface Cell {
  /** Absent in the row of an xinetd service. */
  readonly level?: ListingToken;
  readonly state: ListingToken;
  readonly on: boolean;
}

export const isOn = (cells: readonly Cell[]): boolean => cells.some(({ on }) => on);

/** A row of `chkconfig --list`. */
export interface Row {
  readonly name: ListingToken;
  /** At least one. */
  readonly cells: readonly Cell[];
  /** True for a service that xinetd starts. */
  readonly xinetd: boolean;
}

/** Where a {@link Status} stands: `unit-files` and `units` of systemctl, `status` of service, `openrc` of rc-update, `rcctl`, `rc-scripts` of `service -e`, `smf` of svcs and inetadm, `wants` of systemd. */
export type Table = 'unit-files' | 'units' | 'status' | 'openrc' | 'rcctl' | 'rc-scripts' | 'smf' | 'wants';

/** A row that says of one service how it is, in the words of one program. */
export interface Status {
  readonly table: Table;
  readonly name: ListingToken;
  /** The words that tell it, in order; none where the table as a whole does. */
  readonly states: readonly ListingToken[];
  /** Absent where the row leaves it open: a static unit is started by others, or not. */
  readonly on?: boolean;
  /** A link to /dev/null stands in the place of the unit. */
  readonly masked?: true;
  /** Names of runlevels, `default` for the one in which the host does its work; `?` where the row tells only what runs now. */
  readonly levels: readonly string[];
}

export interface ListingLine extends Line {
  readonly tokens: readonly ListingToken[];
  /** Offset of the first character behind the marks of quoting and commenting, and behind the branches of a tree. */
  readonly body: number;
  /** Several where `ls` put several names on a line. */
  readonly links?: readonly Link[];
  readonly row?: Row;
  readonly status?: Status;
}
