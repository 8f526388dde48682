/** Columns of entries: what is aligned, what is left alone, and that no cron reads anything else afterwards. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { applyEdits, formatEdits, formatEnded, identify, lint, type Reading } from '../../core/src/index.js';
import { type Dialect, dialects } from '../../core/src/kinds/crontab/dialects/dialects.js';
import { assignmentOf } from '../../core/src/kinds/crontab/reading/assignment.js';
import { readEntry } from '../../core/src/kinds/crontab/reading/entry.js';
import { indentOf, shapeOf } from '../../core/src/kinds/crontab/reading/shape.js';
import { defaultSettings } from '../../core/src/lint/settings.js';
import { pieces } from '../kinds/index.js';
import { at } from './support.js';

function read(text: string, form = 'user', kind = 'crontab'): Reading {
  const choice = identify({ path: '', text, sniff: false, flag: { kind, form } });
  assert.ok(choice);
  return lint('', text, choice, defaultSettings);
}

const formatted = (text: string, form?: string, kind?: string): string => applyEdits(text, formatEdits(read(text, form, kind)));

/** What the cron is given to run: behind the one blank that ends a user, or from the first word on where there is none. */
const commandBytes = (line: string, form: string): string => {
  const { macro, user, command } = shapeOf(line, indentOf(line), form === 'system' ? 'system' : 'user');
  if (form === 'system') return user ? line.slice(user.span.end) : '';
  return macro || command ? (command?.text ?? '') : '';
};

/** What `dialect` makes of one line, with all that it keeps of it. */
function meaning(line: string, form: 'user' | 'system', dialect: Dialect): unknown {
  const indent = indentOf(line);
  if (indent === line.length || line[indent] === '#') return line;
  if (assignmentOf(line, indent, dialect.emptyValue)) return line;
  const shape = shapeOf(line, indent, form);
  return [readEntry(shape, dialect), shape.macro?.text, shape.user?.text, commandBytes(line, form)];
}

function keepsItsMeaning(text: string, form: 'user' | 'system'): string {
  const after = formatted(text, form);
  const [old, fresh] = [text.split('\n'), after.split('\n')];
  assert.equal(fresh.length, old.length);
  for (const [index, line] of old.entries())
    for (const dialect of dialects)
      assert.deepEqual(meaning(fresh[index] ?? '', form, dialect), meaning(line, form, dialect), `${dialect.id}: ${JSON.stringify(line)}`);
  assert.equal(formatted(after, form), after, 'a second time changes nothing');
  assert.equal(after.replace(/[ \t]+/g, ''), text.replace(/[ \t]+/g, ''), 'only blanks change');
  return after;
}

