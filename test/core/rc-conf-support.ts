/** What tests of rc.conf share. */
import { rcConf } from '../../core/src/kinds/rc-conf/index.js';
import type { Context } from '../../core/src/model/context.js';
import type { Fix } from '../../core/src/model/finding.js';
import { applyEdits, shiftEdit } from '../../core/src/text/edit.js';
import { bare } from '../support.js';

export const forms = (dialect: string) => ({ form: 'rc-conf', dialects: [dialect] });
export const open = (text: string, dialect = 'freebsd') => rcConf.read(text, forms(dialect));
export const contextFor = (dialect: string, path = '/etc/rc.conf'): Context => ({ path, kind: 'rc-conf', ...forms(dialect), ...bare });

/** One word per launch: `name:state:fact`. */
export const launches = (text: string, dialect = 'freebsd'): string[] =>
  open(text, dialect).document.lines.flatMap((line) =>
    line.launches.map(({ subject, state, fact }) => `${subject.text}:${state}:${fact ?? ''}`),
  );

/** The text after the first fix that has edits, of the launch called `name`. */
export function switched(text: string, name: string, dialect = 'freebsd'): string {
  const { document, disable, enable } = open(text, dialect);
  for (const [index, line] of document.lines.entries())
    for (const launch of line.launches) {
      if (launch.subject.text !== name) continue;
      const fixes: readonly Fix[] = (launch.state === 'on' ? disable : enable)(index, launch, contextFor(dialect));
      const edits = fixes.find((fix) => fix.edits.length > 0)?.edits ?? [];
      return applyEdits(
        text,
        edits.map((edit) => shiftEdit(edit, document.starts[index] ?? 0)),
      );
    }
  return 'no such launch';
}
