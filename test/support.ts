/** What several tests need: reading a text as its path says, in a host of other texts. */
import assert from 'node:assert/strict';
import { defaultSettings, type Finding, identify, lint, type Reading, readExample, type Settings } from '../core/src/index.js';

/** The reading of `text` at `path`; fails when no kind is known for it. `host` holds other files of the root, by path; `mode` are its permission bits. */
export function readAs(
  path: string,
  text: string,
  settings: Partial<Settings> = {},
  host: Readonly<Record<string, string>> = {},
  mode?: number,
): Reading {
  const all = { ...defaultSettings, ...settings };
  if (settings.host === undefined) return readExample({ path, text, host, ...(mode !== undefined && { mode }) }, all);
  const choice = identify({ path, text, sniff: true });
  assert.ok(choice, `no kind for ${path}`);
  return lint(path, text, choice, all, mode);
}

/** `rule@line` for each finding, lines from 1. */
export const briefly = (reading: Reading): string[] =>
  reading.findings.map(({ rule, span }: Finding) => `${rule}@${reading.document.text.slice(0, span.start).split('\n').length}`);

/** What a Context holds besides the file: nothing set, no other file, no names. */
export const bare = {
  audited: [],
  zone: 'UTC',
  now: 0,
  offMark: '#',
  host: { root: '', files: [] },
  vocabulary: { kinds: [], forms: [], dialects: [], rules: [], renamed: {}, audited: [] },
} as const;
