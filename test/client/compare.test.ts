// Comparing with the index or a commit, and lenses on what changed: what is asked of the Git extension and of the server, and what is shown.
import assert from 'node:assert/strict';
import { address } from './address.js';
import { logged, run, started } from './editor.js';
import { type Desk, openAt } from './vscode.js';
import { gitOf, type RepositoryOfDesk, repository } from './vscode-git.js';

const [COMPARE, KNOWN] = ['daemonlint/compare', 'daemonlint/known'];
const CRONTAB = '/w/etc/crontab';
const at = (path: string) => address(`file:${path}`);
const changeOf = (path: string) => ({ uri: at(path), originalUri: at(path) });

const REPLY = {
  markdown: '### a comparison\n',
  files: [{ uri: `file:${CRONTAB}`, lines: [{ line: 3, turn: 'on', text: 'Newly enabled in this change: x' }] }],
};

async function begin(more: Partial<RepositoryOfDesk>, files: readonly string[] = [`file:${CRONTAB}`], links: readonly string[] = []) {
  const { on, wire } = await started({ answers: { [COMPARE]: REPLY, [KNOWN]: { files, links } } });
  const repo = repository(at('/w'), { refs: { HEAD: 'c1', main: 'c0' }, head: 'c1', ...more });
  on.git = gitOf(repo);
  on.folder = '/w';
  on.texts.set(CRONTAB, 'new');
  const asked = (method: string) => wire.asked.filter(([name]) => name === method).map(([, params]) => params);
  return { on, wire, repo, asked, compared: () => asked(COMPARE) };
}

const told = (on: Desk) => [...logged(on, 'warning'), ...logged(on, 'information')];

