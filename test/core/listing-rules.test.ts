// The rules of listings: what is said, and where it points. The rules' own examples are tested with all others.
import assert from 'node:assert/strict';
import { listing } from '../../core/src/kinds/listing/index.js';
import type { Context } from '../../core/src/model/context.js';
import { bare } from '../support.js';

function found(text: string, path = 'x', dialects: readonly string[] = ['redhat']): string[] {
  const options = { form: 'links', dialects };
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

describe('the order of the boot', () => {
  const order = (text: string): string[] => found(text, 'rc3.d.txt', ['redhat', 'debian']).filter((said) => !/duplicate|kill/.test(said));

  it('is as it should be on the systems that the numbers are from', () => {
    const stock: readonly (readonly [string, string])[] = [
      // Red Hat 6, Red Hat 7, RHEL 6; Debian before insserv, in rcS and in 2.
      [
        '/etc/rc.d/rc3.d:',
        'S05apmd S10network S11portmap S14nfslock S15netfs S20random S30syslog S40atd S40crond S50inet S60lpd S80sendmail S85gpm',
      ],
      ['/etc/rc.d/rc3.d:', 'S05kudzu S10network S12syslog S13portmap S14nfslock S55sshd S56xinetd S80sendmail S90crond S95atd'],
      ['/etc/rc.d/rc3.d:', 'S08iptables S10network S11auditd S12rsyslog S13rpcbind S14nfslock S50snmpd S55sshd S80postfix S90crond'],
      ['/etc/rcS.d:', 'S40networking S43portmap S44nfs-common S45mountnfs.sh'],
      ['/etc/rc2.d:', 'S10sysklogd S11klogd S15bind9 S20inetd S20openbsd-inetd S20exim4 S89atd S89cron S91apache2'],
    ];
    for (const [heading, links] of stock) assert.deepEqual(order(`${heading}\n${links.replaceAll(' ', '\n')}\n`), [], links);
  });

  it('is told once for a service that is too early twice, and shows what it needs', () => {
    const text = '/etc/rc.d/rc3.d:\nS05sendmail\nS10network\nS12syslog\n';
    assert.deepEqual(order(text), ['listing/boot-order S05sendmail S10network']);
  });

  it('takes the first of two that give the same, and asks nothing where nothing gives it', () => {
    assert.deepEqual(order('S12syslog\nS20crond\nS30rsyslog\n'), []);
    assert.deepEqual(order('S20crond\nS14nfslock\n'), []);
  });

  it('goes by the name where Red Hat calls scripts of one number, and is open elsewhere', () => {
    assert.deepEqual(order('/etc/rc.d/rc3.d:\nS13nfslock\nS13portmap\n'), ['listing/boot-order S13nfslock S13portmap']);
    assert.deepEqual(order('/etc/rc2.d:\nS13nfs-common\nS13portmap\n'), []);
  });

  it('compares nothing of two folders, or of one that was listed twice', () => {
    assert.deepEqual(order('/etc/rc3.d/S10nfslock\n/etc/rc5.d/S13portmap\n'), []);
    assert.deepEqual(order('$ ls rc3.d\nS10nfslock\n$ ls rc3.d\nS13portmap\n'), []);
  });
});
