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

  it('knows one whose folder was renamed while its files went deeper, or came up, within it', async () => {
    const jobs = (folder: string, more = '') =>
      Object.fromEntries(
        ['a', 'b', 'c', 'd'].map((name) => [`${folder}/${name}`, `0 3 * * * root /bin/${name}\n${name === 'd' ? more : ''}`]),
      );
    const other = { 'db/etc/inetd.conf': SSH };
    const told = async (from: string, to: string) =>
      (await compared({ ...other, ...jobs(from) }, { ...other, ...jobs(to, '0 4 * * * root /bin/new\n') })).map(
        (host: { name: string; was: string | null; renamed: readonly unknown[]; jobs: readonly { turn: string }[] }) => [
          host.name,
          host.was,
          host.renamed.length,
          host.jobs.map(({ turn }) => turn),
        ],
      );
    assert.deepEqual(await told('files/cron.d', 'new/files/cron.d'), [['new', 'files', 0, ['on']]]);
    assert.deepEqual(await told('web/deep/down/cron.d', 'www/cron.d'), [['www', 'web', 0, ['on']]]);
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
