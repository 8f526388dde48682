/** SARIF 2.1.0: all rules with their help, and each finding with its place, its fixes and a fingerprint. */
import picocolors from 'picocolors';
import type { Invocation, Notification, PhysicalLocation, Region, ReportingDescriptor, Result, Run } from 'sarif';
import { type Edit, type Finding, type Fix, type RuleMeta, rulePage, rules, type Severity } from '../../../core/src/index.js';
import { version } from '../../../package.json';
import type { Accepted, Problem } from '../../../workspace/src/index.js';
import { rendered } from '../markdown.js';
import type { Reviewed } from '../review.js';
import { encodedPath, isAbsolute } from './address.js';
import { fixHere } from './command.js';
import { elements, indented } from './json-pieces.js';
import { type Located, suppressionOf } from './report.js';
import type { Ending, Format, Setting } from './writer.js';

/** Of help that is read without colours. */
const WIDTH = 100;
const PLAIN = picocolors.createColors(false);

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const ROOT = 'SRCROOT';

type Level = NonNullable<Result['level']>;

const LEVELS: Readonly<Record<Severity, Level>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** What code scanning calls them. */
const PROBLEMS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
  hint: 'recommendation',
};

/** How sure a rule is: what costs an entry was measured with the daemons, advice is a matter of taste. */
const PRECISIONS: Readonly<Record<Severity, string>> = { error: 'very-high', warning: 'high', info: 'medium', hint: 'low' };

/** A name for people; none where it would be the id once more. */
function nameOf(id: string): { readonly name?: string } {
  const name = id.replace(/(?:^|[-/])(\w)/g, (_, letter: string) => letter.toUpperCase());
  return name.toLowerCase() === id ? {} : { name };
}

function descriptorOf({ rulePageAt }: Setting, rule: RuleMeta): ReportingDescriptor {
  const { id, severity, security, docs } = rule;
  const page = rulePageAt(id);
  const markdown = rulePage(rule);
  const [kind] = id.includes('/') ? id.split('/') : ['services'];
  return {
    id,
    ...nameOf(id),
    shortDescription: { text: docs.summary },
    fullDescription: { text: docs.why },
    help: { text: rendered(markdown, PLAIN, WIDTH), markdown },
    ...(page !== undefined && { helpUri: page }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: [security === undefined ? 'correctness' : 'security', kind ?? 'services'],
      precision: PRECISIONS[severity],
      'problem.severity': PROBLEMS[severity],
      ...(security !== undefined && { 'security-severity': security.toFixed(1) }),
    },
  };
}

const indexOf = new Map(rules.map(({ id }, index) => [id, index]));

const artifact = (name: string) =>
  isAbsolute(name) ? { uri: `file://${encodedPath(name.replace(/^(?!\/)/, '/'))}` } : { uri: encodedPath(name), uriBaseId: ROOT };

const regionOf = ({ start, end }: Located): Region => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
});

/** A link is a file of its own, which has no lines. */
const physical = ({ address }: Setting, located: Located): PhysicalLocation => ({
  artifactLocation: artifact(address(located)),
  ...(located.link === undefined && { region: regionOf(located) }),
});

/** The fix with its changes by file; nothing where it is a command, or a file was not reviewed. */
function fixOf(setting: Setting, from: Reviewed, { title, edits }: Fix): NonNullable<Result['fixes']> {
  const changes = new Map<string, { readonly located: Located; readonly edits: { readonly edit: Edit; readonly located: Located }[] }>();
  for (const edit of edits) {
    const located = setting.locate(from, edit);
    if (located === undefined || located.link !== undefined) return [];
    const known = changes.get(located.absolute) ?? { located, edits: [] };
    known.edits.push({ edit, located });
    changes.set(located.absolute, known);
  }
  if (changes.size === 0) return [];
  const artifactChanges = [...changes.values()].map(({ located, edits }) => ({
    artifactLocation: artifact(setting.address(located)),
    replacements: edits.map(({ edit, located }) => ({ deletedRegion: regionOf(located), insertedContent: { text: edit.text } })),
  }));
  return [{ description: { text: title }, artifactChanges }];
}

