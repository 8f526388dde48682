/** The fix that takes part in two files: sendmail's link off, and the queue run in the crontab of the same tree, closed or open. */
import assert from 'node:assert/strict';
import { type CodeAction, CodeActionTriggerKind } from 'vscode-languageserver-protocol/node';
import { type Client, codesOf, type Options, rangeOf, start, stopAll, TOP } from './client.js';
import { folder } from './disk.js';

const LISTING = '/etc/rc.d/rc3.d:\nS50inet -> ../init.d/inet\nS80sendmail -> ../init.d/sendmail\n';
const CRONTAB = 'SHELL=/bin/sh\n17 * * * * root run-parts /etc/cron.hourly\n';
const QUEUE = '16 * * * * root /usr/sbin/sendmail -q\n';

const able = { workspace: { workspaceEdit: { documentChanges: true }, didChangeWatchedFiles: { dynamicRegistration: true } } };
const begin = (options: Options) => start({ capabilities: able, ...options });
const host = (files: Readonly<Record<string, string>> = {}) =>
  folder({
    'etc/rc.d/rc3.d.txt': LISTING,
    'etc/crontab': CRONTAB,
    'etc/inetd.conf': 'ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd\n',
    ...files,
  });

/** The action that turns sendmail off and adds the queue run to the crontab, once the host is known. */
async function sendmailAction(client: Client, uri: string) {
  for (let tries = 0; tries < 100; tries++) {
    const actions = await client.actions(uri, rangeOf(client.text(uri), 'sendmail'));
    const found = actions.find(({ title }) => /run its queue hourly from etc\/crontab .*before 8\.12/.test(title));
    if (found?.edit) return found.edit;
    await new Promise((done) => setTimeout(done, 20));
  }
  return assert.fail(`not offered; log: ${client.log.join('\n')}`);
}

