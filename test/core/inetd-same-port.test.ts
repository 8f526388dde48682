/** Two entries for one port, as the inetds were seen to take them. */
import assert from 'node:assert/strict';
import { applyEdits } from '../../core/src/index.js';
import { readAs } from '../support.js';

const doubled = (text: string) => readAs('/etc/inetd.conf', text).findings.filter(({ rule }) => rule === 'inetd/same-port');

describe('inetd/same-port', () => {
  it('knows a port by its number and by each of its names, and leaves the same name to the other rule', () => {
    const entry = (service: string, protocol = 'tcp') => `${service} stream ${protocol} nowait own /usr/sbin/own own\n`;
    const said = (text: string) => doubled(text).map(({ span, message }) => `${text.slice(span.start, span.end)} ${message}`);
    assert.match(said(entry('smtp') + entry('25'))[0] ?? '', /^25 “25” is the port of “smtp” above, 25 over tcp: .*never offered\.$/);
    assert.match(said(entry('25') + entry('mail'))[0] ?? '', /^mail .* of “25” above/);
    assert.equal(said(entry('025') + entry('25')).length, 1);
    assert.equal(said(entry('smtp') + entry('mail') + entry('25')).length, 2, 'both against the first');
    assert.equal(said(`127.0.0.1:\n${entry('smtp')}${entry('127.0.0.1:25')}`).length, 1);
    for (const fine of [
      entry('smtp') + entry('smtp'),
      entry('smtp') + entry('127.0.0.1:25'),
      entry('smtp') + entry('25', 'tcp6'),
      entry('login') + entry('513', 'udp'),
      entry('own') + entry('other'),
      entry('rstatd/1', 'rpc/tcp') + entry('100001/1', 'rpc/tcp'),
      `#${entry('smtp')}${entry('25')}`,
    ])
      assert.deepEqual(said(fine), [], fine);
    const text = entry('smtp') + entry('25');
    const [fix] = doubled(text)[0]?.fixes ?? [];
    assert.equal(applyEdits(text, fix?.edits ?? []), `${entry('smtp')}#${entry('25')}`);
  });
});
