/** A unified diff, from git or anywhere, read into what changed in which file. */
import { applyPatch, parsePatch, reversePatch, type StructuredPatch } from 'diff';
import { textOfBytes } from '../../../workspace/src/index.js';

/** What a diff says of one file. */
export interface FilePatch {
  /** As the diff names it: before the change and after it; undefined where the file was not there. */
  readonly from?: string;
  readonly to?: string;
  /** True where the names begin with a folder that stands for a side, as `a/` and `b/` of git do. */
  readonly prefixed: boolean;
  /** True where git says that the file had another name. */
  readonly isRename: boolean;
  /** True where nothing is told of lines. */
  readonly isBinary: boolean;
  /** The permission bits before, where the change is one of them as well: git tells 0644 from 0755, and nothing finer. */
  readonly modeBefore?: number;
  /** True for the line of the new text, 1-based, that the change brought. */
  isNew(line: number): boolean;
  /** Of a link that is gone or was another one: what it said. */
  readonly said: string;
  /** The text from which the change made `text`; undefined where it cannot have made it. */
  before(text: string): string | undefined;
}

/** Bytes above 127 in quoted names are written by their octal digits: here they are what they stand for. */
const rawNames = (text: string): string =>
  text.replace(/^(?:diff --git |--- |\+\+\+ |(?:rename|copy) (?:from|to) ).*".*$/gm, (line) =>
    line.replace(/(?<!\\)(?:\\\\)*(?:\\[23][0-7]{2})+/g, (run) => {
      const slashes = /^(?:\\\\)*/.exec(run)?.[0] ?? '';
      const bytes = run.slice(slashes.length).match(/[0-7]{3}/g) ?? [];
      return slashes + textOfBytes(Uint8Array.from(bytes, (octal) => Number.parseInt(octal, 8)));
    }),
  );

/** A diff that went through a mail or an editor of Windows: every line ends in CRLF, those of the headers as well. */
const isCrlf = (text: string): boolean =>
  /^(?:diff --git|---|\+\+\+|@@) [^\n]*\r\n/m.test(text) && !/^(?:diff --git|---|\+\+\+|@@) (?:[^\n]*[^\r\n])?\n/m.test(text);

const NOWHERE = '/dev/null';

/** The permission bits of a mode as git writes it: `100755`. */
const bitsOf = (mode: string | undefined): number | undefined => (mode === undefined ? undefined : Number.parseInt(mode, 8) & 0o777);

const isPrefixed = ({ oldFileName = '', newFileName = '' }: StructuredPatch): boolean =>
  [oldFileName, newFileName].every((name) => name === NOWHERE || /^[abciow]\//.test(name));

/** The lines that come with the change, 1-based. */
function newLines({ hunks }: StructuredPatch): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { newStart, lines } of hunks) {
    let line = newStart;
    for (const text of lines) {
      if (text.startsWith('+')) found.add(line);
      if (!text.startsWith('-') && !text.startsWith('\\')) line++;
    }
  }
  return found;
}

function patchOf(patch: StructuredPatch): FilePatch {
  const { oldFileName: old, newFileName: now, hunks, isRename = false, isBinary = false, isCreate, isDelete } = patch;
  const from = isCreate || old === NOWHERE ? undefined : old;
  const to = isDelete || now === NOWHERE ? undefined : now;
  const lines = newLines(patch);
  const modeBefore = bitsOf(patch.oldMode);
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    prefixed: isPrefixed(patch),
    isRename,
    isBinary,
    ...(modeBefore !== undefined && to !== undefined && { modeBefore }),
    isNew: (line) => isBinary || lines.has(line),
    said: hunks.flatMap((hunk) => hunk.lines.flatMap((line) => (line.startsWith('-') ? line.slice(1) : []))).join('\n'),
    before(text) {
      if (isBinary || from === undefined) return undefined;
      const made = applyPatch(text, reversePatch(patch));
      return made === false ? undefined : made;
    },
  };
}

/** What `bytes` say of each file; undefined where they are no unified diff. An empty one says of no file. */
export function readDiff(bytes: Uint8Array): readonly FilePatch[] | undefined {
  const text = textOfBytes(bytes);
  if (text.trim() === '') return [];
  try {
    const patches = parsePatch(rawNames(isCrlf(text) ? text.replaceAll('\r\n', '\n') : text));
    const named = patches.filter(({ oldFileName, newFileName }) => oldFileName !== undefined && newFileName !== undefined);
    return named.length === 0 ? undefined : named.map(patchOf);
  } catch {
    return undefined;
  }
}
