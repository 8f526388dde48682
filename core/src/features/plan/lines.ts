/** Lines of a file as they are and as they are to be. */
import type { Launch } from '../../model/line.js';
import { applyEdits } from '../../text/edit.js';
import { withoutFeed } from '../../text/lines.js';
import type { LinesStep, Reader } from './model.js';
import type { PlacedReading } from './system.js';

/** An environment holds no more of a text. */
const LONGEST = 60_000;

const readers: Readonly<Record<string, Reader>> = { inetd: 'inetd', xinetd: 'xinetd', inittab: 'init' };

/** Who has to be told that the file at `path` is another now. */
export const readerOf = (kind: string, path: string): Reader | undefined =>
  kind === 'crontab' && /^\/(?:var|etc\/crontabs)\//.test(path) ? 'spool' : readers[kind];

/** The path on the host; undefined for a file that lies in no place of a host. */
export const hostPath = (path: string): string | undefined =>
  /^(?:etc|var|usr|private|opt)\/./.test(path) && !path.split('/').includes('..') ? `/${path}` : undefined;

/** True when the lines of `part` stand one after the other in `whole`. */
const holdsLines = (whole: string, part: string): boolean => `\n${whole}\n`.includes(`\n${part}\n`);

/** The lines of `launch`, with what turns it off; a sentence where that is not for a script to do. */
export function linesStep({ path, reading }: PlacedReading, index: number, launch: Launch, reason: string): LinesStep | string {
  const { document, read, context } = reading;
  const line = document.lines[index];
  const fix = read.disable(index, launch, context).find(({ edits }) => edits.length > 0);
  const place = hostPath(path);
  const what = `${launch.subject.text} in ${path}`;
  if (line === undefined || fix === undefined) return `${what}: nobody knows how to turn it off there.`;
  if (place === undefined) return `${what}: its path does not tell where it lies on the host; review a folder that has etc/ in it.`;
  if (!fix.safe) return `${what}: its line does more than start it. Look at it yourself.`;
  if (line.text.length > LONGEST) return `${what}: its line is too long for a script.`;
  const before = withoutFeed(line.text);
  const after = withoutFeed(applyEdits(line.text, fix.edits));
  if (holdsLines(after, before)) return `${what}: the line stays when it is turned off. Look at it yourself.`;
  const reader = readerOf(document.kind, place);
  return { path: place, before, after, ...(reader && { reader }), reason };
}
