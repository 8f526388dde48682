// Tokenises lines with the grammars as an editor does, and asks for the scopes of a word.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Contributed {
  readonly scopeName: string;
  readonly path: string;
}

const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  contributes: { grammars: readonly Contributed[] };
};

const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
const onigLib = loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength)).then(() => ({
  createOnigScanner: (patterns: string[]) => new OnigScanner(patterns),
  createOnigString: (text: string) => new OnigString(text),
}));

const registry = new Registry({
  onigLib,
  loadGrammar: async (scopeName) => {
    const grammar = contributes.grammars.find((each) => each.scopeName === scopeName);
    if (grammar === undefined) return null;
    return parseRawGrammar(readFileSync(path.join(root, grammar.path), 'utf8'), grammar.path);
  },
});

/** The grammar that package.json contributes under `scopeName`. */
export async function grammarOf(scopeName: string): Promise<IGrammar> {
  const grammar = await registry.loadGrammar(scopeName);
  assert.ok(grammar, `no grammar ${scopeName}`);
  return grammar;
}

/** A token: its text, and its scopes but the root, joined by blanks. */
export interface Scoped {
  readonly text: string;
  readonly scopes: string;
}

/** The tokens of each line of `text`. No time limit: whatever is slow shows in the test's own. */
export async function tokens(scopeName: string, text: string): Promise<readonly (readonly Scoped[])[]> {
  const grammar = await grammarOf(scopeName);
  let state = INITIAL;
  return text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, state, 0);
    state = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1).join(' '),
    }));
  });
}

/** What a test says of a line: `[token, scope]`, where the scope is a prefix such as `constant.numeric`; with `!` before it the token must not have it. */
export type Claim = readonly [token: string, scope: string];

/** True when one of `scopes` is `scope` or below it. */
const holds = (scopes: string, scope: string): boolean => scopes.split(' ').some((each) => each === scope || each.startsWith(`${scope}.`));

/** Asserts claims about one line of a text; tokens are looked for from left to right, so a repeated word is claimed in its order. */
export function claim(line: readonly Scoped[] | undefined, ...claims: readonly Claim[]): void {
  assert.ok(line, 'no such line');
  const shown = line.map(({ text, scopes }) => `${JSON.stringify(text)}: ${scopes}`).join('\n');
  let from = 0;
  for (const [text, wanted] of claims) {
    const at = line.findIndex((token, index) => index >= from && token.text === text);
    assert.notEqual(at, -1, `no token ${JSON.stringify(text)} (after those before it) in\n${shown}`);
    const absent = wanted.startsWith('!');
    assert.equal(
      holds(line[at]?.scopes ?? '', absent ? wanted.slice(1) : wanted),
      !absent,
      `${JSON.stringify(text)}: ${wanted} in\n${shown}`,
    );
    from = at + 1;
  }
}

/** Asserts that every character of the line, blanks aside, has the scope. */
export function claimAll(line: readonly Scoped[] | undefined, scope: string): void {
  assert.ok(line && line.length > 0, 'no such line');
  for (const { text, scopes } of line)
    if (text.trim() !== '') assert.ok(holds(scopes, scope), `${JSON.stringify(text)} is not ${scope} but ${scopes}`);
}
