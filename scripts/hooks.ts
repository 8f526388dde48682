/** The hook for pre-commit, whose pattern of file names follows from the kinds. */
import { kinds } from '../core/src/index.js';

/** Globs of one kind's files within a repository. */
function globsOf({ editor: { language } }: (typeof kinds)[number]): readonly string[] {
  const { filenames = [], filenamePatterns = [], extensions = [] } = language ?? {};
  const patterns = filenamePatterns.filter((pattern) => !pattern.startsWith('/'));
  return [...filenames.map((name) => `**/${name}`), ...patterns, ...extensions.map((extension) => `**/*${extension}`)];
}

/** Scripts have the language that they are written in, so no editor's pattern names them. */
const SCRIPTS = ['**/cron.{hourly,daily,weekly,monthly}/*'];

/** A glob, of which only a star pair at its beginning may lead through folders, as a regular expression for Python and JavaScript alike. */
function expressionOf(glob: string): string {
  const name = glob.replace(/^\*\*\//, '');
  if (name.includes('**')) throw new Error(`no pattern for ${glob}`);
  return name
    .replaceAll('.', '\\.')
    .replace(/\{([^}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`)
    .replaceAll('*', '[^/]*');
}

export function hooksFile(): string {
  const globs = [...new Set([...kinds.flatMap(globsOf), ...SCRIPTS])].sort();
  return [
    '# Generated from the kinds by `npm run generate`.',
    '- id: daemonlint',
    '  name: daemonlint',
    '  description: Reviews inetd.conf files, crontabs and listings of rc links as the daemons read them.',
    '  entry: daemonlint check --ignore-unknown',
    '  language: node',
    // The files of a host are looked at together, not dealt out to as many calls as there are processors.
    '  require_serial: true',
    '  types: [file]',
    '  files: &files |-',
    '    (?x)(?:^|/)(?:',
    globs.map((glob) => `      ${expressionOf(glob)}`).join('|\n'),
    '    )$',
    '- id: daemonlint-fix',
    '  name: daemonlint --fix',
    '  description: The same, and carries the safe fixes out.',
    '  entry: daemonlint check --ignore-unknown --fix',
    '  language: node',
    '  require_serial: true',
    '  types: [file]',
    '  files: *files',
    '',
  ].join('\n');
}
