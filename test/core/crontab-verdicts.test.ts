/** 2,500 lines run through the parsers of six crons: what each took, refused, and understood. Recorded; see the README of test/fixtures. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Dialect, dialectsNamed, versionRun } from '../../core/src/kinds/crontab/dialects/dialects.js';
import { type Bits, toHex, valuesOf } from '../../core/src/kinds/crontab/fields/bits.js';
import { assignmentBy } from '../../core/src/kinds/crontab/reading/assignment.js';
import { readEntry } from '../../core/src/kinds/crontab/reading/entry.js';
import { type Form, indentOf, shapeOf } from '../../core/src/kinds/crontab/reading/shape.js';
import { LOCAL } from '../verdicts/crontab.js';

type Recorded = readonly [line: string, form: Form, random: boolean, verdicts: Readonly<Record<string, readonly string[]>>];

const recorded = readFileSync(new URL('../fixtures/crontab-verdicts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

/** BusyBox counts months from 0 and has seven days. */
const asBusybox = (set: Bits, index: number): Bits =>
  index === 3 ? { low: set.low >>> 1, high: 0 } : index === 4 ? { low: set.low & 127, high: 0 } : set;

function verdictOf(line: string, form: Form, dialect: Dialect): string {
  const indent = indentOf(line);
  const busybox = dialect.id === 'busybox';
  if (!busybox && assignmentBy(dialect, line, indent)) return 'env';
  const shape = shapeOf(line, indent, form);
  const reading = readEntry(shape, dialect);
  if (reading.refused) return reading.silently ? 'ignored' : busybox ? 'error' : `bad ${reading.refused}`;
  if (reading.sets === undefined) return 'word';
  const sets = reading.sets.map((set, index) => toHex(busybox ? asBusybox(set, index) : set));
  const flags = busybox ? '' : [reading.domStar && 'DOM_STAR', reading.dowStar && 'DOW_STAR'].filter(Boolean).join('|');
  return [...sets, flags].join(' ');
}

/** systemd-cron logs no field: only the verdict is known. An assignment and an entry are one to the record. */
function verdictOfSystemd(line: string, form: Form, dialect: Dialect): string {
  const ours = verdictOf(line, form, dialect);
  if (ours === 'bad command') return 'truncated';
  return ours.startsWith('bad ') ? 'garbled' : 'ok';
}

const judges = dialectsNamed(['debian', 'cronie', 'freebsd', 'openbsd', 'busybox', 'systemd-cron']).map(versionRun);

describe('crontab entries as six crons read them', () => {
  for (const dialect of judges)
    it(`${dialect.id}: every recorded line`, () => {
      let judged = 0;
      for (const [line, form, random, verdicts] of recorded) {
        const said = Object.entries(verdicts).find(([, ids]) => ids.includes(dialect.id))?.[0];
        if (said === undefined || LOCAL.has(said)) continue;
        judged++;
        const ours = (dialect.id === 'systemd-cron' ? verdictOfSystemd : verdictOf)(line, form, dialect);
        const isSets = /^[0-9a-f]+ /.test(said);
        // What `~` draws is chance: there only the verdict counts. An `@` word has no fields to compare.
        if (isSets && (random || ours === 'word')) assert.match(ours, /^(?:word$|[0-9a-f]+ )/, `${line} (${form})`);
        else assert.equal(ours, said, `${JSON.stringify(line)} (${form})`);
      }
      assert.ok(judged > 1500, `${judged} lines judged`);
    });
});

describe('the fields of entries as systemd-cron reads them', () => {
  const lines = readFileSync(new URL('../fixtures/crontab-systemd.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as readonly [line: string, form: Form, said: string]);

  it('every line made at random', () => {
    let entries = 0;
    for (const [line, form, said] of lines) {
      const [dialect] = dialectsNamed(['systemd-cron']);
      assert.ok(dialect);
      const indent = indentOf(line);
      const { sets = [] } = readEntry(shapeOf(line, indent, form), dialect);
      const lists = sets.map((set, index) =>
        valuesOf(set)
          .filter((value) => index !== 4 || value < 7)
          .join(','),
      );
      const verdict = verdictOfSystemd(line, form, dialect);
      const ours = said.includes(' ') ? [verdict, ...lists].join(' ') : verdict;
      assert.equal(ours, said, `${JSON.stringify(line)} (${form})`);
      if (said.includes(' ')) entries++;
    }
    assert.ok(entries > 500, `${entries} entries`);
  });
});
