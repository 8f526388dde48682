/** Facts as pages: Markdown for hovers and editors, read as plain text in a terminal. */
import { commandsFor } from '../knowledge/advice.js';
import type { ArticleVerdict, Fact, Reference, Statement } from '../knowledge/fact.js';

const ARTICLE = '"Killing Daemons!", Jay Beale, 2000';

/** What the article advises, to begin a sentence; undefined where it says nothing. */
function adviceOf({ verdict, unless }: ArticleVerdict): string | undefined {
  const condition = unless === undefined ? '' : ` unless ${unless}`;
  if (verdict === 'keep') return unless === undefined ? 'Keep it on.' : `It may stay on if ${unless}.`;
  if (verdict === 'safe') return 'Safe to leave on: no process stays behind.';
  if (verdict === 'off-unless') return `Turn it off${condition}.`;
  if (verdict === 'leave-off') return `Leave it off${condition}.`;
  return verdict === 'described' ? 'Described without advice; off as delivered.' : undefined;
}

/** Our own word where the article has none. */
function ownAdvice({ level, traits }: Fact): string {
  if (traits?.includes('protected') || level === 'none') return 'Nothing to say against it.';
  return traits?.includes('cleartext') ? 'Turn it off and use what is named under “Today”.' : 'Turn it off unless something here uses it.';
}

/** What to do about it: the article's word, or our own where it says nothing. */
export const plainVerdict = (fact: Fact): string =>
  adviceOf(fact.article) ?? (fact.traits?.includes('cleartext') ? `Turn it off. Use instead: ${fact.today.text}` : ownAdvice(fact));

function verdictOf(fact: Fact): string {
  const advice = adviceOf(fact.article);
  if (advice !== undefined) return `**Verdict:** ${advice} (${ARTICLE})`;
  return `**Verdict:** ${ownAdvice(fact)} (Ours; ${ARTICLE}, ${fact.type === 'service' ? 'leaves the services of inetd to another article' : 'does not speak of it'}.)`;
}

const said = ({ text, unverified }: Statement): string => (unverified ? `${text} (unverified)` : text);

const linked = ({ title, url }: Reference): string => (url === undefined ? title : `[${title}](${url})`);

/** How to turn it off and on again, one line per system. */
function commandLines(fact: Fact): string[] {
  return commandsFor(fact).map(({ system, off, on, note }) => {
    const both = on.length > 0 ? ` (on again: ${on.map((command) => `\`${command}\``).join(', ')})` : '';
    return `- ${system}: ${off.map((command) => `\`${command}\``).join(', ')}${both}${note === undefined ? '' : ` ${note}`}`;
  });
}

/** All that is known of a daemon or service, the article's verdict first. */
export function factPage(fact: Fact): string {
  const ports = (fact.ports ?? []).map(({ number, protocol }) => `${number}/${protocol}`);
  const links = (fact.links ?? []).map(
    ({ system, start, kill }) =>
      `${[start === undefined ? '' : `S${String(start).padStart(2, '0')}`, kill === undefined ? '' : `K${String(kill).padStart(2, '0')}`]
        .filter(Boolean)
        .join(' and ')} on ${system}`,
  );
  const commands = fact.traits?.includes('protected') ? [] : commandLines(fact);
  return [
    `**${fact.name}** (${fact.type === 'daemon' ? 'daemon' : 'inetd service'})`,
    verdictOf(fact),
    `**What it is:** ${said(fact.what)}`,
    `**Why it matters:** ${said(fact.risk)}`,
    `**Today:** ${said(fact.today)}`,
    ...(fact.changed ? [`**Since then:** ${said(fact.changed)}`] : []),
    ...(ports.length > 0 ? [`**Ports:** ${ports.join(', ')}`] : []),
    ...(links.length > 0 ? [`**Link numbers:** ${links.join(', ')}`] : []),
    ...(commands.length > 0 ? [`**Off, and on again:**\n${commands.join('\n')}`] : []),
    ...((fact.references ?? []).length > 0 ? [`**References:** ${(fact.references ?? []).map(linked).join(', ')}`] : []),
  ].join('\n\n');
}
