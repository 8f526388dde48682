/** The words of a block as tokens and as settings. */
import { physicalEnd } from '../../text/lines.js';
import { hasExpressions, wholeWords } from '../../text/template.js';
import { slice, type Word, words } from '../../text/words.js';
import { attributes } from './attributes.js';
import { isAlone, skipBlanks } from './blocks.js';
import type { Setting } from './model.js';
import type { XinetdRole, XinetdToken } from './role.js';

export const token = (role: XinetdRole, word: Word): XinetdToken => ({ ...word, role });

/** The physical line at `start` from its first character to its last that is no blank, as a comment; nothing where it is blank. */
export function commentToken(text: string, start: number, role: XinetdRole = 'comment'): XinetdToken[] {
  const from = skipBlanks(text, start);
  let end = physicalEnd(text, start);
  while (end > from && /[ \t\r\n]/.test(text[end - 1] ?? '')) end--;
  return end > from ? [token(role, { text: text.slice(from, end), span: { start: from, end } })] : [];
}

/** `=yes` stands for the operator and a value behind it. */
function operatorWords(word: Word): readonly [operator: Word, rest: readonly Word[]] {
  const length = /^[+-]?=/.exec(word.text)?.[0].length ?? word.text.length;
  return [slice(word, 0, length), length < word.text.length ? [slice(word, length)] : []];
}

/** The setting on the physical line at `start`. */
function settingAt(text: string, start: number): Setting | undefined {
  const found = words(text, start, physicalEnd(text, start));
  // A block may be long: what stands on other lines is not looked through for each of them.
  const [name, second, ...others] = found.some((word) => hasExpressions(word.text)) ? wholeWords(found, text) : found;
  if (name === undefined) return undefined;
  const known = attributes.get(name.text.toLowerCase());
  const attribute = token('attribute', name);
  if (second === undefined) return { attribute, values: [], ...(known && { known }) };
  const [operator, rest] = operatorWords(second);
  return {
    attribute,
    operator: token('operator', operator),
    values: [...rest, ...others].map((word) => token(known?.role ?? 'value', word)),
    ...(known && { known }),
  };
}

const tokensOf = ({ attribute, operator, values }: Setting): XinetdToken[] => [attribute, ...(operator ? [operator] : []), ...values];

const KEYWORD = /^(?:service|defaults|include|includedir)$/i;

/** The tokens of the physical line at `start` outside of settings: keyword and what it names, a brace, or loose words. */
function outsideTokens(text: string, start: number): XinetdToken[] {
  const [first, ...rest] = words(text, start, physicalEnd(text, start));
  if (first === undefined) return [];
  const isKeyword = KEYWORD.test(first.text);
  const named: XinetdRole = /^service$/i.test(first.text) ? 'service' : isKeyword && !/^defaults$/i.test(first.text) ? 'path' : 'value';
  return [token(isKeyword ? 'keyword' : 'value', first), ...rest.map((word, index) => token(index === 0 ? named : 'value', word))];
}

export interface Body {
  readonly tokens: readonly XinetdToken[];
  readonly settings: readonly Setting[];
}

const isSetting = (text: string, start: number): boolean => /^[+-]?=/.test(words(text, start, physicalEnd(text, start), 2)[1]?.text ?? '');

/** The tokens of a whole block, and its settings: `read` are the lines that xinetd reads, those from `inside` on stand behind its {. */
export function bodyOf(text: string, read: ReadonlySet<number>, inside: number): Body {
  const tokens: XinetdToken[] = [];
  const settings: Setting[] = [];
  for (let at = 0; at < text.length; at = physicalEnd(text, at)) {
    if (!read.has(at)) tokens.push(...commentToken(text, at));
    else if (isAlone(text, at, '{') || isAlone(text, at, '}')) {
      const brace = skipBlanks(text, at);
      tokens.push(token('brace', { text: text[brace] ?? '', span: { start: brace, end: brace + 1 } }));
    } else {
      const setting = at >= inside || isSetting(text, at) ? settingAt(text, at) : undefined;
      if (setting) settings.push(setting);
      tokens.push(...(setting ? tokensOf(setting) : outsideTokens(text, at)));
    }
  }
  return { tokens, settings };
}
