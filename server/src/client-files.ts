/** The client's file system as {@link Files}: so that virtual, remote and untrusted folders are read by the editor's own rules. */
import type { Connection } from 'vscode-languageserver';
import { type Entry, type Files, fileError, type Status } from '../../workspace/src/index.js';
import { isRecord } from './protocol.js';

const types = ['file', 'directory', 'link', 'other'] as const;

const typeOf = (value: unknown): Entry['type'] => types.find((type) => type === value) ?? 'other';

function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** `uriOf` turns a path into the URI that the client is asked for. Whatever the client answers instead of a file is a FileError. */
export function clientFiles(connection: Pick<Connection, 'sendRequest'>, uriOf: (path: string) => string): Files {
  async function ask(method: string, path: string): Promise<Readonly<Record<string, unknown>>> {
    const answer: unknown = await connection
      .sendRequest(method, { uri: uriOf(path) })
      .catch((error: unknown) => ({ error: String(error) }));
    if (!isRecord(answer) || typeof answer.error === 'string')
      throw fileError('missing', isRecord(answer) ? String(answer.error) : 'cannot be read');
    return answer;
  }
  return {
    async read(path) {
      const { base64 } = await ask('daemonlint/files/read', path);
      try {
        return fromBase64(typeof base64 === 'string' ? base64 : '');
      } catch {
        throw fileError('other', 'cannot be read: the editor sent something else than base64');
      }
    },
    async list(path) {
      const { entries } = await ask('daemonlint/files/list', path);
      return (Array.isArray(entries) ? entries : []).flatMap((entry: unknown) =>
        isRecord(entry) && typeof entry.name === 'string' ? [{ name: entry.name, type: typeOf(entry.type) }] : [],
      );
    },
    async stat(path): Promise<Status> {
      const { size, type } = await ask('daemonlint/files/stat', path);
      const known = typeOf(type);
      // The client does not read through links, which may lead out of the workspace.
      return { size: typeof size === 'number' ? size : 0, type: known === 'link' ? 'other' : known };
    },
  };
}

const unreadable = (): Promise<never> => Promise.reject(fileError('missing', 'cannot be read: the editor does not lend its files'));

/** For schemes that only the client could read, where it does not. */
export const noFiles: Files = { read: unreadable, list: unreadable, stat: unreadable };
