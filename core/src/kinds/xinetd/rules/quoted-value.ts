/** Quotes that xinetd takes for a part of the value. */
import type { Rule } from '../../../model/rule.js';
import { quotedIn } from '../../../text/quoted.js';
import { measure } from '../example.js';
import type { XinetdLine } from '../model.js';
import { AFTER } from '../switches.js';

const HEEDED = /^(?:server|server_args|env|user|group|bind|interface|banner|banner_success|banner_fail)$/i;

export const quotedValue: Rule<XinetdLine> = {
  id: 'xinetd/quoted-value',
  severity: 'warning',
  docs: {
    summary: 'A value in quotes, which xinetd takes for a part of it.',
    why: 'xinetd cuts values at their blanks and knows no quotes: the program gets them as they stand, an argument with blanks comes as several, and a variable is set under a name that begins with a quote.',
    remedy: 'Take the quotes away. What needs blanks in one argument goes into a script that is the server.',
    bad: [
      { path: '/etc/xinetd.d/measure', text: measure('env = "PLACE=cellar"') },
      { path: '/etc/xinetd.d/measure', text: measure("server_args = -t 'in the cellar'") },
    ],
    good: [
      { path: '/etc/xinetd.d/measure', text: measure('log_on_success =') },
      { path: '/etc/xinetd.d/measure', text: measure("server_args = -t it's") },
    ],
    nearMiss: { path: '/etc/xinetd.d/measure', text: measure('env = PLACE=cellar') },
    references: [{ title: 'xinetd 2.3.15.3 of Debian, run with such values' }],
  },
  types: ['entry', 'setting'],
  *checkLine({ text, settings = [] }) {
    for (const setting of settings) {
      const found = HEEDED.test(setting.attribute.text) ? quotedIn(setting.values) : undefined;
      if (found === undefined) continue;
      const said = text.slice(found.span.start, found.span.end);
      const { bare } = found;
      yield {
        at: found,
        message:
          bare !== undefined
            ? `xinetd knows no quotes: they are a part of the value “${said}”. Take them away.`
            : `xinetd knows no quotes: “${said}” comes as several values, cut at the blanks, and the quotes are a part of them. Put the command into a script that is the server.`,
        fixes:
          bare !== undefined
            ? [{ title: 'Take the quotes away', edits: [{ span: found.span, text: bare }], safe: false, after: AFTER }]
            : [],
      };
    }
  },
};
