/** What there is to say of a cron: the columns of the table of dialects. */
import type { Refusal } from '../reading/reading.js';
import type { Form } from '../reading/shape.js';

/** What a line costs that is refused at one of some places, or in one form of file. */
export interface Cost {
  /** Absent: wherever it is refused. */
  readonly at?: readonly Refusal[];
  /** Absent: in both. */
  readonly form?: Form;
  /** A sentence without its stop, the daemon first. */
  readonly cost: string;
  readonly loses?: Loss;
}

/** What is lost over a line: it alone, all that follows, or the file. */
export type Loss = 'line' | 'rest' | 'file';

/** How much of a file is read. */
export interface Limit {
  /**
   * What is counted: physical lines down to the last entry or assignment (`reach`), or all of them; entries, refused ones too; assignments; lines that
   * are neither blank nor a comment (`filled`); bytes of comments, blank lines and indents before what is read, with the first byte of that (`gap`).
   */
  readonly counts: 'reach' | 'lines' | 'entries' | 'assignments' | 'filled' | 'gap';
  readonly most: number;
  /** Absent: in both. */
  readonly form?: Form;
  /** Whose crontabs; absent: everybody's. */
  readonly of?: 'root' | 'others';
  /** What more than that costs. `byte`: the byte behind it is passed over, and the rest of its line read as a line. */
  readonly loses: 'byte' | 'rest' | 'file';
}

/** A column of the table. */
export type Column = Exclude<keyof Dialect, 'id' | 'title' | 'source' | 'sources'>;

