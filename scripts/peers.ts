/** What linters of other files offer a reviewer, as read from their sources and documents in November 2026, and the tests that show it of daemonlint. */

interface Feature {
  readonly title: string;
  readonly zizmor: string;
  readonly actionlint: string;
  readonly hadolint: string;
  readonly shellcheck: string;
  readonly daemonlint: string;
  /** Files or folders. */
  readonly tests: readonly string[];
}

export const features: readonly Feature[] = [
  {
    title: 'SARIF',
    zizmor: 'yes',
    actionlint: 'by a template',
    hadolint: 'yes',
    shellcheck: 'by another program',
    daemonlint: 'yes',
    tests: ['test/report/sarif.test.ts'],
  },
  {
    title: 'GitHub annotations',
    zizmor: 'yes',
    actionlint: 'by a template or matcher',
    hadolint: 'by its action',
    shellcheck: 'by an action',
    daemonlint: 'yes',
    tests: ['test/report/github.test.ts', 'test/ci/action.test.ts'],
  },
  {
    title: 'GitLab Code Quality',
    zizmor: 'no',
    actionlint: 'no',
    hadolint: 'yes',
    shellcheck: 'no',
    daemonlint: 'yes',
    tests: ['test/report/gitlab.test.ts'],
  },
  {
    title: 'reviewdog',
    zizmor: 'no',
    actionlint: 'documented',
    hadolint: 'by Checkstyle',
    shellcheck: 'by Checkstyle',
    daemonlint: 'yes, with suggestions',
    tests: ['test/report/rdjson.test.ts'],
  },
  {
    title: 'Checkstyle or JUnit',
    zizmor: 'no',
    actionlint: 'no',
    hadolint: 'yes',
    shellcheck: 'yes',
    daemonlint: 'yes',
    tests: ['test/report/xml.test.ts'],
  },
  {
    title: 'fixes',
    zizmor: 'safe, unsafe',
    actionlint: 'no',
    hadolint: 'no',
    shellcheck: 'as a diff',
    daemonlint: 'safe, unsafe, as a diff',
    tests: ['test/cli/fix.test.ts'],
  },
  {
    title: 'ignores in the file',
    zizmor: 'with a reason',
    actionlint: 'no',
    hadolint: 'yes',
    shellcheck: 'yes',
    daemonlint: 'with a reason, and as suppressed in SARIF',
    tests: ['test/lint/suppress.test.ts', 'test/report/sarif.test.ts'],
  },
  {
    title: 'a file of settings',
    zizmor: 'yes',
    actionlint: 'yes',
    hadolint: 'yes',
    shellcheck: 'yes',
    daemonlint: 'yes',
    tests: ['test/cli/config.test.ts'],
  },
  {
    title: 'only what is new: by change, by baseline',
    zizmor: 'no',
    actionlint: 'no',
    hadolint: 'no, a threshold',
    shellcheck: 'by an action',
    daemonlint: 'both',
    tests: ['test/cli/changed.test.ts', 'test/cli/baseline.test.ts'],
  },
  {
    title: 'marks of what a baseline accepts, and of what is gone from it',
    zizmor: 'no',
    actionlint: 'no',
    hadolint: 'no',
    shellcheck: 'no',
    daemonlint: 'yes, in SARIF as suppressed',
    tests: ['test/cli/baseline.test.ts', 'test/report/sarif.test.ts'],
  },
  {
    title: 'audiences',
    zizmor: 'three',
    actionlint: 'no',
    hadolint: 'no',
    shellcheck: 'optional checks',
    daemonlint: 'two',
    tests: ['test/cli/check.test.ts'],
  },
  {
    title: 'graded exit codes',
    zizmor: 'yes',
    actionlint: 'yes',
    hadolint: 'by a threshold',
    shellcheck: 'yes',
    daemonlint: 'yes',
    tests: ['test/cli/check.test.ts', 'test/cli/bad-input.test.ts'],
  },
  {
    title: 'pre-commit hook',
    zizmor: 'yes',
    actionlint: 'yes',
    hadolint: 'yes',
    shellcheck: 'yes',
    daemonlint: 'yes',
    tests: ['test/review/pull-request.test.ts'],
  },
  {
    title: 'language server',
    zizmor: 'without fixes',
    actionlint: 'no',
    hadolint: 'no',
    shellcheck: 'by another program',
    daemonlint: 'with fixes',
    tests: ['test/server/'],
  },
  {
    title: 'the editor says what CI says, of the whole host',
    zizmor: 'of single files',
    actionlint: 'by an extension, of single files',
    hadolint: 'by an extension, of single files',
    shellcheck: 'by an extension, of single files',
    daemonlint: 'yes',
    tests: ['test/server/agreement.test.ts'],
  },
  {
    title: 'what a change does (`compare`)',
    zizmor: 'no',
    actionlint: 'no',
    hadolint: 'no',
    shellcheck: 'no',
    daemonlint: 'yes',
    tests: ['test/cli/compare.test.ts'],
  },
];

const PROGRAMS = ['zizmor', 'actionlint', 'hadolint', 'shellcheck', 'daemonlint'] as const;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const peersTable = (): readonly string[] => [
  row(['', ...PROGRAMS, 'test']),
  row(Array.from({ length: PROGRAMS.length + 2 }, () => '---')),
  ...features.map((feature) =>
    row([feature.title, ...PROGRAMS.map((name) => feature[name]), feature.tests.map((test) => `\`${test}\``).join(', ')]),
  ),
];
