/** The page of the week: whole HTML, nothing of the file is obeyed, its colours can be read. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dark, light, type Palette, type Shade } from '../../core/src/features/page/theme.js';
import { heatOf, scaleOf } from '../../core/src/features/week-page/heat.js';
import { brief } from '../../core/src/features/week-page/words.js';
import { type WeekMap, weekMapMain, weekMapOf, weekMapPage } from '../../core/src/index.js';
import { readAs } from '../support.js';

function mapOf(text: string, zone = 'Europe/Berlin', from = '2026-03-25T12:00Z'): WeekMap {
  const { read, context } = readAs('/var/spool/cron/crontabs/ann', text, { zone });
  return weekMapOf(read, context, Date.parse(from)) ?? assert.fail('no week');
}

const VOID = new Set(['meta', 'br']);

/** The elements of `html` with their attributes, once every one that is opened is closed in its turn. */
function elements(html: string): { readonly name: string; readonly attributes: ReadonlyMap<string, string> }[] {
  const found: { name: string; attributes: Map<string, string> }[] = [];
  const open: string[] = [];
  const tag = /<!DOCTYPE html>|<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>|</g;
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    const [whole, closing, name = '', rest = ''] = match;
    if (whole.startsWith('<!')) continue;
    assert.notEqual(name, '', `no tag at ${html.slice(match.index, match.index + 60)}`);
    if (closing === '/') {
      assert.equal(open.pop(), name);
      continue;
    }
    const attributes = [...rest.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value] as const);
    assert.equal(new Set(attributes.map(([key]) => key)).size, attributes.length, `an attribute twice in ${whole}`);
    found.push({ name, attributes: new Map(attributes) });
    if (VOID.has(name)) continue;
    open.push(name);
    // Nothing in these is a tag, until they end.
    if (name === 'script' || name === 'style') tag.lastIndex = html.indexOf(`</${name}`, tag.lastIndex);
  }
  assert.deepEqual(open, []);
  return found;
}

const named = (html: string, name: string) => elements(html).filter((element) => element.name === name);

const NASTY = `echo "</script><script>alert(1)</script>" '&amp;' <img src=x onerror=alert(1)> <!-- ]]> \u202eevil\u2028 \u0007`;

const dataOf = (html: string) =>
  JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as {
    readonly jobs: Record<string, [number, string, string, string]>;
    readonly hours: { readonly shares: [number, number, number, number][]; readonly more: number }[];
  };

