/** Rules as pages: Markdown for editors and the web, read as plain text in a terminal. */
import type { Finding, Fix } from '../model/finding.js';
import type { Kind } from '../model/kind.js';
import type { Example, RuleMeta } from '../model/rule.js';
import { applyEdits, type Edit } from '../text/edit.js';
import { harmless } from '../text/harmless.js';
import { lineStarts, placeIn } from '../text/lines.js';
import { code, prose } from '../text/markdown.js';

/** What a rule's page may know of the kinds of file, and of what becomes of an example. */
export interface RuleSetting {
  readonly kinds: readonly Pick<Kind, 'id' | 'title' | 'dialects'>[];
  /** What the rule finds in an example. */
  readonly findingsIn: (example: Example) => readonly Pick<Finding, 'span' | 'severity' | 'message' | 'fixes'>[];
}

const MARKS: Readonly<Record<string, string>> = { '\r': '␍', '\0': '␀' };

/** Ten and more lines that are the same. */
const REPEATED = /^(.*\n)\1{9,}/gm;

/** Two of those, and how many more there are. */
const folded = (text: string): string =>
  text.replace(REPEATED, (run: string, line: string) => `${line}${line}… (${run.length / line.length - 2} more of these)\n`);

/** Lines as they are, with a mark for what nobody would see. */
const fenced = (text: string, language = ''): string =>
  `\`\`\`${language}\n${harmless(folded(text).replace(/[\r\0]/g, (one) => MARKS[one] ?? one)).replace(/\n?$/, '\n')}\`\`\``;

/** Examples as they are, with their paths and permission bits where the same text stands for several, and with the files that lie beside them. */
function exampleWriter(all: readonly Example[]): (example: Example) => string {
  const sameText = all.some((one) => all.some(({ path, text, mode }) => text === one.text && (path !== one.path || mode !== one.mode)));
  return ({ path, text, mode, host }) => {
    const bits = mode === undefined ? '' : `, with the bits 0${mode.toString(8).padStart(3, '0')}`;
    const beside = Object.entries(host ?? {}).map(
      ([name, content]) => `${code(`/${name}`)} beside it${content === '' ? '.' : `:\n\n${fenced(content)}`}`,
    );
    return [sameText || beside.length > 0 ? `${code(path)}${bits}:\n\n${fenced(text)}` : fenced(text), ...beside].join('\n\n');
  };
}

/** The lines of a text with their ends. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The lines that `edits` change, as they were and as they are then. */
function changed(text: string, edits: readonly Edit[]): string {
  const [before, after] = [linesOf(text), linesOf(applyEdits(text, edits))];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const marked = (mark: string, lines: readonly string[]): string[] =>
    lines
      .slice(head, lines.length - tail)
      .map((line) => `${mark} ${line.replace(/\n$/, '')}${line.endsWith('\n') ? '' : ' (no line feed)'}`);
  return [...marked('-', before), ...marked('+', after)].join('\n');
}

/** What a fix makes of an example and of the files beside it. */
function madeBy(edits: readonly Edit[], { text, host = {} }: Example): string {
  const files = [...new Set(edits.map(({ file }) => file))];
  const blocks = files.flatMap((file) => {
    const content = file === undefined ? text : host[file];
    if (content === undefined) return [];
    const diff = fenced(
      changed(
        content,
        edits.filter((edit) => edit.file === file),
      ),
      'diff',
    );
    return [file === undefined ? diff : `In ${code(`/${file}`)}:\n\n${diff}`];
  });
  return blocks.join('\n\n');
}

/** A fix and what becomes of the example by it, or what it gives to copy. */
function fixText({ title, edits, safe, copy }: Fix, example: Example): string {
  if (copy !== undefined) return `${prose(title)} (a command to copy)${title.includes(copy) ? '' : `:\n\n${fenced(copy)}`}`;
  return `${prose(title)} (${safe ? 'safe: `--fix` and fix-all do it' : 'a quick fix, when you choose it'}):\n\n${madeBy(edits, example)}`;
}

/** Shows an example, what is said of it and where, and what becomes of it by each fix. What was shown before is not shown again. */
function outcomeWriter(written: (example: Example) => string, findingsIn: RuleSetting['findingsIn']): (example: Example) => string {
  const shown = new Set<string>();
  const once = (part: string): readonly string[] => (shown.has(part) || !shown.add(part) ? [] : [part]);
  return (example) => {
    const starts = lineStarts(example.text);
    const parts = findingsIn(example).flatMap(({ span, severity, message, fixes }) => {
      const { line, column } = placeIn(example.text, starts, span.start);
      return [`> ${line + 1}:${column + 1} ${severity}: ${prose(message)}`, ...fixes.flatMap((fix) => once(fixText(fix, example)))];
    });
    return [written(example), ...parts].join('\n\n');
  };
}

/** The kinds that a rule speaks of, with the daemons that read them. */
function scopeOf(id: string, kinds: RuleSetting['kinds']): string {
  const own = kinds.filter((kind) => id.startsWith(`${kind.id}/`));
  const lines = (own.length > 0 ? own : kinds).map(
    ({ title, dialects }) => `- ${title}${dialects.length > 0 ? `: ${dialects.map(code).join(', ')}` : ''}`,
  );
  return `## Where\n\n${lines.join('\n')}`;
}

/** A rule's page: what, why, what to do, examples with their fixes, where, sources. */
export function rulePage({ id, severity, docs }: RuleMeta, { kinds, findingsIn }: RuleSetting): string {
  const written = exampleWriter([...docs.bad, ...docs.good, docs.nearMiss]);
  return [
    `# ${id}`,
    `${docs.summary} Severity: ${severity}, or as the finding says.`,
    `## Why\n\n${docs.why}`,
    `## What to do\n\n${docs.remedy}`,
    `## Found\n\n${docs.bad.map(outcomeWriter(written, findingsIn)).join('\n\n---\n\n')}`,
    `## Not found\n\n${[docs.nearMiss, ...docs.good].map(written).join('\n\n')}`,
    scopeOf(id, kinds),
    `## Silence it\n\n\`# daemonlint: ignore[${id}]: reason\` on the line above, or \`ignore-file[${id}]: reason\` anywhere in the file.`,
    ...(docs.references
      ? [`## Sources\n\n${docs.references.map(({ title, url }) => `- ${url ? `[${title}](${url})` : title}`).join('\n')}`]
      : []),
  ].join('\n\n');
}
