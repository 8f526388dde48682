/** How a text is known for an inittab, and whose it is. */
import { actionIn, type Dialect, dialects, linux } from './dialects.js';

/** So much of a text is looked at, in characters. */
const ASKED = 100_000;

/** Entries that are commented out too: to turn one off does not make the file another init's. */
const ENTRY = /^([ \t#]*)([^\s:#]{0,20}):([0-9A-Ca-cSs]{0,12}):([A-Za-z]+):/gm;

interface Entry {
  readonly id: string;
  readonly levels: string;
  readonly action: string;
  /** Commented out. */
  readonly isOff: boolean;
}

/** The lines that have four fields, the third of which is some action. */
function entriesOf(text: string): readonly Entry[] {
  return [...text.slice(0, ASKED).matchAll(ENTRY)].flatMap(([, marks = '', id = '', levels = '', action = '']) =>
    dialects.some((dialect) => actionIn(dialect, action) !== undefined) ? [{ id, levels, action, isOff: marks.includes('#') }] : [],
  );
}

/** How many of its lines say something. */
const sayings = (text: string): number => text.slice(0, ASKED).match(/^[ \t]*[^\s#]/gm)?.length ?? 0;

/** How much `text` looks like one: the share of its lines that are entries. */
export function resembles(text: string): number {
  const lines = sayings(text);
  return lines === 0 ? 0 : Math.min(1, entriesOf(text).length / lines);
}

/** The first two fields of an entry, whatever follows. */
const BEGUN = /^[ \t#]*[^\s:#]{0,20}:[0-9A-Ca-cSs]{0,12}:/m;

/** The terminal, its kind and the process: the three fields that the init of uClinux and simpleinit read. */
const THREE = /^tty\w{1,16}:[a-z][\w-]{0,16}:\//m;

/** True for what other systems and programs keep in files of this name, and for a line of prose in its place. */
export function isOthers(text: string, isLive: boolean): boolean {
  const lines = isLive ? 0 : sayings(text);
  const asked = text.slice(0, ASKED);
  return lines > 0 && (lines > 1 || !text.includes(':') || THREE.test(asked)) && !BEGUN.test(asked);
}

const knows = ({ actions }: Dialect, action: string): boolean => Object.hasOwn(actions, action.toLowerCase());

/** The one of the two of Linux that `isIts` is true for; undefined for both and for none. */
function only(isIts: (dialect: Dialect) => boolean): readonly string[] | undefined {
  const found = linux.filter(isIts);
  return found.length === 1 ? found.map(({ id }) => id) : undefined;
}

/** Programs that Solaris, HP-UX and AIX alone have, in an entry. */
const SYSTEM_V =
  /^[^#\n:]{0,20}:[^\n:]{0,20}:[A-Za-z]+:[^\n#]{0,200}\/(?:sbin\/(?:rc\.boot|autopush|soconfig|ioinitrc|bcheckrc|pre_init_rc|uadmin)|usr\/s?bin\/(?:srcmstr|startsrc)|usr\/lib\/saf\/(?:sac|ttymon)|lib\/svc\/bin\/svc\.startd|dev\/(?:msglog|systty))\b/m;

/** How many of `entries` the init skips: without an id where it asks for one, or with an action of another. */
const skippedBy = (dialect: Dialect, entries: readonly Entry[]): number =>
  entries.filter(({ id, action }) => (dialect.hasIds && id === '') || !knows(dialect, action)).length;

/** The one of the two of Linux that skips fewer; undefined where they skip as many. One entry in the words of the other makes no file its. */
function servedBest(entries: readonly Entry[]): readonly string[] | undefined {
  const skipped = linux.map((dialect) => skippedBy(dialect, entries));
  const least = Math.min(...skipped);
  return only((dialect) => skipped[linux.indexOf(dialect)] === least);
}

/** Whose it is: by programs of its own; else of the init that skips the fewest of its entries; else BusyBox where one has no id, the init that alone has one of its actions, or whose fields look so. */
export function dialectsOfText(text: string): readonly string[] | undefined {
  if (SYSTEM_V.test(text.slice(0, ASKED))) return ['sysv'];
  const entries = entriesOf(text);
  const others = (dialect: Dialect) => linux.filter((other) => other !== dialect);
  return (
    servedBest(entries.filter(({ isOff }) => !isOff)) ??
    servedBest(entries) ??
    only(({ hasIds }) => !hasIds && entries.some(({ id, levels }) => id === '' && levels === '')) ??
    only((dialect) => entries.some(({ action }) => knows(dialect, action) && !others(dialect).some((other) => knows(other, action)))) ??
    only(({ hasIds }) => hasIds && entries.some(({ id, levels }) => id !== '' && levels !== ''))
  );
}
