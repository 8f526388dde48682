/** From what was found to text. */
import { type Choice, identify, isReadAt, type Wish } from '../../core/src/index.js';
import { decode, type Encoding, startsWith } from './decode.js';
import type { Found } from './discover.js';
import { type Files, type Problem, problemOf, readWhole, tooLarge } from './files.js';
import { linkAt, listingOf } from './links.js';

export interface Source {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** As read; absent where the text was made from a directory of links. */
  readonly bytes?: Uint8Array;
  /** Permission bits of the file; absent where they are not known. */
  readonly mode?: number;
}

/** What stands in a clone in the place of a file that Git LFS keeps elsewhere. */
const POINTER = [...new TextEncoder().encode('version https://git-lfs.github.com/spec/v1\n')];

/** How files begin that somebody keeps encrypted, as in a repository of /etc. */
const SEALED = (
  [
    ['Ansible Vault', '$ANSIBLE_VAULT;'],
    ['openssl', 'U2FsdGVkX1'],
    ['PGP', '-----BEGIN PGP MESSAGE-----'],
    ['age', '-----BEGIN AGE ENCRYPTED FILE-----'],
    ['git-crypt', '\0GITCRYPT\0'],
  ] as const
).map(([by, start]) => [by, [...new TextEncoder().encode(start)]] as const);

export const sourceOf = (path: string, bytes: Uint8Array): Source | (Problem & { readonly binary: boolean }) => {
  // Standard input tells its size no sooner.
  const large = tooLarge(bytes.length);
  if (large !== undefined) return { path, message: large, binary: false };
  if (startsWith(bytes, POINTER))
    return {
      path,
      message: 'is a pointer of Git LFS, not the file itself: fetch it with git lfs pull (in GitHub Actions, checkout with lfs: true)',
      binary: false,
    };
  const sealed = SEALED.find(([, start]) => startsWith(bytes, start));
  if (sealed) return { path, message: `is encrypted (${sealed[0]}), so nobody reads it as it stands: decrypt it first`, binary: true };
  const decoded = decode(bytes);
  if ('problem' in decoded) return { path, message: decoded.message, binary: decoded.problem === 'binary' && !isReadAt(path) };
  return { path, bytes, ...decoded };
};

/** Reads a file or a directory of links. `binary` tells problems that a folder scan has no reason to mention: what is no text, and lies where no daemon would read it. */
export async function readSource(
  files: Files,
  { path, type, isPlain }: Found,
): Promise<Source | (Problem & { readonly binary?: boolean })> {
  try {
    if (type === 'links') return { path, text: await listingOf(files, path), encoding: 'utf-8' };
    const { bytes, mode } = await readWhole(files, path, isPlain);
    const source = sourceOf(path, bytes);
    return mode === undefined || 'message' in source ? source : { ...source, mode };
  } catch (error) {
    return problemOf(path, error);
  }
}

const isDirectory = ({ bytes }: Source): boolean => bytes === undefined;

/** The name of the link that `offset` of a directory's listing is about; undefined for its header, and in a file. */
export const linkIn = (source: Source, offset: number): string | undefined =>
  isDirectory(source) ? linkAt(source.text, offset) : undefined;

/** A directory is no text that could be edited, whatever anyone says of its path. */
const DIRECTORY: Wish = { kind: 'listing', form: 'directory' };

/** What a source is. `sniff` is for named files and standard input: there the content has a say. */
export const choiceOf = (
  source: Source,
  project: Wish,
  { flag, sniff }: { readonly flag?: Wish; readonly sniff: boolean },
): Choice | undefined => {
  const said = isDirectory(source) ? DIRECTORY : flag;
  return identify({ path: source.path, text: source.text, project, ...(said && { flag: said }), sniff });
};
