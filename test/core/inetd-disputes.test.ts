/** What dialects make of an entry is remembered by what decides about it: that must not show. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Dialect, defaultDialects, dialectsOf } from '../../core/src/kinds/inetd/dialects.js';
import { refusalOf } from '../../core/src/kinds/inetd/judge.js';
import { misreadWait } from '../../core/src/kinds/inetd/misread.js';
import { readBy } from '../../core/src/kinds/inetd/reading.js';
import { disputeOf, judgedBy, readAgain } from '../../core/src/kinds/inetd/refused.js';

/** Not all of them differ in the same things. */
const sets = [defaultDialects, [], ['openbsd-inetd'], ['freebsd', 'inetutils']].map(dialectsOf);

const service = fc.constantFrom(
  'ftp',
  '21',
  '0',
  '65535',
  '65536',
  '007',
  'tcpmux/x',
  'tcpmux/+x',
  'echo',
  'x/1-2',
  '/run/x',
  ':ftp',
  '[::1]:ftp',
  '*:ftp',
  '10.0.0.1,::1:ftp',
);
const entry = fc
  .tuple(
    service,
    fc.constantFrom('stream', 'dgram', 'raw', 'steam', 'tli'),
    fc.constantFrom('tcp', 'udp', 'tcp6', 'udp46', 'rpc/udp', 'unix', 'tcp,rcvbuf=1', 'tcp,rcvbuf=64k', 'TCP', 'tcp/ttcp', 'x'),
    fc.constantFrom('nowait', 'wait', 'nowait.5', 'nowait.0', 'nowait.x', 'nowait:5', 'nowait/5', 'maybe', 'swait', 'nowait.', 'wait.3/4'),
    fc.constantFrom('root', 'a.b', 'a:b/c'),
    fc.constantFrom('/usr/sbin/x', 'internal', 'x'),
    fc.constantFrom('', ' x', ' "x', ' x # y'),
  )
  .map((fields) => `${fields.slice(0, 6).join(' ')}${fields[6]}\n`);

describe('what inetds make of an entry', () => {
  it('is what each of them makes of it', () => {
    const alike = new Set<readonly Dialect[]>();
    fc.assert(
      fc.property(
        entry,
        fc.constantFrom('', '127.0.0.1', '::1'),
        fc.constantFrom(...sets),
        fc.constantFrom(...sets),
        (text, carry, dialects, asked) => {
          const fresh = readAgain({ text, carry });
          // What was made of it by those who were asked before is none of the others' concern.
          const read = { ...fresh, judged: judgedBy(fresh, asked) };
          const { refused, misread, taking } = disputeOf(read, dialects);
          const said = new Map([...refused, ...misread, ...taking.map((dialect) => [dialect, 'taken'] as const)]);
          for (const dialect of dialects) {
            const shape = readBy(dialect, text, carry, read.shape);
            const refusal =
              refusalOf(shape, dialect) ?? (read.shape.entry && misreadWait(read.shape.entry, read.shape.wait ?? '', dialect));
            assert.equal(said.get(dialect), refusal ?? 'taken', dialect.id);
          }
          assert.equal(said.size, dialects.length);
          alike.add(dialects);
        },
      ),
      { numRuns: 4000 },
    );
    assert.equal(alike.size, sets.length);
  });
});
