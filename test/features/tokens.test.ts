/** Semantic tokens: which word has which colour, and that they lie apart inside the text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { coloursOf, colourTypes, identify, kinds, lint, type Span } from '../../core/src/index.js';
import { defaultSettings } from '../../core/src/lint/settings.js';
import { pieces } from '../kinds/index.js';
import { readAs } from '../support.js';

const SYSTEM = '/etc/crontab';

/** `type word` for each token, as an editor without a grammar gets them; with `beside` as one with a grammar does. */
const colours = (text: string, beside = false, path = SYSTEM, within?: Span): string[] =>
  coloursOf(readAs(path, text), beside, within).map(({ span, type }) => `${type} ${text.slice(span.start, span.end)}`);

describe('semantic tokens of a crontab', () => {
  it('take a field apart into numbers, names, stars and signs', () => {
    assert.deepEqual(colours('*/15 1-5,7 * jan mon x y\n', true), [
      'enumMember *',
      'operator /',
      'number 15',
      'number 1',
      'operator -',
      'number 5',
      'operator ,',
      'number 7',
      'enumMember *',
      'enumMember jan',
      'enumMember mon',
      'type x',
      'function y',
    ]);
  });

  it('take a field that BusyBox joins from two lines as one', () => {
    const busybox = (text: string) => colours(text, true, '/h/etc/crontabs/root');
    assert.deepEqual(busybox('1\\\n5 4 * j\\\nan 1\\\n\\\n-5 /bin/x\n'), [
      'number 1\\\n5',
      'number 4',
      'enumMember *',
      'enumMember j\\\nan',
      'number 1',
      // What joins lies in the field, between its parts.
      'number \\\n\\',
      'operator -',
      'number 5',
      'function /bin/x',
    ]);
    assert.deepEqual(busybox('@da\\\nily /bin/x\n'), ['keyword @da\\\nily', 'function /bin/x']);
    assert.deepEqual(busybox('1 \\\n5 \\\n* * * /bin/x\n').slice(0, 3), ['number 1', 'number 5', 'enumMember *'], 'two words stay two');
  });

  it('tell the user from the command, which the grammar can not', () => {
    assert.deepEqual(colours('0 4 * * * backup2 tar cf x\n', true).slice(-2), ['type backup2', 'function tar']);
    assert.deepEqual(colours('0 4 * * * /opt/x tar\n', true, '/var/spool/cron/ann').at(-1), 'function /opt/x');
  });

  it('show each program of a command', () => {
    const text = '@daily root cd / && nice -n 19 tar cf - x | gzip > "a b" # no\n';
    assert.deepEqual(colours(text, true), ['keyword @daily', 'type root', 'function cd', 'function tar', 'function gzip']);
  });

  it('give the rest of the command a colour where no grammar does, and comments theirs', () => {
    const text = '# a b\n0 4 * * * root tar cf x %in\n#0 4 * * * root /bin/y\n';
    assert.deepEqual(
      colours(text).filter((each) => !/^(?:number|enumMember)/.test(each)),
      [
        'comment # a b',
        'type root',
        'function tar',
        'parameter cf',
        'parameter x',
        'string %in',
        ...['#', '0', '4', '*', '*', '*', 'root', '/bin/y'].map((word) => `comment ${word}`),
      ],
    );
    assert.deepEqual(
      colours(text, true).filter((each) => !/^(?:number|enumMember)/.test(each)),
      ['type root', 'function tar'],
    );
  });

  it('colour assignments and lines that no cron takes', () => {
    assert.deepEqual(colours('PATH = "/bin"\n', true), ['variable PATH', 'operator =', 'string "/bin"']);
    assert.deepEqual(colours('61 4\n', true), ['number 61', 'number 4']);
  });

  it('of a range are those of its lines', () => {
    const text = 'A=b\n0 4 * * * root x\nC=d\n';
    assert.deepEqual(colours(text, true, SYSTEM, { start: 5, end: 6 })[0], 'number 0');
    assert.ok(!colours(text, true, SYSTEM, { start: 5, end: 6 }).includes('variable C'));
    assert.deepEqual(colours('', true), []);
  });
});

describe('semantic tokens of the other kinds', () => {
  it('have the types of their roles', () => {
    assert.deepEqual(colours('telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n', true, '/etc/inetd.conf'), [
      'function telnet',
      'enumMember stream',
      'type tcp',
      'keyword nowait',
      'variable root',
      'function /usr/sbin/tcpd',
      'parameter in.telnetd',
    ]);
  });
  it('are all in the legend', () => {
    for (const { roles } of kinds) for (const { tokenType } of Object.values(roles)) assert.ok(colourTypes.includes(tokenType), tokenType);
    assert.equal(new Set(colourTypes).size, colourTypes.length);
  });

  for (const { id, forms } of kinds)
    it(`${id}: lie apart, in order, within words of the text`, () => {
      const parts = [...(pieces[id] ?? []), ' ', '\n', '\r\n', '\r', '\t', ',', '😀', '#'];
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom(...parts), { maxLength: 40 }),
          fc.constantFrom(...forms),
          fc.boolean(),
          (words, form, beside) => {
            const text = words.join(' ').replaceAll(' \n ', '\n');
            const choice = identify({ path: '', text, sniff: false, flag: { kind: id, form } });
            assert.ok(choice);
            let end = 0;
            for (const { span, type } of coloursOf(lint('', text, choice, defaultSettings), beside)) {
              assert.ok(span.start >= end && span.end > span.start && span.end <= text.length, JSON.stringify([text, span]));
              assert.equal(text.slice(span.start, span.end), text.slice(span.start, span.end).trim());
              assert.ok(colourTypes.includes(type));
              end = span.end;
            }
          },
        ),
        { numRuns: 500 },
      );
    });
});
