/** What may be written in a crontab, in every place of a line. */
import type { Context } from '../../../model/context.js';
import type { Document } from '../../../model/document.js';
import type { Proposal } from '../../../model/editing.js';
import { anacronsAmong } from '../anacron/anacrons.js';
import { dialectById, readsJobOptions } from '../dialects/dialects.js';
import { placeAt } from '../editing/place.js';
import { fieldSpecs } from '../fields/spec.js';
import type { CrontabLine } from '../model.js';
import { anacronProposals } from './anacron.js';
import { commandProposals } from './commands.js';
import { fieldProposals } from './fields.js';
import { lineProposals } from './line.js';
import { optionProposals } from './options.js';
import { userProposals } from './users.js';
import { valueProposals } from './values.js';

export function proposals(line: CrontabLine, offset: number, context: Context, { lines }: Document<CrontabLine>): readonly Proposal[] {
  const place = placeAt(line, offset, context.form);
  if (place === undefined) return [];
  const dialects = context.dialects.flatMap((id) => dialectById(id) ?? []);
  if (place.type === 'value') return valueProposals(place, lines, context.zone, dialects);
  const { first, index, form, word } = place;
  // Of a word that a line end cuts there is no piece to replace.
  if (word.text.length < word.span.end - word.span.start) return [];
  if (context.form === 'anacrontab') return anacronProposals(place, lines, anacronsAmong(context.dialects));
  const isWord = index > 0 && first?.text.startsWith('@');
  const column = isWord ? index + 4 : index;
  if (column === 0) return lineProposals(place, context.dialects);
  const spec = fieldSpecs[column];
  if (spec) return fieldProposals(place, spec, dialects);
  if (column === 5 && form === 'system') return userProposals(word, lines);
  const options = form === 'user' && readsJobOptions(context.dialects) ? optionProposals(place, lines) : [];
  return [...options, ...commandProposals(place, lines, (isWord ? 1 : 5) + (form === 'system' ? 1 : 0))];
}
