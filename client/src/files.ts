/** Reads files for the server through the editor, so that remote and virtual folders work as local ones do. Errors are values; links are not followed. */
import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, Disposable } from 'vscode-languageclient';
import { methods } from './protocol.js';

type EntryType = 'file' | 'directory' | 'link' | 'other';

const LARGEST = 32 * 1024 * 1024;
const CHUNK = 0x8000;

function typeOf(bits: FileType): EntryType {
  if (bits & FileType.SymbolicLink) return 'link';
  if (bits & FileType.File) return 'file';
  return bits & FileType.Directory ? 'directory' : 'other';
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

async function stat(uri: Uri): Promise<{ readonly size: number; readonly type: EntryType }> {
  const { size, type } = await workspace.fs.stat(uri);
  return { size, type: typeOf(type) };
}

async function read(uri: Uri): Promise<{ readonly base64: string }> {
  const { size, type } = await stat(uri);
  if (type !== 'file') throw new Error(`is no plain file (${type})`);
  if (size > LARGEST) throw new Error(`is larger than ${LARGEST} bytes`);
  return { base64: base64Of(await workspace.fs.readFile(uri)) };
}

/** A link to a folder is listed only where the person opened it as the workspace. */
async function list(uri: Uri): Promise<{ readonly entries: readonly { readonly name: string; readonly type: EntryType }[] }> {
  const opened = workspace.workspaceFolders?.some((folder) => folder.uri.toString() === uri.toString()) === true;
  if (!opened && (await stat(uri)).type !== 'directory') throw new Error('is no folder');
  const entries = await workspace.fs.readDirectory(uri);
  return { entries: entries.map(([name, type]) => ({ name, type: typeOf(type) })) };
}

/** Wraps `work` so that it answers `{error}` instead of throwing, whatever it was sent. */
function answering<T extends object>(work: (uri: Uri) => Promise<T>): (params: unknown) => Promise<T | { readonly error: string }> {
  return async (params) => {
    try {
      return await work(Uri.parse((params as { readonly uri: string }).uri, true));
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  };
}

/** Answers the server's questions about files until the answer is disposed of. */
export const answerForFiles = (client: BaseLanguageClient): readonly Disposable[] => [
  client.onRequest(methods.read, answering(read)),
  client.onRequest(methods.list, answering(list)),
  client.onRequest(methods.stat, answering(stat)),
];
