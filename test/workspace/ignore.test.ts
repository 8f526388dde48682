// A finding that is written into a config.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../core/src/index.js';
import { ignoreEdits, ignoringConfig, parseConfig, unignoreEdits } from '../../workspace/src/index.js';

const ENTRY = { path: 'chkconfig.txt', rule: 'risky-daemon', subject: 'snmpd' };

const added = (source: string): string => applyEdits(source, ignoreEdits(source, ENTRY) ?? []);

/** What counts once a person has written the reason. */
const ignores = (text: string) => parseConfig('c', text.replace('"reason": ""', '"reason": "x"')).config.ignore;

describe('a config that learns to ignore', () => {
  it('keeps all that is in it, and asks for the reason', () => {
    const source = '{\n  // ours\n  "keep": ["telnet"], // lab\n  "ignore": [\n    { "rule": "directive", "reason": "y" },\n  ],\n}\n';
    const text = added(source);
    assert.deepEqual(ignores(text), [
      { rule: 'directive', reason: 'y' },
      { ...ENTRY, reason: 'x' },
    ]);
    for (const kept of ['// ours', '"keep": ["telnet"], // lab']) assert.ok(text.includes(kept), text);
    assert.match(
      parseConfig('c', text)
        .problems.map(({ message }) => message)
        .join(),
      /^this does not say why/,
    );
  });

  it('is a new one, an empty one, one without the key, one with CRLF', () => {
    for (const text of [
      ignoringConfig(ENTRY),
      added('{}'),
      added('{"keep": []}'),
      added('{"ignore": []}'),
      added('{\r\n  "keep": []\r\n}\r\n'),
    ])
      assert.deepEqual(ignores(text), [{ ...ENTRY, reason: 'x' }], text);
    assert.ok(!/[^\r]\n/.test(added('{\r\n  "keep": []\r\n}\r\n')));
  });

  it('has it in the list that counts where there are two', () => {
    const source = '{"ignore": [], "ignore": [{"rule":"directive","reason":"y"}]}';
    assert.deepEqual(ignores(added(source)), [
      { rule: 'directive', reason: 'y' },
      { ...ENTRY, reason: 'x' },
    ]);
    const edits = unignoreEdits(source, source.indexOf('{"rule"'));
    assert.equal(applyEdits(source, edits ?? []), '{"ignore": [], "ignore": []}');
  });

  it('is none where nothing can be added', () => {
    for (const source of ['', '[]', '{"ignore": {}}', '1']) assert.equal(ignoreEdits(source, ENTRY), undefined, source);
  });

  it('is laid out as it was, to the byte', () => {
    const own = JSON.stringify({ ...ENTRY, reason: '' }, undefined, '  ').split('\n');
    const at = (indent: string, eol = '\n') => own.join(`${eol}${indent}`);
    for (const [source, wanted] of [
      ['{"keep": ["ssh"]}', `{"keep": ["ssh"],\n  "ignore": [\n    ${at('    ')}\n  ]\n}`],
      ['{\n\t"keep": [ "ssh" ] // lab\n}\n', `{\n\t"keep": [ "ssh" ], // lab\n\t"ignore": [\n\t  ${at('\t  ')}\n\t]\n}\n`],
      ['{ // nothing yet\n}', `{ // nothing yet\n  "ignore": [\n    ${at('    ')}\n  ]\n}`],
      ['{\n  "ignore": [ ],\n  "keep":[]\n}', `{\n  "ignore": [\n    ${at('    ')}\n  ],\n  "keep":[]\n}`],
      [
        '{"ignore": [{"rule":"directive","reason":"y"} /* , */ ,]}',
        `{"ignore": [{"rule":"directive","reason":"y"} /* , */ ,\n  ${at('  ')}\n]}`,
      ],
    ] as const)
      assert.equal(added(source), wanted);
  });
});

describe('a config that ignores one thing less', () => {
  /** The entry that names `rule` taken out. */
  const without = (source: string, rule: string): string =>
    applyEdits(source, unignoreEdits(source, source.indexOf(`{"rule":"${rule}`)) ?? []);
  const [a, b, c] = ['directive', 'portmap', 'last-login'].map((rule) => `{"rule":"${rule}","reason":"x"}`);

  it('keeps the rest to the byte', () => {
    for (const [source, rule, wanted] of [
      [`{"ignore": [${a}, ${b}, ${c}]}`, 'portmap', `{"ignore": [${a}, ${c}]}`],
      [`{"ignore": [${a}, ${b}]}`, 'portmap', `{"ignore": [${a}]}`],
      [`{"ignore": [${a}, ${b}]}`, 'directive', `{"ignore": [${b}]}`],
      [`{"ignore": [${a}]}`, 'directive', '{"ignore": []}'],
      [`{"ignore": [${a},]}`, 'directive', '{"ignore": []}'],
      [`{\n  "ignore": [\n    ${a},\n    // of b\n    ${b}\n  ]\n}\n`, 'directive', `{\n  "ignore": [\n    // of b\n    ${b}\n  ]\n}\n`],
      [`{\n  "ignore": [\n    ${a}, // of a\n    ${b}\n  ]\n}\n`, 'portmap', `{\n  "ignore": [\n    ${a} // of a\n  ]\n}\n`],
      [`{\r\n  "ignore": [\r\n    ${a},\r\n    ${b},\r\n  ]\r\n}\r\n`, 'portmap', `{\r\n  "ignore": [\r\n    ${a},\r\n  ]\r\n}\r\n`],
      [`{"ignore": [\n  ${a} /* , */, ${b} // , of b\n]}`, 'portmap', `{"ignore": [\n  ${a} /* , */ // , of b\n]}`],
    ] as const)
      assert.equal(without(source, rule), wanted, source);
  });

  it('is always one that can be read, with the others in it', () => {
    const blank = fc.constantFrom('', ' ', '\n  ', '\r\n\t', ' // x, y\n', '/* , */', '\n\n');
    const entries = fc.uniqueArray(fc.constantFrom('directive', 'portmap', 'last-login', 'risky-daemon', 'super-server'), { minLength: 1 });
    fc.assert(
      fc.property(entries, fc.nat(), fc.array(blank, { minLength: 12, maxLength: 12 }), fc.boolean(), (names, number, blanks, trails) => {
        const text = names.map((rule, at) => `${blanks[at]}{"rule":"${rule}","reason":"x"}${blanks[at + 6]}`).join(',');
        const source = `{"keep": [],"ignore": [${text}${trails ? `,${blanks[11]}` : ''}]}`;
        const gone = names[number % names.length] ?? '';
        const { config, problems } = parseConfig('c', without(source, gone));
        assert.deepEqual(problems, []);
        assert.deepEqual(
          config.ignore.map(({ rule }) => rule),
          names.filter((name) => name !== gone),
        );
        const more = parseConfig('c', added(source).replace('"reason": ""', '"reason": "x"'));
        assert.deepEqual([more.problems, more.config.ignore.length], [[], names.length + 1]);
      }),
    );
  });

  it('is none where no entry is', () => {
    for (const source of ['', '{}', '{"ignore": {}}', '{"ignore": []}']) assert.equal(unignoreEdits(source, 3), undefined, source);
  });
});
