/** What the tests of the kind `crontab` share. */
import assert from 'node:assert/strict';
import { defaultSettings, identify, lint, type Reading } from '../../core/src/index.js';

export { identify } from '../../core/src/index.js';
export { crontab } from '../../core/src/kinds/crontab/index.js';

/** The reading of `text` as a crontab of `form`. */
export function readCrontab(text: string, form: 'user' | 'system' = 'user'): Reading {
  const choice = identify({ path: '', text, sniff: false, flag: { kind: 'crontab', form } });
  assert.ok(choice);
  return lint('', text, choice, defaultSettings);
}
