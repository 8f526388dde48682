// The host view: what the tree shows of the server's answer, what its commands do, and the report beside it.
import assert from 'node:assert/strict';
import { answer, logged, run, started } from './editor.js';
import { panelOf } from './panels.js';
import { type Desk, openAt } from './vscode.js';

const place = (label: string, state: string, uri: string, line = 0) => ({ label, text: `${state} somehow`, state, uri, line, column: 2 });
const snmpd = {
  name: 'snmpd',
  state: 'on',
  level: 'warning',
  verdict: 'Leave it off.',
  commands: [
    { system: 'Red Hat', text: 'chkconfig snmpd off\n/etc/rc.d/init.d/snmpd stop' },
    { system: 'Debian', text: 'update-rc.d snmpd disable' },
  ],
  places: [place('etc/crontab:3', 'on', 'file:/h/etc/crontab', 2), place('rc3.d.txt:2', 'off', 'file:/h/rc3.d.txt', 1)],
};
const omni = { name: 'omni', state: 'off', commands: [{ system: 'inetd', text: 'kill -HUP 1' }], places: [] };
const HOST = { root: 'file:/h', name: 'argon', services: [snmpd, omni] };
const quiet = () => new Promise((done) => setTimeout(done, 400));

const shown = (hosts: unknown, more: object = {}) =>
  started({ answers: { 'daemonlint/hosts': hosts, 'daemonlint/hostPage': { html: '<p>a host</p>' }, ...more } });

async function tree(on: Desk) {
  assert.ok(on.tree);
  const { getChildren, getTreeItem } = on.tree;
  const nodes = await getChildren();
  const text = (node: unknown) => {
    const { label, description } = getTreeItem(node);
    return description === undefined ? label : `${label} (${description})`;
  };
  return { nodes, item: getTreeItem, text, below: async (node: unknown) => [...(await getChildren(node))] };
}

describe('the client: the host view', () => {
  it('shows services with their verdict and the places where they are on', async () => {
    const { on } = await shown([HOST]);
    const { nodes, text, below, item } = await tree(on);
    assert.deepEqual(nodes.map(text), ['snmpd (turn it off)', 'omni (off)']);
    assert.deepEqual((await below(nodes[0])).map(text), ['Leave it off.', 'etc/crontab:3 (on somehow)', 'rc3.d.txt:2 (off somehow)']);
    assert.deepEqual(
      nodes.map((node) => item(node).contextValue),
      ['service.command', 'service.command'],
    );
  });

  it('puts several hosts above their services', async () => {
    const { on } = await shown([HOST, { ...HOST, root: 'file:/i', name: 'neon' }]);
    const { nodes, text, below } = await tree(on);
    assert.deepEqual(nodes.map(text), ['argon', 'neon']);
    assert.deepEqual((await below(nodes[1])).map(text), ['snmpd (turn it off)', 'omni (off)']);
  });

  it('is empty where there is no host, or no server', async () => {
    assert.deepEqual((await tree((await shown([])).on)).nodes, []);
    assert.deepEqual((await tree((await started()).on)).nodes, []);
  });

  it('opens a place, and its fixes where asked', async () => {
    const { on } = await shown([HOST]);
    const { nodes, below, item } = await tree(on);
    const [, crontab] = await below(nodes[0]);
    assert.equal(item(crontab).command?.command, 'daemonlint.openHostPlace');
    await run(on, 'openHostPlace', crontab);
    assert.deepEqual(logged(on, 'shown'), ['file:/h/etc/crontab']);
    await run(on, 'fixHostPlace', crontab);
    assert.equal(on.log.at(-1)?.[0], 'editor.action.quickFix');
    for (const odd of [undefined, 'x', nodes[0]]) await run(on, 'openHostPlace', odd);
    assert.equal(logged(on, 'shown').length, 2);
  });

  it('asks for the menu of fixes once the server has some: of a file that was just opened it has none yet', async () => {
    const { on } = await shown([HOST]);
    const { nodes, below } = await tree(on);
    const [, crontab] = await below(nodes[0]);
    openAt(on, 'file:/h/etc/crontab');
    const menus = () => logged(on, 'editor.action.quickFix').length;
    const asked = run(on, 'fixHostPlace', crontab);
    await new Promise((done) => setTimeout(done, 120));
    assert.equal(menus(), 0);
    on.actions = { '': [{ title: 'a' }] };
    await asked;
    assert.equal(menus(), 1);
  });

  it('copies the command for the system that is picked, or the only one', async () => {
    const { on } = await shown([HOST]);
    const { nodes } = await tree(on);
    on.pick = (items) => items.find(({ label }) => label === 'Red Hat');
    await run(on, 'copyHostCommand', nodes[0]);
    await run(on, 'copyHostCommand', nodes[1]);
    on.pick = () => undefined;
    await run(on, 'copyHostCommand', nodes[0]);
    assert.deepEqual(logged(on, 'copied'), ['chkconfig snmpd off\n/etc/rc.d/init.d/snmpd stop', 'kill -HUP 1']);
  });

  it('follows the host, once for many changes', async () => {
    const { on, wire } = await shown([HOST]);
    let heard = 0;
    on.tree?.onDidChangeTreeData(() => heard++);
    for (let change = 0; change < 5; change++) await answer(wire, 'hostsChanged', undefined);
    await quiet();
    assert.equal(heard, 1);
  });
});

