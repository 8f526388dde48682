/** Which field of an entry is being written. */
import type { Parameter, Signature } from '../../../model/editing.js';
import type { CrontabLine } from '../model.js';
import type { Form } from '../reading/shape.js';
import { placeAt } from './place.js';

const named = (role: string, label = role): Parameter => ({ role, label });

const behind = (form: Form): readonly Parameter[] => (form === 'system' ? [named('user'), named('command')] : [named('command')]);

const formsOf = (form: Form): Signature['forms'] => [
  [...['minute', 'hour', 'day', 'month', 'weekday'].map((role) => named(role)), ...behind(form)],
  [named('word', '@word'), ...behind(form)],
];

const ANACRON: Signature['forms'] = [[named('period'), named('delay'), named('identifier', 'name'), named('command')]];

/** How a word begins that can be a minute or an `@` word. */
const BEGINS = /^[-\d*~@]/;

export function signature(line: CrontabLine, offset: number, { form }: { readonly form: string }): Signature | undefined {
  const place = placeAt(line, offset, form);
  if (place === undefined || place.type === 'value') return undefined;
  const forms = form === 'anacrontab' ? ANACRON : formsOf(place.form);
  const { first } = place;
  if (first !== undefined && !BEGINS.test(first.text)) return undefined;
  const isWord = forms.length > 1 && first?.text.startsWith('@') === true;
  const last = (forms[isWord ? 1 : 0]?.length ?? 1) - 1;
  return {
    forms,
    form: isWord ? 1 : 0,
    active: Math.min(place.index, last),
    ...((first === undefined || place.index > last) && { quiet: true }),
  };
}
