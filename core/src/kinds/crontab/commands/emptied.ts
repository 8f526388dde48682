/** Files that the shell empties before the command that reads them gets to it: dash, bash, mksh and BusyBox's ash were seen to. */
import type { Fix } from '../../../model/finding.js';
import type { Report } from '../../../model/rule.js';
import { insert } from '../../../text/edit.js';
import type { Word } from '../../../text/words.js';
import { baseName, type Run } from './commands.js';
import { operandsOf, READERS } from './readers.js';
import type { List, Redirection } from './shell.js';

/** A file, and who was meant to read it. */
interface Emptied {
  readonly redirection: Redirection;
  readonly writer: Run;
  readonly reader: Run;
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

/** The files that `runs`, those of one command line, empty before they are read. */
function* emptiedAmong(runs: readonly Run[]): Iterable<Emptied> {
  /** Of each list the pipeline in hand, as far as it was read. */
  const pipelines = new Map<List, readonly Run[]>();
  for (const writer of runs) {
    const { list, redirections } = writer.piece;
    const last = pipelines.get(list) ?? [];
    const pipeline = /^\|&?$/.test(last[0]?.piece.closedBy ?? '') ? [writer, ...last.slice(0, LONGEST)] : [writer];
    pipelines.set(list, pipeline);
    for (const redirection of redirections) {
      const path = redirection.target && empties(redirection) ? pathOf(redirection.target) : undefined;
      const reader = path === undefined ? undefined : pipeline.find((run) => reads(run, path));
      if (reader) yield { redirection, writer, reader };
    }
  }
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
  for (const found of emptiedAmong(runs)) {
    const { redirection, writer, reader } = found;
    const file = redirection.target?.text.slice(0, 80) ?? '';
    const how =
      reader === writer
        ? `The shell empties ${file} before ${nameOf(reader)} reads it, and nothing is left`
        : `The shell empties ${file} as it starts the pipeline, and ${nameOf(reader)} may find nothing in it any more`;
    yield { at: redirection, message: `${how}. Write to another file and move that over it.`, fixes: throughAnother(found, text) };
  }
}

/** In every command line in which a file may be emptied so. */
export const EMPTYING: readonly RegExp[] = [
  new RegExp(`[ \\t/;|&("'\`](?:${[...READERS.keys()].join('|')})[ \\t][^\\n]{0,400}?(?<!>)>(?![>&(]|[ \\t]*/dev/)`),
  /<[ \t]*[^\s<>&(][^\n]{0,400}?(?<!>)>(?![>&(]|[ \t]*\/dev\/)/,
];
