/** The table of dialects in words: one row for each point in which inetds differ. */
import type { Matrix } from '../../model/matrix.js';
import { type Dialect, dialects } from './dialects.js';

interface Row {
  readonly title: string;
  readonly text: (dialect: Dialect) => string;
}

const continuation = { blank: 'a blank at its beginning', backslash: 'a backslash before it', none: 'nothing' } as const;

const QUOTES = {
  literal: 'part of the word',
  around: 'around a word are taken off',
  before: 'that begin a word are taken off, with the next of their kind',
  shell: 'as in a shell, but for backslashes',
} as const;

const rows: readonly Row[] = [
  { title: 'what makes a line go on on the next', text: (dialect) => continuation[dialect.continuation] },
  { title: 'a comment behind blanks', text: ({ indentedComments }) => (indentedComments ? 'is one' : 'only a `#` in column 1') },
  { title: 'quotes', text: ({ quotes }) => QUOTES[quotes] },
  {
    title: 'words behind the server',
    text: ({ most }) => (most === undefined ? 'any number' : `${most.words}; more are ${most.beyond}`),
  },
  { title: 'bytes of a line', text: ({ longest }) => (longest === undefined ? 'any number' : `${longest}; the rest is a line of its own`) },
  { title: 'a port number for a service', text: ({ ports }) => (ports === undefined ? 'is looked up as a name' : `${ports[0]} to 65535`) },
  { title: 'addresses before the service', text: ({ hosts }) => (hosts ? 'yes' : 'no') },
  {
    title: 'RPC services',
    text: ({ rpc }) => ({ required: 'with versions', optional: 'with versions or without', none: 'none' })[rpc],
  },
  { title: 'stream over UDP, dgram over TCP', text: ({ pairs }) => (pairs ? 'refused' : 'taken') },
  {
    title: 'dgram with nowait',
    text: ({ packets }) => (packets === 'left' ? 'starts the program again and again for one packet' : 'starts it once for each packet'),
  },
  {
    title: 'built-in services, stream alone in brackets',
    text: ({ builtins }) => `${builtins.both.join(', ')}${builtins.stream.length > 0 ? ` (${builtins.stream.join(', ')})` : ''}`,
  },
  { title: 'a CR before the line feed', text: ({ keepsReturns }) => (keepsReturns ? 'part of the last word' : 'not known to be') },
  { title: 'a line that is refused', text: ({ refuses }) => refuses },
  { title: 'a line with too few fields', text: ({ tooFew, refuses }) => tooFew ?? refuses },
];

export const matrix: Matrix = {
  dialects,
  features: rows.map(({ title, text }) => ({
    title,
    cells: Object.fromEntries(dialects.map((dialect) => [dialect.id, { text: text(dialect) }])),
  })),
};
