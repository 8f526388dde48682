/** A link as `ls -l` writes it is read at once: that must not show. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isPlainLink } from '../../core/src/kinds/listing/link-line.js';
import type { ListingLine } from '../../core/src/kinds/listing/model.js';
import { parseLine } from '../../core/src/kinds/listing/parse.js';
import { formOf, resembles } from '../../core/src/kinds/listing/survey.js';

const blanks = fc.constantFrom(' ', '  ', '      ');
const date = fc.constantFrom('Jan  1  2000', 'Mar 27 08:02', 'Dec 31 23:59', '2001-02-03 04:05', '3月 27 08:02');
const name = fc.constantFrom('acme', 'snmpd', 'network', 'xinetd', 'a.sh', 'rc.local', '9x', 'K05x', '-', 'S', '');
const target = fc.constantFrom('../init.d/acme', '/etc/init.d/snmpd', '../rc.d/init.d/x', '../rc.local', '../init.d/a b', '../init.d/a:on');
const link = fc
  .tuple(fc.constantFrom('S', 'S', 'K', 'R'), fc.constantFrom('03', '20', '80', '1', '00'), name)
  .map((parts) => parts.join(''));
const mode = fc.constantFrom(
  'lrwxrwxrwx',
  'lrwxrwxrwx',
  'lrwxrwxrwx',
  'lrwxrwxrwx.',
  'lrwxrwxrwx+',
  '-rwxr-xr-x',
  '# lrwxrwxrwx',
  '> lrwxrwxrwx',
);
const owner = fc.constantFrom('root', 'root', 'adm', '0', 'wheel', 'a-b', "'root'");
const line = fc
  .tuple(mode, blanks, fc.constantFrom('1', '12', '2', 'x'), owner, blanks, owner, fc.constantFrom('16', '7'), date, link, target)
  .map(([m, gap, count, a, wide, b, size, when, at, to]) => `${m}${gap}${count} ${a}${wide}${b} ${size} ${when} ${at} -> ${to}`);
const carry = fc
  .array(
    fc.constantFrom(
      '/etc/rc.d/rc3.d:\n',
      '/etc/rcS.d:\n',
      '/etc/init.d:\n',
      '# lrwxrwxrwx 1 a b 1 Jan 1 2000 K09x -> ../init.d/x\n',
      'acme 3:on\n',
    ),
  )
  .map((lines) => lines.reduce((told, one) => parseLine(one, told).carry, ''));

const shown = ({ type, tokens, launches, links, carry: told, body, problems }: ListingLine) => ({
  type,
  tokens,
  launches,
  links,
  told,
  body,
  problems,
});

describe('a link as ls writes it', () => {
  it('is read as its words are', () => {
    let plain = 0;
    fc.assert(
      fc.property(line, fc.constantFrom('\n', '\r\n', ''), carry, (text, end, told) => {
        if (isPlainLink(text + end)) plain++;
        // A blank behind it changes nothing but the way that it is read.
        assert.equal(isPlainLink(`${text} ${end}`), false);
        const [quick, slow] = [parseLine(text + end, told), parseLine(`${text} ${end}`, told)];
        assert.deepEqual(shown(quick), shown(slow));
        assert.equal(quick.text, text + end);
      }),
      { numRuns: 2000 },
    );
    assert.ok(plain > 100, `only ${plain} were such links`);
  });

  it('counts as its words do when a text is looked at', () => {
    const other = fc.constantFrom('', 'acme 0:off 3:on', 'acme.service enabled', 'total 12', 'some words', '/etc/rc3.d:', '[ + ]  acme');
    fc.assert(
      fc.property(fc.array(fc.oneof(line, other), { maxLength: 12 }), (lines) => {
        const quick = lines.map((one) => `${one}\n`).join('');
        const slow = lines.map((one) => `${one} \n`).join('');
        assert.equal(formOf(quick), formOf(slow));
        assert.equal(resembles(quick), resembles(slow));
      }),
      { numRuns: 1000 },
    );
  });
});
