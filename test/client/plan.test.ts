// The plan and its undo in the editor: what is asked of the server, what is left to the person, and what is shown.
import assert from 'node:assert/strict';
import { address } from './address.js';
import { crontab, logged, run, started } from './editor.js';
import { openAt } from './vscode.js';

const METHOD = 'daemonlint/plan';
const SCRIPT = { type: 'script', language: 'shellscript', text: '#!/bin/sh\n' };

const begin = async (answer: unknown) => {
  const one = await started({ answers: { [METHOD]: answer } });
  const asked = () => one.wire.asked.filter(([method]) => method === METHOD).map(([, params]) => params);
  return { ...one, asked };
};

describe('the client: the plan', () => {
  it('is shown as a new document, for the file that is shown or the one that is given', async () => {
    const { on, asked } = await begin(SCRIPT);
    openAt(on, crontab.uri);
    await run(on, 'showPlan');
    await run(on, 'showUndoPlan', address('file:/w/other'));
    assert.deepEqual(asked(), [
      { uri: crontab.uri, undo: false },
      { uri: 'file:/w/other', undo: true },
    ]);
    assert.deepEqual(logged(on, 'shown'), ['shellscript: #!/bin/sh\n', 'shellscript: #!/bin/sh\n']);
  });

  it('is for the folder where no file is shown, and wants one of them', async () => {
    const { on, asked } = await begin(SCRIPT);
    await run(on, 'showPlan');
    assert.deepEqual([asked(), logged(on, 'information').length], [[], 1]);
    on.folder = '/w';
    await run(on, 'showPlan');
    assert.deepEqual(asked(), [{ uri: 'file:/w', undo: false }]);
  });

  it('asks which host and which system where that is open', async () => {
    const { on, wire, asked } = await begin({
      type: 'hosts',
      hosts: [
        { label: '/w/a', uri: 'file:/w/a' },
        { label: '/w/b', uri: 'file:/w/b' },
      ],
    });
    on.folder = '/w';
    const replies: unknown[] = [{ type: 'systems', systems: [{ label: 'OpenRC', id: 'openrc' }] }, SCRIPT];
    on.pick = (items) => {
      wire.answers = { [METHOD]: replies.shift() };
      return items.at(-1);
    };
    await run(on, 'showUndoPlan');
    assert.deepEqual(asked(), [
      { uri: 'file:/w', undo: true },
      { uri: 'file:/w/b', undo: true },
      { uri: 'file:/w/b', undo: true, system: 'openrc' },
    ]);
    assert.equal(logged(on, 'shown').length, 1);
  });

  it('asks no more when nothing is picked, and says when there is nothing to plan', async () => {
    const { on, wire, asked } = await begin({ type: 'systems', systems: [{ label: 'OpenRC', id: 'openrc' }] });
    on.folder = '/w';
    on.pick = () => undefined;
    await run(on, 'showPlan');
    assert.equal(asked().length, 1);
    wire.answers = { [METHOD]: { type: 'nothing' } };
    await run(on, 'showPlan');
    assert.deepEqual([logged(on, 'information').length, logged(on, 'shown').length], [1, 0]);
    wire.answers = {};
    await run(on, 'showPlan');
    assert.equal(logged(on, 'shown').length, 0);
  });
});
