/** Files as the editor has them. */
import type { Files } from '../../workspace/src/index.js';
import type { Ground } from './placed.js';
import type { Session } from './session.js';

/** The files of `ground`, with what the editor holds of them. */
export function asInEditor(session: Session, { files, uriOf }: Pick<Ground, 'files' | 'uriOf'>): Files {
  const text = (path: string) => session.openAt(uriOf(path))?.getText();
  return {
    ...files,
    read: async (path) => {
      const open = text(path);
      return open === undefined ? files.read(path) : new TextEncoder().encode(open);
    },
  };
}
