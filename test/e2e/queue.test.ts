// The hourly sendmail queue run: inserted into crontabs of both forms, and into the host's crontab when sendmail's link is turned off.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  actionAt,
  actionsAt,
  appliesAndUndoes,
  apply,
  closeAll,
  diagnosticOn,
  fixture,
  lineOf,
  openFixture,
  openUntitled,
  pause,
  show,
  undo,
  waitFor,
} from './helpers.js';

const userLine = '16 * * * * /usr/sbin/sendmail -q\n';
const systemLine = '16 * * * * root /usr/sbin/sendmail -q\n';

describe('the hourly queue run', () => {
  afterEach(closeAll);

  it('goes after the last entry of a user crontab', async () => {
    const document = await openFixture('var/spool/cron/root');
    const action = await actionAt(document, lineOf(document, /backup/), /queue/i);
    await appliesAndUndoes(document, action, document.getText() + userLine);
  });

  it('goes into a system crontab with its user', async () => {
    const document = await openFixture('etc/crontab');
    const action = await actionAt(document, lineOf(document, /run-parts/), /queue/i);
    await appliesAndUndoes(document, action, document.getText() + systemLine);
  });

  it('is not offered where there is one', async () => {
    const document = await openUntitled('crontab', `5 4 * * * /usr/local/bin/backup\n${userLine}`);
    // The file's language server has answered once it offers something else: to comment an entry out.
    await actionAt(document, lineOf(document, /backup/), /comment/i);
    for (let round = 0; round < 5; round++, await pause(100)) {
      const offered = await actionsAt(document, lineOf(document, /backup/));
      assert.deepEqual(
        offered.map(({ title }) => title).filter((title) => /queue/i.test(title)),
        [],
      );
    }
  });

  it("is added to the host's crontab by the action that turns sendmail's link off, and both are undone", async () => {
    const listing = await openFixture('etc/rc.d/rc3.d.txt');
    const crontab = await vscode.workspace.openTextDocument(fixture('etc/crontab'));
    const before = { listing: listing.getText(), crontab: crontab.getText() };
    const { range } = await diagnosticOn(listing, /S80sendmail/);
    const action = await actionAt(listing, range, /queue/i);
    assert.equal(action.edit?.size, 2, 'the action edits two files');
    await apply(action);
    await waitFor('the edit of the crontab', () => (crontab.getText() === before.crontab ? undefined : true));
    assert.equal(crontab.getText(), before.crontab + systemLine);
    assert.equal(listing.getText(), before.listing.replace('S80sendmail', 'K30sendmail'));
    await show(crontab);
    await undo(listing);
    assert.equal(listing.getText(), before.listing);
    assert.equal(crontab.getText(), before.crontab);
  });
});
