/** Programs that read the files that they are given, and where those stand among their words. */

import { baseName } from '../../../text/base-name.js';
import { type Command, takesNext } from '../../../text/shell/commands.js';
import type { Word } from '../../../text/words.js';

/** How a program is told what to read. */
interface Reader {
  /** Letters of the options that take the next word with them. */
  readonly valued: string;
  /** Plain words before the files: a pattern, a script. */
  readonly before: number;
  /** Letters of the options that are given instead of that word. */
  readonly instead?: string;
  /** An option without which the words need not be files. */
  readonly needs?: RegExp;
}

const reader = (valued = '', before = 0, instead = ''): Reader => ({ valued, before, instead });

/** Programs whose plain words are files that they read. */
export const READERS: ReadonlyMap<string, Reader> = new Map([
  ...'cat rev wc expand unexpand comm zcat bzcat xzcat gzip gunzip base64'.split(' ').map((name) => [name, reader()] as const),
  ...'grep egrep fgrep zgrep'.split(' ').map((name) => [name, reader('ABCmdDef', 1, 'ef')] as const),
  ...'awk gawk mawk nawk'.split(' ').map((name) => [name, reader('Fvf', 1, 'f')] as const),
  ...'jq yq'.split(' ').map((name) => [name, reader('fL', 1, 'f')] as const),
  ['sed', reader('efl', 1, 'ef')],
  ['perl', { ...reader('eE', 1, 'eE'), needs: /^-[a-zA-Z0-9]*[np]/ }],
  ['sort', reader('koStT')],
  ['uniq', reader('fsw')],
  ['tac', reader('s')],
  ['head', reader('nc')],
  ['tail', reader('ncs')],
  ['cut', reader('bcdf')],
  ['paste', reader('d')],
  ['join', reader('aejotv12')],
  ['nl', reader('bdfhilnsvw')],
  ['fold', reader('w')],
  ['fmt', reader('wgp')],
  ['shuf', reader('nio')],
  ['iconv', reader('fto')],
]);

/** Long options that take no word with them. */
const ALONE =
  /^--(?:unique|reverse|(?:human-)?numeric-sort|version-sort|ignore-case|invert-match|fixed-strings|extended-regexp|perl-regexp|word-regexp|line-regexp|only-matching|regexp-extended|in-place|compact-output|raw-output|sort-keys|decode)$/;

/** The words of `command` that name files which it reads, as far as that is certain. */
export function operandsOf({ program, args }: Command): readonly Word[] {
  const known = READERS.get(baseName(program.text));
  if (known === undefined || (known.needs && !args.some(({ text }) => known.needs?.test(text)))) return [];
  const isInstead = ({ text }: Word) => /^-[^-]/.test(text) && [...(known.instead ?? '')].some((letter) => text.includes(letter));
  let before = args.some(isInstead) ? 0 : known.before;
  const found: Word[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at];
    if (arg === undefined || arg.text === '--') continue;
    // Who does not know whether an option takes the next word knows nothing of those behind it.
    if (arg.text.startsWith('--') && !arg.text.includes('=') && !ALONE.test(arg.text)) return [];
    if (/^-./.test(arg.text)) at += takesNext(arg.text, known) ? 1 : 0;
    else if (before > 0) before--;
    else found.push(arg);
  }
  return found;
}
