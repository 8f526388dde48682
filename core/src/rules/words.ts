/** Sentences that the rules over launches share. */
import type { Fact } from '../knowledge/fact.js';
import type { Launch } from '../model/line.js';

/** True for an entry that needs the daemon and does not start it, such as one that calls `at`. */
export const usesOnly = (fact: Fact, { by, subject }: Launch): boolean =>
  by === 'command' &&
  fact.daemonArguments === undefined &&
  fact.aliases.commands?.some((command) => subject.text.endsWith(command)) === true;

/** What the file does, naming what it does it to. */
export function starts(fact: Fact, launch: Launch): string {
  const name = fact.name;
  const said = launch.subject.text;
  if (launch.when.type === 'socket')
    return `${said === name ? name : `${said} (${name})`} ${launch.when.loopback ? 'is offered to this host alone' : 'is offered to the network'}`;
  if (launch.when.type === 'runlevels') return `${said === name ? name : `${said} (${name})`} is on`;
  if (usesOnly(fact, launch)) return `“${said}” needs ${name}`;
  return `This entry starts ${name}`;
}

/** The advice of the article, or the plain one where it has none. */
export function advice(fact: Fact): string {
  const { verdict, unless } = fact.article;
  if (unless !== undefined) return `Turn it off unless ${unless}.`;
  if (verdict === 'leave-off') return 'Leave it off.';
  return 'Turn it off unless something here uses it.';
}
