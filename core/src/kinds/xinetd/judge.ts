/** Which settings of a block are in force, and what is wrong with the others. In the order in which xinetd asks. */
import type { Problem } from '../../model/line.js';
import { write } from '../../model/remedy.js';
import { mayComeRight } from '../../text/template.js';
import { listed, withoutCommas } from './addresses.js';
import { attributeMeant, attributes } from './attributes.js';
import type { Setting } from './model.js';
import type { XinetdToken } from './role.js';

export const SYNTAX = 'xinetd/syntax';
export const UNKNOWN = 'xinetd/unknown-attribute';
export const IGNORED = 'xinetd/ignored-setting';

export interface Judged {
  readonly problems: readonly Problem[];
  /** The first setting of each attribute that xinetd takes; of sets the last. */
  readonly inForce: ReadonlyMap<string, Setting>;
  /** All settings of sets that it takes, in order. */
  readonly sets: readonly Setting[];
  /** One of them turns the service off: xinetd reads none behind it. */
  readonly isOff: boolean;
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** From the first value to the last; the attribute where there is none. */
const valuesSpan = ({ attribute, values }: Setting) => ({
  start: values[0]?.span.start ?? attribute.span.start,
  end: values.at(-1)?.span.end ?? attribute.span.end,
});

const nameOf = ({ attribute }: Setting): string => attribute.text.toLowerCase();

/** `interface` is another word for `bind`. */
const keyOf = (setting: Setting): string => (nameOf(setting) === 'interface' ? 'bind' : nameOf(setting));

/** What an ignored setting means for the service, where that is worse than it looks. */
const staysOn = (setting: Setting): string =>
  nameOf(setting) === 'disable' && setting.values[0]?.text.toLowerCase() === 'yes' ? ' and the service stays on' : '';

/** What an operator that does not belong there is set right by, where the setting counts then. */
const withEquals = (problem: Problem, isSet: boolean): Problem => (isSet ? problem : { ...problem, remedy: write(problem.span, '=') });

/** Why xinetd passes over a setting that it can read, and says no more than a warning. */
function ignoredBecause(setting: Setting, isDefaults: boolean, isSet: boolean): Problem | undefined {
  const { attribute, operator, values, known } = setting;
  const name = attribute.text;
  const report = (at: { readonly span: XinetdToken['span'] }, said: string) => ({ rule: IGNORED, span: at.span, message: said });
  if (known === undefined) return undefined;
  if (isDefaults && known.place === undefined) {
    const instead = nameOf(setting) === 'disable' ? 'Write `disabled = NAME …` to turn services off from here.' : 'Set it in each service.';
    return report(attribute, `“${name}” does not belong in defaults: xinetd ignores it. ${instead}`);
  }
  if (isDefaults && known.onceInDefaults) return undefined;
  const sign = operator?.text ?? '=';
  if (sign !== '=' && !known.set)
    return withEquals(
      report(operator ?? attribute, `“${name}” knows no ${sign}: xinetd ignores this line${staysOn(setting)}. Write =.`),
      isSet,
    );
  if (isSet && !known.set)
    return report(attribute, `“${name}” has been set above: xinetd keeps the first and ignores this line${staysOn(setting)}.`);
  if (typeof known.count !== 'number' || values.length === known.count || values.some(({ text }) => mayComeRight(text))) return undefined;
  const comment = values.find(({ text }) => text.startsWith('#'));
  const wanted = known.count === 1 ? 'one value' : 'two values';
  const why = comment
    ? 'A # begins no comment behind a value, so its words are taken for values'
    : `“${name}” takes ${wanted}, and here ${values.length === 0 ? 'is none' : `are ${values.length}`}`;
  const todo = comment ? ' Put the comment on a line of its own.' : '';
  return { rule: IGNORED, span: valuesSpan(setting), message: `${why}: xinetd ignores this line${staysOn(setting)}.${todo}` };
}

/** What xinetd leaves out of a list, over an error in the log. */
function leftOut({ attribute, known, operator, values }: Setting): Problem | undefined {
  const dropped = known?.drops?.(
    values.map(({ text }) => text),
    operator?.text ?? '=',
  );
  const at = dropped && values[dropped.at];
  if (dropped === undefined || at === undefined || mayComeRight(at.text)) return undefined;
  const who = attribute.text.toLowerCase() === 'only_from' ? 'who is meant may not connect' : 'who is meant may connect';
  return {
    rule: IGNORED,
    span: at.span,
    message: `“${short(at.text)}” ${dropped.why}: xinetd leaves it out of the list, so that ${who}.`,
  };
}

/** Why the values cost the whole block; `costs` says what is lost. */
function refusedBecause({ attribute, operator, values, known }: Setting, costs: string): Problem | undefined {
  if (known === undefined || values.some(({ text }) => mayComeRight(text))) return undefined;
  if (known.count === 'some' && values.length === 0)
    return { rule: SYNTAX, span: attribute.span, message: `“${attribute.text}” needs a value: ${costs}. Leave the line out instead.` };
  const refused = known.takes?.(
    values.map(({ text }) => text),
    operator?.text ?? '=',
  );
  if (refused === undefined) return undefined;
  const at = values[refused.at] ?? attribute;
  const edits = known.takes === listed ? values.map(({ span, text }) => ({ span, text: withoutCommas(text) })) : [];
  const isMended =
    edits.length > 0 &&
    listed(
      edits.map(({ text }) => text),
      '=',
    ) === undefined;
  return {
    rule: SYNTAX,
    span: at.span,
    message: `“${short(at.text)}” ${refused.why}: ${costs}.`,
    ...(isMended && {
      remedy: { title: 'Put blanks between the addresses', edits: edits.filter(({ text }, index) => text !== values[index]?.text) },
    }),
  };
}

/** What may stand once in the defaults, a second time. */
const againInDefaults = ({ attribute, known }: Setting, isAgain: boolean, costs: string): Problem | undefined =>
  isAgain && known?.onceInDefaults
    ? { rule: SYNTAX, span: attribute.span, message: `“${attribute.text}” stands twice in the defaults: ${costs}.` }
    : undefined;

const isYes = ({ values: [value] }: Setting): boolean => value?.text.toLowerCase() === 'yes';

const turnsOff = (setting: Setting): boolean => nameOf(setting) === 'disable' && isYes(setting);

/** What becomes of a setting whose attribute xinetd knows, and what is to be said of it. */
interface Verdict {
  readonly problem: Problem | undefined;
  readonly becomes: 'taken' | 'ignored' | 'refused';
}

function verdictOf(setting: Setting, isDefaults: boolean, isSet: boolean, costs: string): Verdict {
  const ignored = ignoredBecause(setting, isDefaults, isSet);
  if (ignored) return { problem: ignored, becomes: 'ignored' };
  const refused = againInDefaults(setting, isDefaults && isSet, costs) ?? refusedBecause(setting, costs);
  return refused ? { problem: refused, becomes: 'refused' } : { problem: leftOut(setting), becomes: 'taken' };
}

/** True where an attribute called `name` would take the values that stand there. */
const wouldTake = (name: string, { values, operator }: Setting): boolean =>
  attributes.get(name)?.takes?.(
    values.map(({ text }) => text),
    operator?.text ?? '=',
  ) === undefined;

/** A name that xinetd does not know in such a block; templates may make one of it that it does. */
function unknown(setting: Setting, isDefaults: boolean): Problem[] {
  const { attribute, known } = setting;
  if (mayComeRight(attribute.text)) return [];
  const meant = attributeMeant(attribute.text, isDefaults);
  const message = known
    ? `“${attribute.text}” belongs in defaults: in a service xinetd does not know it, and ignores the line.`
    : `xinetd knows no attribute “${short(attribute.text)}” and ignores the line.${meant === undefined ? '' : ` Probably ${meant} is meant.`}`;
  const remedy = meant !== undefined && wouldTake(meant, setting) ? write(attribute.span, meant) : undefined;
  return [{ rule: UNKNOWN, span: attribute.span, message, ...(remedy && { remedy }) }];
}

/** What a block is. */
export interface BlockSort {
  readonly isDefaults: boolean;
  /** It has branches of a template, of which one counts: what is set in several is set once. */
  readonly isBranched: boolean;
}

/** Judges the settings of a block, up to the one that turns the service off. */
export function judge(settings: readonly Setting[], { isDefaults, isBranched }: BlockSort, costs: string): Judged {
  const problems: Problem[] = [];
  const inForce = new Map<string, Setting>();
  // What is refused counts for nothing: one behind it is not the second.
  const taken = new Set<string>();
  const sets: Setting[] = [];
  for (const setting of settings) {
    const { known } = setting;
    if (known === undefined || (known.place === 'defaults' && !isDefaults)) {
      problems.push(...unknown(setting, isDefaults));
      continue;
    }
    const { problem, becomes } = verdictOf(setting, isDefaults, !isBranched && taken.has(keyOf(setting)), costs);
    if (problem) problems.push(problem);
    // A service that one branch leaves on may be on.
    if (becomes === 'ignored' || (isBranched && turnsOff(setting) && inForce.has('disable'))) continue;
    inForce.set(keyOf(setting), setting);
    if (known.set) sets.push(setting);
    if (becomes === 'refused') continue;
    taken.add(keyOf(setting));
    if (!isBranched && turnsOff(setting)) return { problems, inForce, sets, isOff: true };
  }
  const last = inForce.get('disable');
  return { problems, inForce, sets, isOff: isBranched && last !== undefined && isYes(last) };
}
