/** Every rule's own examples are its tests: bad ones raise exactly this rule, good ones and the near miss do not, each fix answers what was found. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { applyEdits, type Example, type Fix, kinds, rules } from '../../core/src/index.js';
import { readAs } from '../support.js';

const read = ({ path, text, host, mode }: Example) => readAs(path, text, {}, host, mode);

const raises = (example: Example, rule: string) => read(example).findings.filter((finding) => finding.rule === rule);

/** The example as a fix leaves it, and the files beside it. */
function carriedOut({ edits }: Fix, example: Example): Example {
  const of = (file: string | undefined) => edits.filter((edit) => edit.file === file);
  const host = Object.entries(example.host ?? {}).map(([file, text]): [string, string] => [file, applyEdits(text, of(file))]);
  return { ...example, text: applyEdits(example.text, of(undefined)), ...(example.host && { host: Object.fromEntries(host) }) };
}

const errorsIn = (example: Example): number => read(example).findings.filter(({ severity }) => severity === 'error').length;

for (const { id, docs } of rules)
  describe(`rule ${id}`, () => {
    it('has a summary, a reason, a remedy and both kinds of example', () => {
      for (const text of [docs.summary, docs.why, docs.remedy]) assert.match(text, /^[\p{Lu}\p{Ll}`@].*\.$/su);
      assert.ok(docs.bad.length > 0 && docs.good.length > 0);
    });
    for (const [index, example] of docs.bad.entries()) {
      it(`finds bad example ${index + 1}`, () => assert.notEqual(raises(example, id).length, 0));
      it(`points into the text and says something in bad example ${index + 1}`, () => {
        for (const { span, message } of raises(example, id)) {
          assert.ok(span.start < span.end && span.end <= example.text.length, JSON.stringify(span));
          assert.match(message, /\S.*[.:!?]\s*$/s);
        }
      });
      it(`each of its fixes answers it, and brings no error, in bad example ${index + 1}`, () => {
        const before = raises(example, id).length;
        for (const fix of raises(example, id).flatMap(({ fixes }) => fixes)) {
          if (fix.copy !== undefined) continue;
          const mended = carriedOut(fix, example);
          const left = raises(mended, id).length;
          assert.ok(left < before, `${fix.title} leaves ${mended.text}`);
          if (fix.safe) assert.equal(left, before - 1, `${fix.title} does more: ${mended.text}`);
          assert.ok(errorsIn(mended) <= errorsIn(example), `${fix.title} brings an error: ${mended.text}`);
        }
      });
    }
    for (const [index, example] of [docs.nearMiss, ...docs.good].entries())
      it(index === 0 ? 'lets the near miss pass' : `lets good example ${index} pass`, () =>
        assert.deepEqual(
          raises(example, id).map(({ message }) => message),
          [],
        ),
      );
    it('has a near miss that is close to a bad example', () => {
      const distance = (a: string, b: string): number => {
        const [left, right] = [a.trim().split(/\s+/), b.trim().split(/\s+/)];
        return Math.abs(left.length - right.length) + left.filter((word, at) => right[at] !== undefined && word !== right[at]).length;
      };
      const same = docs.bad.filter(({ host }) => JSON.stringify(host) === JSON.stringify(docs.nearMiss.host));
      const nearest = Math.min(
        ...docs.bad.map(
          ({ text, host, mode }) =>
            distance(text, docs.nearMiss.text) +
            (mode === docs.nearMiss.mode ? 0 : 1) +
            distance(JSON.stringify(host ?? {}), JSON.stringify(docs.nearMiss.host ?? {})),
        ),
      );
      assert.ok(nearest === 1, `nearest of ${same.length} bad examples is ${nearest} words away`);
    });
  });

describe('the catalog', () => {
  const folders: Readonly<Record<string, string>> = {
    'core/src/rules': '',
    ...Object.fromEntries(kinds.map(({ id }) => [`core/src/kinds/${id}/rules`, `${id}/`])),
  };
  /** Files beside the rules that hold what several of them share. */
  const shared = new Set(['index.ts', 'level.ts', 'words.ts', 'on-host.ts', 'port-mapper.ts', 'queue-run.ts']);
  it('holds one rule per rule file, and no other', () => {
    const files = Object.entries(folders).flatMap(([folder, prefix]) =>
      readdirSync(new URL(`../../${folder}`, import.meta.url))
        .filter((file) => !shared.has(file))
        .map((file) => prefix + file.replace(/\.ts$/, '')),
    );
    assert.deepEqual([...rules.map(({ id }) => id)].sort(), files.sort());
  });
  it('names each rule once', () => assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length));
});
