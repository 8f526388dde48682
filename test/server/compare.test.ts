/** The request `daemonlint/compare`: what texts start otherwise than they did, in Markdown and line by line. */
import assert from 'node:assert/strict';
import type { CompareReply, KnownReply } from '../../server/src/handlers/compare.js';
import { type Client, start, stopAll } from './client.js';
import { folder } from './disk.js';

const FINGER = 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n';
const TELNET = 'telnet stream tcp nowait root /usr/sbin/in.telnetd in.telnetd\n';

describe('the server: comparing', () => {
  afterEach(stopAll);

  const ask = (client: Client, params: unknown) =>
    client.connection.sendRequest<CompareReply | null>('daemonlint/compare', params as object);

  async function compared(client: Client, ...pairs: readonly object[]): Promise<CompareReply> {
    const reply = await ask(client, { title: 'HEAD to the files', pairs });
    return reply ?? assert.fail('no reply');
  }

  const linesOf = ({ files }: CompareReply) => files.flatMap(({ lines }) => lines.map(({ line, turn, text }) => `${line} ${turn} ${text}`));

  it('tells which services came on and went off, and at which lines', async () => {
    const client = await start();
    const reply = await compared(client, {
      uri: 'file:///w/etc/inetd.conf',
      oldText: `# a host\n${FINGER}#${TELNET}`,
      newText: `# a host\n#${FINGER}${TELNET}`,
    });
    assert.deepEqual(linesOf(reply), [
      '1 off Disabled in this change: finger',
      '2 on Newly enabled in this change: telnet, runs as root, offered tcp to the network, program /usr/sbin/in.telnetd',
    ]);
    assert.match(reply.markdown, /^### HEAD to the files: 1 service newly on \(telnet\), 1 service off now \(finger\)/);
    assert.match(reply.markdown, /`etc\/inetd\.conf:3`/);
    assert.deepEqual(client.log, []);
  });

  it('tells jobs that run at other times, as somebody else, for the first time, and no more', async () => {
    const client = await start();
    const reply = await compared(client, {
      uri: 'file:///w/etc/crontab',
      oldText: '0 4 * * * root backup\n0 5 * * * root /usr/bin/report\n0 6 * * * bin tidy\n',
      newText: '30 4 * * * root backup\n# none\n#0 5 * * * root /usr/bin/report\n0 6 * * * root tidy\n0 7 * * * www wake\n',
    });
    const [again, off, other, on] = linesOf(reply);
    assert.match(
      again ?? '',
      /^0 changed Rescheduled in this change: runs at 04:00 every day → at 04:30 every day, next [^,]* 04:00 → [^,]* 04:30$/i,
      'there is room for one',
    );
    assert.match(off ?? '', /^2 off Disabled in this change: \/usr\/bin\/report$/);
    assert.equal(other, '3 changed Altered in this change: runs as bin → root');
    assert.match(on ?? '', /^4 on Newly enabled in this change: runs at 07:00 every day, next .*, runs as www$/i);
    assert.equal(linesOf(reply).length, 4);
  });

  it('says nothing of what is as it was, and of files that are of no kind', async () => {
    const client = await start();
    const reply = await compared(
      client,
      { uri: 'file:///w/etc/inetd.conf', oldText: FINGER, newText: `# moved\n\n${FINGER}` },
      { uri: 'file:///w/main.c', oldText: null, newText: 'int main(void);\n' },
    );
    assert.deepEqual(reply.files, []);
    assert.equal(reply.markdown, '### HEAD to the files: nothing changed that starts a program\n');
  });

  it('takes files that came, went and were renamed', async () => {
    const client = await start();
    const job = '0 4 * * * root backup\n';
    const renamed = await compared(
      client,
      { uri: 'file:///w/etc/cron.d/old', oldText: job, newText: null },
      { uri: 'file:///w/etc/cron.d/new', oldText: null, newText: job },
    );
    assert.match(renamed.markdown, /file: `etc\/cron\.d\/old` → `etc\/cron\.d\/new`/);
    const gone = await compared(client, { uri: 'file:///w/etc/inetd.conf', oldText: TELNET, newText: null });
    assert.match(gone.markdown, /1 service off now \(telnet\)/);
    assert.deepEqual(gone.files, []);
    const fresh = await compared(client, { uri: 'file:///w/etc/inetd.conf', oldText: null, newText: TELNET });
    assert.equal(fresh.files[0]?.lines[0]?.turn, 'on');
  });

  it('goes by what the editor holds, by the language it is told, and by the rest of the host', async () => {
    const made = folder({ 'etc/inetd.conf': TELNET, 'etc/rc3.d.txt': 'S50telnet -> ../init.d/telnet\n', notes: '' });
    const client = await start({ root: made.root });
    const at = made.uri('etc/inetd.conf');
    await client.open(at, 'inetd-conf', TELNET + FINGER);
    const reply = await compared(client, { uri: at, oldText: '', newText: 'what the disk says' });
    const [first] = reply.files;
    assert.equal(first?.uri, at);
    assert.ok(first.lines.some(({ line, text }) => line === 1 && text.startsWith('Newly enabled in this change: finger')));
    await client.open(made.uri('notes'), 'inetd-conf', TELNET);
    const chosen = await compared(client, { uri: made.uri('notes'), oldText: `#${TELNET}` });
    assert.deepEqual(
      chosen.files.map(({ lines }) => lines.map(({ turn }) => turn)),
      [['changed']],
      'telnet is on anyway, and so not newly enabled',
    );
  });

  it('tells hosts apart', async () => {
    const made = folder();
    const client = await start({ root: made.root });
    const reply = await compared(
      client,
      { uri: made.uri('a b/etc/inetd.conf'), oldText: '', newText: TELNET },
      { uri: made.uri('web/etc/inetd.conf'), oldText: TELNET, newText: '' },
    );
    assert.match(reply.markdown, /#### `a b`[\s\S]*telnet[\s\S]*#### `web`[\s\S]*Services off now/);
  });

  it('tells those apart whose files lie in one folder, by their names', async () => {
    const made = folder({ 'web1-inetd.conf': TELNET, 'db1-inetd.conf': '' });
    const client = await start({ root: made.root });
    // The names of all files tell, once they are known.
    await client.connection.sendRequest('daemonlint/hosts');
    const change = (name: string, ...[oldText, newText]: readonly string[]) => ({ uri: made.uri(name), oldText, newText });
    const reply = await compared(
      client,
      change('web1-inetd.conf', '', TELNET),
      change('db1-inetd.conf', TELNET, ''),
      change('db1.crontab', '', '@daily /bin/x\n'),
    );
    assert.match(reply.markdown, /#### `web1`[\s\S]*`telnet`, `web1-inetd\.conf:1`[\s\S]*#### `db1`[\s\S]*`\/bin\/x`, `db1\.crontab:1`/);
    assert.deepEqual(
      reply.files.map(({ uri, lines }) => [uri, lines[0]?.line]),
      [
        [made.uri('web1-inetd.conf'), 0],
        [made.uri('db1.crontab'), 0],
      ],
    );
  });

  it('counts lines as the editor does, lone CRs included', async () => {
    const client = await start();
    const reply = await compared(client, { uri: 'file:///w/etc/inetd.conf', oldText: '', newText: `# a\rb\n${TELNET}` });
    assert.equal(reply.files[0]?.lines[0]?.line, 2);
  });

  it('names the files that are judged: by their paths, by the project, and by what is open', async () => {
    const made = folder({ '.daemonlint.json': '{"files": {"tabs/*": {"kind": "crontab"}}}', 'tabs/a': '', plain: '' });
    const client = await start({ root: made.root });
    const uris = ['etc/inetd.conf', 'tabs/a', 'plain', 'main.c', 'etc/rc3.d.txt'].map(made.uri);
    const links = ['etc/rc3.d/S50snmpd', 'etc/systemd/system/multi-user.target.wants/cups.service'].map(made.uri);
    const known = (more: object = { uris: [...uris, ...links, made.uri('etc/rc3.d/README')] }) =>
      client.connection.sendRequest<KnownReply>('daemonlint/known', more);
    // What the project says is known once somebody has asked.
    const tabs = made.uri('tabs/a');
    for (let tries = 0; tries < 400 && !(await known()).files.includes(tabs); tries++) await new Promise((done) => setTimeout(done, 20));
    await client.open(made.uri('plain'), 'crontab', '');
    assert.deepEqual(await known(), { files: uris.filter((uri) => !uri.endsWith('main.c')), links });
    const none = { files: [], links: [] };
    assert.deepEqual([await known({}), await known({ uris: [7, '', 'odd'] })], [none, none]);
    assert.deepEqual(client.log, []);
  });

  describe('links', () => {
    const RC = 'etc/rc.d/rc3.d';
    const headline = ({ markdown }: CompareReply) => markdown.split('\n')[0]?.replace(/^### HEAD to the files: /, '');

    /** A host with `links` by name and target in its rc3.d, once the server has read it. */
    async function host(links: Readonly<Record<string, string>>) {
      const made = folder({ 'etc/inetd.conf': `#${TELNET}` });
      for (const [name, target] of Object.entries(links)) made.link(`${RC}/${name}`, target);
      const client = await start({ root: made.root });
      const risky = Object.keys(links).find((name) => /^S\d+(?:snmpd|gpm)$/.test(name));
      if (risky !== undefined) await client.until(made.uri(`${RC}/${risky}`), (now) => now.length > 0);
      return { made, client, pair: (name: string, oldText: string | null) => ({ uri: made.uri(`${RC}/${name}`), oldText, newText: null }) };
    }

    it('that came, and one that stayed', async () => {
      const { client, pair } = await host({ S50snmpd: '../init.d/snmpd', S40crond: '../init.d/crond' });
      const reply = await compared(client, pair('S50snmpd', null));
      assert.equal(headline(reply), '1 service newly on (snmpd), 1 new finding');
      assert.match(reply.markdown, /`snmpd`, `etc\/rc\.d\/rc3\.d:3`/);
      assert.deepEqual(client.log, []);
    });

    it('that went, alone or with its folder, and that changed its letter', async () => {
      const { client, pair } = await host({ S85gpm: '../init.d/gpm', K50snmpd: '../init.d/snmpd' });
      assert.match(headline(await compared(client, pair('S60lpd', '../init.d/lpd'))) ?? '', /^1 service off now \(lpd\)/);
      assert.match(
        headline(await compared(client, pair('S50snmpd', '../init.d/snmpd'), pair('K50snmpd', null))) ?? '',
        /^1 service off now \(snmpd\)/,
      );
      const gone = { uri: 'file:///elsewhere/etc/rc5.d/S50snmpd', oldText: '../init.d/snmpd', newText: null };
      assert.match(headline(await compared(client, gone)) ?? '', /^1 service off now \(snmpd\)/);
    });

    it('that lead elsewhere, and files that took the place of a link', async () => {
      const { client, pair } = await host({ S50snmpd: '../init.d/snmpd' });
      assert.equal(headline(await compared(client, pair('S50snmpd', '../init.d/snmpd'))), 'nothing changed that starts a program');
      assert.match(headline(await compared(client, pair('S50snmpd', '#!/bin/sh\necho\n'))) ?? '', /^1 service newly on \(snmpd\)/);
    });

    it('as part of the host: a service that inetd offered and a link starts now', async () => {
      const { made, client, pair } = await host({ S50snmpd: '../init.d/snmpd' });
      const reply = await compared(client, pair('S50snmpd', null), {
        uri: made.uri('etc/inetd.conf'),
        oldText: TELNET,
        newText: `#${TELNET}`,
      });
      assert.match(headline(reply) ?? '', /^1 service newly on \(snmpd\), 1 service off now \(telnet\)/);
    });
  });

  it('is not to be upset', async () => {
    const client = await start();
    for (const wrong of [{}, { pairs: 7 }]) assert.equal(await ask(client, wrong), null);
    for (const pairs of [[], [null, 7, {}, { uri: 5 }], [{ uri: '' }], [{ uri: 'file:///w/etc/crontab', oldText: 7, newText: {} }]])
      assert.match((await ask(client, { pairs }))?.markdown ?? '', /nothing changed that starts a program/);
    assert.deepEqual(client.log, []);
  });
});
