/** What may be written in a line of an anacrontab: a period, a delay, and behind the name of the job its command. */
import type { Proposal } from '../../../model/editing.js';
import type { Anacron } from '../anacron/anacrons.js';
import { describeDelay, describePeriod } from '../anacron/words.js';
import type { EntryPlace } from '../editing/place.js';
import type { CrontabLine } from '../model.js';
import { VARIABLES } from '../roles.js';
import { commandProposals } from './commands.js';
import { gapBehind, mayBeVariable, variableProposal } from './line.js';

const NAMED = ['@daily', '@weekly', '@monthly', '@yearly'];

/** In days. */
const PERIODS = ['1', '7', '30'];

/** In minutes. */
const DELAYS = ['5', '10', '15', '20', '30', '45', '60'];

/** What every job is given, whichever anacron starts it. */
const EVERYWHERE = ['SHELL', 'PATH', 'HOME', 'MAILTO'];

/** Period, delay, name. */
const BEFORE_COMMAND = 3;

/** `anacrons`: those in question. */
export function anacronProposals(place: EntryPlace, lines: readonly CrontabLine[], anacrons: readonly Anacron[]): Proposal[] {
  const { text, offset, word, index } = place;
  const make = (role: 'period' | 'delay', label: string, about: string | undefined): Proposal => ({
    label,
    insert: label + gapBehind(text, word.span),
    ...(about && { about }),
    span: word.span,
    role,
  });
  if (index === 1) return DELAYS.map((label) => make('delay', label, describeDelay({ text: label })));
  if (index >= BEFORE_COMMAND) return commandProposals(place, lines, BEFORE_COMMAND);
  if (index > 0) return [];
  const typed = word.text.slice(0, offset - word.span.start);
  // What one of them does not know, it skips.
  const known = NAMED.filter((label) => anacrons.every(({ words }) => words.includes(label)));
  const periods = [...known, ...PERIODS].filter((label) => label.startsWith(typed));
  const own = new Set(anacrons.flatMap(({ settings }) => settings));
  return [
    ...periods.map((label) => make('period', label, describePeriod({ text: label }))),
    ...(mayBeVariable(place) ? [...EVERYWHERE, ...own] : []).map((name) => variableProposal(name, VARIABLES[name] ?? '', place)),
  ];
}
