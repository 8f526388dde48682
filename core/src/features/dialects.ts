/** The page on dialects, in Markdown: what they are, what else they are called, and where they differ. */
import type { Kind } from '../model/kind.js';
import type { Matrix } from '../model/matrix.js';

const cellText = (text: string): string => text.replaceAll('|', '\\|');

const row = (cells: readonly string[]): string => `| ${cells.map(cellText).join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
];

/** Sources of single cells, numbered as they are met. */
class Notes {
  readonly #numbers = new Map<string, number>();

  /** The mark that leads to `source`. */
  mark(source: string): string {
    const number = this.#numbers.get(source) ?? this.#numbers.size + 1;
    this.#numbers.set(source, number);
    return ` [${number}]`;
  }

  get lines(): string[] {
    return [...this.#numbers].map(([source, number]) => `${number}. ${source}`);
  }
}

function matrixLines({ dialects, features }: Matrix): string[] {
  const notes = new Notes();
  const rows = features.map(({ title, cells }) => [
    title,
    ...dialects.map(({ id }) => {
      const { text = '', source } = cells[id] ?? {};
      return `${text}${source === undefined ? '' : notes.mark(source)}`;
    }),
  ]);
  const lines = table(['', ...dialects.map(({ id }) => id)], rows);
  return [
    '',
    'Each cell is as its dialect’s source above has it, unless a number names another.',
    '',
    ...lines,
    ...(notes.lines.length > 0 ? ['', ...notes.lines] : []),
  ];
}

function kindLines({ title, dialects, dialectNames, defaultDialects, matrix }: Kind): string[] {
  if (dialects.length === 0) return [];
  const known = matrix?.dialects.map(({ id, title: name, source }) => [`\`${id}\``, name, source]);
  const also = dialectNames.map(({ names, dialect, source }) => [names.map((name) => `\`${name}\``).join(', '), `\`${dialect}\``, source]);
  return [
    '',
    `## ${title}`,
    '',
    `Where neither a name nor the path nor the content tells: ${defaultDialects.map((id) => `\`${id}\``).join(', ')}.`,
    '',
    ...(known
      ? table(['dialect', 'is', 'source'], known)
      : table(
          ['dialect'],
          dialects.map((id) => [`\`${id}\``]),
        )),
    '',
    ...table(['also named', 'means', 'because'], also),
    ...(matrix ? matrixLines(matrix) : []),
  ];
}

/** All dialects of `kinds`. */
export const dialectsPage = (kinds: readonly Kind[]): string =>
  [
    '# Dialects',
    '',
    'Generated from the tables themselves by `npm run generate`.',
    '',
    'One file is read differently by different daemons. Which ones are in question follows from what is named (`--dialect`, a comment',
    '`# daemonlint: dialect=NAME`, `.daemonlint.json`, the editor’s settings), else from the head of the file and its path. `auto` asks for the latter.',
    ...kinds.flatMap(kindLines),
    '',
  ].join('\n');
