/** What dcron reads before a command. */
import type { Proposal } from '../../../model/editing.js';
import type { EntryPlace } from '../editing/place.js';
import type { CrontabLine } from '../model.js';
import { optionWords, readJobOptions } from '../reading/job-options.js';

const OPTIONS: readonly (readonly [insert: string, detail: string, about: string])[] = [
  ['ID=', 'job option', 'Names the job: `ID=backup`. A job with `FREQ=` or a word such as `@daily` needs a name.'],
  [
    'FREQ=',
    'job option',
    'How much time must pass between two runs: `FREQ=1d`; `FREQ=1d/10m` tries again after 10 minutes when the run ends with status 11.',
  ],
  [
    'AFTER=',
    'job option',
    'Waits until other jobs have ended well: `AFTER=backup`, `AFTER=backup/30m` if that is to run within 30 minutes.',
  ],
];

/** The names of the other jobs of the file. */
const namesIn = (lines: readonly CrontabLine[]): string[] => [
  ...new Set(
    lines.flatMap(({ type, shape }) => {
      const name = type === 'entry' && shape?.command ? readJobOptions(`${shape.command.text} `, 0, false).options.name : undefined;
      return name === undefined ? [] : [name];
    }),
  ),
];

/** Where nothing but options stands before the word; names of jobs behind an `AFTER=`. */
export function optionProposals({ word, found, text, offset, first }: EntryPlace, lines: readonly CrontabLine[]): Proposal[] {
  const isWord = first?.text.startsWith('@') ?? false;
  const head = found[isWord ? 1 : 5]?.span.start ?? offset;
  const before = optionWords(text.slice(head, word.span.start));
  if (word.span.start < head || text.slice(head + (before.at(-1)?.span.end ?? 0), word.span.start).trim() !== '') return [];
  const waited = /^(AFTER=(?:[^,]*,)*)[^,/]*$/.exec(text.slice(word.span.start, offset))?.[1];
  if (waited !== undefined) {
    const span = { start: word.span.start + waited.length, end: word.span.end };
    return namesIn(lines).map((name) => ({ label: name, detail: 'job of this file', span, role: 'option' }));
  }
  const given = new Set(before.map((option) => option.text.replace(/=.*/s, '=')));
  return OPTIONS.filter(([option]) => !given.has(option) && !(isWord && option === 'FREQ=')).map(([label, detail, about]) => ({
    label,
    detail,
    about,
    span: word.span,
    role: 'option',
  }));
}
