/** A file of the disk between being read and being taken in. */
import type { Reading } from '../../core/src/index.js';
import {
  choiceOf,
  type Files,
  type Found,
  isEmptyListing,
  isExcluded,
  type Project,
  readSource,
  wishOf,
} from '../../workspace/src/index.js';

export interface Loaded {
  readonly found: Found;
  readonly project: Project;
  /** Undefined where the project passes over it. */
  readonly source: Awaited<ReturnType<typeof readSource>> | undefined;
}

export const load = async (files: Files, found: Found, project: Project): Promise<Loaded> => ({
  found,
  project,
  source: isExcluded(project, found.path) ? undefined : await readSource(files, found),
});

/** What a host is told by a file that is not open. */
export interface Said {
  readonly text: string;
  readonly document: Reading['document'];
  /** It is a folder of links, as a listing. */
  readonly isListing: boolean;
  /** It is a script whose name and permission bits are judged, in a language of somebody else. */
  readonly isScript: boolean;
}

/** Undefined where the file is of no kind, or says nothing. */
export function saidBy({ found: { path, type }, project, source }: Loaded): Said | undefined {
  if (source === undefined || !('text' in source)) return undefined;
  const choice = choiceOf(source, wishOf(project, path), { sniff: false });
  const isListing = type === 'links';
  if (choice === undefined || (isListing && isEmptyListing(source.text))) return undefined;
  const { document } = choice.kind.read(source.text, choice);
  // An rc.conf is a script, too, but of a language of ours: the editor shows it to the server.
  const isScript = choice.kind.scripts === true && choice.kind.editor.language === undefined;
  return { text: source.text, document, isListing, isScript };
}
