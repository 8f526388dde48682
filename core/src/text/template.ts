/** Texts that become configuration only once somebody has filled them in: a template engine, envsubst, sed. */
import { physicalEnd } from './lines.js';
import { isBlank, slice, type Word } from './words.js';

/** Marks of the usual engines: of Jinja, Go and their like, of ERB and EPP, `%%` before a word, names between at signs. */
const ENGINE = /\{\{|(?<!\$)\{[%#]|<%|(?:^|[ \t])%%|(?<![\w.-])@\w+@/;

/** Those, and what envsubst, a shell, RPM or sed put values for; in a command it means something else as often. */
const BLANK_TO_FILL = new RegExp(`${ENGINE.source}|@\\w+@|[$%]\\{\\w+\\}|\\$[<(]|\\$[A-Z_][A-Z\\d_]*\\b|(?<!\\w)__[A-Z][A-Z\\d_]*__`);

/** What may hold blanks and is one value all the same. */
const EXPRESSION = /\{\{.*?\}\}|\{[%#].*?[%#]\}|<%.*?%>/g;

/** Endings that configuration management adds to the name of the file that it makes. */
const ENDING = /\.(?:j2|jinja2?|erb|epp|tmpl|tpl|gotmpl|tftpl|template|mustache|hbs)$/;

/** True for a text that holds a mark of a template engine: what it will say is not known. */
export const isTemplated = (text: string): boolean => ENGINE.test(text);

/** Offset of the first place in `text` that somebody will fill in; -1 where there is none. */
export const blankAt = (text: string): number => text.search(BLANK_TO_FILL);

/** True where what is at fault, and ends at `end`, may come right: something before that is still to be filled in. */
export function mayComeRight(text: string, end = text.length): boolean {
  const at = blankAt(text);
  return at !== -1 && at < end;
}

/** True for a line that begins with a statement of a template, or with an expression, which may be a branch as well: `{% if … %}`, `<% … %>`, `{{ if … }}`. */
export const isTemplateControl = (line: string): boolean => /^[ \t]*(?:\{[%#]|<%|\{\{)/.test(line);

/** What ends a tag, by how it begins; the first that fits counts. Between the two of a comment nothing else ends it. */
const TAGS: readonly (readonly [begins: RegExp, end: string])[] = [
  [/\{%[-+~]?[ \t]*comment\b/y, 'endcomment'],
  [/\{%/y, '%}'],
  [/\{#/y, '#}'],
  [/<%/y, '%>'],
  [/\{\{!--/y, '--}}'],
  [/\{\{-?[ \t]*\/\*/y, '*/'],
  [/\{\{/y, '}}'],
];

const OPENER = /\{[{%#]|<%/g;

/** A tag that goes on for longer, in characters, was never closed. */
const LONGEST = 8192;

/** Offset behind what ends the tag at `at`, as far as it is near; -1 where nothing does. */
function tagEnd(text: string, at: number): number {
  const end = TAGS.find(([begins]) => {
    begins.lastIndex = at;
    return begins.test(text);
  })?.[1];
  const found = end === undefined ? -1 : text.slice(at + 2, at + LONGEST).indexOf(end);
  return found === -1 ? -1 : at + 2 + found + (end?.length ?? 0);
}

/**
 * Where the physical line at `start` begins with a tag, and one of its tags goes on over lines: offset behind the physical line on which the last of them ends. Else -1: also where
 * one is never closed.
 */
export function tagsEnd(text: string, start: number): number {
  let first = start;
  while (isBlank(text[first])) first++;
  if (text[first] !== '{' && text[first] !== '<') return -1;
  const physical = physicalEnd(text, start);
  let end = physical;
  for (let at = first; at < end; ) {
    OPENER.lastIndex = at;
    const opener = OPENER.exec(text)?.index ?? end;
    if (at === first && opener !== first) return -1;
    if (opener >= end) break;
    at = tagEnd(text, opener);
    if (at === -1) return -1;
    if (at > end) end = physicalEnd(text, at - 1);
  }
  return end > physical ? end : -1;
}

/** True where a tag of `text` goes on over several lines. Of nearly all texts a look tells that they hold none. */
export function holdsLongTags(text: string): boolean {
  if (!(text.includes('{') && /\{[{%#]/.test(text)) && !text.includes('<%')) return false;
  for (const { index } of text.matchAll(/^[ \t]*(?:\{[{%#]|<%)/gm)) if (tagsEnd(text, index) !== -1) return true;
  return false;
}

const STATEMENT = /\{[%#]|<%(?!=)/y;

/** True where a statement of a template begins at `at`, which becomes no word of the line. */
export function isStatementAt(text: string, at: number): boolean {
  STATEMENT.lastIndex = at;
  return STATEMENT.test(text);
}

/** True for the name of a file that something else is made of: by its ending, also as autoconf and CMake have it. */
export const isTemplateName = (path: string): boolean => ENDING.test(path) || path.endsWith('.in');

/** `found`, words of `text`, with those of each expression of a template put together: `{{ user }}` is one. */
export function wholeWords(found: Word[], text: string): Word[] {
  if (!hasExpressions(text)) return found;
  const from = found[0]?.span.start ?? 0;
  const spans = [...text.slice(from, found.at(-1)?.span.end).matchAll(EXPRESSION)].map(({ 0: { length }, index }) => ({
    start: from + index,
    end: from + index + length,
  }));
  const words: Word[] = [];
  for (const word of found) {
    const last = words.at(-1);
    const isRest = last !== undefined && spans.some(({ start, end }) => start < last.span.end && word.span.start < end);
    if (isRest) words[words.length - 1] = slice({ text, span: { start: 0, end: text.length } }, last.span.start, word.span.end);
    else words.push(word);
  }
  return words;
}

/** `text` with a word of the same length in the place of each tag that ends in it: whatever that becomes, the rest stays what it is. */
export const withoutTags = (text: string): string =>
  hasExpressions(text) ? text.replace(EXPRESSION, (tag) => 'x'.repeat(tag.length)) : text;

/** True where {@link wholeWords} may make a difference. */
export const hasExpressions = (text: string): boolean => text.includes('{{') || text.includes('<%') || text.includes('{%');

/** `path` as that of the file that a template becomes. */
export const bareName = (path: string): string => path.replace(ENDING, '');
