/** The guard around handlers: an error is logged with what failed and for which document, and the answer is empty. */
import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { attempt, guard } from '../../server/src/guard.js';

const fail = (): never => {
  throw new Error('oops');
};

/** A connection that keeps what is logged as an error. */
function logging(): { readonly log: string[]; readonly connection: Pick<Connection, 'console'> } {
  const log: string[] = [];
  const console = { error: (line: string) => void log.push(line) } as Connection['console'];
  return { log, connection: { console } };
}

describe('guard', () => {
  it('gives what the work gives, now or later, and logs nothing', async () => {
    const { log, connection } = logging();
    assert.equal(await guard(connection, 'x', 0, (params: number) => params + 1)(1), 2);
    assert.equal(await guard(connection, 'x', 0, async (params: number) => params + 1)(1), 2);
    assert.deepEqual(log, []);
  });

  for (const [how, work] of Object.entries({ throws: fail, rejects: () => Promise.reject(new Error('oops')) }))
    it(`answers empty when the work ${how}, and says what of which document failed`, async () => {
      const { log, connection } = logging();
      const answer = guard(connection, 'hover', 'nothing', work as (params: unknown) => string);
      assert.equal(await answer({ textDocument: { uri: 'file:///a' } }), 'nothing');
      assert.equal(await answer({ uri: 'file:///b' }), 'nothing');
      for (const odd of [undefined, null, 7, [], {}, { textDocument: null }, { textDocument: { uri: 7 } }])
        assert.equal(await answer(odd), 'nothing');
      assert.match(log[0] ?? '', /^hover of file:\/\/\/a failed: Error: oops\n/);
      assert.match(log[1] ?? '', /^hover of file:\/\/\/b failed: Error: oops\n/);
      for (const line of log.slice(2)) assert.match(line, /^hover failed: Error: oops\n/);
      assert.equal(log.length, 9);
    });

  it('what is thrown need not be an Error', async () => {
    const { log, connection } = logging();
    for (const thrown of ['text', undefined, null])
      await guard(connection, 'x', null, () => {
        throw thrown;
      })({});
    assert.deepEqual(log, ['x failed: text', 'x failed: undefined', 'x failed: null']);
  });

  it('does not begin what was cancelled', async () => {
    const { log, connection } = logging();
    const token = { isCancellationRequested: true } as Parameters<ReturnType<typeof guard>>[1];
    assert.equal(await guard(connection, 'x', 'empty', fail)({}, token), 'empty');
    assert.deepEqual(log, []);
  });

  it('attempt never rejects, and logs', async () => {
    const { log, connection } = logging();
    await attempt(connection, 'one', fail);
    await attempt(connection, 'two', () => Promise.reject(new Error('later')));
    await attempt(connection, 'three', () => 3);
    assert.equal(log.length, 2);
    assert.match(log[0] ?? '', /^one failed: Error: oops/);
    assert.match(log[1] ?? '', /^two failed: Error: later/);
  });
});
