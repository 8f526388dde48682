// Secrets of a line in what a message quotes of it: whole, cut, in part.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maskedQuotes } from '../../core/src/text/mask.js';

const LINE = '0 6 * * * PW=tr0ub4dor dump 61 sesame';
const SECRETS = ['tr0ub4dor', 'sesame'].map((secret) => ({ start: LINE.indexOf(secret), end: LINE.indexOf(secret) + secret.length }));
const told = (message: string, at = 0) => maskedQuotes(message, LINE, SECRETS, at);

describe('a message about a line with secrets', () => {
  it('has a mask where it quotes them, whole, cut or from their middle', () => {
    assert.equal(told('no “PW=tr0ub4dor” here'), 'no “PW=••••” here');
    assert.equal(told('runs “PW=tr0ub…” and “dump 61 sesame”'), 'runs “PW=••••…” and “dump 61 ••••”');
    assert.equal(told('“ub4d” is bad', LINE.indexOf('ub4d')), '“••••” is bad');
  });

  it('has one for what the daemon makes of the line, too', () => assert.equal(told('sets “\\tr0ub4dor\\”'), 'sets “\\••••\\”'));

  it('keeps what is none of them, and signs', () => {
    for (const message of ['bad minute “61”', 'this “%”', '“dump”', 'sesame, unquoted', '“” and “']) assert.equal(told(message), message);
  });

  it('never quotes more than three characters of one that is all there', () => {
    fc.assert(
      fc.property(fc.nat(LINE.length), fc.nat(LINE.length), fc.nat(LINE.length), (from, to, at) => {
        assert.doesNotMatch(told(`“${LINE.slice(from, to)}”`, at), /tr0u|r0ub|0ub4|ub4d|b4do|4dor|sesa|esam|same/);
      }),
    );
  });
});
