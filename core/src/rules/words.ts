/** Sentences that the rules over launches share. */
import type { Fact } from '../knowledge/fact.js';
import type { Launch } from '../model/line.js';

/** True for an entry that needs the daemon and does not start it, such as one that calls `at`. */
export const usesOnly = (fact: Fact, { by, subject }: Launch): boolean =>
  by === 'command' &&
  fact.daemonArguments === undefined &&
  fact.aliases.commands?.some((command) => subject.text.endsWith(command)) === true;

/** What the file calls it, and what people do. */
export const called = ({ name }: Fact, { subject }: Launch): string => (subject.text === name ? name : `${subject.text} (${name})`);

/** What the file does, naming what it does it to. */
export function starts(fact: Fact, launch: Launch): string {
  const name = fact.name;
  if (launch.when.type === 'socket')
    return `${called(fact, launch)} ${launch.when.loopback ? 'is offered to this host alone' : 'is offered to the network'}`;
  if (launch.when.type === 'runlevels') return `${called(fact, launch)} is on`;
  if (usesOnly(fact, launch)) return `“${launch.subject.text}” needs ${name}`;
  return `This entry starts ${name}`;
}

/** The advice of the article, or the plain one where it has none. */
export function advice(fact: Fact): string {
  const { verdict, unless } = fact.article;
  if (unless !== undefined) return `Turn it off unless ${unless}.`;
  if (verdict === 'leave-off') return 'Leave it off.';
  return 'Turn it off unless something here uses it.';
}
