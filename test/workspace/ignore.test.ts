// A finding that is written into a config.
import assert from 'node:assert/strict';
import { applyEdits } from '../../core/src/index.js';
import { ignoreEdits, ignoringConfig, parseConfig } from '../../workspace/src/index.js';

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

  it('is none where nothing can be added', () => {
    for (const source of ['', '[]', '{"ignore": {}}', '1']) assert.equal(ignoreEdits(source, ENTRY), undefined, source);
  });
});