describe('the client: comparing', () => {
  it('shows what is not as it is in the index, unsaved edits included', async () => {
    const { on, asked, compared } = await begin({
      commits: { '': { [CRONTAB]: 'old', '/w/etc/inetd.conf': 'gone' } },
      working: [changeOf('/w/etc/inetd.conf'), changeOf('/w/main.c')],
    });
    on.unsaved.add(CRONTAB);
    on.texts.set('/elsewhere/crontab', 'x');
    on.unsaved.add('/elsewhere/crontab');
    await run(on, 'compareWithIndex');
    assert.deepEqual(asked(KNOWN), [{ uris: ['file:/w/etc/inetd.conf', 'file:/w/main.c', `file:${CRONTAB}`] }]);
    assert.deepEqual(compared(), [
      {
        title: 'the index to the working tree',
        pairs: [{ uri: `file:${CRONTAB}`, language: 'crontab', oldText: 'old', newText: 'new' }],
      },
    ]);
    assert.deepEqual(logged(on, 'shown'), ['markdown: ### a comparison\n']);
    assert.deepEqual(told(on), []);
  });

  it('shows what is not as it was at a commit: what came, went and was renamed', async () => {
    const [gone, was] = ['/w/etc/inetd.conf', '/w/etc/cron.d/was'];
    const { on, compared } = await begin(
      {
        commits: { c0: { [gone]: 'gone', [was]: 'moved' } },
        changed: [changeOf(gone), { uri: at(CRONTAB), originalUri: at(was), renameUri: at(CRONTAB) }],
      },
      [`file:${CRONTAB}`, `file:${gone}`, `file:${was}`],
    );
    on.typed = ' main ';
    await run(on, 'compareWithRef');
    const [{ title, pairs }] = compared() as [{ title: string; pairs: { uri: string; oldText: unknown; newText: unknown }[] }];
    assert.equal(title, 'main to the working tree');
    assert.deepEqual(
      pairs.map(({ uri, oldText, newText }) => [uri, oldText, newText]),
      [
        [`file:${CRONTAB}`, null, 'new'],
        [`file:${gone}`, 'gone', null],
        [`file:${was}`, 'moved', null],
      ],
    );
  });

  it('asks git where links led, and reads nothing through them', async () => {
    const [gone, fresh] = ['/w/etc/rc3.d/S50snmpd', '/w/etc/rc3.d/S85gpm'];
    const { on, compared } = await begin(
      { commits: { c0: { [gone]: '../init.d/snmpd' } }, changed: [changeOf(gone), changeOf(fresh)] },
      [],
      [`file:${gone}`, `file:${fresh}`],
    );
    on.texts.set(fresh, 'a script that the link leads to');
    on.typed = 'main';
    await run(on, 'compareWithRef');
    const [{ pairs }] = compared() as [{ pairs: object[] }];
    assert.deepEqual(pairs, [
      { uri: `file:${gone}`, language: undefined, oldText: '../init.d/snmpd', newText: null },
      { uri: `file:${fresh}`, language: undefined, oldText: null, newText: null },
    ]);
  });

  it('asks for one commit, and says so where git knows none of that name', async () => {
    const { on, compared } = await begin({});
    await run(on, 'compareWithRef');
    assert.deepEqual([told(on), compared()], [[], []]);
    for (const [typed, words] of [
      ['nowhere', /no commit “nowhere” in w\. In a shallow clone/],
      ['--output=x', /names no commit/],
      ['main..HEAD', /names no commit/],
      ['a b', /names no commit/],
      ['  ', /Name a branch/],
    ] as const) {
      on.typed = typed;
      on.log.length = 0;
      await run(on, 'compareWithRef');
      assert.match(String(logged(on, 'warning')), words, typed);
    }
    assert.deepEqual(compared(), []);
  });

  it('says so where there is nothing to tell, or the server is not there', async () => {
    const { on, wire, compared } = await begin({}, []);
    await run(on, 'compareWithRef', undefined, 'HEAD');
    assert.deepEqual(told(on), ['No file that daemonlint reads is other than in HEAD.']);
    wire.answers = {};
    await run(on, 'compareWithIndex');
    assert.match(String(logged(on, 'warning')), /Restart Server/);
    assert.deepEqual(compared(), []);
  });

  it('tells which files it had to leave out, and compares the others', async () => {
    const { on, compared } = await begin(
      { commits: { c1: { [CRONTAB]: 'old', '/w/etc/fcrontab': '' } }, changed: [changeOf('/w/etc/fcrontab'), changeOf(CRONTAB)] },
      ['file:/w/etc/fcrontab', `file:${CRONTAB}`],
    );
    on.files.set('/w/etc/fcrontab', { type: 1 });
    on.missing.add('/w/etc/fcrontab');
    await run(on, 'compareWithRef', at(CRONTAB), 'HEAD');
    assert.deepEqual(logged(on, 'warning'), ['Left out of the comparison, because it cannot be read: fcrontab']);
    assert.equal((compared() as [{ pairs: object[] }])[0].pairs.length, 1);
  });

  it('says what is missing where there is no Git extension, or it is off, and where nothing is in a repository', async () => {
    const { on } = await begin({});
    on.git = { ...gitOf(), isOff: true };
    await run(on, 'compareWithIndex');
    on.git = undefined;
    await run(on, 'compareWithRef');
    on.git = gitOf();
    await run(on, 'compareWithIndex');
    const [off, none, outside] = logged(on, 'warning').map(String);
    for (const words of [off, none])
      assert.match(words ?? '', /Git extension.*git\.enabled.*virtual workspace.*daemonlint compare HEAD \./);
    assert.match(outside ?? '', /in a Git repository.*daemonlint compare/);
  });

  it('takes the repository of the file, or has one picked', async () => {
    const { on, repo, compared } = await begin({ commits: { c1: { [CRONTAB]: 'old' } }, changed: [changeOf(CRONTAB)] });
    on.git = gitOf(repository(at('/other'), {}), repo);
    await run(on, 'compareWithRef', undefined, 'HEAD');
    assert.deepEqual([on.log.at(-1), compared().length], [['offered', 'other', 'w'], 0]);
    on.pick = (items) => items.at(-1);
    await run(on, 'compareWithRef', undefined, 'HEAD');
    openAt(on, `file:${CRONTAB}`);
    on.pick = () => assert.fail('there is nothing to pick');
    await run(on, 'compareWithRef', undefined, 'HEAD');
    assert.equal(compared().length, 2);
  });
});

