/** What the tests of the rules about commands share. */
import assert from 'node:assert/strict';
import { applyEdits, type Finding, type Reading } from '../../core/src/index.js';
import { readAs } from '../support.js';

const SYSTEM = '/etc/cron.d/x';

export const of = ({ findings }: Reading, rule: string): Finding[] => findings.filter((finding) => finding.rule === `crontab/${rule}`);

export const read = (text: string, path = SYSTEM, dialects?: readonly string[]) =>
  readAs(path, dialects ? `# daemonlint: dialect=${dialects[0]}\n${text}` : text);

/** The text that each finding of `rule` points at. */
export function pointed(rule: string, text: string, path?: string, dialects?: readonly string[]): string[] {
  const reading = read(text, path, dialects);
  return of(reading, rule).map(({ span }) => reading.document.text.slice(span.start, span.end));
}

/** An entry of root's that runs `command`. */
export const job = (command: string): string => `0 3 * * * root ${command}\n`;

/** For each command, the text that the rule points at in it. */
export function table(rule: string, found: Readonly<Record<string, readonly string[]>>, fine: readonly string[]): void {
  describe(`crontab/${rule}`, () => {
    for (const [command, wanted] of Object.entries(found))
      it(`finds ${command}`, () => assert.deepEqual(pointed(rule, job(command)), wanted));
    for (const command of fine) it(`lets pass ${command}`, () => assert.deepEqual(pointed(rule, job(command)), []));
  });
}

/** `text` after the first fix of the first finding of `rule`. */
export function fixed(rule: string, text: string, path = SYSTEM, which = 0): string {
  const [finding] = of(readAs(path, text), rule);
  const fix = finding?.fixes[which];
  assert.ok(fix, `no fix for ${rule} in ${text}`);
  return applyEdits(text, fix.edits);
}
