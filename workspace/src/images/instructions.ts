/** A Dockerfile as its instructions. A library that reads all of one would be a twentieth of the extension; the tests hold this before it. */

export interface Instruction {
  /** In capitals. */
  readonly keyword: string;
  /** By name, without the `--`. */
  readonly flags: ReadonlyMap<string, string>;
  /** What stands behind the flags, its lines joined; of a RUN of a here-document the commands, one in a line. */
  readonly content: string;
}

/** The mark that joins lines, which a comment at the very top may set. */
const escapeIn = (text: string): string => /^(?:#[ \t]*\w+[ \t]*=.*\n)*?#[ \t]*escape[ \t]*=[ \t]*([\\`])/i.exec(text)?.[1] ?? '\\';

const isNothing = (line: string): boolean => /^\s*(?:#|$)/.test(line);

/** The delimiters of the here-documents that `content` opens. */
const heresIn = (content: string): readonly string[] =>
  Array.from(content.matchAll(/(?<![<\w])<<-?(["']?)(\w+)\1/g), ([, , delimiter = '']) => delimiter);

const FLAG = /^--([\w-]+)(?:=(\S*))?\s*/;

const HAS_FLAGS: ReadonlySet<string> = new Set(['ADD', 'COPY', 'FROM', 'RUN']);

function instructionOf(joined: string, body: string | undefined): Instruction {
  const [, word = '', rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(joined) ?? [];
  const keyword = word.toUpperCase();
  const flags = new Map<string, string>();
  let content = rest.trimEnd();
  for (let flag = HAS_FLAGS.has(keyword) ? FLAG.exec(content) : null; flag; flag = FLAG.exec(content)) {
    flags.set(flag[1] ?? '', flag[2] ?? '');
    content = content.slice(flag[0].length);
  }
  return { keyword, flags, content: keyword === 'RUN' && content.startsWith('<<') ? (body ?? '') : content };
}

/** The instructions in `text`. Total: a line that is none is one with a keyword that means nothing. */
export function instructionsIn(text: string): readonly Instruction[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const mark = escapeIn(text);
  const goesOn = new RegExp(`${mark === '\\' ? '\\\\' : mark}[ \\t]*$`);
  const found: Instruction[] = [];
  let at = 0;
  /** The lines from here to the one that is `delimiter`, which tabs may precede. */
  const bodyUpTo = (delimiter: string): readonly string[] => {
    const from = at;
    while (at < lines.length && lines[at]?.replace(/^\t+/, '') !== delimiter) at++;
    return lines.slice(from, at++);
  };
  while (at < lines.length) {
    const line = lines[at++] ?? '';
    if (isNothing(line)) continue;
    let joined = line;
    while (goesOn.test(joined) && at < lines.length) {
      const next = lines[at++] ?? '';
      // Comments and empty lines between are no end.
      if (!isNothing(next)) joined = joined.replace(goesOn, '') + next;
    }
    const bodies = /^\s*(?:RUN|COPY|ADD)\s/i.test(joined) ? heresIn(joined).map(bodyUpTo) : [];
    found.push(instructionOf(joined.replace(goesOn, ''), bodies[0]?.join('\n')));
  }
  return found;
}
