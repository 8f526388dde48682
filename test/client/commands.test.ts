// The commands of the client, in a stand-in for the editor: restarting, disabling, copying, notes and rule pages.
import assert from 'node:assert/strict';
import { address } from './address.js';
import { crontab, logged, run, started } from './editor.js';
import { type Action, type Desk, openAt } from './vscode.js';

describe('the client: its server', () => {
  it('survives a start that fails', async () => {
    const { on } = await started({ failsToStart: true });
    assert.ok(on.commands.has('daemonlint.restartServer'));
  });

  it('starts a server anew that hangs', async () => {
    const { on, wire } = await started({ hangs: true });
    await run(on, 'restartServer');
    assert.deepEqual([wire.starts, wire.running], [2, true]);
    assert.equal(wire.errors.length, 1);
  });

  it('starts a server that has crashed for good', async () => {
    const { on, wire } = await started();
    wire.running = false;
    await run(on, 'restartServer');
    assert.deepEqual([wire.starts, wire.running], [2, true]);
  });

  it('says so when no restart helps', async () => {
    const { on } = await started({ failsToStart: true });
    await run(on, 'restartServer');
    assert.equal(logged(on, 'error').length, 1);
  });
});

describe('the client: entries', () => {
  const quick = 'quickfix.daemonlint.disable';
  const rewrite = 'refactor.rewrite.daemonlint.disable';
  const action = (title: string, more: object = {}): Action => ({ title, edit: { title }, ...more });
  const edits = (on: Desk): unknown[] => logged(on, 'edit').map((edit) => (edit as { title: string }).title);

  async function at(actions: Desk['actions']): Promise<Desk> {
    const { on } = await started();
    on.actions = actions;
    openAt(on, crontab.uri);
    return on;
  }

  it('are disabled by the preferred action, and what remains is said', async () => {
    const after = { title: '', command: 'daemonlint.afterFix', arguments: ['Send HUP to inetd.'] };
    const on = await at({ [quick]: [action('a'), action('b', { isPreferred: true, command: after })], [rewrite]: [action('c')] });
    await run(on, 'disableEntry');
    assert.deepEqual(edits(on), ['b']);
    assert.deepEqual(logged(on, 'information'), ['Send HUP to inetd.']);
  });

  it('are disabled by rewriting where no finding offers it', async () => {
    const on = await at({ [quick]: [], [rewrite]: [action('c')] });
    await run(on, 'disableEntry');
    assert.deepEqual(edits(on), ['c']);
  });

  it('are disabled in the way that the person picks when none is preferred', async () => {
    const on = await at({ [rewrite]: [action('comment out'), action('rename')] });
    on.pick = (items) => items[1];
    await run(on, 'disableEntry');
    assert.deepEqual(edits(on), ['rename']);
  });

  it('stay when the person picks nothing, or there is nothing to disable', async () => {
    const undecided = await at({ [rewrite]: [action('a'), action('b')] });
    await run(undecided, 'disableEntry');
    const none = await at({ [quick]: [{ title: 'copy only', command: { title: '', command: 'daemonlint.copy', arguments: ['x'] } }] });
    await run(none, 'disableEntry');
    assert.deepEqual([...edits(undecided), ...edits(none), ...logged(none, 'copied')], []);
    assert.equal(logged(none, 'information').length, 1);
  });

  it('give the command that disables their service', async () => {
    const copying = { title: 'Copy', command: { title: '', command: 'daemonlint.copy', arguments: ['chkconfig snmpd off'] } };
    const on = await at({ '': [action('a'), copying] });
    await run(on, 'copyDisableCommand');
    assert.deepEqual(logged(on, 'copied'), ['chkconfig snmpd off']);
    const none = await at({ '': [action('a')] });
    await run(none, 'copyDisableCommand');
    assert.deepEqual([logged(none, 'copied').length, logged(none, 'information').length], [0, 1]);
  });

  it('of any text are checked as a crontab of their own, with a last line that ends', async () => {
    const { on } = await started();
    openAt(on, 'file:/w/notes.md', '0 0 * * * x');
    await run(on, 'checkSelectionAsCrontab');
    assert.deepEqual(logged(on, 'shown'), ['crontab: 0 0 * * * x\n']);
  });
});

