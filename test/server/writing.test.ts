/** What helps while one writes, over a whole session: completion, signature, tokens, selection and columns, with positions as editors count them. */
import assert from 'node:assert/strict';
import type {
  CompletionItem,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SignatureHelp,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, rangeOf, start, stopAll, TOP } from './client.js';

const uri = 'file:///host/etc/crontab';

describe('a session in which somebody writes', function () {
  this.timeout(120_000);
  let client: Client;
  beforeEach(async () => {
    client = await start();
  });
  afterEach(stopAll);

  const textDocument = { uri };
  const ask = <T>(method: string, params: object): Promise<T> =>
    client.connection.sendRequest<T>(`textDocument/${method}`, { textDocument, ...params });
  const endOf = (word: string): Position => rangeOf(client.text(uri), word).end;
  const edited = (edits: readonly TextEdit[]): string =>
    TextDocument.applyEdits(TextDocument.create(uri, 'crontab', 1, client.text(uri)), [...edits]);

  it('says what it can', () => {
    const { capabilities } = client.initialized;
    assert.ok(
      capabilities.selectionRangeProvider && capabilities.documentFormattingProvider && capabilities.documentRangeFormattingProvider,
    );
    assert.deepEqual(capabilities.documentOnTypeFormattingProvider, { firstTriggerCharacter: '\n' });
    assert.ok(capabilities.completionProvider?.triggerCharacters?.includes('@'));
    assert.ok(!capabilities.completionProvider?.triggerCharacters?.includes(' '));
    assert.deepEqual(capabilities.signatureHelpProvider?.triggerCharacters, [' ', '\t']);
    assert.ok(capabilities.semanticTokensProvider?.legend.tokenTypes.includes('enumMember'));
  });

  it('completes a line that nobody has finished, behind astral characters and CRLF', async () => {
    await client.open(uri, 'crontab', '# 😀\r\n5 4 * * mo\r\n0 3 * * * root echo 😀; log\r\n');
    const month = await ask<CompletionItem[]>('completion', { position: endOf('mo') });
    const monday = month.find(({ label }) => label === 'mon');
    assert.ok(monday?.textEdit && 'range' in monday.textEdit);
    assert.equal(edited([{ range: monday.textEdit.range, newText: monday.textEdit.newText }]), client.text(uri).replace('mo\r', 'mon\r'));
    assert.equal(monday.detail, 'Monday');
    assert.match(JSON.stringify(monday.documentation), /"kind":"markdown".*At 04:05 on Mondays/);
    const programs = await ask<CompletionItem[]>('completion', { position: endOf('; log') });
    const logger = programs.find(({ label }) => label === 'logger');
    assert.deepEqual(logger?.textEdit, {
      range: { start: { line: 2, character: 24 }, end: { line: 2, character: 27 } },
      newText: 'logger',
    });
    assert.ok(programs.every(({ sortText }, index) => index === 0 || (programs[index - 1]?.sortText ?? '') < (sortText ?? '')));
  });

  it('completes behind the last line end', async () => {
    await client.open(uri, 'crontab', 'SHELL=/bin/sh\n');
    const items = await ask<CompletionItem[]>('completion', { position: { line: 1, character: 0 } });
    const daily = items.find(({ label }) => label === 'daily at 03:00');
    assert.deepEqual(daily?.textEdit, {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
      newText: '0 3 * * * ',
    });
  });

  it('names the field that is being written', async () => {
    await client.open(uri, 'crontab', '5 4 * \n');
    const help = await ask<SignatureHelp>('signatureHelp', {
      position: { line: 0, character: 6 },
      context: { triggerKind: 2, triggerCharacter: ' ', isRetrigger: false },
    });
    assert.equal(help.activeSignature, 0);
    assert.equal(help.activeParameter, 3);
    const [entry] = help.signatures;
    const label = entry?.parameters?.[3]?.label;
    assert.ok(Array.isArray(label));
    assert.equal(entry?.label.slice(...label), 'month');
    await client.change(uri, TOP, '# ');
    assert.equal(await ask<SignatureHelp | null>('signatureHelp', { position: { line: 0, character: 8 } }), null);
  });

  /** `type word` of each token that `data` tells of. */
  function words(data: readonly number[]): string[] {
    const { tokenTypes = [] } = client.initialized.capabilities.semanticTokensProvider?.legend ?? {};
    const lines = client.text(uri).split(/\r\n|\r|\n/);
    const found: string[] = [];
    let [line, column] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, right = 0, length = 0, type = 0] = data.slice(at, at + 4);
      column = down > 0 ? right : column + right;
      line += down;
      found.push(`${tokenTypes[type]} ${lines[line]?.slice(column, column + length)}`);
    }
    return found;
  }

  it('colours words, splits them where a line ends, and tells the difference after a change', async () => {
    await client.open(uri, 'crontab', '# 😀 note\r\n0 4 * jan * root echo 😀 | tar x\r5 %in\n');
    const all = await ask<SemanticTokens>('semanticTokens/full', {});
    assert.deepEqual(words(all.data), [
      'comment # 😀 note',
      ...['number 0', 'number 4', 'enumMember *', 'enumMember jan', 'enumMember *', 'type root', 'function echo'],
      ...['parameter 😀', 'parameter |', 'function tar', 'parameter x', 'parameter 5', 'string %in'],
    ]);
    const part = await ask<SemanticTokens>('semanticTokens/range', { range: rangeOf(client.text(uri), 'jan') });
    assert.equal(words(part.data)[0], 'number 0');
    await client.change(uri, rangeOf(client.text(uri), 'jan'), '1-3');
    const delta = await ask<SemanticTokensDelta>('semanticTokens/full/delta', { previousResultId: all.resultId });
    const fresh = await ask<SemanticTokens>('semanticTokens/full', {});
    const data = [...all.data];
    for (const { start: from, deleteCount, data: more = [] } of delta.edits) data.splice(from, deleteCount, ...more);
    assert.ok((delta.edits[0]?.data?.length ?? 0) < fresh.data.length / 2, 'the difference is small');
    assert.deepEqual(data, fresh.data);
    const same = await ask<SemanticTokensDelta>('semanticTokens/full/delta', { previousResultId: fresh.resultId });
    assert.deepEqual(same.edits, []);
    const unknown = await ask<SemanticTokens>('semanticTokens/full/delta', { previousResultId: all.resultId });
    assert.deepEqual(unknown.data, fresh.data);
  });

  it('leaves comments and commands to a grammar where the editor has one', async () => {
    await client.stop();
    client = await start({ capabilities: { textDocument: { semanticTokens: { augmentsSyntaxTokens: true } } } });
    await client.open(uri, 'crontab', '# note\n@daily root tar cf x\n');
    assert.deepEqual(words((await ask<SemanticTokens>('semanticTokens/full', {})).data), ['keyword @daily', 'type root', 'function tar']);
  });

  it('grows a selection', async () => {
    await client.open(uri, 'crontab', 'A=😀\r\n\r\n0 1-5,7 * * * root x\r\n');
    const [range, first] = await ask<SelectionRange[]>('selectionRange', { positions: [endOf('1-'), { line: 0, character: 0 }] });
    const grown: string[] = [];
    for (let at: SelectionRange | undefined = range; at; at = at.parent)
      grown.push(TextDocument.create(uri, '', 1, client.text(uri)).getText(at.range));
    assert.deepEqual(grown.slice(0, 5), ['5', '1-5', '1-5,7', '0 1-5,7 * * *', '0 1-5,7 * * * root x']);
    assert.equal(grown.at(-1), client.text(uri));
    assert.deepEqual(first?.range, rangeOf(client.text(uri), 'A'));
  });

  it('aligns columns: all, of a range, and of a line that was ended', async () => {
    const text = '5 4 * * * root  a\r\n30\t14 * * *\troot b \t\r\n# c\r\n6 4 * * * root c\r\n';
    const options = { tabSize: 8, insertSpaces: false };
    await client.open(uri, 'crontab', text);
    const aligned = '5  4  * * * root  a\r\n30 14 * * * root b \t\r\n# c\r\n6  4  * * * root c\r\n';
    assert.equal(edited(await ask<TextEdit[]>('formatting', { options })), aligned);
    const range: Range = { start: { line: 3, character: 0 }, end: { line: 3, character: 1 } };
    assert.equal(edited(await ask<TextEdit[]>('rangeFormatting', { options, range })), text.replace('6 4 ', '6  4  '));
    const ended = await ask<TextEdit[]>('onTypeFormatting', { options, ch: '\n', position: { line: 4, character: 0 } });
    assert.equal(edited(ended), aligned);
  });

  it('says nothing of a document of no kind', async () => {
    const other = 'file:///notes.txt';
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: other, languageId: 'plaintext', version: 1, text: 'a b\n' },
    });
    const of = (method: string, params: object) =>
      client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: other }, ...params });
    assert.deepEqual(await of('completion', { position: TOP.start }), []);
    assert.equal(await of('signatureHelp', { position: TOP.start }), null);
    assert.equal(await of('selectionRange', { positions: [TOP.start] }), null);
    assert.deepEqual(await of('formatting', { options: { tabSize: 8, insertSpaces: true } }), []);
    assert.deepEqual(((await of('semanticTokens/full', {})) as SemanticTokens).data, []);
    assert.deepEqual(client.log, []);
  });
});
