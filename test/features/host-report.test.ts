/** The report on a host: what it counts, and that nothing of its files is obeyed by page or Markdown. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Host, hostMain, hostMarkdown, hostPage, reportOn, summarise } from '../../core/src/index.js';
import { readAs } from '../support.js';

const hostOf = (files: Readonly<Record<string, string>>): Host => ({
  root: '/h',
  files: Object.entries(files).map(([path, text]) => summarise(path, readAs(path, text).document)),
});

const FILES = {
  'etc/rc.d/rc3.d.txt':
    '/etc/rc.d/rc3.d:\nS10network -> ../init.d/network\nS50snmpd -> ../init.d/snmpd\nS40crond -> ../init.d/crond\nK30sendmail -> ../init.d/sendmail\n',
  'etc/rc.d/rc5.d.txt': '/etc/rc.d/rc5.d:\nS10network -> ../init.d/network\nS50snmpd -> ../init.d/snmpd\nS40crond -> ../init.d/crond\n',
  'etc/inetd.conf': 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\nomni stream tcp nowait root /opt/omni inet\n',
};
const names = (services: readonly { readonly name: string }[]) => services.map(({ name }) => name);

describe('the report on a host', () => {
  const report = reportOn(hostOf(FILES));

  it('tells what runs, what of it should not, what is left and what is off', () => {
    assert.deepEqual(names(report.running), ['crond', 'network', 'omni', 'snmpd', 'telnet']);
    assert.deepEqual(names(report.unwanted), ['snmpd', 'telnet']);
    assert.deepEqual(names(report.left), ['crond', 'network', 'omni']);
    assert.deepEqual(names(report.off), ['sendmail']);
    assert.deepEqual(names(reportOn(hostOf(FILES), ['telnet']).left), ['crond', 'network', 'omni', 'telnet']);
  });

  it('counts no runlevels up where an entry is for all of them', () => {
    const markdown = hostMarkdown(reportOn(hostOf({ 'etc/inittab': 'a::respawn:/opt/own\nb:35:respawn:/opt/other\n' })), 'h');
    assert.match(markdown, /inittab:1` on in every runlevel \|/);
    assert.match(markdown, /inittab:2` on in runlevels 3, 5 \|/);
  });

  it('has the order of the boot, runlevels that start the same together', () => {
    assert.deepEqual(report.boots, [
      {
        levels: ['3', '5'],
        steps: [
          { order: 10, name: 'network' },
          { order: 40, name: 'crond' },
          { order: 50, name: 'snmpd', level: 'warning' },
        ],
      },
    ]);
    assert.deepEqual(reportOn(hostOf({ 'rc6.d.txt': '/etc/rc6.d:\nS90reboot -> ../init.d/reboot\n' })).boots, []);
  });

  it('draws the boot from top to bottom, with words for those who do not see it', () => {
    const page = hostPage({ report, title: 'argon' });
    assert.match(page, /aria-label="Order of the boot: network at 10, crond at 40, snmpd at 50"/);
    const rows = [...page.matchAll(/<g class="step (\w+)">.*?cx="([\d.]+)" cy="(\d+)"/g)].map(([, level, x, y]) => [
      level,
      Number(x),
      Number(y),
    ]);
    assert.deepEqual(
      rows.map(([level]) => level),
      ['fine', 'fine', 'warning'],
    );
    for (const at of [1, 2])
      assert.deepEqual(
        rows.map((row) => row[at]),
        rows.map((row) => row[at]).sort((a, b) => Number(a) - Number(b)),
      );
  });

  it('is a page of its own, and its places lead somewhere only in an editor', () => {
    const page = hostPage({ report, title: 'argon', nonce: 'n1' });
    assert.match(page, /^<!DOCTYPE html>[\s\S]*script-src 'nonce-n1'/);
    assert.doesNotMatch(page, /data-file=|https?:\/\/(?!www\.w3\.org)/);
    const inside = hostMain({ report, title: 'argon', keep: { root: 'file:///h' } });
    assert.match(inside, /<a href="#" data-file="etc\/inetd.conf" data-line="0" data-column="0">/);
    assert.match(inside, /"root":"file:\/\/\/h"/);
  });

  it('says as Markdown what the page says', () => {
    const text = hostMarkdown(report, 'argon');
    assert.match(text, /^# Host argon\n\n5 run, 2 should not or only where they are needed, 3 are left then, 1 are off\.\n/);
    assert.match(text, /\| telnet \| \*\*Turn it off\. Use instead: ssh\.\*\* .* \| `etc\/inetd\.conf:1` on when somebody asks \|/);
    assert.match(text, /1\. `S10` network\n1\. `S40` crond/);
  });
});

describe('a report on a host with hostile names', () => {
  const EVIL = ['</script><img/src=x>', '"><b>', '|`x`|', '<!--', '&lt;', '[a](javascript:x)', "'x'", '\u202eevil', '**b**', '`', '``|'];

  it('shows them as text, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVIL), { minLength: 1, maxLength: 4 }), fc.constantFrom(...EVIL), (all, title) => {
        const links = all.map((name, index) => `S${10 + index}${name.replaceAll('/', '_')}\n`).join('');
        const services = all.map((name) => `${name.replaceAll('/', '_')} stream tcp nowait root /bin/x ${name}\n`).join('');
        const report = reportOn(hostOf({ 'rc3.d.txt': `/etc/rc.d/rc3.d:\n${links}`, 'etc/inetd.conf': services }));
        const page = hostPage({ report, title, keep: { root: title } });
        assert.equal(page.match(/<script/g)?.length, 2);
        assert.doesNotMatch(page, /<img|<b>(?!Turn|Leave|Look|Safe|Keep|\d)|<!--|\u202e/);
        const text = hostMarkdown(report, title);
        assert.doesNotMatch(text.replace(/(`+)[^`].*?[^`]?\1/g, ''), /(?<!\\)(?:<(?!br>)|\[|\u202e)/);
      }),
    );
  });
});
