/** Zones: offsets, gaps and repeats, by what is known of them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { instantsOf, isZone, offsetAt, spanAt, zoneOf } from '../../core/src/kinds/crontab/schedule/zone.js';
import { slowFormat, slowOffset } from './schedule-daemons.js';
import { zone } from './schedule-support.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (text: string) => Date.parse(text);

describe('zones', () => {
  it('are those that Intl knows; another name is no error', () => {
    for (const name of ['UTC', 'Europe/Berlin', 'America/New_York', 'Etc/GMT+5', 'EST5EDT']) assert.ok(isZone(name), name);
    for (const name of ['', 'Mars/Olympus', 'Europe/Berlin ', '../etc/passwd', '%s', 'Europe']) assert.equal(zoneOf(name), undefined, name);
  });
  it('have offsets', () => {
    assert.equal(offsetAt(zone('UTC'), at('2026-07-01T00:00Z')), 0);
    assert.equal(offsetAt(zone('Europe/Berlin'), at('2026-01-01T00:00Z')), HOUR);
    assert.equal(offsetAt(zone('Europe/Berlin'), at('2026-07-01T00:00Z')), 2 * HOUR);
    assert.equal(offsetAt(zone('Asia/Kolkata'), at('2026-07-01T00:00Z')), 5.5 * HOUR);
    assert.equal(offsetAt(zone('America/New_York'), at('2026-07-01T00:00Z')), -4 * HOUR);
  });
  it('jump at the second', () => {
    const summer = spanAt(zone('America/New_York'), at('2026-07-01T00:00Z'));
    const winter = spanAt(zone('America/New_York'), at('2026-11-02T00:00Z'));
    assert.equal(new Date(summer.start).toISOString(), '2026-03-08T07:00:00.000Z');
    assert.deepEqual(
      [summer.before, summer.first].map((wall) => wall * MINUTE),
      [at('2026-03-08T02:00Z'), at('2026-03-08T03:00Z')],
    );
    assert.equal(new Date(winter.start).toISOString(), '2026-11-01T06:00:00.000Z');
    assert.deepEqual(
      [winter.before, winter.first].map((wall) => wall * MINUTE),
      [at('2026-11-01T02:00Z'), at('2026-11-01T01:00Z')],
    );
  });
  it('are spans without holes', () => {
    for (const name of ['America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia']) {
      let span = spanAt(zone(name), at('2005-01-01'));
      for (let count = 0; count < 90; count++) {
        const next = spanAt(zone(name), span.end);
        assert.equal(next.start, span.end);
        assert.equal(next.before, span.past);
        assert.equal(spanAt(zone(name), next.start - 1).start, span.start);
        span = next;
      }
      assert.ok(span.start > at('2028-01-01'));
    }
  });
  it('have no instant for a time in a gap, and two for one that repeats', () => {
    const berlin = (text: string) =>
      instantsOf(zone('Europe/Berlin'), at(text) / MINUTE).map((ms) => new Date(ms).toISOString().slice(0, 16));
    assert.deepEqual(berlin('2026-03-29T02:30Z'), []);
    assert.deepEqual(berlin('2026-03-29T03:00Z'), ['2026-03-29T01:00']);
    assert.deepEqual(berlin('2026-10-25T02:30Z'), ['2026-10-25T00:30', '2026-10-25T01:30']);
    assert.deepEqual(berlin('2026-10-25T03:00Z'), ['2026-10-25T02:00']);
    const apia = instantsOf(zone('Pacific/Apia'), at('2011-12-30T12:00Z') / MINUTE);
    assert.deepEqual(apia, [], 'Samoa had no December 30 in 2011');
  });
  it('agree with formatted dates at any instant, and turn wall times back', () => {
    const names = [
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'America/Santiago',
      'Asia/Tehran',
      'Pacific/Chatham',
      'Asia/Gaza',
    ];
    const formats = new Map(names.map((name) => [name, slowFormat(name)]));
    const minute = fc.integer({ min: at('1975-01-01') / MINUTE, max: at('2080-01-01') / MINUTE });
    fc.assert(
      fc.property(fc.constantFrom(...names), minute, (name, instant) => {
        const format = formats.get(name) ?? assert.fail();
        const offset = offsetAt(zone(name), instant * MINUTE) / MINUTE;
        assert.equal(offset, slowOffset(format, instant * MINUTE), `${name} ${new Date(instant * MINUTE).toISOString()}`);
        assert.ok(instantsOf(zone(name), instant + offset).includes(instant * MINUTE));
      }),
      { numRuns: 3000, seed: 17 },
    );
  });
});
