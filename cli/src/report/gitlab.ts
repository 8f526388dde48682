/** GitLab's Code Quality report: the part of Code Climate's issues that GitLab reads. */
import { createHash } from 'node:crypto';
import type { Issue } from 'codeclimate-types';
import { type Finding, rules, type Severity } from '../../../core/src/index.js';
import type { Reviewed } from '../review.js';
import { elements } from './json-pieces.js';
import { countedIn } from './report.js';
import type { Format, Setting } from './writer.js';

const SEVERITIES: Readonly<Record<Severity, NonNullable<Issue['severity']>>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
};

const isAboutSecurity = new Set(rules.filter(({ security }) => security !== undefined).map(({ id }) => id));

/** A fingerprint must be told from those of all other files, too. */
const withPath = (path: string, fingerprint: string): string =>
  createHash('sha256').update(`${path}\0${fingerprint}`).digest('hex').slice(0, 32);

function issueOf({ locate, address, rulePageAt }: Setting, file: Reviewed, finding: Finding): Issue | undefined {
  const located = locate(file, finding);
  if (located === undefined) return undefined;
  const { rule, severity, message } = finding;
  const path = address(located);
  const docs = rules.find(({ id }) => id === rule)?.docs;
  const page = rulePageAt(rule);
  return {
    type: 'issue',
    check_name: rule,
    description: message,
    content: { body: [docs?.why, docs?.remedy, page].filter((part) => part !== undefined).join('\n\n') },
    categories: [isAboutSecurity.has(rule) ? 'Security' : 'Bug Risk'],
    severity: SEVERITIES[severity],
    fingerprint: withPath(path, file.fingerprintOf(finding)),
    location: {
      path,
      lines: located.link === undefined ? { begin: located.start.line, end: located.end.line } : { begin: 1, end: 1 },
    },
  };
}

export const gitlab: Format = (setting) => {
  const issues = elements(1);
  return {
    begin: '[',
    file: (file) =>
      countedIn(file)
        .flatMap((finding) => issueOf(setting, file, finding) ?? [])
        .map(issues.next)
        .join(''),
    end: () => `${issues.close()}\n`,
  };
};
