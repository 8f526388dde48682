/** Inlay hints over the wire, and the clock that has them asked for anew. */
import assert from 'node:assert/strict';
import type { InlayHint } from 'vscode-languageserver-protocol';
import { HintClock, type Timers } from '../../server/src/hint-clock.js';
import { type Client, eventually, start, stopAll } from './client.js';

const uri = 'file:///host/etc/cron.d/x';
const TEXT = '# jobs\n5 4 * * 1 root x\n0 0 31 2 * root y\n';
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };

const ask = (client: Client, range = WHOLE) =>
  client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });

const able = (inlayHint: object) => ({
  textDocument: { inlayHint },
  workspace: { configuration: true, inlayHint: { refreshSupport: true } },
});

describe('inlay hints', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  it('come for the range, padded, at the end of the line; their tooltip when it is asked for', async () => {
    const client = await start({ capabilities: able({ resolveSupport: { properties: ['tooltip'] } }) });
    assert.deepEqual(client.initialized.capabilities.inlayHintProvider, { resolveProvider: true });
    await client.open(uri, 'crontab', TEXT);
    const found = await ask(client);
    assert.deepEqual(
      found.map(({ position }) => position),
      [
        { line: 1, character: 16 },
        { line: 2, character: 17 },
      ],
    );
    const [first] = found;
    assert.match(String(first?.label), /^at 04:05 on Mondays · next /);
    assert.equal(found[1]?.label, 'never runs');
    assert.equal(first?.paddingLeft, true);
    assert.equal(first?.tooltip, undefined);
    const resolved = await client.connection.sendRequest<InlayHint>('inlayHint/resolve', first);
    assert.match(JSON.stringify(resolved.tooltip), /\*\*Runs\*\*/);
    assert.equal(resolved.label, first?.label);
    const line = { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } };
    assert.deepEqual(
      (await ask(client, line)).map(({ label }) => label),
      ['never runs'],
    );
    await client.close(uri);
    assert.deepEqual(await ask(client), []);
    assert.deepEqual(await client.connection.sendRequest('inlayHint/resolve', first), first);
  });

  it('carry their tooltip for a client that does not ask for it', async () => {
    const client = await start({ capabilities: able({}) });
    await client.open(uri, 'crontab', TEXT);
    for (const { tooltip } of await ask(client)) assert.match(JSON.stringify(tooltip), /\*\*Runs\*\*/);
  });

  it('are turned off by settings, and asked for anew when those change', async () => {
    let settings: object = {};
    const client = await start({
      capabilities: able({}),
      settings: () => settings,
      answers: { 'workspace/inlayHint/refresh': () => null },
    });
    await client.open(uri, 'crontab', TEXT);
    const asked = () => client.heard.filter(({ method }) => method === 'workspace/inlayHint/refresh').length;
    const become = async (hints: unknown, ...labels: string[]) => {
      settings = { hints };
      const before = asked();
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      let now: string[] = [];
      for (const end = Date.now() + 30_000; Date.now() < end && JSON.stringify(now) !== JSON.stringify(labels); )
        now = (await ask(client)).map(({ label }) => String(label).replace(/next .*/, 'next'));
      assert.deepEqual(now, labels);
      await eventually(
        () => `no refresh; ${client.log.join('\n')}`,
        () => asked() > before,
      );
    };
    await become({ words: false }, 'next', 'never runs');
    await become({ next: false }, 'at 04:05 on Mondays', 'never runs');
    await become({ words: false, next: false });
    await become('nonsense', 'at 04:05 on Mondays · next', 'never runs');
  });
});

/** Time that stands still until it is moved. */
class StillTime implements Timers {
  private at = 0;
  private timer: { readonly work: () => void; readonly due: number } | undefined;
  now = () => this.at;
  later = (work: () => void, ms: number) => {
    assert.equal(this.timer, undefined, 'two timers at a time');
    const timer = { work, due: this.at + ms };
    this.timer = timer;
    return () => {
      if (this.timer === timer) this.timer = undefined;
    };
  };
  get idle(): boolean {
    return this.timer === undefined;
  }
  to(ms: number): void {
    while (this.timer !== undefined && this.timer.due <= ms) {
      const { work, due } = this.timer;
      this.at = Math.max(this.at, due);
      this.timer = undefined;
      work();
    }
    this.at = ms;
  }
}

describe('the clock of the hints', () => {
  const MINUTE = 60_000;
  const begin = (canRefresh = true) => {
    const time = new StillTime();
    const rung: number[] = [];
    return { time, rung, clock: new HintClock(time, canRefresh ? () => void rung.push(time.now()) : undefined) };
  };

  it('rings once the first time has come, and not again until something is due', () => {
    const { time, rung, clock } = begin();
    clock.note('a', 10 * MINUTE);
    clock.note('b', 5 * MINUTE);
    clock.note('b', 7 * MINUTE);
    time.to(5 * MINUTE);
    assert.deepEqual(rung, []);
    time.to(30 * MINUTE);
    assert.deepEqual(rung, [5 * MINUTE + 500]);
    assert.ok(time.idle);
  });

  it('rings at most once a minute', () => {
    const { time, rung, clock } = begin();
    for (let second = 0; second < 300; second++) {
      time.to(second * 1000);
      clock.note('a', second * 1000);
    }
    assert.equal(rung.length, 5);
    assert.ok(rung.every((at, index) => index === 0 || at - (rung[index - 1] ?? 0) >= MINUTE));
  });

  it('rests when the document is closed, when nothing will change, and for a client that cannot', () => {
    const { time, clock } = begin();
    clock.note('a', Number.POSITIVE_INFINITY);
    assert.ok(time.idle);
    clock.note('a', MINUTE);
    clock.closed('a');
    assert.ok(time.idle);
    const mute = begin(false);
    mute.clock.note('a', MINUTE);
    mute.clock.now();
    assert.ok(mute.time.idle);
  });

  it('waits for times that are further than a timer holds', () => {
    const { time, rung, clock } = begin();
    clock.note('a', 100 * 24 * 60 * MINUTE);
    time.to(100 * 24 * 60 * MINUTE + 500);
    assert.deepEqual(rung, [100 * 24 * 60 * MINUTE + 500]);
  });
});
