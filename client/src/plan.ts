/** The plan of a host and its undo, as new documents: scripts to be read. Nothing is run. */
import { type TextDocument, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { openUntitled } from './notes.js';
import { ask, methods } from './protocol.js';

interface Reply {
  readonly type: 'script' | 'nothing' | 'hosts' | 'systems';
  readonly language?: string;
  readonly text?: string;
  readonly hosts?: readonly { readonly label: string; readonly uri: string }[];
  readonly systems?: readonly { readonly label: string; readonly id: string }[];
}

type Question = Readonly<Record<string, unknown>>;

/** What each script that is shown was made from: with a plan in front, its undo is wanted of the same host and system. */
const questions = new WeakMap<TextDocument, Question>();

/** What is asked for without further words: of the host of `given`, of the script in front, of the active editor, or of the first folder. */
function firstQuestion(client: BaseLanguageClient, given: unknown): Question | undefined {
  const document = window.activeTextEditor?.document;
  const asked = document && questions.get(document);
  if (asked && !(given instanceof Uri)) return asked;
  const uri = given instanceof Uri ? given : (document?.uri ?? workspace.workspaceFolders?.[0]?.uri);
  return uri && { uri: client.code2ProtocolConverter.asUri(uri) };
}

/** What the reply leaves to the person, added to the question; undefined where it leaves nothing, or nothing was picked. */
async function answered(question: Question, { type, hosts = [], systems = [] }: Reply): Promise<Question | undefined> {
  const title = 'daemonlint: plan';
  if (type === 'hosts') {
    const picked = await window.showQuickPick(hosts, { title, placeHolder: 'A plan is for one host: which?' });
    return picked && { ...question, uri: picked.uri };
  }
  const picked = await window.showQuickPick(systems, { title, placeHolder: 'The files do not tell: which system is this?' });
  return picked && { ...question, system: picked.id };
}

/** Shows the plan, or its undo, of a host; asks where it is open which host or which system. */
export async function showPlan(client: BaseLanguageClient, given: unknown, undo: boolean): Promise<void> {
  const first = firstQuestion(client, given);
  if (first === undefined)
    return void window.showInformationMessage('Open a file or the folder of a host first: a plan is made from what is in it.');
  let question: Question | undefined = { ...first, undo };
  while (question !== undefined) {
    const reply: Reply | undefined = await ask<Reply>(client, methods.plan, question);
    if (reply === undefined) return;
    if (reply.type === 'script') {
      const script = await openUntitled(reply);
      if (script) questions.set(script, question);
      return;
    }
    if (reply.type === 'nothing')
      return void window.showInformationMessage('No file here is of a kind that daemonlint knows: there is nothing to plan.');
    question = await answered(question, reply);
  }
}
