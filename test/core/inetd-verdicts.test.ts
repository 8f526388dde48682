/** 1,200 lines run through three inetds, each alone in a file: what each said. Recorded; '' means that it took the line without a word. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { defaultDialects } from '../../core/src/kinds/inetd/dialects.js';
import { inetd } from '../../core/src/kinds/inetd/index.js';

type Recorded = readonly [line: string, openbsd: string, inetutils: string, busybox: string];

const recorded = ['inetd-verdicts.jsonl', 'inetd-verdicts-more.jsonl', 'inetd-verdicts-third.jsonl'].flatMap((name) =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Recorded),
);

const daemons = ['openbsd-inetd', 'inetutils', 'busybox'] as const;

/**
 * Messages about the host that recorded: its services, users, kernel, the names that it could not resolve; and those over an address of the
 * other family, after which some still listen on the rest.
 */
const HOST =
  /unknown (?:rpc )?service|No such (?:user|group)|name resolution|Servname not supported|^socket: |: socket: |(?:bad address|unknown host) '[a-z][\w./]*'|Address family for hostname|address in use/;

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
  it('holds 1,200 lines, each with three verdicts', () => {
    assert.equal(recorded.length, 1200);
    assert.ok(recorded.every((row) => row.length === 4));
  });

  for (const [index, id] of daemons.entries())
    it(`${id}: takes and refuses what it took and refused`, () => {
      const count = { taken: 0, refused: 0, unsure: 0 };
      for (const row of recorded) {
        const [line] = row;
        const said = syntaxOf(row[index + 1] ?? '');
        count[said]++;
        if (said === 'unsure') continue;
        const ours = problems(line, [id]);
        assert.equal(ours.length > 0, said === 'refused', `${JSON.stringify(line)}: ${ours[0]?.message} but ${row[index + 1]}`);
      }
      assert.ok(count.taken > 150 && count.refused > 400, JSON.stringify(count));
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
