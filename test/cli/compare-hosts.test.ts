// `daemonlint compare` over hosts in folders side by side.
import assert from 'node:assert/strict';
import { type Change, compared } from './compare-support.js';
import { FINGER, SSH } from './memory-io.js';

describe('a comparison of hosts side by side', () => {
  const names = (hosts: readonly { readonly name: string; readonly services: readonly Change[] }[]) =>
    hosts.map(({ name, services }) => [name, ...services.map(({ turn }) => turn)]);

  it('tells of one that came beside the only one, which stays the same', async () => {
    const web = { 'web/inetd.conf': SSH, 'web/crontab': '@daily root /bin/x\n' };
    assert.deepEqual(names(await compared(web, { ...web, 'db/inetd.conf': FINGER })), [['db', 'on']]);
    assert.deepEqual(names(await compared({ ...web, 'db/inetd.conf': FINGER }, web)), [['db', 'off']]);
  });

  it('takes a service that went from one to another for two changes', async () => {
    const [before, after] = [SSH + FINGER, SSH];
    assert.deepEqual(
      names(await compared({ 'web/inetd.conf': before, 'db/inetd.conf': after }, { 'web/inetd.conf': after, 'db/inetd.conf': before })),
      [
        ['db', 'on'],
        ['web', 'off'],
      ],
    );
  });
});
