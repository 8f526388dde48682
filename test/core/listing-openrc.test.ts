// What the kind `listing` reads of OpenRC: rc-update show, rc-status, and the folders of the runlevels. Names and hosts are made up.
import assert from 'node:assert/strict';
import { commands, launches, tokens, types } from './listing-support.js';

describe('listing: rc-update show', () => {
  it('reads the runlevels of a service', () => {
    const text = '   atd |      default\n  sshd | boot default\nmount-ro | shutdown\n';
    assert.deepEqual(launches(text), ['atd:on:default', 'sshd:on:bootdefault']);
    assert.deepEqual(commands(text), ['rc-update del atd default', undefined]);
  });

  it('takes a service in no runlevel for off where the command shows that it lists those too', () => {
    assert.deepEqual(launches('$ rc-update show -v\n gpm |\n atd | office\n'), ['gpm:off:default', 'atd:on:office']);
    assert.deepEqual(types('a |\na | b\n| a | b |\n'), ['comment', 'comment', 'comment']);
  });
});

describe('listing: rc-status', () => {
  const text =
    'Runlevel: default\n snmpd            [  started  ]\n atd              [  stopped  ]\nDynamic Runlevel: manual\n gpm  [  started 00:01:02 (0)  ]\n';

  it('tells what runs now', () => {
    assert.deepEqual(launches(text), ['snmpd:on:?', 'atd:off:?', 'gpm:on:?']);
    assert.deepEqual(tokens(' gpm  [  started 00:01:02 (0)  ]\n'), [
      'name=gpm',
      'separator=[',
      'running=started',
      'text=00:01:02',
      'text=(0)',
      'separator=]',
    ]);
    assert.deepEqual(commands(text), ['rc-update -a del snmpd', 'rc-update add atd default', 'rc-update -a del gpm']);
    assert.deepEqual(launches(' gpm [ was started ]\n gpm [ started\n'), []);
  });
});

describe('listing: folders of OpenRC', () => {
  const links = (folder: string) =>
    `$ ls -l ${folder}\ntotal 0\nlrwxrwxrwx 1 root root 17 Oct  5 12:00 atd -> /etc/init.d/atd\nlrwxrwxrwx 1 root root 17 Oct  5 12:00 gpm -> /etc/init.d/gpm\n`;

  it('takes a link in a runlevel for on there, and says nothing of one for repairs', () => {
    for (const level of ['sysinit', 'boot', 'default'])
      assert.deepEqual(launches(links(`/etc/runlevels/${level}`)), [`atd:on:${level}`, `gpm:on:${level}`]);
    assert.deepEqual(launches(links('/etc/runlevels/office/')), ['atd:on:?', 'gpm:on:?']);
    assert.deepEqual(launches(links('/etc/runlevels/shutdown')), []);
    assert.deepEqual(launches(links('/etc/init.d')), []);
  });

  it('takes the runlevel from the path of find, and from the headers of ls -R', () => {
    assert.deepEqual(launches('/etc/runlevels/boot/atd -> /etc/init.d/atd\n/etc/runlevels/default/gpm -> /etc/init.d/gpm\n'), [
      'atd:on:boot',
      'gpm:on:default',
    ]);
    const both = '/etc/runlevels/boot:\natd -> /etc/init.d/atd\n\n/etc/runlevels/single:\ngpm -> /etc/init.d/gpm\n';
    assert.deepEqual(launches(both), ['atd:on:boot']);
    assert.deepEqual(launches('/etc/runlevels/default:\nboot -> ../boot\nnotes\natd -> /etc/init.d/atd\n'), ['atd:on:default']);
    assert.deepEqual(commands('/etc/runlevels/boot/atd -> /etc/init.d/atd\n'), ['rc-update -a del atd']);
  });
});