export interface Dialect {
  readonly id: string;
  /** As it stands in a sentence. */
  readonly title: string;
  /** Man page or source that the row was measured on. */
  readonly source: string;
  /** The same for single columns, where it is another. */
  readonly sources?: Readonly<Partial<Record<Column, string>>>;
  /** Which reader of a time field it has. */
  readonly reader: 'isc' | 'busybox' | 'systemd' | 'posix' | 'dcron';
  /** What parts the words of an entry: blanks and tabs, or whatever Unicode calls white space. */
  readonly blanks: 'tab' | 'unicode';
  /** The highest number of a weekday; absent where any number is counted round by sevens. */
  readonly highestWeekday?: 6 | 7;
  /** Numbers beyond the last value of their field go on from its first, so that it takes nearly any: minute 61 is 1. */
  readonly countsRound?: true;
  /** Which names of months and weekdays it takes: of three letters, in any case or as `mon` and `Mon` alone, all that begin with those, or none. */
  readonly names: 'three' | 'cased' | 'longer' | 'none';
  /** Whether `/2` may follow a range. */
  readonly steps: boolean;
  /** `1/2` means from 1 in steps of 2, or is 1 alone; absent where it is refused. */
  readonly stepOnNumber?: 'onward' | 'alone';
  /** A step that comes out negative is none of 0: it leaves its range at the lower end, and a reversed one is empty all the same. */
  readonly negativeSteps?: true;
  /** Text after a finished range is skipped up to the next blank: `5*`, `0~30`. */
  readonly skipsJunk: boolean;
  /** Text after a star is skipped up to the next blank: `*5`. */
  readonly skipsJunkAfterStar: boolean;
  /** `~` draws a time at random; `random-step` lets a step follow. */
  readonly random: false | 'random' | 'random-step';
  /** `?` draws one of all values, `?2-5` one of a range. */
  readonly questionDraws?: true;
  /** `all`: steps beyond the last value are refused, not read as one value. `ends`: both ends must exist. */
  readonly checksRanges: 'all' | 'ends' | 'no';
  /** What a reversed range such as `22-3` is. */
  readonly reversed: 'nothing' | 'refused' | 'round';
  /** A range that ends at 0 ends at 7 instead: `6-0`. */
  readonly zeroEndsAtSeven: boolean;
  /** The last release that does not, where it is about. */
  readonly zeroEndsAfter?: string;
  /**
   * When a day must be in both fields of days, and not in one of them: if one of them begins with `*`, if one of them leaves
   * nothing out, or always. `never`: an entry whose fields both leave something out does not run at all.
   */
  readonly dayMatch: 'stars' | 'gaps' | 'both' | 'never';
  /** The systems that have this cron, where they are all of one sort. */
  readonly system?: 'linux' | 'bsd';
  /** Whether there are crontabs with a user column. */
  readonly userColumn: boolean;
  /** Files of cron.d are crontabs of root, and have none. */
  readonly rootFolder?: true;
  /** What becomes of `user:group` in that column: both are heeded, or it is looked for as a user and refused. Absent where nobody tried. */
  readonly userGroup?: 'taken' | 'refused';
  /** Forms in which a line without a command is an entry that runs nothing. */
  readonly emptyCommand: readonly Form[];
  /** A command that begins with `*` is refused: the line has a field too many. */
  readonly refusesStarCommand: boolean;
  /** `ID=`, `FREQ=` and `AFTER=` before the command are options of the job, and `@daily` counts from its last run and needs an `ID=`. */
  readonly jobOptions?: true;
  /** Letters of the flags before the command; others after a `-` are refused. Absent where a `-` belongs to the command. */
  readonly flags?: string;
  /** Each flag is a word of its own, and stands once. */
  readonly flagsApart?: true;
  /** A leading `-` keeps the run out of the log. */
  readonly quietDash: boolean;
  /** The first `%` ends the command and begins its input. */
  readonly percentInput: boolean;
  /** Of two backslashes in the command the shell gets one, in quotes too. */
  readonly halvesBackslashes?: true;
  /**
   * Which assignments it takes: any name, with quotes that must be closed; names of letters, digits and `_` before anything;
   * MAILTO and SHELL alone, and the others pass without effect; or none.
   */
  readonly assignments: 'quoted' | 'plain' | 'few' | 'none';
  /** Names that a later release heeds as well, where it takes few, each with that release. */
  readonly heedsLater?: Readonly<Record<string, string>>;
  /** `NAME=` with nothing behind it is an assignment. */
  readonly emptyValue: boolean;
  /** A backslash at the end of a line joins the next one to it; elsewhere it belongs to the command. */
  readonly joinsLines: boolean;
  /** Whether a CR before the line feed is a character like any other; absent where nobody tried. */
  readonly keepsReturn?: boolean;
  /** Every `#` begins a comment, wherever it stands. */
  readonly commentAnywhere: boolean;
  /** Words after `@`, without it. */
  readonly words: readonly string[];
  /** `@600` is a word, too: the entry runs so many seconds after its last run has ended. */
  readonly secondsWord?: true;
  /** Those of them that mean something else than to the others, or that the others have not: as five fields. */
  readonly wordMeans?: Readonly<Record<string, string>>;
  /** `@reboot` is run at each start of the cron; absent where it is run once for each boot, or nobody looked. */
  readonly rebootsAtStart?: true;
  /** What becomes of a line with another word: it is refused, dropped silently (as one with nothing to run), or taken and never run. */
  readonly unknownWord: 'refused' | 'silent' | 'lost';
  /** Longest command, in bytes; absent where there is no limit that matters. */
  readonly longestCommand?: number;
  /** What becomes of a longer one. */
  readonly longCommand?: 'refused' | 'cut';
  /** So many bytes of an assignment are kept, from its first character that is no blank; what follows is passed over, and a quote that is closed there is not closed. */
  readonly longestAssignment?: number;
  /** So many bytes of a line are read, where that is another limit; what follows is a line of its own. */
  readonly longestLine?: number;
  /** How much of a file it takes; absent where there is no limit, or none is known. */
  readonly limits?: readonly Limit[];
  /** What a last line without a line feed costs; absent where it costs nothing. */
  readonly noLineFeed?: string;
  /** What one bad line costs, unless `costs` knows better. */
  readonly badLine: string;
  /** The same in one word; absent where it is the line. */
  readonly loses?: Loss;
  readonly costs?: readonly Cost[];
  /** Behind the character at which it gives up a time field it reads on as at the start of a line. */
  readonly readsOn?: true;
  /** A last line without a line feed costs the whole file. */
  readonly lastLineDropsFile?: true;
  /** Of the blanks behind the user only the first is skipped; the others belong to the command. */
  readonly keepsBlanks?: true;
  /** A value is gone over once more when its quotes are off: blanks at its end are left out, and another pair of quotes around it. */
  readonly trimsQuoted?: true;
  /** Which of the two fields of days counts as a star in `@weekly`: the parsers set the flags beside the sets. */
  readonly weeklyStar: 'day' | 'weekday';
  /** `@daily`, `@midnight` and `@hourly` count both of them as stars. */
  readonly dailyStars?: true;
  /** What it costs that a word is taken and never run. */
  readonly lostWord?: string;
  /** How it keeps time where the wall clock jumps; what the names mean is told in schedule/clock.ts. */
  readonly clock: 'isc' | 'freebsd' | 'wall' | 'onward';
  /** The same for entries below a CRON_TZ; absent where there is no such thing. */
  readonly zonedClock?: 'wall';
  /** What prints the day of the month of tomorrow, `01` to `31`, with the date(1) of the systems that have this cron; absent where theirs cannot. */
  readonly tomorrow?: string;
  /** The date(1) of its systems leaves zeros and blanks out for `%-d`; absent where it does not, or nobody tried. */
  readonly plainDates?: true;
  /** MAILFROM is the sender of its mail; absent where it is a variable of the commands. */
  readonly readsSender?: true;
  /** What a MAILTO may be; output goes to no other. Absent where the mail program decides. */
  readonly mailsTo?: RegExp;
  /** The longest RANDOM_DELAY, in minutes: a longer one is none. Absent where there is no limit, or no delay. */
  readonly longestDelay?: number;
  /** RANDOM_DELAY puts off the entries below it; absent where it is a variable of the commands. */
  readonly delaysRuns?: true;
}

/** What a line of `form` costs that `dialect` refuses at `at`; a sentence without its stop. */
export const costAt = (dialect: Dialect, at: Refusal, form: Form): string => rowAt(dialect, at, form)?.cost ?? dialect.badLine;

/** The same in one word. */
export const lossOf = (dialect: Dialect, at: Refusal, form: Form): Loss => {
  const cost = rowAt(dialect, at, form);
  return (cost ? cost.loses : dialect.loses) ?? 'line';
};

const rowAt = ({ costs }: Dialect, at: Refusal, form: Form): Cost | undefined =>
  costs?.find((cost) => (cost.at === undefined || cost.at.includes(at)) && (cost.form === undefined || cost.form === form));
