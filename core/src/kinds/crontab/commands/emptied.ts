/** Files that the shell empties before the command that reads them gets to it: dash, bash, mksh and BusyBox's ash were seen to. */
import type { Fix } from '../../../model/finding.js';
import type { Report } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import { insert } from '../../../text/edit.js';
import type { Run } from '../../../text/shell/commands.js';
import type { List, Redirection } from '../../../text/shell/shell.js';
import type { Word } from '../../../text/words.js';
import { groupStart, isElsewhere } from './groups.js';
import { operandsOf, READERS } from './readers.js';

/** A file, and who was meant to read it. */
interface Emptied {
  readonly redirection: Redirection;
  readonly writer: Run;
  readonly reader: Run;
  /** They start at the same time. */
  readonly isRace: boolean;
}

/** The path that a word says, if it is the same wherever it stands; none of a device. */
function pathOf({ text }: Word): string | undefined {
  if (/[`\\*?[\]]|\$\(|\$[{]?(?:RANDOM|SECONDS)/.test(text) || (text.includes("'") && text.includes('$'))) return undefined;
  const path = text.replace(/["']/g, '').replace(/^(?:\.\/+)+/, '');
  return path === '' || path === '-' || /^\/(?:dev|proc|sys)\//.test(path) ? undefined : path;
}

/** True for a redirection that empties its file. */
const empties = ({ operator, target }: Redirection): boolean =>
  /^(?:>\|?|&>)$/.test(operator) || (operator === '>&' && !/^\d+-?$|^-$/.test(target?.text ?? ''));

/** True where `run` reads the file at `path`. */
const reads = ({ piece, command }: Run, path: string): boolean =>
  piece.redirections.some(({ operator, target }) => operator === '<' && target && pathOf(target) === path) ||
  (command !== undefined && operandsOf(command).some((word) => pathOf(word) === path));

const nameOf = ({ command }: Run): string => {
  const name = baseName(command?.program.text ?? '');
  return /^\w[\w.-]{0,20}$/.test(name) && name !== 'done' && name !== 'fi' ? name : 'the command';
};

/** Nobody writes longer pipelines. */
const LONGEST = 20;

/** The runs that are started with one, from the last to the first: those of its group, and of the pipeline that it ends. */
class Together {
  /** Of each list the pipeline in hand, as far as it was read. */
  private readonly byList = new Map<List, readonly number[]>();
  private readonly byRun = new Map<number, readonly number[]>();

  constructor(
    private readonly runs: readonly Run[],
    private readonly text: string,
  ) {}

  /** The indices of the pipeline that ends with `runs[at]`; it is asked of each in turn. */
  pipeline(at: number): readonly number[] {
    const { piece } = this.runs[at] ?? {};
    if (piece === undefined) return [];
    const start = groupStart(this.runs, at, this.text);
    // What is piped into a group within its own list was read before the word that opens it.
    const opened = this.runs[start]?.piece.list === piece.list && start < at ? this.byRun.get(start)?.slice(1) : undefined;
    const last = this.byList.get(piece.list) ?? [];
    const before = opened ?? (/^\|&?$/.test(this.runs[last[0] ?? -1]?.piece.closedBy ?? '') ? last : []);
    const pipeline = [at, ...before.slice(0, LONGEST)];
    this.byList.set(piece.list, pipeline);
    this.byRun.set(at, pipeline);
    return pipeline;
  }

  /** The first of them that reads the file at `path`. */
  readerIn(pipeline: readonly number[], path: string): Run | undefined {
    for (const at of pipeline) {
      const run = this.runs[at];
      if (run && reads(run, path)) return run;
      const group = this.runs.slice(groupStart(this.runs, at, this.text), at);
      const reader = isElsewhere(group, path) ? undefined : group.find((one) => reads(one, path));
      if (reader) return reader;
    }
    return undefined;
  }
}

/** The files that `runs`, those of one command line, empty before they are read. */
function* emptiedAmong(runs: readonly Run[], text: string): Iterable<Emptied> {
  const together = new Together(runs, text);
  for (const [at, writer] of runs.entries()) {
    const pipeline = together.pipeline(at);
    for (const redirection of writer.piece.redirections) {
      const path = redirection.target && empties(redirection) ? pathOf(redirection.target) : undefined;
      const reader = path === undefined ? undefined : together.readerIn(pipeline, path);
      if (reader) yield { redirection, writer, reader, isRace: !isWithin(reader, writer, runs, text) };
    }
  }
}

/** True where the redirection of `writer` is carried out before `reader` is started at all. */
function isWithin(reader: Run, writer: Run, runs: readonly Run[], text: string): boolean {
  const at = runs.indexOf(writer);
  return reader === writer || runs.indexOf(reader) >= groupStart(runs, at, text);
}

/** Through a new file, where nothing else reads what is written and nothing before it decides whether it is. */
function throughAnother({ redirection, writer: { piece, command, shell } }: Emptied, text: string): Fix[] {
  const { operator, stream = '1', target } = redirection;
  if (target === undefined || !/^>\|?$/.test(operator) || stream !== '1') return [];
  if (shell !== '' && /["']/.test(target.text)) return [];
  if (!/^(?:|;|&&?)$/.test(piece.closedBy) || piece.list.opener !== '') return [];
  if (/\|\||!|\b(?:if|while|until)\b/.test(text.slice(0, command?.program.span.start ?? piece.start))) return [];
  const end = text.slice(0, piece.end).trimEnd().length;
  const moving = ` && mv ${target.text}.new ${target.text}`;
  const edits = target.span.end === end ? [insert(end, `.new${moving}`)] : [insert(target.span.end, '.new'), insert(end, moving)];
  return [{ title: `Write to ${target.text}.new and move it over`, edits, safe: false }];
}

/** What is to be said of them. */
export function* emptiedBy(runs: readonly Run[], text: string): Iterable<Report> {
  for (const found of emptiedAmong(runs, text)) {
    const { redirection, reader, isRace } = found;
    const file = redirection.target?.text.slice(0, 80) ?? '';
    const how = isRace
      ? `The shell empties ${file} as it starts the pipeline, and ${nameOf(reader)} may find nothing in it any more`
      : `The shell empties ${file} before ${nameOf(reader)} reads it, and nothing of it is left`;
    yield { at: redirection, message: `${how}. Write to another file and move that over it.`, fixes: throughAnother(found, text) };
  }
}

/** In every command line in which a file may be emptied so. */
export const EMPTYING: readonly RegExp[] = [
  new RegExp(`[ \\t/;|&("'\`](?:${[...READERS.keys()].join('|')})[ \\t][^\\n]{0,400}?(?<!>)>(?![>&(]|[ \\t]*/dev/)`),
  /<[ \t]*[^\s<>&(][^\n]{0,400}?(?<!>)>(?![>&(]|[ \t]*\/dev\/)/,
];
