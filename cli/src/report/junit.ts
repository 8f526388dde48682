/** The report as JUnit writes results of tests: what makes the review fail are failures, what is put aside is skipped, the rest is told. */
import type { Finding } from '../../../core/src/index.js';
import type { Problem } from '../../../workspace/src/index.js';
import type { Reviewed } from '../review.js';
import { suppressionOf } from './report.js';
import type { Format, Setting } from './writer.js';
import { element, XML } from './xml.js';

/** What a test case is called by: where it is, and what it is about. */
function nameOf({ locate, address }: Setting, file: Reviewed, finding: Finding): { readonly name: string; readonly classname: string } {
  const located = locate(file, finding);
  const path = located ? address(located) : file.input.shown;
  const place = located === undefined || located.link !== undefined ? '' : `:${located.start.line}:${located.start.column}`;
  return { name: `${finding.rule} ${path}${place}`, classname: finding.rule };
}

function caseOf(
  setting: Setting,
  file: Reviewed,
  finding: Finding,
): { readonly xml: string; readonly result: 'failed' | 'passed' | 'skipped' } {
  const { severity, message } = finding;
  const attributes = nameOf(setting, file, finding);
  const suppression = suppressionOf(file, finding);
  if (suppression) {
    const skipped = element('skipped', { message: suppression.justification }, [], 3);
    return { xml: element('testcase', attributes, [skipped], 2), result: 'skipped' };
  }
  const failed = setting.fails(severity);
  const inside = failed
    ? element('failure', { message, type: severity }, `${attributes.name}: ${severity}: ${message}`, 3)
    : element('system-out', {}, `${severity}: ${message}`, 3);
  return { xml: element('testcase', attributes, [inside], 2), result: failed ? 'failed' : 'passed' };
}

function suiteOf(setting: Setting, file: Reviewed): string {
  const cases = file.reading.findings.map((finding) => caseOf(setting, file, finding));
  const name = setting.address({ path: file.input.shown, absolute: file.input.source.path });
  const clean = element('testcase', { name: `${name} is clean`, classname: file.reading.kind.id }, [], 2);
  const count = (wanted: string): number => cases.filter(({ result }) => result === wanted).length;
  const attributes = { name, tests: Math.max(1, cases.length), failures: count('failed'), errors: 0, skipped: count('skipped') };
  return element('testsuite', attributes, cases.length > 0 ? cases.map(({ xml }) => xml) : [clean], 1);
}

const troubleOf = ({ path, message, place }: Problem): string => {
  const name = place ? `${path}:${place.line + 1}:${place.column + 1}` : path;
  return element('testcase', { name, classname: 'problem' }, [element('error', { message, type: 'problem' }, `${name}: ${message}`, 3)], 2);
};

export const junit: Format = (setting) => ({
  begin: `${XML}<testsuites name="daemonlint">\n`,
  file: (file) => suiteOf(setting, file),
  end({ problems }) {
    const attributes = {
      name: 'files that could not be reviewed',
      tests: problems.length,
      failures: 0,
      errors: problems.length,
      skipped: 0,
    };
    const troubles = problems.length === 0 ? '' : element('testsuite', attributes, problems.map(troubleOf), 1);
    return `${troubles}</testsuites>\n`;
  },
});
