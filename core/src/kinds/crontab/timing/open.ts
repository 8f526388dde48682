/** Entries of a template whose times are still to be filled in: what can be told of them. */
import type { Agenda, AgendaQuery } from '../../../model/kind.js';
import { withoutLineEnd } from '../../../text/lines.js';
import { blankAt, isStatementAt, wholeWords } from '../../../text/template.js';
import { type Word, words } from '../../../text/words.js';
import { dialectById } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import { ANACRONTAB, withoutFlags } from '../reading/shape.js';

const isOpen = ({ text }: Word): boolean => blankAt(text) !== -1;

/** What may stand in a field of times, be it right or wrong there. */
const TIMES =
  /^[\d*,/~?LW#-]+$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)(?:[-,](?:\d+|[a-z]{3}))*$/i;

const mayBeTimes = (word: Word): boolean => isOpen(word) || TIMES.test(word.text);

/** How many of the words are times: five, or the first one alone, which may become all of them or an @ word; 0 where they are no entry. */
function timesAmong(found: readonly Word[]): number {
  const five = found.slice(0, 5);
  if (five.length === 5 && five.every(mayBeTimes) && five.some(isOpen)) return 5;
  return found[0] && isOpen(found[0]) ? 1 : 0;
}

/** The same of a job of anacron: its period, its delay and its name. */
const timesOfJob = (found: readonly Word[]): number => (found.slice(0, 2).some(isOpen) ? 3 : 0);

export interface OpenEntry {
  readonly expression: string;
  readonly user?: string;
  readonly command: string;
}

/** What an entry says whose times a template fills in; undefined for any other line. */
export function openEntry({ type, tokens, text: line }: CrontabLine, form: string): OpenEntry | undefined {
  const [first] = tokens;
  if (type !== 'comment' || first?.role !== 'text' || isStatementAt(line, first.span.start)) return undefined;
  const text = withoutLineEnd(line);
  const found = wholeWords(words(text), text);
  const count = form === ANACRONTAB ? timesOfJob(found) : timesAmong(found);
  const user = form === 'system' ? found[count] : undefined;
  const command = found[form === 'system' ? count + 1 : count];
  if (count === 0 || command === undefined) return undefined;
  return {
    expression: text.slice(found[0]?.span.start, found[count - 1]?.span.end),
    ...(user && { user: user.text }),
    command: withoutFlags(text.slice(command.span.start)),
  };
}

/** When it runs, as far as that is known. */
export const openWords = ({ expression }: OpenEntry): string => `At times that are still to be filled in: ${expression}`;

/** Undefined for what is no such entry. */
export function openAgenda(line: CrontabLine, { form, dialects, zone }: AgendaQuery): Agenda | undefined {
  const entry = openEntry(line, form);
  const dialect = dialectById(dialects[0] ?? '');
  if (entry === undefined || dialect === undefined) return undefined;
  return {
    ...entry,
    dialect: dialect.id,
    title: dialect.title,
    words: openWords(entry),
    type: 'open',
    draws: [],
    dissent: [],
    zone,
    knownZone: true,
    runs: [],
    missed: [],
  };
}