function resultOf(setting: Setting, file: Reviewed, finding: Finding): Result[] {
  const located = setting.locate(file, finding);
  if (located === undefined) return [];
  const { rule, severity, message, subject, related, fixes } = finding;
  const suppression = suppressionOf(file, finding);
  const changes = fixes.flatMap((fix) => fixOf(setting, file, fix));
  const relatedLocations = related.flatMap((one, id) => {
    const there = setting.locate(file, one);
    return there ? [{ id, message: { text: one.message }, physicalLocation: physical(setting, there) }] : [];
  });
  const commands = fixes.flatMap((fix) => fixHere(fix, located).copy ?? []);
  return [
    {
      ruleId: rule,
      ruleIndex: indexOf.get(rule) ?? -1,
      level: LEVELS[severity],
      message: { text: message },
      locations: [{ physicalLocation: physical(setting, located) }],
      ...(relatedLocations.length > 0 && { relatedLocations }),
      partialFingerprints: { 'daemonlint/v1': file.fingerprintOf(finding) },
      ...(changes.length > 0 && { fixes: changes }),
      suppressions: suppression ? [{ ...suppression, status: 'accepted' }] : [],
      ...((subject !== undefined || commands.length > 0) && {
        properties: { ...(subject !== undefined && { subject }), ...(commands.length > 0 && { commands }) },
      }),
    },
  ];
}

function notificationOf({ address }: Setting, { path, message, place }: Problem): Notification {
  const name = address({ path, absolute: '' });
  return {
    level: 'error',
    message: { text: `${path} ${message}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(name),
          ...(place && { region: { startLine: place.line + 1, startColumn: place.column + 1 } }),
        },
      },
    ],
  };
}

/** What a baseline accepts in vain. */
const goneNotification = ({ path, rule, subject }: Accepted): Notification => ({
  level: 'note',
  message: { text: `${path}: gone, and still in the baseline: ${rule}${subject === undefined ? '' : ` (${subject})`}` },
  associatedRule: { id: rule },
});

function invocationOf(setting: Setting, { problems, gone }: Ending): Invocation {
  const told = [...problems.map((problem) => notificationOf(setting, problem)), ...gone.map(goneNotification)];
  return { executionSuccessful: problems.length === 0, ...(told.length > 0 && { toolExecutionNotifications: told }) };
}

/** All that stands before the results. */
const headOf = (setting: Setting): Pick<Run, 'tool' | 'columnKind' | 'automationDetails' | 'originalUriBaseIds'> => ({
  tool: {
    driver: {
      name: 'daemonlint',
      version,
      semanticVersion: version,
      ...(setting.pages !== undefined && { informationUri: setting.pages }),
      rules: rules.map((rule) => descriptorOf(setting, rule)),
    },
  },
  columnKind: 'utf16CodeUnits',
  automationDetails: { id: 'daemonlint/' },
  originalUriBaseIds: { [ROOT]: { description: { text: 'The root of what was reviewed.' } } },
});

export const sarif: Format = (setting) => {
  const results = elements(4);
  const head = indented({ $schema: SCHEMA, version: '2.1.0', runs: [headOf(setting)] }, 0).replace(/\n {4}\}\n {2}\]\n\}$/, '');
  return {
    begin: `${head},\n      "results": [`,
    file(file) {
      const { findings, silenced } = file.reading;
      const told = [...findings, ...silenced.map(({ finding }) => finding)].flatMap((finding) => resultOf(setting, file, finding));
      return told.map(results.next).join('');
    },
    end: (ending) => `${results.close()},\n      "invocations": ${indented([invocationOf(setting, ending)], 3)}\n    }\n  ]\n}\n`,
  };
};
