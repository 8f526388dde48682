/** Which rules a line concerns does not depend on the lines around it, nor on how many are looked at in one go. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { identify, kinds, rules } from '../../core/src/index.js';
import { Looks } from '../../core/src/model/choice.js';
import type { Rule } from '../../core/src/model/rule.js';
import { sharedRules } from '../../core/src/rules/index.js';
import { pieces } from '../kinds/index.js';

for (const kind of kinds)
  describe(`the rules that lines of ${kind.id} concern`, () => {
    const own = [...(kind.rules as readonly Rule[]), ...sharedRules].filter(({ checkLine }) => checkLine !== undefined);
    const samples = rules.flatMap(({ docs }) => [...docs.bad, ...docs.good, docs.nearMiss].map(({ text }) => text));
    const texts = fc.oneof(
      fc.constantFrom(...samples),
      fc.array(fc.constantFrom(...(pieces[kind.id] ?? ['x'])), { maxLength: 12 }).map((parts) => `${parts.join(' ')}\n`),
    );

    it('are the same for each alone and among others', () => {
      fc.assert(
        fc.property(fc.array(texts, { minLength: 1, maxLength: 60 }), (parts) => {
          const text = parts.join('');
          const choice = identify({ path: '', text, sniff: false, flag: { kind: kind.id } });
          assert.ok(choice);
          const { document } = kind.read(text, choice);
          const { lines } = document;
          const together = new Looks(own).among(document, 0, lines.length).map((one) => one.rules.map(({ id }) => id));
          const alone = lines.map((_, at) => new Looks(own).among(document, at, at + 1).flatMap((one) => one.rules.map(({ id }) => id)));
          const out = lines.map((line) =>
            new Looks(own).among({ text: line.text, lines: [line], starts: [0] }, 0, 1).flatMap(({ rules }) => rules.map(({ id }) => id)),
          );
          // Without the marks of the others: each rule by itself.
          const apart = lines.map((line) =>
            own
              .filter(({ types, marks, concerns }) => {
                const may = types?.includes(line.type) ?? true;
                return may && (concerns?.(line) ?? true) && (marks?.some((mark) => mark.test(line.text)) ?? true);
              })
              .map(({ id }) => id),
          );
          assert.deepEqual(together, apart);
          assert.deepEqual(alone, apart);
          assert.deepEqual(out, apart);
        }),
        { numRuns: 40 },
      );
    });
  });
