// A file that only a Dockerfile makes a crontab: it is one in the editor, too.
import assert from 'node:assert/strict';
import { closeAll, diagnosticOn, openFixture, waitFor } from './helpers.js';

describe('a file that an image takes', () => {
  afterEach(closeAll);

  it('gets the language of what it is there, and is judged by its place in the image', async () => {
    const { uri } = await openFixture('image/nightly-jobs');
    const document = await waitFor('the language crontab', async () => {
      const open = await openFixture('image/nightly-jobs');
      return open.languageId === 'crontab' ? open : undefined;
    });
    assert.equal(document.uri.toString(), uri.toString());
    assert.match((await diagnosticOn(document, /^30 2/)).message, /There is no user before “\/usr\/local\/bin\/sweep”/);
  });
});
