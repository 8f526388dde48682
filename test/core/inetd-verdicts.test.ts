/** 400 lines run through three inetds, each alone in a file: what each said. Recorded; '' means that it took the line without a word. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { defaultDialects, dialectsOf } from '../../core/src/kinds/inetd/dialects.js';
import { shapeOf } from '../../core/src/kinds/inetd/entry.js';
import { inetd } from '../../core/src/kinds/inetd/index.js';
import { refusalOf } from '../../core/src/kinds/inetd/judge.js';
import { words } from '../../core/src/text/words.js';

type Recorded = readonly [line: string, openbsd: string, inetutils: string, busybox: string];

const recorded = readFileSync(new URL('../fixtures/inetd-verdicts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

const daemons = ['openbsd-inetd', 'inetutils', 'busybox'] as const;

/** Messages about the host that recorded (its services, users, addresses, kernel), and warnings after which the line is still used. */
const HOST =
  /unknown service|No such (?:user|group)|name resolution|Servname not supported|Name or service not known|bad address|unknown host|illegal max field|invalid number|bad wait type|^socket: |: socket: /;

/** The one record that the others contradict: BusyBox took an internal service that it does not have, and refused its like elsewhere. */
const ODD = 'tcpmux/foo\tstream\tunix\twait.10 nobody:nogroup internal';

/** What a record says of the syntax alone: taken, refused, or nothing certain. */
function syntaxOf(said: string): 'taken' | 'refused' | 'unsure' {
  if (said === '') return 'taken';
  const messages = said.split(' | ').filter((message) => !HOST.test(message));
  return messages.length > 0 ? 'refused' : 'unsure';
}

const problems = (line: string, dialects: readonly string[]) => {
  const { lines } = inetd.read(`${line}\n`, { form: 'inetd', dialects }).document;
  return lines.flatMap((read) => read.problems);
};

describe('inetd lines as three inetds read them', () => {
  it('holds 400 lines, each with three verdicts', () => {
    assert.equal(recorded.length, 400);
    assert.ok(recorded.every((row) => row.length === 4));
  });

  for (const [index, id] of daemons.entries())
    it(`${id}: takes and refuses what it took and refused`, () => {
      const [dialect] = dialectsOf([id]);
      assert.ok(dialect);
      const count = { taken: 0, refused: 0, unsure: 0 };
      for (const row of recorded) {
        const [line] = row;
        if (line.startsWith('#')) continue;
        const said = syntaxOf(row[index + 1] ?? '');
        count[said]++;
        if (said === 'unsure' || (id === 'busybox' && line === ODD)) continue;
        const ours = refusalOf(shapeOf(words(line), ''), dialect);
        assert.equal(ours !== undefined, said === 'refused', `${JSON.stringify(line)}: ${ours} but ${row[index + 1]}`);
      }
      assert.ok(count.taken > 50 && count.refused > 100, JSON.stringify(count));
    });

  it('calls no line an error that openbsd-inetd takes without a word', () => {
    const taken = recorded.filter(([, openbsd]) => openbsd === '');
    assert.ok(taken.length > 80);
    for (const [line] of taken) assert.deepEqual(problems(line, defaultDialects), [], line);
  });

  it('calls each line an error that all three refuse', () => {
    const refused = recorded.filter(([, ...said]) => said.every((message) => syntaxOf(message) === 'refused'));
    assert.ok(refused.length > 80, `${refused.length}`);
    for (const [line] of refused) assert.equal(problems(line, daemons).length, 1, line);
  });
});
