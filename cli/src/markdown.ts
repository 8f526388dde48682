/** The Markdown that core writes, as text for a terminal. */
import type { Colours } from './colour.js';

/** Marks that stand for styles while lines are filled, since they take no room on the screen. */
const INLINE = /\\([\\`*_[\]<>|~#&])|\*\*(.+?)\*\*|(`+) ?(.+?) ?\3(?!`)|\[([^\]]+)\]\((\S+?)\)/g;

/** One word with its style and its width in characters. */
interface Piece {
  readonly text: string;
  readonly width: number;
}

/** Words with their styles on; a space inside a styled piece parts words like any other. */
function piecesOf(text: string, colours: Colours): Piece[] {
  const styled: { readonly text: string; readonly paint: (word: string) => string }[] = [];
  const plain = (word: string) => word;
  let done = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, mark, bold, , code, title, url] = match;
    styled.push({ text: text.slice(done, match.index), paint: plain });
    if (mark !== undefined) styled.push({ text: mark, paint: plain });
    else if (bold !== undefined) styled.push({ text: bold, paint: colours.bold });
    else if (code !== undefined) styled.push({ text: code, paint: colours.cyan });
    else styled.push({ text: `${title} <`, paint: plain }, { text: url ?? '', paint: colours.underline }, { text: '>', paint: plain });
    done = match.index + whole.length;
  }
  styled.push({ text: text.slice(done), paint: plain });
  return joined(styled);
}

/** Cut at blanks; what stands without a blank between stays one word, whatever its styles. */
function joined(styled: readonly { readonly text: string; readonly paint: (word: string) => string }[]): Piece[] {
  const pieces: Piece[] = [];
  let open = false;
  for (const { text, paint } of styled)
    for (const [index, word] of text.split(/[ \n]/).entries()) {
      const last = pieces.at(-1);
      if (index > 0) open = false;
      if (word === '') continue;
      if (open && last) pieces[pieces.length - 1] = { text: last.text + paint(word), width: last.width + word.length };
      else pieces.push({ text: paint(word), width: word.length });
      open = true;
    }
  return pieces;
}

/** Lines of words, no wider than `width` where words allow; all but the first begin with `indent`. */
function filled(text: string, colours: Colours, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  let room = width;
  for (const piece of piecesOf(text, colours)) {
    if (line !== '' && piece.width + 1 > room) {
      lines.push(line);
      line = '';
      room = width;
    }
    const lead = line === '' ? (lines.length === 0 ? '' : indent) : ' ';
    line += lead + piece.text;
    room -= lead.length + piece.width;
  }
  return [...lines, line].join('\n');
}

function block(markdown: string, colours: Colours, width: number): string {
  const heading = /^#{1,3} (.*)$/.exec(markdown);
  if (heading) return colours.bold(colours.underline(heading[1] ?? ''));
  if (markdown.startsWith('```')) {
    const [fence, ...lines] = markdown.split('\n').slice(0, -1);
    const paint = (line: string) => (fence === '```diff' ? (line.startsWith('-') ? colours.red : colours.green)(line) : line);
    return lines.map((line) => line && `    ${paint(line)}`).join('\n');
  }
  if (markdown.startsWith('> ')) return filled(markdown.slice(2), colours, width - 2).replace(/^/gm, '  ');
  if (markdown === '---') return colours.dim('─'.repeat(width));
  const paragraphs: string[] = [];
  for (const line of markdown.split('\n')) {
    if (line.startsWith('- ') || paragraphs.length === 0) paragraphs.push(line);
    else paragraphs.push(`${paragraphs.pop()} ${line}`);
  }
  return paragraphs.map((line) => filled(line, colours, width, line.startsWith('- ') ? '  ' : '')).join('\n');
}

/** Blocks are parted by empty lines, save within a fence. Ends in a line feed. */
export function rendered(markdown: string, colours: Colours, width: number): string {
  const blocks = markdown.match(/^```[\s\S]*?^```$|[^\n]+(?:\n(?!```)[^\n]+)*/gm) ?? [];
  return `${blocks.map((one) => block(one, colours, width)).join('\n\n')}\n`;
}
