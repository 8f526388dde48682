// The week map's view: what it asks the server, what it does with the answer, where a click leads.
import assert from 'node:assert/strict';
import { address } from './address.js';
import { answer, crontab, logged, run, started } from './editor.js';
import { panelOf } from './panels.js';
import { openAt } from './vscode.js';

const VIEW = 'daemonlint.weekMap';
const METHOD = 'daemonlint/weekMap';
const settled = () => new Promise((done) => setTimeout(done));
/** Longer than the keys must be quiet. */
const quiet = () => new Promise((done) => setTimeout(done, 400));

async function shown(html = '<p>a week</p>') {
  const one = await started({ answers: { [METHOD]: { html } } });
  openAt(one.on, crontab.uri);
  await run(one.on, 'showWeekMap');
  const [panel] = one.on.panels;
  assert.ok(panel);
  return { ...one, panel };
}

const asked = (wire: { readonly asked: readonly (readonly [string, unknown])[] }) =>
  wire.asked.filter(([method]) => method === METHOD).map(([, params]) => params as { readonly uri: string; readonly nonce?: string });

describe('the client: the week map', () => {
  it('shows the page of the server, with a nonce that is new each time', async () => {
    const nonces = new Set<unknown>();
    for (let round = 0; round < 3; round++) {
      const { panel, wire } = await shown();
      assert.equal(panel.webview.html, '<p>a week</p>');
      assert.equal(panel.title, 'Week of crontab');
      assert.deepEqual(panel.webview.options, { enableScripts: true, localResourceRoots: [] });
      const [params] = asked(wire);
      assert.equal(params?.uri, crontab.uri);
      assert.match(params?.nonce ?? '', /^[a-z0-9]{16,}$/);
      nonces.add(params?.nonce);
    }
    assert.equal(nonces.size, 3);
  });

  it('is one view for each document', async () => {
    const { on, panel } = await shown();
    await run(on, 'showWeekMap', address(crontab.uri));
    assert.deepEqual([on.panels.length, logged(on, 'revealed')], [1, ['Week of crontab']]);
    await run(on, 'showWeekMap', address('file:/w/other'));
    assert.equal(on.panels.length, 2);
    panel.dispose();
    await run(on, 'showWeekMap', address(crontab.uri));
    assert.equal(on.panels.length, 3);
  });

  it('says so where there is nothing to show', async () => {
    const none = await started({ answers: { [METHOD]: null } });
    await run(none.on, 'showWeekMap');
    assert.equal(none.on.panels.length, 0);
    openAt(none.on, crontab.uri);
    await run(none.on, 'showWeekMap');
    assert.equal(none.on.panels.length, 0);
    assert.equal(logged(none.on, 'information').length, 2);
  });

  it('follows its document once the keys are quiet, by the inside of the page alone', async () => {
    const { on, panel, wire } = await shown();
    for (let key = 0; key < 5; key++) on.onType.fire({ document: { uri: address(crontab.uri) } });
    on.onType.fire({ document: { uri: address('file:/w/another') } });
    await quiet();
    assert.deepEqual(panel.webview.posted, [{ main: '<p>a week</p>' }]);
    assert.deepEqual(asked(wire).slice(1), [{ uri: crontab.uri }]);
  });

  it('follows how its document is read', async () => {
    const { panel, wire } = await shown();
    await answer(wire, 'status', { ...crontab, form: 'user' });
    await quiet();
    assert.equal(panel.webview.posted.length, 1);
  });

  it('rests while it is hidden, and begins anew when it is seen again', async () => {
    const { on, panel } = await shown();
    panel.visible = false;
    on.onType.fire({ document: { uri: address(crontab.uri) } });
    await quiet();
    assert.deepEqual(panel.webview.posted, []);
    panel.visible = true;
    panel.say({ type: 'ready' });
    await settled();
    assert.equal(panel.webview.posted.length, 1);
  });

  it('keeps what it shows when the document is closed or the server is gone', async () => {
    const { panel, wire } = await shown();
    wire.answers = { [METHOD]: null };
    panel.say({ type: 'ready' });
    await settled();
    wire.answers = {};
    panel.say({ type: 'ready' });
    await settled();
    assert.deepEqual([panel.webview.posted, panel.disposed], [[], false]);
  });

  it('leads to the line of a job, and nowhere else', async () => {
    const { on, panel } = await shown();
    panel.say({ type: 'open', line: 3 });
    panel.say({ type: 'open', line: 99 });
    for (const wrong of [undefined, {}, { type: 'open' }, { type: 'open', line: -1 }, { type: 'open', line: '1' }, { type: 'run' }])
      panel.say(wrong);
    await settled();
    assert.deepEqual(
      on.log.filter(([what]) => what === 'shown'),
      [
        ['shown', crontab.uri, 3],
        ['shown', crontab.uri, 9],
      ],
    );
  });

  it('says so when the file of a job is gone', async () => {
    const { on } = await started({ answers: { [METHOD]: { html: '' } } });
    const panel = panelOf(on, {});
    await on.serializers.get(VIEW)?.deserializeWebviewPanel(panel, { uri: crontab.uri });
    panel.say({ type: 'open', line: 1 });
    await settled();
    assert.deepEqual(logged(on, 'shown'), [crontab.uri]);
    on.missing.add('/w/etc/crontab');
    panel.say({ type: 'open', line: 1 });
    await settled();
    assert.deepEqual(logged(on, 'warning'), ['crontab cannot be opened any more.']);
  });

  it('is shown again after a restart', async () => {
    const { on, wire } = await started({ answers: { [METHOD]: { html: 'again' } } });
    const serializer = on.serializers.get(VIEW);
    assert.ok(serializer);
    const panel = panelOf(on, {});
    await serializer.deserializeWebviewPanel(panel, { uri: crontab.uri, hour: 7 });
    assert.deepEqual([panel.webview.html, asked(wire)[0]?.uri], ['again', crontab.uri]);
    assert.deepEqual(panel.webview.options, { enableScripts: true, localResourceRoots: [] });
    on.missing.add('/w/gone');
    for (const kept of [undefined, {}, { uri: 7 }, { uri: 'file:/w/gone' }]) {
      const lost = panelOf(on, {});
      await serializer.deserializeWebviewPanel(lost, kept);
      assert.equal(lost.disposed, true, JSON.stringify(kept));
    }
  });
});
