/** The plan of a host and its undo, as new documents: scripts to be read. Nothing is run. */
import { Uri, window, workspace } from 'vscode';
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

/** Shows the plan, or its undo, for the host of `given`, of the active editor, or of the first folder; asks where it is open which. */
export async function showPlan(client: BaseLanguageClient, given: unknown, undo: boolean): Promise<void> {
  const here = window.activeTextEditor?.document.uri ?? workspace.workspaceFolders?.[0]?.uri;
  const uri = given instanceof Uri ? given : here;
  if (uri === undefined)
    return void window.showInformationMessage('Open a file or the folder of a host first: a plan is made from what is in it.');
  let question: Question | undefined = { uri: client.code2ProtocolConverter.asUri(uri), undo };
  while (question !== undefined) {
    const reply: Reply | undefined = await ask<Reply>(client, methods.plan, question);
    if (reply === undefined) return;
    if (reply.type === 'script') return openUntitled(reply);
    if (reply.type === 'nothing')
      return void window.showInformationMessage('No file here is of a kind that daemonlint knows: there is nothing to plan.');
    question = await answered(question, reply);
  }
}
