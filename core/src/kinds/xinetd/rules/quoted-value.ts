/** Quotes that xinetd takes for a part of the value. */
import type { Rule } from '../../../model/rule.js';
import { quotedIn } from '../../../text/quoted.js';
import type { XinetdLine } from '../model.js';
import { AFTER } from '../switches.js';

const block = (...lines: readonly string[]): string =>
  `service measure\n{\n\ttype = UNLISTED\n\tport = 4711\n\tsocket_type = stream\n\twait = no\n\tuser = own\n\tserver = /opt/own/bin/own\n${lines.map((line) => `\t${line}\n`).join('')}}\n`;

const HEEDED = /^(?:server|server_args|env|user|group|bind|interface|banner|banner_success|banner_fail)$/i;

export const quotedValue: Rule<XinetdLine> = {
  id: 'xinetd/quoted-value',
  severity: 'warning',
  docs: {
    summary: 'A value in quotes, which xinetd takes for a part of it.',
    why: 'xinetd cuts values at their blanks and knows no quotes: the program gets them as they stand, an argument with blanks comes as several, and a variable is set under a name that begins with a quote.',
    remedy: 'Take the quotes away. What needs blanks in one argument goes into a script that is the server.',
    bad: [
      { path: '/etc/xinetd.d/measure', text: block('env = "PLACE=cellar"') },
      { path: '/etc/xinetd.d/measure', text: block("server_args = -t 'in the cellar'") },
    ],
    good: [
      { path: '/etc/xinetd.d/measure', text: block('log_on_success =') },
      { path: '/etc/xinetd.d/measure', text: block("server_args = -t it's") },
    ],
    nearMiss: { path: '/etc/xinetd.d/measure', text: block('env = PLACE=cellar') },
    references: [{ title: 'xinetd 2.3.15.3 of Debian, run with such values' }],
  },
  types: ['entry', 'setting'],
  *checkLine({ text, settings = [] }) {
    for (const setting of settings) {
      const found = HEEDED.test(setting.attribute.text) ? quotedIn(setting.values) : undefined;
      if (found === undefined) continue;
      const said = text.slice(found.span.start, found.span.end);
      const bare = said.replace(/["']/g, '');
      yield {
        at: found,
        message:
          found.count === 1
            ? `xinetd knows no quotes: they are a part of the value “${said}”. Take them away.`
            : `xinetd knows no quotes: “${said}” comes as several values, cut at the blanks, and the quotes are a part of them. Put the command into a script that is the server.`,
        fixes: found.count === 1 ? [{ title: `Write ${bare}`, edits: [{ span: found.span, text: bare }], safe: false, after: AFTER }] : [],
      };
    }
  },
};
