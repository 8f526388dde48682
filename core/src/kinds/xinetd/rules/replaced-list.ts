/** A list that a later line of the block replaces. */
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { measure } from '../example.js';
import type { Setting, XinetdLine } from '../model.js';
import { AFTER } from '../switches.js';

const LISTS: ReadonlySet<string> = new Set(['only_from', 'no_access', 'env']);

const nameOf = ({ attribute }: Setting): string => attribute.text.toLowerCase();

/** The next = of the same list that leaves out something of `settings[at]`. */
function replacing(settings: readonly Setting[], at: number): Setting | undefined {
  const setting = settings[at];
  if (setting === undefined || !LISTS.has(nameOf(setting))) return undefined;
  const later = settings.slice(at + 1).find((other) => nameOf(other) === nameOf(setting) && other.operator?.text === '=');
  const kept = new Set(later?.values.map(({ text }) => text));
  return setting.values.every(({ text }) => kept.has(text)) ? undefined : later;
}

export const replacedList: Rule<XinetdLine> = {
  id: 'xinetd/replaced-list',
  severity: 'warning',
  docs: {
    summary: 'A list of addresses or variables that a later = replaces.',
    why: 'In the block of a service = begins the list anew, and xinetd says nothing: of several lines with only_from the last one alone lets callers in, of several with no_access it alone keeps them out. In defaults each line adds to those before.',
    remedy: 'Write all values behind one =, or += from the second line on.',
    bad: [
      { path: '/etc/xinetd.d/measure', text: measure('only_from = 10.0.0.0/8', 'only_from = 192.168.1.0/24') },
      { path: '/etc/xinetd.d/measure', text: measure('env = PLACE=cellar', 'env = UNIT=K') },
    ],
    good: [
      { path: '/etc/xinetd.d/measure', text: measure('only_from = 10.0.0.0/8 192.168.1.0/24') },
      { path: '/etc/xinetd.conf', text: 'defaults\n{\n\tonly_from = 10.0.0.0/8\n\tonly_from = 192.168.1.0/24\n}\n' },
    ],
    nearMiss: { path: '/etc/xinetd.d/measure', text: measure('only_from = 10.0.0.0/8', 'only_from += 192.168.1.0/24') },
    references: [{ title: 'xinetd 2.3.15.3 of Debian, called from the addresses of such lists' }],
  },
  types: ['entry'],
  marks: [/only_from|no_access|env/i],
  *checkLine({ settings = [] }) {
    for (const [at, setting] of settings.entries()) {
      const later = replacing(settings, at);
      if (later === undefined) continue;
      yield {
        at: setting.attribute,
        message: `A later “${setting.attribute.text} =” of this block replaces what is said here, which then counts for nothing. Write += there to keep both.`,
        fixes: later.operator ? [{ title: 'Write += below', edits: [replace(later.operator, '+=')], safe: false, after: AFTER }] : [],
      };
    }
  },
};