describe('the client: notes', () => {
  it('are said once each', async () => {
    const { on } = await started();
    for (const note of ['one', 'two', 'one', 7]) await run(on, 'afterFix', note);
    assert.deepEqual(logged(on, 'information'), ['one', 'two']);
  });

  it('follow when the lines of a document end otherwise, which is asked of the editor', async () => {
    const { on } = await started();
    await run(on, 'useLineFeeds', crontab.uri, 'Send HUP to inetd.');
    await run(on, 'useLineFeeds', { no: 'address' });
    await run(on, 'useLineFeeds', crontab.uri, null);
    const edits = logged(on, 'edit').map((edit) => [...(edit as { edits: Map<string, unknown> }).edits]);
    assert.deepEqual(edits, [[[crontab.uri, [{ endOfLine: 1 }]]], [[crontab.uri, [{ endOfLine: 1 }]]]]);
    assert.deepEqual(logged(on, 'information'), ['Send HUP to inetd.']);
  });

  it('are copied only when they are text', async () => {
    const { on } = await started();
    await run(on, 'copy', 'systemctl disable --now x');
    await run(on, 'copy', { no: 'text' });
    assert.deepEqual(logged(on, 'copied'), ['systemctl disable --now x']);
  });

  it('that are whole documents are shown as new ones', async () => {
    const { on } = await started();
    await run(on, 'openUntitled', { language: 'ini', text: '[Timer]' });
    for (const wrong of [undefined, null, 7, { language: 'ini' }, { text: 'x' }]) await run(on, 'openUntitled', wrong);
    assert.deepEqual(logged(on, 'shown'), ['ini: [Timer]']);
    assert.deepEqual(on.log.at(-1), ['shown', 'ini: [Timer]'], 'alone, it has the editor for itself');
    await run(on, 'openUntitled', { language: 'ini', text: '[Service]' });
    assert.deepEqual(on.log.at(-1), ['shown', 'ini: [Service]', 'beside']);
  });
});

describe('the client: rules', () => {
  const answers = {
    'daemonlint/rules': [
      { id: 'crontab/syntax', summary: 's' },
      { id: 'risky-daemon', summary: 'r' },
    ],
    'daemonlint/rule': { markdown: '# A page' },
  };
  const finding = (code: unknown, line: number) => ({ source: 'daemonlint', code, range: { start: { line }, end: { line } } });

  it('are shown by their id', async () => {
    const { on } = await started({ answers });
    await run(on, 'showRule', 'crontab/syntax');
    assert.deepEqual(logged(on, 'markdown.showPreview'), ['daemonlint-rule:/crontab/syntax.md']);
  });

  it('are shown as text where there is no Markdown', async () => {
    const { on } = await started({ answers });
    on.markdownFails = true;
    await run(on, 'showRule', 'risky-daemon');
    assert.deepEqual(logged(on, 'shown'), ['daemonlint-rule:/risky-daemon.md']);
  });

  it('have the page that the server gives', async () => {
    const { on, wire } = await started({ answers });
    assert.equal(await on.pages?.provideTextDocumentContent(address('daemonlint-rule:/crontab/syntax.md')), '# A page');
    assert.deepEqual(wire.asked, [['daemonlint/rule', { id: 'crontab/syntax' }]]);
    wire.answers = {};
    assert.match((await on.pages?.provideTextDocumentContent(address('daemonlint-rule:/x.md'))) ?? '', /^# x\n\nThere is no page/);
  });

  it('of the finding at the cursor go before all others', async () => {
    const { on } = await started({ answers });
    openAt(on, crontab.uri);
    on.diagnostics = [
      finding({ value: 'risky-daemon', target: '' }, 0),
      finding('crontab/syntax', 3),
      { ...finding('eslint', 0), source: 'other' },
    ];
    await run(on, 'showRule');
    assert.deepEqual(logged(on, 'markdown.showPreview'), ['daemonlint-rule:/risky-daemon.md']);
    assert.deepEqual(logged(on, 'offered'), []);
  });

  it('are offered where the cursor is on several or on none', async () => {
    const { on } = await started({ answers });
    openAt(on, crontab.uri);
    on.pick = (items) => items.at(-1);
    await run(on, 'showRule');
    assert.deepEqual(logged(on, 'markdown.showPreview'), ['daemonlint-rule:/risky-daemon.md']);
    on.diagnostics = [finding('risky-daemon', 0), finding('crontab/syntax', 0)];
    await run(on, 'showRule');
    assert.deepEqual(
      on.log.filter(([what]) => what === 'offered').map((each) => each.slice(1)),
      [
        ['crontab/syntax', 'risky-daemon'],
        ['crontab/syntax', 'risky-daemon'],
      ],
    );
  });

  it('cannot be offered without a server, which is said', async () => {
    const { on } = await started();
    await run(on, 'showRule');
    assert.equal(logged(on, 'warning').length, 1);
  });
});
