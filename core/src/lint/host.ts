/** A file's part in its host: what it launches, and where a line may be added. */
import { isQueueRun, isQueueRunner } from '../knowledge/mail.js';
import type { Document } from '../model/document.js';
import type { Appendix, HostFile } from '../model/host.js';
import { notableLaunches } from '../model/line.js';
import { lineEndOf, lineStarts, placeIn, placeOf } from '../text/lines.js';
import { shift } from '../text/span.js';

/** Behind the last entry of the document, commented out or not, or behind its last line where it has none. */
export function appendixOf(document: Document): Appendix {
  let last = document.lines.length - 1;
  for (let at = last; at >= 0; at--)
    if (document.lines[at]?.type === 'entry' || document.lines[at]?.type === 'commented') {
      last = at;
      break;
    }
  const text = document.lines[last]?.text ?? '';
  const lineEnd = lineEndOf(document.text);
  const offset = (document.starts[last] ?? 0) + text.length;
  return {
    offset,
    place: placeIn(document.text, lineStarts(document.text), offset),
    before: text === '' || text.endsWith('\n') ? '' : lineEnd,
    lineEnd,
  };
}

/** True when an entry of the document runs the mail queue, or an rc link starts what does. */
export const runsQueue = (document: Document): boolean =>
  document.lines.some(
    (line) =>
      // The whole line first: it is at hand, its words are not.
      (line.type === 'entry' && isQueueRun(line.text) && line.tokens.some(({ role, text }) => role === 'command' && isQueueRun(text))) ||
      notableLaunches(line).some(({ subject, state, when }) => state === 'on' && when.type === 'runlevels' && isQueueRunner(subject.text)),
  );

/** The facts of a document that other files of its host need. `path` is relative to the host's root. */
export function summarise(path: string, document: Document): HostFile {
  let starts: readonly number[] | undefined;
  return {
    path,
    kind: document.kind,
    form: document.form,
    ...(document.superServer && { superServer: document.superServer }),
    launches: document.lines.flatMap((line, index) =>
      notableLaunches(line).map(({ subject, fact, state, when }) => {
        const span = shift(subject.span, document.starts[index] ?? 0);
        return {
          name: subject.text,
          ...(fact !== undefined && { fact }),
          state,
          when,
          span,
          place: placeOf((starts ??= lineStarts(document.text)), span.start),
        };
      }),
    ),
    runsQueue: runsQueue(document),
    ...(document.kind === 'crontab' && { appendix: appendixOf(document) }),
  };
}
