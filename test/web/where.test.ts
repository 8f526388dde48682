// Where the suites run: in a browser, with neither disk nor server.
import assert from 'node:assert/strict';
import { env, UIKind, workspace } from 'vscode';

describe('the place of these tests', () => {
  it('is a browser alone', () => {
    assert.equal(env.uiKind, UIKind.Web);
    assert.equal(env.remoteName, undefined);
    assert.equal(env.appHost, 'web');
    assert.equal(workspace.workspaceFolders?.[0]?.uri.scheme, 'tmp');
    assert.ok('importScripts' in globalThis);
  });
});
