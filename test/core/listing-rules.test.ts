// The rules of listings: what is said, and where it points. The rules' own examples are tested with all others.
import assert from 'node:assert/strict';
import { listing } from '../../core/src/kinds/listing/index.js';
import type { Context } from '../../core/src/model/context.js';
import { bare } from '../support.js';

function found(text: string, path = 'x'): string[] {
  const options = { form: 'links', dialects: ['redhat'] };
  const context: Context = {
    ...options,
    path,
    kind: 'listing',
    ...bare,
  };
  return [...listing.read(text, options).check([], context)].map(({ rule, report }) => {
    const at = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end);
    return `${rule.id} ${at(report.at.span)} ${(report.related ?? []).map(({ span }) => at(span)).join()}`;
  });
}

describe('listing: rules', () => {
  it('point at the second link, and at the first as related', () => {
    assert.deepEqual(found('/etc/rc3.d:\nS20acme -> ../init.d/acme\r\nS91acme -> ../init.d/acme\r\n'), [
      'listing/duplicate-link S91acme S20acme',
    ]);
    assert.deepEqual(found('/etc/rc3.d:\nK20acme\nS91acme\n'), ['listing/start-and-kill S91acme K20acme']);
    assert.deepEqual(found('S20acme S91acme K05acme\n'), [
      'listing/duplicate-link S91acme S20acme',
      'listing/start-and-kill S20acme K05acme',
    ]);
  });

  it('compare links of one runlevel only', () =>
    assert.deepEqual(found('/etc/rc3.d:\nS20acme\n/etc/rc5.d:\nS91acme\n/etc/rc1.d:\nK20acme\n'), []));

  it('do not compare a directory with itself before a change', () =>
    assert.deepEqual(found('# ls /etc/rc3.d\nS20acme\n# chkconfig acme off\n# ls /etc/rc3.d\nK80acme\n'), []));

  it('report the same name pasted again neither once nor twice', () => {
    assert.deepEqual(found('S20acme\nS20acme\n'), []);
    assert.deepEqual(found('S20acme\nS91acme\nS91acme\n'), ['listing/duplicate-link S91acme S20acme']);
  });

  it('know the runlevel of the file where the listing does not tell it', () => {
    const both = 'K00acme -> ../init.d/acme\nS00acme -> ../init.d/acme\n';
    assert.deepEqual(found(both, 'x__rc6.d.gitlinks'), []);
    assert.deepEqual(found(both, 'etc/rc0.d'), []);
    assert.equal(found(both, 'rc3.d.txt').length, 1);
    assert.equal(found(both).length, 1);
  });

  it('leave the links of OpenWrt alone, where K means at shutdown', () => assert.deepEqual(found('/etc/rc.d:\nS50acme\nK50acme\n'), []));
});
