/** The request `daemonlint/weekMap`: the week of an open crontab as a page, or as the inside of one. */
import assert from 'node:assert/strict';
import { start, stopAll } from './client.js';

describe('the server: the week map', () => {
  afterEach(stopAll);

  const uri = 'file:///srv/etc/crontab%20%3Cnew%3E';
  const TEXT = '0 4 * * * root /usr/bin/true\n';

  it('is a page with the nonce that the client gives, and its inside without one', async () => {
    const client = await start();
    const ask = (params: unknown) => client.connection.sendRequest<{ html: string } | null>('daemonlint/weekMap', params as object);
    await client.open(uri, 'crontab', TEXT);
    const page = (await ask({ uri, nonce: 'abc123' }))?.html ?? '';
    assert.match(page, /^<!DOCTYPE html>/);
    assert.ok(page.includes("script-src 'nonce-abc123'"));
    assert.ok(page.includes('Week of crontab &lt;new&gt;'), 'the name of the file, decoded');
    assert.ok(page.includes('/usr/bin/true'));
    const inside = (await ask({ uri }))?.html ?? '';
    assert.match(inside, /^<main>/);
    assert.match(inside, /<\/main>$/);
    assert.ok(page.includes(inside));
    assert.match(inside, new RegExp(`"keep":\\{"uri":${JSON.stringify(uri)}\\}`));
    assert.deepEqual(client.log, []);
  });

  it('follows the text', async () => {
    const client = await start();
    await client.open(uri, 'crontab', TEXT);
    const runs = async () => {
      const answer = await client.connection.sendRequest<{ html: string }>('daemonlint/weekMap', { uri });
      return /: ([\d,]+) runs? of/.exec(answer.html)?.[1];
    };
    assert.equal(await runs(), '7');
    const start0 = { line: 0, character: 2 };
    await client.type(uri, { start: start0, end: { line: 0, character: 3 } }, '4,5');
    assert.equal(await runs(), '14');
  });

  it('is null for what is not open, is no crontab, or is no question', async () => {
    const client = await start();
    await client.open('file:///host/etc/inetd.conf', 'inetd-conf', 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n');
    for (const params of [{ uri }, { uri: 'file:///host/etc/inetd.conf' }, { uri: 7 }, {}, undefined])
      assert.equal(await client.connection.sendRequest('daemonlint/weekMap', params as object), null);
    assert.deepEqual(client.log, []);
  });
});
