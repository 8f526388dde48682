// The members of hosts: who says something else makes only the own host another.
import assert from 'node:assert/strict';
import { Members } from '../../server/src/members.js';
import { FINGER, TELNET } from '../cli/memory-io.js';
import { readAs } from '../support.js';

describe('the members of hosts', () => {
  const put = (members: Members, path: string, text: string): boolean => members.put(path, readAs('inetd.conf', text).document);
  const [web, db] = ['/w/web/etc/inetd.conf', '/w/db/etc/inetd.conf'];

  it('are the same groups for all other hosts when one says something else', () => {
    const members = new Members('/w', () => undefined);
    put(members, web, TELNET);
    put(members, db, TELNET);
    const before = new Map(members.byRoot());
    assert.deepEqual([...before.keys()], ['/w/web', '/w/db']);
    assert.equal(put(members, web, TELNET), false, 'the same');
    assert.equal(put(members, web, TELNET + FINGER), true);
    const after = members.byRoot();
    assert.equal(after.get('/w/db'), before.get('/w/db'));
    assert.deepEqual(
      after.get('/w/web')?.map(({ at, file }) => [at, file.path, file.launches.map(({ name }) => name)]),
      [[web, 'etc/inetd.conf', ['telnet', 'finger']]],
    );
    assert.equal(before.get('/w/web')?.[0]?.file.launches.length, 1, 'who holds the old group is not changed');
  });

  it('are put together anew when one comes or goes, which may part those that are there', () => {
    const members = new Members('/w', () => undefined);
    put(members, '/w/web/inetd.conf', TELNET);
    assert.deepEqual([...members.byRoot().keys()], ['/w']);
    put(members, '/w/db/inetd.conf', TELNET);
    assert.deepEqual([...members.byRoot().keys()], ['/w/web', '/w/db']);
    members.remove('/w/db/inetd.conf');
    assert.deepEqual([...members.byRoot().keys()], ['/w']);
  });
});
