/** Times keystrokes in crontabs: from the change to the last byte of its diagnostics, over a real connection. What a client makes of them is its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { median } from './clock.js';
import { generated } from './texts.js';

const KEYS = 60;
/** The first ones find the server cold. */
const COLD = 15;

/** What is typed: another letter in a command, which no rule minds, or one in the minute and out again, so that a finding comes and goes. */
export type Typing = 'a command' | 'a field';

const TYPED = {
  'a command': { at: 'job-', length: 1, texts: ['k', 'j'] },
  'a field': { at: '', length: 0, texts: ['x', ''] },
} as const;

/** A crontab that is open in the server. */
class Open {
  private version = 1;
  private previousResultId: string | undefined;
  private readonly line: number;
  private readonly character: number;

  constructor(
    private readonly connection: MessageConnection,
    private readonly uri: string,
    private readonly typing: Typing,
    text: string,
    /** When the last bytes came from the server. */
    private readonly heard: () => number,
  ) {
    // Not the line in the very middle: it is one of those with a finding.
    this.line = Math.floor(text.split('\n').length / 2) + 1;
    this.character = (text.split('\n')[this.line] ?? '').indexOf(TYPED[typing].at);
    void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'crontab', version: 1, text } });
  }

  /** Types and waits for the diagnostics; milliseconds. */
  async type(): Promise<number> {
    const { uri, line, character } = this;
    const { length, texts } = TYPED[this.typing];
    const start = performance.now();
    const isBack = this.version % 2 === 0;
    const range = { start: { line, character }, end: { line, character: character + (isBack ? texts[0].length : length) } };
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.version },
      contentChanges: [{ range, text: texts[isBack ? 1 : 0] }],
    });
    // As VS Code does, it names what it was given last.
    const params = { textDocument: { uri }, ...(this.previousResultId !== undefined && { previousResultId: this.previousResultId }) };
    const { resultId } = await this.connection.sendRequest<{ resultId?: string }>('textDocument/diagnostic', params);
    this.previousResultId = resultId;
    return this.heard() - start;
  }
}

/** Medians, in milliseconds, of keystrokes in the middle of crontabs of 100 and of 10,000 lines, in turn. `clean`: without findings, but for the crowds that 10,000 jobs make. */
export async function keystrokes(typing: Typing, clean: boolean): Promise<{ readonly few: number; readonly many: number }> {
  const server: ChildProcess = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  if (!server.stdin || !server.stdout) throw new Error('no pipes');
  let heard = 0;
  server.stdout.on('data', () => {
    heard = performance.now();
  });
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  await connection.sendNotification('initialized', {});
  const files = [100, 10_000].map((lines) => {
    const made = generated('crontab', lines, 0);
    const text = (clean ? made.replaceAll('service snmpd restart', '/usr/local/bin/report') : made).replace(/^((?:\S+ ){5})/gm, '$1root ');
    return { open: new Open(connection, `file:///host/etc/cron.d/lines-${lines}`, typing, text, () => heard), times: [] as number[] };
  });
  for (let key = 0; key < KEYS; key++)
    for (const { open, times } of files) {
      const time = await open.type();
      if (key >= COLD) times.push(time);
      // A person pauses; what the server does then is not what they wait for.
      await new Promise((done) => setTimeout(done, 20));
    }
  await connection.sendRequest('shutdown');
  void connection.sendNotification('exit');
  await new Promise((done) => server.once('exit', done));
  connection.dispose();
  const [few = 0, many = 0] = files.map(({ times }) => median(times));
  return { few, many };
}