describe('the page of the week', () => {
  const texts = ['', '0 4 * * * x\n', `*/5 * * * * ${NASTY}\n@reboot ${NASTY}\n`, '0 4 * * * x\n'.repeat(9), '* * * * * x\n'.repeat(1500)];

  it('is whole HTML, its ids once each', () => {
    for (const text of texts)
      for (const zone of ['UTC', 'Europe/Berlin', 'Australia/Lord_Howe']) {
        const all = elements(weekMapPage({ map: mapOf(text, zone, '2026-04-03T12:00Z'), title: 'a "b" <c>' }));
        const ids = all.flatMap(({ attributes }) => attributes.get('id') ?? []);
        assert.equal(new Set(ids).size, ids.length);
        assert.equal(all.filter(({ name }) => name === 'main').length, 1);
      }
  });

  it('is a grid with a caption, headed rows and columns, and one place for the Tab key', () => {
    const html = weekMapPage({ map: mapOf('0 4 * * * x\n30 5 * * 1 y\n'), title: 't' });
    const cells = named(html, 'td').filter(({ attributes }) => attributes.get('role') === 'gridcell');
    assert.equal(cells.length, 168);
    assert.equal(cells.filter(({ attributes }) => attributes.get('tabindex') === '0').length, 1);
    for (const { attributes } of cells) assert.match(attributes.get('aria-label') ?? '', /^\w+day \d+ \w+, \d\d:00 to \d\d:59: .*\.$/);
    const headers = named(html, 'th').filter(({ attributes }) => attributes.has('role'));
    assert.equal(headers.filter(({ attributes }) => attributes.get('scope') === 'col').length, 25);
    assert.equal(headers.filter(({ attributes }) => attributes.get('scope') === 'row').length, 7);
    assert.equal(named(html, 'caption').length, 1);
    assert.equal(elements(html).filter(({ attributes }) => attributes.get('aria-live') === 'polite').length, 1);
    assert.equal(named(html, 'html')[0]?.attributes.get('lang'), 'en');
  });

  it('says of each hour what runs, what clashes and what the clocks do', () => {
    const labels = (text: string, from: string) =>
      named(weekMapMain({ map: mapOf(text, 'Europe/Berlin', from), title: '' }), 'td').flatMap(
        ({ attributes }) => attributes.get('aria-label') ?? [],
      );
    const spring = labels('0 4 * * * x\n'.repeat(5), '2026-03-29T12:00Z');
    assert.equal(spring[2], 'Sunday 29 March, 02:00 to 02:59: the wall clock skips this hour.');
    assert.equal(spring[4], 'Sunday 29 March, 04:00 to 04:59: 5 runs of 5 jobs. 5 jobs start together at 04:00.');
    assert.equal(spring[5], 'Sunday 29 March, 05:00 to 05:59: no runs.');
    const autumn = labels('*/30 * * * * x\n', '2026-10-25T12:00Z');
    assert.equal(autumn[2], 'Sunday 25 October, 02:00 to 02:59: 4 runs of 1 job. The wall clock shows it twice: 2 + 2 runs.');
    assert.match(
      labels('* 4 * * * x\n'.repeat(5), '2026-03-02T12:00Z')[4] ?? '',
      / Jobs clash at 60 minutes of it; the most, 5, start together at 04:00\.$/,
    );
  });

  it('loads nothing, and lets only its own style and script in', () => {
    for (const text of texts) {
      const html = weekMapPage({ map: mapOf(text), title: 't', nonce: 'n0nce' });
      const all = elements(html);
      const policy =
        all.find(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy')?.attributes.get('content') ?? '';
      assert.match(policy, /^default-src 'none'; style-src 'nonce-n0nce'; script-src 'nonce-n0nce'; base-uri 'none'; form-action 'none'$/);
      for (const { name, attributes } of all) {
        assert.ok(!['link', 'img', 'iframe', 'object', 'form', 'base'].includes(name), name);
        for (const [key, value] of attributes) {
          assert.ok(!/^on|^src$|^style$/.test(key), key);
          if (key === 'href') assert.match(value, /^#line-\d+$/);
        }
      }
      assert.doesNotMatch(html, /https?:|@import|url\(/);
      const running = all.filter(({ name, attributes }) => name === 'script' && !attributes.has('type'));
      assert.deepEqual(
        running.map(({ attributes }) => attributes.get('nonce')),
        ['n0nce'],
      );
    }
    assert.ok(weekMapPage({ map: mapOf(''), title: '', nonce: `x'; script-src *` }).includes("script-src 'nonce-xscriptsrc'"));
  });

  it('shows hostile text and does not obey it', () => {
    const html = weekMapPage({ map: mapOf(`0 4 * * * ${NASTY}\n`), title: NASTY, keep: { uri: NASTY } });
    assert.equal(named(html, 'script').length, 2);
    assert.equal(named(html, 'img').length, 0);
    assert.doesNotMatch(html, /[\u202e\u2028\u0007]/u);
    assert.ok(dataOf(html).jobs['0']?.[1].startsWith('echo "</script><script>alert(1)</script>"'));
  });

  it('holds whatever a line holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (command, title) => {
        const html = weekMapPage({ map: mapOf(`0 4 * * * ${command.replaceAll('\n', ' ')} x\n`), title });
        elements(html);
        dataOf(html);
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('gives its script the shares of each hour, as the map has them', () => {
    const map = mapOf('0 4 * * * x\n'.repeat(300));
    const { hours, jobs } = dataOf(weekMapPage({ map, title: '' }));
    assert.equal(hours.length, 168);
    for (const [index, hour] of map.days.flatMap((day) => day.hours).entries()) {
      assert.deepEqual(
        hours[index]?.shares,
        hour.shares.map(({ job, runs, first, last }) => [job, runs, first, last]),
      );
      assert.equal(hours[index]?.more, hour.jobs - hour.shares.length);
      for (const [job] of hours[index]?.shares ?? []) assert.equal(jobs[String(job)]?.[0], map.jobs[job]?.line);
    }
  });

  it('lists all jobs by line, and those without times apart', () => {
    const html = weekMapMain({ map: mapOf('0 4 * * * x\n@reboot y\n0 0 31 2 * z\n'), title: '' });
    const [week = '', apart = ''] = html.split('Without a place in the week');
    assert.match(week, /<tr id="line-1">.*At 04:00 every day.*<code>x<\/code>/);
    assert.match(apart, /<tr id="line-2">.*At startup.*<code>y<\/code>/);
    assert.match(apart, /<tr id="line-3">.*Never: day 31 does not come in February.*<code>z<\/code>/);
    assert.doesNotMatch(weekMapMain({ map: mapOf('0 4 * * * x\n'), title: '' }), /Without a place/);
    assert.match(weekMapMain({ map: mapOf('0 4 * * * x\n'.repeat(1200)), title: '' }), /And 200 more jobs\./);
  });
});

describe('the heat of the week', () => {
  it('grows with the runs, from 1 to 5, and is 0 only without any', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(20), fc.nat(1_000_000)), { minLength: 1 }), (runs) => {
        const scale = scaleOf(runs);
        const heats = [...runs].sort((a, b) => a - b).map((each) => heatOf(each, scale));
        heats.forEach((heat, index) => {
          assert.ok(Number.isInteger(heat) && heat >= 0 && heat <= 5);
          assert.ok(heat >= (heats[index - 1] ?? 0));
        });
        for (const each of runs) assert.equal(heatOf(each, scale) === 0, each === 0);
        if (Math.max(...runs) >= 12) assert.equal(heats.at(-1), 5, 'the busiest hour is the hottest');
      }),
      { seed: 9 },
    );
  });

  it('leaves quiet weeks pale, and tells busy hours of a busy week apart', () => {
    const heats = (...runs: number[]) => runs.map((each) => heatOf(each, scaleOf(runs)));
    assert.deepEqual(heats(0, 1, 1), [0, 1, 1]);
    assert.deepEqual(heats(1, 2), [1, 2]);
    assert.deepEqual(heats(12, 13, 18), [3, 4, 5]);
    assert.deepEqual(heats(1, 12, 60, 60_000), [1, 2, 2, 5]);
  });

  it('is explained by the runs that there are', () => {
    const html = weekMapMain({ map: mapOf('*/5 * * * * x\n*/10 8-9 * * * y\n'), title: '' });
    const legend = /<ul class="legend".*?<\/ul>/s.exec(html)?.[0] ?? '';
    assert.deepEqual(
      [...legend.matchAll(/<\/span>([^<]*)/g)].map(([, text]) => text),
      ['12 runs', '18 runs', 'skipped by the wall clock'],
    );
  });

  it('is told in few characters', () => {
    const told = [0, 7, 999, 1000, 1234, 9949, 9950, 36_000, 999_499, 999_500, 3_600_000].map(brief);
    assert.deepEqual(told, ['0', '7', '999', '1k', '1.2k', '9.9k', '10k', '36k', '999k', '1M', '3.6M']);
  });

  /** Relative luminance, as WCAG 2 has it. */
  function luminance(colour: string): number {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  const contrast = (a: string, b: string): number => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };

  for (const [name, palette] of Object.entries({ light, dark } satisfies Record<string, Palette>))
    it(`can be read in ${name}, and each step is told from the next`, () => {
      const { ground, text, soft, link, heat, clash } = palette;
      const pairs: readonly Shade[] = [[ground, text], [ground, soft], [ground, link], clash, ...heat];
      for (const [back, front] of pairs) assert.ok(contrast(back, front) >= 4.5, `${front} on ${back}: ${contrast(back, front)}`);
      const brightness = heat.map(([back]) => luminance(back));
      const away = brightness.map((each) => Math.abs(each - luminance(ground)));
      for (const [index, each] of away.slice(1).entries()) assert.ok(each > (away[index] ?? 0), `step ${index + 1}`);
      for (const [index, [back]] of heat.slice(1).entries()) {
        const step = contrast(back, heat[index]?.[0] ?? '');
        assert.ok(step >= 1.15, `step ${index + 1}: ${step}`);
      }
    });
});
