/** What the tests of the rules about schedules and files share. */
import assert from 'node:assert/strict';
import { applyEdits, type Finding, type Settings } from '../../core/src/index.js';
import { readAs } from '../support.js';

export const SYSTEM = '/etc/cron.d/job';
export const USER = '/var/spool/cron/crontabs/ann';

export const found = (rule: string, text: string, path = USER, settings: Partial<Settings> = {}): readonly Finding[] =>
  readAs(path, text, settings).findings.filter((finding) => finding.rule === `crontab/${rule}`);

export const message = (rule: string, text: string, path = USER): string => found(rule, text, path)[0]?.message ?? '';

/** The text with the first fix of the first finding of `rule`. */
export function fixed(rule: string, text: string, path = USER, settings: Partial<Settings> = {}): string {
  const fix = found(rule, text, path, settings)[0]?.fixes[0];
  assert.ok(fix, `no fix of ${rule} in ${text}`);
  return applyEdits(text, fix.edits);
}

/** A table of lines: `true` where the rule speaks. */
export const table = (rule: string, rows: Readonly<Record<string, boolean>>, path = USER) => {
  for (const [line, speaks] of Object.entries(rows))
    it(`${speaks ? 'speaks of' : 'is silent on'} ${JSON.stringify(line)}`, () =>
      assert.equal(found(rule, `${line}\n`, path).length > 0, speaks));
};
