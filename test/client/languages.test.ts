// Files that only the settings or a Dockerfile make one of ours get a language.
import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { address } from './address.js';
import { logged, started } from './editor.js';

const plain = (path: string, more: object = {}) => ({
  uri: address(`file:${path}`),
  languageId: 'plaintext',
  isUntitled: false,
  isClosed: false,
  ...more,
});

describe('the client: languages', () => {
  it('are those that the server says, of plain text alone, and once', async () => {
    const { on, wire } = await started({ answers: { 'daemonlint/language': 'crontab' } });
    const jobs = plain('/w/jobs');
    for (const document of [jobs, plain('/w/a', { languageId: 'json' }), plain('x', { isUntitled: true })]) on.onOpen.fire(document);
    await turn();
    assert.deepEqual(logged(on, 'language'), ['crontab']);
    assert.equal(jobs.languageId, 'crontab');
    assert.deepEqual(
      wire.asked.filter(([method]) => method === 'daemonlint/language'),
      [['daemonlint/language', { uri: 'file:/w/jobs' }]],
    );
    // Whoever has it plain again means that.
    on.onOpen.fire(plain('/w/jobs'));
    await turn();
    assert.deepEqual(logged(on, 'language'), ['crontab']);
  });

  it('stay where the server knows nothing, is not there, or answers too late', async () => {
    const { on, wire } = await started({ answers: { 'daemonlint/language': null } });
    on.onOpen.fire(plain('/w/notes'));
    await turn();
    wire.answers = { 'daemonlint/language': 'crontab' };
    on.onOpen.fire(plain('/w/shut', { isClosed: true }));
    await turn();
    wire.running = false;
    on.onOpen.fire(plain('/w/jobs'));
    await turn();
    assert.deepEqual(logged(on, 'language'), []);
    assert.equal(wire.asked.filter(([method]) => method === 'daemonlint/language').length, 2);
  });
});