describe('sendmail off, its queue run from the crontab of the workspace', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  it('with the crontab closed: an edit of the listing and one at the end of the file on disk', async () => {
    const { root, uri } = host();
    const client = await begin({ root });
    await client.open(uri('etc/rc.d/rc3.d.txt'), 'rc-listing', LISTING);
    const edit = await sendmailAction(client, uri('etc/rc.d/rc3.d.txt'));
    const elsewhere = await client.apply(edit);
    assert.equal(client.text(uri('etc/rc.d/rc3.d.txt')), LISTING.replace('S80sendmail', 'K30sendmail'));
    const end = { line: 2, character: 0 };
    assert.deepEqual([...elsewhere], [[uri('etc/crontab'), [{ range: { start: end, end }, text: QUEUE }]]]);
  });

  it('with both files closed but one: a crontab without its last line end gets one first', async () => {
    const { root, uri } = host({ 'etc/crontab': CRONTAB.trimEnd() });
    const client = await begin({ root });
    await client.open(uri('etc/rc.d/rc3.d.txt'), 'rc-listing', LISTING);
    const elsewhere = await client.apply(await sendmailAction(client, uri('etc/rc.d/rc3.d.txt')));
    const end = { line: 1, character: '17 * * * * root run-parts /etc/cron.hourly'.length };
    assert.deepEqual([...elsewhere.values()], [[{ range: { start: end, end }, text: `\n${QUEUE}` }]]);
  });

  it('with the crontab open and just edited: at its version, behind what was typed', async () => {
    const { root, uri } = host();
    const client = await begin({ root });
    const [listing, crontab] = [uri('etc/rc.d/rc3.d.txt'), uri('etc/crontab')];
    await client.open(listing, 'rc-listing', LISTING);
    await client.open(crontab, 'crontab', CRONTAB);
    await sendmailAction(client, listing);
    // No time passes between the keys and the action.
    await client.type(crontab, TOP, '# typed\n# just now\n');
    const edit = await sendmailAction(client, listing);
    const versions = edit.documentChanges?.map(
      (change) => 'textDocument' in change && [change.textDocument.uri, change.textDocument.version],
    );
    assert.deepEqual(versions, [
      [listing, 1],
      [crontab, 2],
    ]);
    await client.apply(edit);
    assert.equal(client.text(crontab), `# typed\n# just now\n${CRONTAB}${QUEUE}`);
  });

  it('is not offered any more once the crontab runs the queue, on disk or in the editor', async () => {
    const { root, uri, write } = host();
    const client = await begin({ root });
    const listing = uri('etc/rc.d/rc3.d.txt');
    await client.open(listing, 'rc-listing', LISTING);
    await sendmailAction(client, listing);
    const offered = async () =>
      (await client.actions(listing, rangeOf(LISTING, 'sendmail'))).filter(({ title }) => /queue/.test(title)).length;
    await client.open(uri('etc/crontab'), 'crontab', CRONTAB + QUEUE);
    assert.equal(await offered(), 0);
    await client.close(uri('etc/crontab'));
    await sendmailAction(client, listing);
    await client.changedOnDisk(write('etc/crontab', CRONTAB + QUEUE));
    for (let tries = 0; tries < 100 && (await offered()) > 0; tries++) await new Promise((done) => setTimeout(done, 20));
    assert.equal(await offered(), 0);
  });

  it('looks at the disk itself for a client that tells of no changes', async () => {
    const { root, uri, write } = host();
    const client = await start({ root });
    const listing = uri('etc/rc.d/rc3.d.txt');
    await client.open(listing, 'rc-listing', LISTING);
    await sendmailAction(client, listing);
    write('etc/crontab', `# one\n# two\n# three\n${CRONTAB}`);
    const elsewhere = await client.apply(await sendmailAction(client, listing));
    assert.equal(elsewhere.get(uri('etc/crontab'))?.[0]?.range.start.line, 5);
  });

  it('for a client without versions: a plain map of changes', async () => {
    const { root, uri } = host();
    const client = await start({ root, capabilities: {} });
    const listing = uri('etc/rc.d/rc3.d.txt');
    await client.open(listing, 'rc-listing', LISTING);
    const edit = await sendmailAction(client, listing);
    assert.deepEqual(Object.keys(edit.changes ?? {}), [listing, uri('etc/crontab')]);
    assert.equal(edit.documentChanges, undefined);
  });

  it('offers no place in a closed crontab whose lone CRs the editor would count as lines', async () => {
    const { root, uri } = host({ 'etc/crontab': `# a\r# b\n${CRONTAB}` });
    const client = await begin({ root });
    const listing = uri('etc/rc.d/rc3.d.txt');
    await client.open(listing, 'rc-listing', LISTING);
    // The related places of inetd.conf tell that the host is known.
    await client.until(listing, (now) => !codesOf(now).includes('super-server'));
    const titles = (await client.actions(listing, rangeOf(LISTING, 'sendmail'))).map(({ title }) => title);
    assert.ok(!titles.some((title) => /queue/.test(title)), titles.join('\n'));
    // Open, the editor's own lines are known.
    await client.open(uri('etc/crontab'), 'crontab', `# a\r# b\n${CRONTAB}`);
    await client.apply(await sendmailAction(client, listing));
    assert.equal(client.text(uri('etc/crontab')), `# a\r# b\n${CRONTAB}${QUEUE}`);
  });

  it('into a crontab goes by the menu alone: no light bulb stands on each of its lines', async () => {
    const { root, uri } = host();
    const client = await begin({ root });
    const crontab = uri('etc/crontab');
    await client.open(crontab, 'crontab', CRONTAB);
    const titles = async (triggerKind: CodeActionTriggerKind) => {
      const context = { diagnostics: [], triggerKind };
      const params = { textDocument: { uri: crontab }, range: TOP, context };
      const found = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
      return found.map(({ title }) => title);
    };
    assert.match((await titles(CodeActionTriggerKind.Invoked)).join('\n'), /Insert the hourly mail queue run/);
    assert.deepEqual(await titles(CodeActionTriggerKind.Automatic), []);
  });
});