describe('the client: the report on a host', () => {
  const asked = (wire: { readonly asked: readonly (readonly [string, unknown])[] }) =>
    wire.asked
      .filter(([method]) => method === 'daemonlint/hostPage')
      .map(([, params]) => params as { readonly root: string; readonly nonce?: string });

  it('is one view for each host, and follows it', async () => {
    const { on, wire } = await shown([HOST]);
    await run(on, 'showHost');
    await run(on, 'showHost', { type: 'host', host: HOST });
    const [panel] = on.panels;
    assert.deepEqual([on.panels.length, panel?.webview.html], [1, '<p>a host</p>']);
    assert.match(asked(wire)[0]?.nonce ?? '', /^[a-z0-9]{16,}$/);
    await answer(wire, 'hostsChanged', undefined);
    await quiet();
    assert.deepEqual(panel?.webview.posted, [{ main: '<p>a host</p>' }]);
    assert.deepEqual(asked(wire).at(-1), { root: 'file:/h' });
  });

  it('asks which host where there are several, and says so where there is none', async () => {
    const { on } = await shown([HOST, { ...HOST, root: 'file:/i', name: 'neon' }]);
    let described: unknown[] = [];
    on.pick = (items) => {
      described = items.map((item) => ('description' in item ? item.description : undefined));
      return items.find(({ label }) => label === 'neon');
    };
    await run(on, 'showHost');
    assert.deepEqual(
      on.panels.map(({ title }) => title),
      ['Host Report: i'],
    );
    assert.ok(described.length === 2 && described.every((path) => typeof path === 'string' && !path.includes(':')), 'paths, no URIs');
    const none = await shown([]);
    await run(none.on, 'showHost');
    assert.deepEqual([none.on.panels.length, logged(none.on, 'information').length], [0, 1]);
    const gone = await shown([HOST], { 'daemonlint/hostPage': null });
    await run(gone.on, 'showHost');
    assert.deepEqual([gone.on.panels.length, logged(gone.on, 'information').length], [0, 1]);
  });

  it('is shown again after a restart, where its host is still there', async () => {
    const { on, wire } = await shown([HOST]);
    const serializer = on.serializers.get('daemonlint.hostReport');
    assert.ok(serializer);
    const panel = panelOf(on, {});
    await serializer.deserializeWebviewPanel(panel, { root: 'file:/h' });
    assert.deepEqual([panel.webview.html, panel.disposed], ['<p>a host</p>', false]);
    assert.deepEqual(panel.webview.options, { enableScripts: true, localResourceRoots: [] });
    assert.match(asked(wire)[0]?.nonce ?? '', /^[a-z0-9]{16,}$/);
    await answer(wire, 'hostsChanged', undefined);
    await quiet();
    assert.deepEqual(panel.webview.posted, [{ main: '<p>a host</p>' }]);
    await run(on, 'showHost', { type: 'host', host: HOST });
    assert.deepEqual([on.panels.length, logged(on, 'revealed').length], [1, 1], 'it is the view of that host');
    wire.answers = { 'daemonlint/hostPage': null };
    for (const kept of [undefined, {}, { root: 7 }, { root: 'file:/gone' }, { root: 'file:/h' }]) {
      const lost = panelOf(on, {});
      await serializer.deserializeWebviewPanel(lost, kept);
      assert.equal(lost.disposed, true, JSON.stringify(kept));
    }
  });
});
