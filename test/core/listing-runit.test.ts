// What the kind `listing` reads in listings of the folder that runit watches, and which commands it offers.
import assert from 'node:assert/strict';
import { commands, launches } from './listing-support.js';

const link = (name: string, target: string) => `lrwxrwxrwx 1 root root 11 Mar  3 10:00 ${name} -> ${target}\n`;
const LINKS = link('sshd', '/etc/sv/sshd') + link('snmpd', '/etc/sv/snmpd') + link('own', '/etc/sv/own');
const ON = ['sshd:on:default', 'snmpd:on:default', 'own:on:default'];

describe('listing: the folder of runit', () => {
  it('takes a link to a service for on, with and without its folder', () => {
    for (const head of ['', '# ls -l /var/service/\ntotal 0\n', '/etc/runit/runsvdir/default:\n', '$ ls -l /etc/service\n'])
      assert.deepEqual(launches(head + LINKS), ON, head);
    assert.deepEqual(launches(`$ find /var/service -ls\n${link('/var/service/cronie', '/etc/sv/cronie')}`), ['cronie:on:default']);
    assert.deepEqual(launches(link('sshd', '/etc/runit/sv/sshd')), ['sshd:on:default'], 'Artix');
  });

  it('takes names alone for services only where the folder is named', () => {
    assert.deepEqual(launches('# ls /var/service\nsshd\nsnmpd\n'), ['sshd:on:default', 'snmpd:on:default']);
    assert.deepEqual(launches('sshd\nsnmpd\n'), []);
    assert.deepEqual(launches('# ls /var/service\nsshd\n\nThanks\n'), ['sshd:on:default']);
    assert.deepEqual(launches('# ls /etc/sv\nsshd\n'), [], 'all that could be on');
    assert.deepEqual(launches('# ls /etc/runit/runsvdir\ndefault\nsingle\n'), []);
    assert.deepEqual(launches('# ls /var/service\nsshd\n# ls /home\nann\n'), ['sshd:on:default']);
  });

  it('knows the arrow as HTML has it', () => assert.deepEqual(launches(LINKS.replaceAll('->', '-&gt;')), ON));

  it('takes no other link for one', () => {
    for (const text of [
      link('log', '/var/log'),
      link('current', '/etc/runit/runsvdir/default'),
      link('x', '/opt/sv/x'),
      link('supervise', '../etc/sv/'),
    ])
      assert.deepEqual(launches(text), [], text);
  });

  it('offers to remove the link, and to make it, as each system has it', () => {
    assert.deepEqual(commands(LINKS), [undefined, 'rm /var/service/snmpd', 'rm /var/service/own']);
    assert.deepEqual(commands(`/etc/service:\n${link('snmpd', '/etc/sv/snmpd')}`), ['rm /etc/service/snmpd']);
    assert.deepEqual(commands(link('snmpd', '/etc/runit/sv/snmpd')), ['rm /run/runit/service/snmpd']);
    assert.deepEqual(commands(`/var/service:\n${link('snmpd', '/etc/sv/snmpd')}#${link('gpm', '/etc/sv/gpm')}`), [
      'rm /var/service/snmpd',
      'ln -s /etc/sv/gpm /var/service/',
    ]);
  });
});
