// The status bar says what the active file is taken for, and choosing otherwise reaches the server or the settings.
import assert from 'node:assert/strict';
import { globOf } from '../../client/src/choices.js';
import { address } from './address.js';
import { answer, crontab, logged, run, started, type Wire } from './editor.js';
import { type Desk, openAt } from './vscode.js';

describe('the client: the status bar', () => {
  it('shows kind and form of the active file, and why', async () => {
    const { on, wire } = await started();
    openAt(on, crontab.uri);
    assert.equal(on.bar.shown, false);
    await answer(wire, 'status', crontab);
    assert.deepEqual([on.bar.shown, on.bar.text], [true, '$(server-process) crontab (system)']);
    assert.match(on.bar.tooltip ?? '', /its path says so(.|\n)*debian, cronie/);
  });

  it('shows nothing for other files, nor for one that was closed', async () => {
    const { on, wire } = await started();
    openAt(on, crontab.uri);
    await answer(wire, 'status', crontab);
    openAt(on, 'file:/w/notes.txt');
    assert.equal(on.bar.shown, false);
    openAt(on, crontab.uri);
    assert.equal(on.bar.shown, true);
    on.onClose.fire({ uri: address(crontab.uri) });
    assert.equal(on.bar.shown, false);
  });

  it('names a kind without forms', async () => {
    const { on, wire } = await started();
    openAt(on, 'untitled:Untitled-1');
    await answer(wire, 'status', { ...crontab, uri: 'untitled:Untitled-1', kind: 'inetd', form: '', name: 'inetd.conf' });
    assert.equal(on.bar.text, '$(server-process) inetd.conf');
  });

  it('forgets all when the server is gone or the settings change', async () => {
    for (const event of ['gone', 'settings']) {
      const { on, wire } = await started();
      openAt(on, crontab.uri);
      await answer(wire, 'status', crontab);
      if (event === 'settings') on.onSettings.fire({ affectsConfiguration: (section) => section === 'daemonlint' });
      wire.running = event !== 'gone';
      wire.onState.fire(undefined);
      assert.equal(on.bar.shown, false, event);
    }
  });

  it('passes over what is no status', async () => {
    const { on, wire } = await started();
    openAt(on, crontab.uri);
    for (const nonsense of [null, 7, {}, { ...crontab, form: 1 }, { ...crontab, dialects: 'debian' }])
      await answer(wire, 'status', nonsense);
    assert.equal(on.bar.shown, false);
  });
});

const CHOICES = ['daemonlint/choices', {}];

describe('the client: choosing what a file is', () => {
  async function choosing(uri: string, label: RegExp): Promise<{ on: Desk; wire: Wire }> {
    const choices = [
      { label: 'crontab: user form', kind: 'crontab', form: 'user' },
      { label: 'crontab: system form', kind: 'crontab', form: 'system' },
    ];
    const { on, wire } = await started({ answers: { 'daemonlint/choose': true, 'daemonlint/choices': choices } });
    on.folder = '/w';
    openAt(on, uri);
    await answer(wire, 'status', { ...crontab, uri });
    on.pick = (items) => items.find((item) => label.test(item.label));
    return { on, wire };
  }

  it('tells the server, for this session', async () => {
    const { on, wire } = await choosing(crontab.uri, /user form/);
    await run(on, 'chooseForm');
    assert.deepEqual(wire.asked, [CHOICES, ['daemonlint/choose', { uri: crontab.uri, kind: 'crontab', form: 'user' }]]);
    assert.equal(on.remembered, undefined);
  });

  it('remembers what the file is read as, in the settings of its folder', async () => {
    const { on, wire } = await choosing(crontab.uri, /Remember/);
    on.remembered = { 'other/*': { kind: 'inetd' } };
    await run(on, 'chooseForm');
    assert.deepEqual(on.remembered, { 'other/*': { kind: 'inetd' }, 'etc/crontab': { kind: 'crontab', form: 'system' } });
    assert.deepEqual(wire.asked, [CHOICES]);
  });

  it('forgets what was chosen and what was remembered', async () => {
    const { on, wire } = await choosing(crontab.uri, /detected/);
    on.remembered = { 'other/*': { kind: 'inetd' }, 'etc/crontab': { kind: 'crontab' } };
    await run(on, 'chooseForm');
    assert.deepEqual(on.remembered, { 'other/*': { kind: 'inetd' } });
    assert.deepEqual(wire.asked, [CHOICES, ['daemonlint/choose', { uri: crontab.uri }]]);
  });

  it('leaves no empty setting behind, and writes none where nothing was remembered', async () => {
    const { on } = await choosing(crontab.uri, /detected/);
    on.remembered = { 'etc/crontab': { kind: 'crontab' } };
    await run(on, 'chooseForm');
    assert.equal(on.remembered, undefined);
  });

  it('does not offer to remember an untitled document', async () => {
    const { on } = await choosing('untitled:Untitled-1', /Remember/);
    await run(on, 'chooseForm');
    const [offered] = on.log;
    assert.ok(offered?.includes('As detected'));
    assert.ok(!offered?.some((label) => /Remember/.test(String(label))));
  });

  it('asks for a file first', async () => {
    const { on } = await started();
    await run(on, 'chooseForm');
    assert.equal(logged(on, 'information').length, 1);
  });

  it('writes globs that fit one file only', () => {
    assert.equal(globOf('etc/crontab'), 'etc/crontab');
    assert.equal(globOf('crontab'), '/crontab');
    assert.equal(globOf('a[1]/b*(c).cron'), 'a\\[1\\]/b\\*\\(c\\).cron');
  });
});
