/** The report as Checkstyle writes it, which many tools read. */
import type { Finding, Severity } from '../../../core/src/index.js';
import type { Reviewed } from '../review.js';
import { countedIn } from './report.js';
import type { Format, Setting } from './writer.js';
import { element, XML } from './xml.js';

/** Checkstyle knows no hints. */
const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'info', hint: 'info' };

/** Elements of findings, by the address of the file that they are about: in a directory of links that is the link. */
function byAddress({ locate, address }: Setting, file: Reviewed): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (finding: Finding) => {
    const located = locate(file, finding);
    if (located === undefined) return;
    const name = address(located);
    const place = located.link === undefined ? located.start : { line: 1, column: 1 };
    const { rule, severity, message } = finding;
    const attributes = { ...place, severity: SEVERITIES[severity], message, source: `daemonlint.${rule}` };
    const known = found.get(name) ?? [];
    known.push(element('error', attributes, [], 2));
    found.set(name, known);
  };
  countedIn(file).forEach(add);
  return found;
}

export const checkstyle: Format = (setting) => ({
  begin: `${XML}<checkstyle version="4.3">\n`,
  file: (file) => [...byAddress(setting, file)].map(([name, errors]) => element('file', { name }, errors, 1)).join(''),
  end({ problems }) {
    const troubles = problems.map(({ path, message, place = { line: 0, column: 0 } }) =>
      element(
        'file',
        { name: path },
        [
          element(
            'error',
            {
              line: place.line + 1,
              column: place.column + 1,
              severity: 'error',
              message: `${path} ${message}`,
              source: 'daemonlint.problem',
            },
            [],
            2,
          ),
        ],
        1,
      ),
    );
    return `${troubles.join('')}</checkstyle>\n`;
  },
});
