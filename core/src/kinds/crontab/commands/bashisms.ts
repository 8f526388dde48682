/** What bash reads and other shells do not: each with the shells behind /bin/sh that lack it. What dash and bash do was run; the others are read in their manuals and sources. */
import type { Edit } from '../../../text/edit.js';
import type { Run } from '../../../text/shell/commands.js';
import { slice, type Word } from '../../../text/words.js';
import type { Sh } from './surroundings.js';

export interface Bashism {
  readonly at: Word;
  readonly lackedBy: readonly Sh[];
  /** What those shells make of it, to follow “there”. */
  readonly instead: string;
  /** How to say the same to any shell. */
  readonly edits?: readonly Edit[];
  /** Whether that is the same for certain. */
  readonly sure?: boolean;
}

const ALL_BUT_BASH: readonly Sh[] = ['dash', 'freebsd', 'openbsd', 'ash'];

/** Commands that are built into bash alone. */
const BUILTINS: Readonly<Record<string, readonly Sh[]>> = {
  source: ['dash', 'freebsd', 'openbsd'],
  '[[': ['dash', 'freebsd'],
  let: ['dash'],
  declare: ['dash', 'freebsd', 'openbsd', 'ash'],
  function: ['dash', 'freebsd'],
  pushd: ALL_BUT_BASH,
  popd: ALL_BUT_BASH,
  shopt: ALL_BUT_BASH,
  disown: ALL_BUT_BASH,
  mapfile: ALL_BUT_BASH,
  readarray: ALL_BUT_BASH,
};

function* inCommand({ command }: Run): Iterable<Bashism> {
  if (command === undefined) return;
  const { program, args } = command;
  const { text } = program;
  if (Object.hasOwn(BUILTINS, text)) {
    const isSource = text === 'source';
    const sure = isSource && args.length === 1 && /^["']?[$/~.]/.test(args[0]?.text ?? '');
    const edits = isSource ? { edits: [{ span: program.span, text: '.' }], sure } : {};
    yield { at: program, lackedBy: BUILTINS[text] ?? [], instead: 'it is no command', ...edits };
  }
  if (text === '[' || text === 'test')
    for (const arg of args)
      if (arg.text === '==')
        yield { at: arg, lackedBy: ['dash'], instead: 'the test fails with an error', edits: [{ span: arg.span, text: '=' }], sure: true };
  const pipefail = text === 'set' ? args.find((arg) => arg.text === 'pipefail') : undefined;
  if (pipefail) yield { at: pipefail, lackedBy: ['dash'], instead: 'the shell stops at this unknown option' };
}

/** True where output is copied to another stream. Behind `>&` a variable may hold the number of one; behind `&>` all but a number is a file. */
const isStream = (operator: string, target: string): boolean =>
  /^(?:\d+|-|\d+-)$/.test(target) || (operator === '>&' && /^\$\{?\w+\}?$/.test(target));

function* inOperators({ piece }: Run, text: string): Iterable<Bashism> {
  for (const { operator, target, span, stream = '1' } of piece.redirections) {
    const start = text.indexOf(operator, span.start);
    const at: Word = { text: operator, span: { start, end: start + operator.length } };
    const isFile = target !== undefined && !isStream(operator, target.text);
    const both = isFile ? { edits: [{ span, text: `${operator === '&>>' ? '>>' : '>'} ${target.text} 2>&1` }], sure: true } : {};
    if (operator.startsWith('&>') && isFile)
      yield {
        at,
        lackedBy: ['dash', 'freebsd', 'openbsd'],
        instead: 'the `&` puts the command in the background, its output goes elsewhere, and the file stays empty',
        ...both,
      };
    else if (operator === '>&' && isFile && stream === '1')
      yield { at, lackedBy: ['dash', 'freebsd', 'openbsd'], instead: 'the line is a syntax error, and nothing runs', ...both };
    else if (operator === '<<<') yield { at, lackedBy: ALL_BUT_BASH, instead: 'the line is a syntax error, and nothing runs' };
  }
  if (piece.closedBy === '|&')
    yield {
      at: { text: '|&', span: { start: piece.end, end: piece.end + 2 } },
      lackedBy: ['dash', 'freebsd', 'ash'],
      instead: 'the line is a syntax error, and nothing runs',
      edits: [{ span: { start: piece.end, end: piece.end + 2 }, text: /[ \t]/.test(text[piece.end - 1] ?? '') ? '2>&1 |' : ' 2>&1 |' }],
      sure: true,
    };
}

interface InWord {
  readonly pattern: RegExp;
  readonly lackedBy: readonly Sh[];
  readonly instead: string;
  /** Looked for in words without quotes alone. */
  readonly bare?: true;
}

const IN_WORDS: readonly InWord[] = [
  { pattern: /^[<>]\(/, lackedBy: ALL_BUT_BASH, instead: 'the line is a syntax error, and nothing runs' },
  { pattern: /^[A-Za-z_]\w*\+?=\(/, lackedBy: ALL_BUT_BASH, instead: 'the line is a syntax error, and nothing runs' },
  // FreeBSD's sh and BusyBox's ash have it; that of OpenBSD is not known.
  { pattern: /^\$'/, lackedBy: ['dash'], instead: 'it is a dollar sign before ordinary single quotes' },
  {
    pattern: /\$\{?RANDOM\b|\$\(\([^)]*\bRANDOM\b/,
    lackedBy: ['dash', 'freebsd'],
    instead: 'it is empty, and the number is always the same',
  },
  {
    pattern: /\$\{(?:![A-Za-z_]|[A-Za-z_]\w*(?:\/|:\d))/,
    lackedBy: ['dash', 'freebsd', 'openbsd'],
    instead: 'it is a bad substitution, and the shell stops',
  },
  { pattern: /\$\{[A-Za-z_]\w*(?:\^|,)/, lackedBy: ALL_BUT_BASH, instead: 'it is a bad substitution, and the shell stops' },
  {
    pattern: /(?<![$\\{])\{(?:[\w./*-]*,[\w./*,-]*|\w+\.\.\w+)\}/,
    lackedBy: ['dash', 'freebsd', 'ash'],
    instead: 'it stays as it is, one word with its braces',
    bare: true,
  },
];

/** Longer words are data, not code. */
const LONG = 2000;

function* inWords({ piece }: Run): Iterable<Bashism> {
  for (const word of piece.words) {
    if (word.text.startsWith("'") || word.text.length > LONG) continue;
    const isBare = !/["'\\]|:\/\//.test(word.text);
    for (const { pattern, lackedBy, instead, bare } of IN_WORDS) {
      const hit = bare && !isBare ? null : pattern.exec(word.text);
      if (hit) yield { at: slice(word, hit.index, hit.index + hit[0].length), lackedBy, instead };
    }
  }
}

/** What of bash is in one simple command of `text`. */
export function* bashismsIn(run: Run, text: string): Iterable<Bashism> {
  yield* inCommand(run);
  yield* inOperators(run, text);
  yield* inWords(run);
}
