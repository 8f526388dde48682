/** What can be done at a place: the fixes of its findings, and switching the entry there off or on. */

import type { Reading } from '../lint/lint.js';
import type { NewText } from '../model/editing.js';
import type { Finding, Fix } from '../model/finding.js';
import { lineIndexAt } from '../model/line-at.js';
import { brief } from '../text/brief.js';
import { shiftEdit } from '../text/edit.js';
import { type Span, touches } from '../text/span.js';
import { queueInsertions, sendmailSwitches } from './queue.js';

export interface Action {
  readonly fix: Fix;
  /** `fix` answers a finding; `disable` and `enable` switch an entry; `insert` adds a line; `rewrite` writes something in another way. */
  readonly type: 'fix' | 'disable' | 'enable' | 'insert' | 'rewrite';
  /** What sort of rewrite it is: words with dots between them. */
  readonly name?: string;
  /** A document to be shown, which is not on the disk. */
  readonly opens?: NewText;
  readonly finding?: Finding;
}

/** The same text for what does the same. */
const keyOf = ({ fix: { copy, edits }, opens }: Action): string => JSON.stringify([copy, edits, opens]);

function* switches({ document, read, context }: Reading, span: Span): Iterable<Action> {
  const last = lineIndexAt(document, span.end);
  for (let index = Math.max(0, lineIndexAt(document, span.start)); index <= last; index++) {
    const start = document.starts[index] ?? 0;
    const lift = (fix: Fix): Fix => ({ ...fix, safe: false, edits: fix.edits.map((edit) => shiftEdit(edit, start)) });
    for (const launch of document.lines[index]?.launches ?? []) {
      for (const fix of launch.state === 'on' ? read.disable(index, launch, context) : []) yield { fix: lift(fix), type: 'disable' };
      for (const fix of launch.state === 'on' ? [] : read.enable(index, launch, context)) yield { fix: lift(fix), type: 'enable' };
    }
  }
}

/** Other ways to write the one Line that `span` is in; a selection of several is left to switches. */
function* rewrites({ document, read, context }: Reading, span: Span): Iterable<Action> {
  const index = lineIndexAt(document, span.start);
  if (index === -1 || index !== lineIndexAt(document, span.end)) return;
  for (const { name, title, edits, opens } of read.rewrites(index, context))
    yield { fix: { title, edits, safe: false }, type: 'rewrite', name, ...(opens && { opens }) };
}

/** All that can be done in `span` (offsets) and is wanted, fixes of findings first; no two do the same. */
export function actionsAt(reading: Reading, span: Span, wanted: (action: Action) => boolean = () => true): Action[] {
  const found = new Map<string, Action>();
  const add = (given: Action) => {
    const { fix } = given;
    const title = brief(fix.title);
    const action = title === fix.title ? given : { ...given, fix: { ...fix, title } };
    if (!wanted(action)) return;
    const key = keyOf(action);
    if (!found.has(key)) found.set(key, action);
  };
  for (const finding of reading.findings)
    if (touches(finding.span, span)) for (const fix of finding.fixes) add({ fix, type: 'fix', finding });
  const index = lineIndexAt(reading.document, span.start);
  const sendmail = reading.findings.find(
    ({ subject, span: at }) => subject === 'sendmail' && lineIndexAt(reading.document, at.start) === index,
  );
  for (const fix of sendmailSwitches(reading, span.start)) add({ fix, type: 'fix', ...(sendmail && { finding: sendmail }) });
  for (const action of switches(reading, span)) add(action);
  for (const action of rewrites(reading, span)) add(action);
  for (const fix of queueInsertions(reading)) add({ fix, type: 'insert' });
  return [...found.values()];
}
