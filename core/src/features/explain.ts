/** Facts and rules as pages: Markdown for hovers and editors, read as plain text in a terminal. */
import { commandsFor } from '../knowledge/advice.js';
import type { ArticleVerdict, Fact, Reference, Statement } from '../knowledge/fact.js';
import type { Fix } from '../model/finding.js';
import type { Kind } from '../model/kind.js';
import type { Example, RuleMeta } from '../model/rule.js';

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

const fenced = (text: string): string => `\`\`\`\n${text.replaceAll('\r', '␍').replace(/\n?$/, '\n')}\`\`\``;

/** Examples as they are, with their paths and permission bits where the same text stands for several. */
function exampleWriter(all: readonly Example[]): (example: Example) => string {
  const sameText = all.some((one) => all.some(({ path, text, mode }) => text === one.text && (path !== one.path || mode !== one.mode)));
  return ({ path, text, mode }) => {
    const bits = mode === undefined ? '' : `, with the bits 0${mode.toString(8).padStart(3, '0')}`;
    return sameText ? `\`${path}\`${bits}:\n\n${fenced(text)}` : fenced(text);
  };
}

/** What a rule's page may know of the kinds of file, and of what becomes of an example. */
export interface RuleSetting {
  readonly kinds: readonly Pick<Kind, 'id' | 'title' | 'dialects'>[];
  /** The fixes of what the rule finds in an example. */
  readonly fixesOf: (example: Example) => readonly Pick<Fix, 'title' | 'safe' | 'copy'>[];
}

/** The kinds that a rule speaks of, with the daemons that read them. */
function scopeOf(id: string, kinds: RuleSetting['kinds']): string {
  const own = kinds.filter((kind) => id.startsWith(`${kind.id}/`));
  const lines = (own.length > 0 ? own : kinds).map(
    ({ title, dialects }) => `- ${title}${dialects.length > 0 ? `: ${dialects.map((dialect) => `\`${dialect}\``).join(', ')}` : ''}`,
  );
  return `## Where\n\n${lines.join('\n')}`;
}

/** Most fixes that a page shows. */
const FIXES = 4;

function fixLines({ bad }: RuleMeta['docs'], fixesOf: RuleSetting['fixesOf']): string[] {
  const lines = bad.flatMap(fixesOf).map(({ title, safe, copy }) => {
    const way = safe ? 'safe: `--fix` and fix-all do it' : copy === undefined ? 'as a quick fix, when you choose it' : 'a command to copy';
    return `- ${title} (${way})`;
  });
  const unique = [...new Set(lines)].slice(0, FIXES);
  return unique.length === 0 ? [] : [`## Fixes\n\nOffered in the examples below:\n\n${unique.join('\n')}`];
}

/** A rule's page: what, why, what to do, where, fixes, examples, sources. */
export function rulePage({ id, severity, docs }: RuleMeta, { kinds, fixesOf }: RuleSetting): string {
  const written = exampleWriter([...docs.bad, ...docs.good, docs.nearMiss]);
  return [
    `# ${id}`,
    `${docs.summary} Severity: ${severity}, or as the finding says.`,
    `## Why\n\n${docs.why}`,
    `## What to do\n\n${docs.remedy}`,
    ...fixLines(docs, fixesOf),
    `## Found\n\n${docs.bad.map(written).join('\n\n')}`,
    `## Not found\n\n${[docs.nearMiss, ...docs.good].map(written).join('\n\n')}`,
    scopeOf(id, kinds),
    `## Silence it\n\n\`# daemonlint: ignore[${id}]: reason\` on the line above, or \`ignore-file[${id}]: reason\` anywhere in the file.`,
    ...(docs.references
      ? [`## Sources\n\n${docs.references.map(({ title, url }) => `- ${url ? `[${title}](${url})` : title}`).join('\n')}`]
      : []),
  ].join('\n\n');
}
