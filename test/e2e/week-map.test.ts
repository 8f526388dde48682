// The week map: a view beside the crontab, one for each, that leaves the document alone. What is in it is tried by the walk.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFixture, openUntitled, pause, show, waitFor, webviews } from './helpers.js';

const views = () => webviews('daemonlint.weekMap');

const map = (...given: readonly vscode.Uri[]) => vscode.commands.executeCommand('daemonlint.showWeekMap', ...given);

describe('the week map', () => {
  afterEach(closeAll);

  it('opens beside the crontab, once', async () => {
    const document = await openFixture('etc/crontab');
    await map();
    const view = await waitFor('the view', () => views()[0]);
    assert.equal(view.label, 'Week of crontab');
    assert.notEqual(view.group.viewColumn, vscode.ViewColumn.One);
    await show(document);
    await map(document.uri);
    await waitFor('the view in front', () => views()[0]?.isActive || undefined);
    assert.equal(views().length, 1);
    assert.equal(document.isDirty, false);
  });

  it('is there for documents that are no files, and each has its own', async () => {
    await openFixture('var/spool/cron/root');
    await map();
    await waitFor('the first view', () => views()[0]);
    const document = await openUntitled('crontab', '0 4 * * * /usr/bin/true\n');
    await map(document.uri);
    await waitFor('two views', () => views().length === 2 || undefined);
  });

  it('is not there for other kinds', async () => {
    const document = await openFixture('etc/inetd.conf');
    await map(document.uri);
    for (let round = 0; round < 5; round++, await pause(100)) assert.deepEqual(views(), []);
  });
});