describe('columns', () => {
  it('of a user crontab begin one below the other, up to the command', () => {
    assert.equal(
      formatted('5 4 * * * /bin/a  b\n*/15\t9-17 * * mon-fri\t/bin/c \t\n@hourly x\n'),
      '5    4    * * *       /bin/a  b\n*/15 9-17 * * mon-fri /bin/c \t\n@hourly               x\n',
    );
  });

  it('of a system crontab end with the user: the blanks behind it belong to the command on Debian and FreeBSD', () => {
    assert.equal(
      formatted('17 *\t* * *\troot    cd / && x\n25 6,7\t* * *   www-data\ttest\n  @daily root y\n', 'system'),
      '17 *   * * * root    cd / && x\n25 6,7 * * * www-data\ttest\n@daily       root y\n',
    );
  });

  it('keep line ends and what no cron takes, comments and commented-out entries', () => {
    assert.equal(
      formatted('# a   b\r\n5  4 * * * x\r\n61   4 * * * x\r\n#5    4 * * * /bin/x\r\n30 4 * * * y\r'),
      '# a   b\r\n5  4 * * * x\r\n61   4 * * * x\r\n#5    4 * * * /bin/x\r\n30 4 * * * y\r',
    );
    assert.equal(formatted('5 4 * * * x\r\n30 14 * * * y'), '5  4  * * * x\r\n30 14 * * * y');
  });

  it('are laid out block by block: blank lines and assignments end one, comments do not', () => {
    assert.equal(
      formatted('5 4 * * * a\n\n30 4 * * * b\nX=y\n5  4 * * * c\n# d\n30 14 * * * e\n'),
      '5 4 * * * a\n\n30 4 * * * b\nX=y\n5  4  * * * c\n# d\n30 14 * * * e\n',
    );
  });

  it('are not pushed out by a very wide field', () => {
    const wide = Array.from({ length: 60 }, (_, minute) => minute).join();
    assert.equal(formatted(`5 4 * * * a\n${wide}   1   * * * b\n30 14 * * * c\n`), `5  4  * * * a\n${wide} 1 * * * b\n30 14 * * * c\n`);
    assert.equal(formatted('@every_minute a\n@daily b\n0 1 * * * c\n').includes('0 1 * * *'), true);
  });

  it('do not touch a line behind a backslash, which BusyBox reads as part of the one before', () => {
    const text = '5 4 * * * a \\\n  30   14 * * * b\n';
    assert.equal(formatted(text), text);
  });

  it('of an entry that goes on behind a backslash are those of its first line, where BusyBox reads the file; times on two lines stay', () => {
    const head = '# daemonlint: dialect=busybox\n';
    assert.equal(
      formatted(`${head}5  4 * * * x \\\n  --all  y\n5 \\\n   4 * * * y\n30 14 * * * z\n`),
      `${head}5  4  * * * x \\\n  --all  y\n5 \\\n   4 * * * y\n30 14 * * * z\n`,
    );
  });

  it('of inetd.conf are the fields and the first argument; continuation lines stay', () => {
    assert.equal(
      formatted(
        'ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd -l  -a\nfinger\tstream\ttcp\tnowait\tnobody\t/usr/sbin/in.fingerd\n   in.fingerd  -l\n',
        'inetd',
        'inetd',
      ),
      'ftp    stream tcp nowait root   /usr/sbin/tcpd in.ftpd -l  -a\nfinger stream tcp nowait nobody /usr/sbin/in.fingerd\n   in.fingerd  -l\n',
    );
  });

  it('are not looked for in listings', () => {
    const text = 'atd   0:off 1:off   2:off 3:on 4:on 5:on 6:off\nx 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n';
    assert.equal(formatted(text, 'chkconfig', 'listing'), text);
  });

  it('give edits of the blanks that change and nothing more', () => {
    const text = '5 4 * * *   x\n30 4 * * * y\n';
    assert.deepEqual(formatEdits(read(text)), [
      { span: { start: 2, end: 2 }, text: ' ' },
      { span: { start: 10, end: 12 }, text: '' },
    ]);
  });

  it('of a range change its lines alone, to where the whole block puts them', () => {
    const text = '5 4 * * * a\n30 14 * * * b\n6 4 * * * c\n';
    const start = text.indexOf('6 4');
    const edits = formatEdits(read(text), { start: start + 2, end: start + 3 });
    assert.equal(applyEdits(text, edits), '5 4 * * * a\n30 14 * * * b\n6  4  * * * c\n');
    assert.equal(
      applyEdits(text, formatEdits(read(text), { start: 0, end: text.indexOf('30') })),
      '5  4  * * * a\n30 14 * * * b\n6 4 * * * c\n',
    );
  });

  const ended = (marked: string): string => {
    const { reading, offset } = at('/var/spool/cron/ann', marked);
    return applyEdits(reading.document.text, formatEnded(reading, offset));
  };

  it('follow when an entry has just been ended, also in the middle of a block; the new line is left alone', () => {
    assert.equal(ended('5 4 * * * a\n30 14 * * * b\n‸'), '5  4  * * * a\n30 14 * * * b\n');
    assert.equal(ended('5 4 * * * a\n30 14 * * * b\n‸\n6 4 * * * c\n'), '5  4  * * * a\n30 14 * * * b\n\n6  4  * * * c\n');
    assert.equal(ended('5 4 * * * a\n30 14 * * * b\n  ‸\n'), '5  4  * * * a\n30 14 * * * b\n  \n');
    for (const still of ['5 4 * * * a\n30 14 * * * b\n# c\n', '‸', '5 4 * * * a\n30 14 * * * b\n61 x\n'])
      assert.equal(ended(still.includes('‸') ? still : `${still}‸`), still.replace('‸', ''));
  });

  it('change nothing that any cron reads, over generated crontabs', () => {
    const word = fc.constantFrom(...(pieces.crontab ?? []), ' ', '\t', '  ', '\n', '\r\n', '\r', '-', '😀', '\u00a0', '-n ', '* * * * * ');
    const line = fc
      .tuple(
        fc.constantFrom('', ' ', '\t'),
        fc.array(fc.constantFrom('*', '5', '*/15', '1-5', '1,2,3', 'mon', '@daily', '@reboot', '61', '~', 'root', '-5'), { maxLength: 8 }),
        fc.constantFrom(' ', '\t', '   ', ' \t '),
        fc.constantFrom(' x', '\t  /bin/y  ', ' * x', ' %in', '', ' -n z', '\r', ' \\'),
      )
      .map(([indent, words, by, end]) => indent + words.join(by) + end);
    const texts = fc.oneof(
      fc.array(word, { maxLength: 60 }).map((parts) => parts.join('')),
      fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n')),
    );
    let changed = 0;
    fc.assert(
      fc.property(texts, fc.constantFrom('user' as const, 'system' as const), (text, form) => {
        if (keepsItsMeaning(text, form) !== text) changed++;
      }),
      { numRuns: 1900 },
    );
    assert.ok(changed > 300, `${changed} texts changed`);
  });

  it('change nothing that any cron reads, over the recorded lines', () => {
    const recorded = readFileSync(new URL('../fixtures/crontab-verdicts.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row) as [string, 'user' | 'system']);
    for (const form of ['user', 'system'] as const) {
      const lines = recorded.filter(([, its]) => its === form).map(([line]) => line);
      const text = lines.join('\n');
      assert.ok(lines.length > 500);
      assert.notEqual(keepsItsMeaning(text, form), text);
    }
  });

  it('change nothing that an inetd reads, over generated files', () => {
    const texts = fc
      .array(fc.constantFrom(...(pieces.inetd ?? []), ' ', '\t', '\n', '  '), { maxLength: 40 })
      .map((parts) => parts.join(' ').replaceAll(' \n ', '\n'));
    const words = (text: string) =>
      read(text, 'inetd', 'inetd').document.lines.map(({ type, tokens }) => [type, tokens.map(({ role, text: token }) => [role, token])]);
    fc.assert(
      fc.property(texts, (text) => {
        const after = formatted(text, 'inetd', 'inetd');
        assert.deepEqual(words(after), words(text));
        assert.equal(formatted(after, 'inetd', 'inetd'), after);
      }),
      { numRuns: 500 },
    );
  });
});
