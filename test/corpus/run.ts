/**
 * Reads the public files of a corpus folder beside the project, where there is one, and holds every finding against the judgements in judged.tsv.
 * `--unjudged` prints rows for findings that nobody has judged yet, with the line they are about. Exits 1 on a crash, an unread file, an unjudged
 * finding, a syntax error where the real daemon was silent, or too many false ones.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { applyEdits, defaultSettings, formatEdits, identify, lineStarts, lint, placeOf, type Reading } from '../../core/src/index.js';

const corpus = new URL('../../../shared/corpus/', import.meta.url);
const folders = { inetd: 'inetd', crontab: 'crontab', rclinks: 'listing', xinetd: 'xinetd', inittab: 'inittab' } as const;
/** Files called inittab that no init reads: the DHCP options of Solaris, a style sheet, the terminals of poeigl. */
const NOBODYS = /dhcp__inittab$|inittab\.xsl$|poeigl__inittab$/;
/** At most this share of the findings may be false. */
const FALSE = 0.02;

if (!existsSync(corpus)) {
  console.log('no corpus here: nothing to do');
  process.exit(0);
}

const rows = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

const judged = new Map(
  rows(readFileSync(new URL('judged.tsv', import.meta.url), 'utf8')).map(([hash, line, rule, verdict]) => [
    `${hash}\t${line}\t${rule}`,
    verdict,
  ]),
);
const paths = new Map(rows(readFileSync(new URL('LIST.tsv', corpus), 'utf8')).map(([, file, , path]) => [file ?? '', path ?? '']));
const said = rows(readFileSync(new URL('verdicts.tsv', corpus), 'utf8'));

/** Lines of `file` that `daemon` complained of; it was silent on all others. */
const complaints = (file: string, daemon: string): ReadonlySet<number> =>
  new Set(said.filter(([, at, oracle, line]) => at === file && oracle === daemon && line !== '0').map(([, , , line]) => Number(line)));

/** What the daemons read of a file, as far as the kind tells it: all of each Line but where it stands. */
const meaningOf = ({ document }: Reading): string =>
  JSON.stringify(document.lines.map(({ type, tokens }) => [type, tokens.map(({ role, text }) => [role, text])]));

let files = 0;
let findings = 0;
let changed = 0;
const failures: string[] = [];
const falseOnes: string[] = [];
const met = new Set<string>();

for (const [folder, kind] of Object.entries(folders))
  for (const file of readdirSync(new URL(folder, corpus))) {
    const bytes = readFileSync(new URL(`${folder}/${file}`, corpus));
    const text = bytes.toString('utf8');
    const path = folder === 'rclinks' ? file.replace(/^.*__/, '') : (paths.get(file) ?? file);
    if (NOBODYS.test(file)) {
      if (identify({ path, text, sniff: true })) failures.push(`${file}: read, and it is none of ours`);
      continue;
    }
    const choice = identify({ path, text, sniff: true }) ?? identify({ path, text, sniff: true, flag: { kind } });
    if (choice?.kind.id !== kind) {
      failures.push(`${file}: read as ${choice?.kind.id ?? 'nothing'}`);
      continue;
    }
    files++;
    const reading = lint(path, text, choice, defaultSettings);
    const { findings: found } = reading;
    const aligned = applyEdits(text, formatEdits(reading));
    if (aligned !== text) changed++;
    const again = lint(path, aligned, choice, defaultSettings);
    if (meaningOf(again) !== meaningOf(reading)) failures.push(`${file}: means something else once its columns are aligned`);
    if (formatEdits(again).length > 0) failures.push(`${file}: its columns are aligned anew each time`);
    const starts = lineStarts(text);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const daemons =
      kind === 'inetd' ? ['openbsd-inetd'] : kind === 'crontab' ? ['cron-debian', 'cron-cronie'] : kind === 'xinetd' ? ['xinetd'] : [];
    for (const { rule, span, message } of found) {
      findings++;
      const line = placeOf(starts, span.start).line + 1;
      const key = `${hash}\t${line}\t${rule}`;
      met.add(key);
      const verdict = judged.get(key);
      if (verdict === 'false') falseOnes.push(`${file}:${line} ${rule}`);
      if (verdict === undefined) {
        failures.push(`unjudged: ${key}`);
        if (process.argv.includes('--unjudged'))
          console.log(`${key}\t?\t${file} | ${text.split('\n')[line - 1]?.slice(0, 90)} | ${message.slice(0, 100)}`);
      }
      if (rule.endsWith('/syntax') && daemons.some((daemon) => !complaints(file, daemon).has(line)))
        failures.push(`${file}:${line}: called a syntax error, but ${daemons.join(' or ')} takes it silently`);
    }
  }

for (const key of judged.keys()) if (!met.has(key)) failures.push(`judged but not found any more: ${key}`);
const share = findings === 0 ? 0 : falseOnes.length / findings;
console.log(`columns aligned in ${changed} files`);
console.log(`${files} files, ${findings} findings, ${falseOnes.length} judged false (${(100 * share).toFixed(1)} %)`);
for (const place of falseOnes) console.log(`false: ${place}`);
if (share > FALSE) failures.push(`more than ${100 * FALSE} % false`);
if (!process.argv.includes('--unjudged')) for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;
