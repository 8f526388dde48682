/** What xinetd itself made of some 960 texts: how many services it offers, and of which lines it complains. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { defaultSettings, identify, lineStarts, lint, placeOf } from '../../core/src/index.js';

type Row = readonly [text: string, on: number, said: readonly (readonly [line: number, message: string])[]];

const rows = readFileSync(new URL('../fixtures/xinetd-verdicts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((row) => JSON.parse(row) as Row);

const JUDGING = /^xinetd\/(?:syntax|unknown-attribute|ignored-setting)$/;

function read(text: string) {
  const choice = identify({ path: '/etc/xinetd.conf', text, sniff: false, flag: { kind: 'xinetd' } });
  assert.ok(choice);
  const { document, findings } = lint('/etc/xinetd.conf', text, choice, defaultSettings);
  const starts = lineStarts(text);
  const judged = findings.filter(({ rule }) => JUDGING.test(rule));
  return {
    // A wrong value in the defaults ends xinetd, whatever stands behind it.
    on: judged.some(({ message }) => message.includes('xinetd then exits'))
      ? -1
      : document.lines.flatMap(({ launches }) => launches).filter(({ state }) => state === 'on').length,
    lines: [...new Set(judged.map(({ span }) => placeOf(starts, span.start).line + 1))],
    findings: judged,
  };
}

/** Whether a service without UNLISTED exists is for the host's /etc/services to say. */
const isForTheHost = (text: string): boolean => !/^\s*type\s+=.*UNLISTED/im.test(text) && /^service one$/m.test(text);

/** Messages about a whole block, whose line is the one at which xinetd has had enough. */
const WHOLE = /missing|incomplete entry|only 1 defaults|service name/;

describe('xinetd, as the daemon said', () => {
  it('offers the services that it offers', () => {
    const asked = rows.filter(([text]) => !isForTheHost(text));
    assert.ok(asked.length > 600);
    assert.deepEqual(
      asked.filter(([text, on]) => read(text).on !== on).map(([text, on]) => [text, on, read(text).on]),
      [],
    );
  });

  it('is complained of on the lines of which it complains, and where it drops a block', () => {
    let compared = 0;
    for (const [text, on, said] of rows) {
      const { lines } = read(text);
      const exact = said.filter(([, message]) => !WHOLE.test(message)).map(([line]) => line);
      compared += exact.length;
      assert.deepEqual(
        [...new Set(exact)].filter((line) => !lines.includes(line)),
        [],
        text,
      );
      if (said.length > 0) assert.ok(lines.length > 0, text);
      // Of what a block lacks xinetd says no line, and then it does not offer it.
      const offers = [...text.matchAll(/^\s*service \w/gim)].length;
      if (said.length === 0 && on === offers) assert.deepEqual(lines, [], text);
    }
    assert.ok(compared > 300, `${compared} lines`);
  });

  it('is not complained of more often than it complains', () => {
    for (const [text, , said] of rows) {
      const about = read(text).findings.filter(({ message }) => !/(?:does not offer|passes over this service)/.test(message));
      assert.ok(about.length <= said.length, `${text}${about.map(({ message }) => message).join('\n')}`);
    }
  });
});
