/** A unified diff, from git or anywhere, read into what changed in which file. */
import { applyPatch, parsePatch, reversePatch, type StructuredPatch } from 'diff';
import { textOfBytes } from '../../../workspace/src/index.js';
import { plainDiff } from './plain-diff.js';

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
  /** Where a line of the new text that the change left alone stood before it, 1-based. */
  lineBefore(line: number): number;
  /** Of a link that is gone or was another one: what it said. */
  readonly said: string;
  /** The text from which the change made `text`; undefined where it cannot have made it. */
  before(text: string): string | undefined;
}

const NOWHERE = '/dev/null';

/** The permission bits of a mode as git writes it: `100755`. */
const bitsOf = (mode: string | undefined): number | undefined => (mode === undefined ? undefined : Number.parseInt(mode, 8) & 0o777);

const isPrefixed = ({ oldFileName = '', newFileName = '' }: StructuredPatch): boolean =>
  [oldFileName, newFileName].every((name) => name === NOWHERE || /^[abciow]\//.test(name));

/** The lines of the new text that the hunks show, 1-based, each with where it stood before; undefined for what comes with the change. */
function originsIn({ hunks }: StructuredPatch): ReadonlyMap<number, number | undefined> {
  const found = new Map<number, number | undefined>();
  for (const { oldStart, newStart, lines } of hunks) {
    let [was, is] = [oldStart, newStart];
    for (const [mark = ' '] of lines) {
      if (mark === '+') found.set(is++, undefined);
      else if (mark === '-') was++;
      else if (mark !== '\\') found.set(is++, was++);
    }
  }
  return found;
}

function patchOf(patch: StructuredPatch): FilePatch {
  const { oldFileName: old, newFileName: now, hunks, isRename = false, isBinary = false, isCreate, isDelete } = patch;
  const from = isCreate || old === NOWHERE ? undefined : old;
  const to = isDelete || now === NOWHERE ? undefined : now;
  const origins = originsIn(patch);
  const modeBefore = bitsOf(patch.oldMode);
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    prefixed: isPrefixed(patch),
    isRename,
    isBinary,
    ...(modeBefore !== undefined && to !== undefined && { modeBefore }),
    isNew: (line) => isBinary || (origins.has(line) && origins.get(line) === undefined),
    lineBefore: (line) =>
      origins.get(line) ??
      hunks.reduce(
        (before, { newStart, newLines, oldLines }) => (newStart + newLines <= line ? before + oldLines - newLines : before),
        line,
      ),
    said: hunks.flatMap((hunk) => hunk.lines.flatMap((line) => (line.startsWith('-') ? line.slice(1) : []))).join('\n'),
    before(text) {
      if (isBinary || from === undefined) return undefined;
      const made = applyPatch(text, reversePatch(patch));
      return made === false ? undefined : made;
    },
  };
}

/** True where what is said of the last file ends before its first hunk: the rest of the diff is lost, and would be passed over without a word. */
function isCutShort(text: string): boolean {
  const last = text.slice(text.lastIndexOf('\ndiff --git ') + 1);
  if (/^diff --git [^\n]*\n?$/.test(last)) return true;
  return /^(?:--- |\+\+\+ |index [\da-f]+\.\.[\da-f]+ \d+$)/m.test(last) && !/^(?:@@ |Binary files |GIT binary patch)/m.test(last);
}

/** What `bytes` say of each file; undefined where they are no unified diff, or the beginning of one. An empty one says of no file. */
export function readDiff(bytes: Uint8Array): readonly FilePatch[] | undefined {
  const text = textOfBytes(bytes);
  if (text.trim() === '') return [];
  try {
    const plain = plainDiff(text);
    if (isCutShort(plain)) return undefined;
    const patches = parsePatch(plain);
    const named = patches.filter(({ oldFileName, newFileName }) => oldFileName !== undefined && newFileName !== undefined);
    return named.length === 0 ? undefined : named.map(patchOf);
  } catch {
    return undefined;
  }
}