describe('the client: lenses on what a change enables', () => {
  const document = (text = 'new', uri = at(CRONTAB)) => ({ uri, languageId: 'crontab', getText: () => text });

  async function lensesOf(on: Desk, shown = document()) {
    assert.ok(on.lenses);
    return (await on.lenses.provideCodeLenses(shown)).map(({ range, command }) => [range.line, command.title, command.command]);
  }

  const OLD = { commits: { c1: { [CRONTAB]: 'old' } } };

  it('stand above the lines, and lead to the whole comparison', async () => {
    const { on, compared } = await begin(OLD);
    assert.deepEqual(await lensesOf(on), [[3, 'Newly enabled in this change: x', 'daemonlint.compareWithRef']]);
    assert.deepEqual(compared(), [{ title: '', pairs: [{ uri: `file:${CRONTAB}`, language: 'crontab', oldText: 'old', newText: 'new' }] }]);
  });

  it('ask for the old text once, until there is another commit', async () => {
    const { on, repo } = await begin({ commits: { c1: { [CRONTAB]: 'old' }, c2: { [CRONTAB]: 'new' } } });
    for (let key = 0; key < 3; key++) await lensesOf(on);
    assert.equal(repo.shown, 1);
    repo.head = 'c2';
    assert.deepEqual(await lensesOf(on), []);
    assert.equal(repo.shown, 2);
    on.onClose.fire({ uri: at(CRONTAB) });
    await lensesOf(on);
    assert.equal(repo.shown, 3);
  });

  it('know a file that was renamed, and one that is new', async () => {
    const was = '/w/etc/was';
    const { on, repo, compared } = await begin({ commits: { c1: { [was]: 'old' } } });
    repo.indexed = [{ uri: at(CRONTAB), originalUri: at(was), renameUri: at(CRONTAB) }];
    await lensesOf(on);
    repo.indexed = [];
    repo.working = [changeOf(CRONTAB)];
    await lensesOf(on);
    const olds = (compared() as { pairs: { oldText: unknown }[] }[]).map(({ pairs }) => pairs[0]?.oldText);
    assert.deepEqual(olds, ['old', null]);
  });

  it('are none where there is no history, nothing changed, git passes the file over, or they are turned off', async () => {
    const { on, repo, compared, wire } = await begin(OLD);
    assert.deepEqual(await lensesOf(on, document('old')), []);
    assert.deepEqual(await lensesOf(on, document('x', at('/w/ignored'))), []);
    assert.deepEqual(await lensesOf(on, document('x', at('/elsewhere/crontab'))), []);
    assert.deepEqual(await lensesOf(on, document('x', address(`git:${CRONTAB}`))), []);
    repo.head = 'unknown';
    assert.deepEqual(await lensesOf(on), []);
    repo.head = undefined;
    assert.deepEqual(await lensesOf(on), []);
    repo.head = 'c1';
    on.settings = { 'lens.changes': false };
    assert.deepEqual(await lensesOf(on), []);
    assert.deepEqual(compared(), []);
    on.settings = {};
    assert.equal((await lensesOf(on)).length, 1);
    wire.answers = {};
    assert.deepEqual(await lensesOf(on), []);
  });

  it('come when a repository is found, the Git extension is turned on, a commit is made, or the settings change', async () => {
    const { on, repo } = await begin(OLD);
    let heard = 0;
    on.lenses?.onDidChangeCodeLenses(() => heard++);
    const git = on.git;
    assert.ok(git);
    on.git = undefined;
    assert.deepEqual(await lensesOf(on), []);
    on.git = git;
    git.isOff = true;
    assert.deepEqual(await lensesOf(on), []);
    git.isOff = false;
    git.onEnabled.fire(true);
    assert.equal((await lensesOf(on)).length, 1);
    git.onOpen.fire();
    repo.onChange.fire();
    on.onSettings.fire({ affectsConfiguration: (section) => section === 'daemonlint' });
    on.onSettings.fire({ affectsConfiguration: () => false });
    assert.equal(heard, 4);
  });
});
