// What the kind `listing` reads in the output of chkconfig --list, how it knows a listing, and what it says of its words. All texts are made up.
import assert from 'node:assert/strict';
import { listing } from '../../core/src/kinds/listing/index.js';
import { launches, long, read, tokens, types } from './listing-support.js';

describe('listing: chkconfig --list', () => {
  it('splits a row into its words', () => {
    assert.deepEqual(tokens('atd            \t0:off\t3:on\n'), [
      'name=atd',
      'level=0',
      'colon=:',
      'state=off',
      'level=3',
      'colon=:',
      'state=on',
    ]);
  });

  it('names the working runlevels that are on, or all that are off', () => {
    const text =
      'atd  0:off 1:off 2:off 3:on 4:off 5:on 6:off\ngpm\t0:off\t1:off\t2:off\t3:off\t4:off\t5:off\t6:off\nsingle 0:off 1:on 2:off 3:off 4:off 5:off 6:off\n';
    assert.deepEqual(launches(text), ['atd:on:35', 'gpm:off:0123456', 'single:off:023456']);
  });

  it('reads a name that is longer than its column, and a row of SuSE', () => {
    assert.deepEqual(launches('NetworkManager-dispatcher\t0:off\t1:off\t2:on\t3:on\t4:on\t5:on\t6:off\n'), [
      'NetworkManager-dispatcher:on:2345',
    ]);
    assert.deepEqual(launches('boot.udev  0:off 1:off 2:off 3:off 4:off 5:off 6:off B:on\n'), ['boot.udev:on:B']);
  });

  it('reads the block of xinetd with its header, and without it', () => {
    const block = '\ttelnet:        \ton\n\trsync:         \toff\n';
    assert.deepEqual(launches(`xinetd based services:\n${block}`), ['telnet:on:?', 'rsync:off:?']);
    assert.deepEqual(launches(`xinetd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n${block.replaceAll('\t', '        ')}`), [
      'xinetd:on:345',
      'telnet:on:345',
      'rsync:off:345',
    ]);
    assert.deepEqual(types(`xinetd based services:\n${block}`), ['setting', 'entry', 'entry']);
  });

  it('knows that nothing of xinetd runs where its own row is off', () => {
    const off = 'xinetd 0:off 1:on 2:off 3:off 4:off 5:off 6:off\n';
    assert.deepEqual(launches(`${off}xinetd based services:\n\ttelnet:\ton\n`), ['xinetd:off:023456', 'telnet:off:?']);
    assert.deepEqual(launches(`${off.replace('3:off', '3:on')}\ttelnet:\ton\n`), ['xinetd:on:3', 'telnet:on:3']);
    assert.deepEqual(launches(`${off}gpm 0:off 1:off 2:off 3:on\n\ttelnet:\ton\n`).at(-1), 'telnet:off:?');
  });

  it('reads what chkconfig answers of one service of xinetd, right below the command alone', () => {
    assert.deepEqual(launches('# chkconfig --list telnet\ntelnet         \ton\n'), ['telnet:on:?']);
    assert.deepEqual(launches('# chkconfig --list rsync\nrsync         \toff\nmail on\n'), ['rsync:off:?']);
    assert.deepEqual(launches('# chkconfig --list\nread on\u2026\ntelnet on:\n'), []);
    assert.deepEqual(launches('telnet         \ton\n'), []);
  });

  it('takes the transport behind the name of a service of xinetd', () => {
    const whens = (name: string) => read(`\t${name}:\ton\n`).lines[0]?.launches.map(({ fact, when }) => [fact, when]);
    const on = { type: 'runlevels', levels: ['?'], through: 'xinetd' };
    for (const name of ['chargen-udp', 'chargen-dgram']) assert.deepEqual(whens(name), [['chargen', { ...on, protocol: 'udp' }]], name);
    assert.deepEqual(whens('chargen-stream'), [['chargen', { ...on, protocol: 'tcp' }]]);
    assert.deepEqual(whens('chargen'), [['chargen', on]]);
  });

  it('reads translated words', () => {
    const chinese =
      'atd \t0:关闭\t1:关闭\t2:关闭\t3:启用\t4:启用\t5:启用\t6:关闭\ngpm \t0:关闭\t1:关闭\t2:关闭\t3:关闭\t4:关闭\t5:关闭\t6:关闭\n\n基于 xinetd 的服务：\n\ttelnet:\t启用\n\trsync:\t关闭\n';
    assert.deepEqual(launches(chinese), ['atd:on:345', 'gpm:off:0123456', 'telnet:on:?', 'rsync:off:?']);
  });

  it('learns words that it does not know from runlevel 0, and keeps them for the block of xinetd', () => {
    const text =
      'atd 0:nej 1:nej 2:nej 3:ja 4:nej 5:ja 6:nej\ngpm 0:nej 1:nej 2:nej 3:nej 4:nej 5:nej 6:nej\nxinetd-baserade tjänster:\n\ttelnet: ja\n\trsync: nej\n\ttime: kanske\n';
    assert.deepEqual(launches(text), ['atd:on:35', 'gpm:off:0123456', 'telnet:on:?', 'rsync:off:?']);
  });

  it('reads the note of newer systems as a heading, in any indentation', () => {
    const note = [
      'Note: This output shows SysV services only and does not include native',
      '      systemd services. More is said by',
      "      'systemctl list-unit-files'.",
      '',
      'netconsole     \t0:off\t1:off\t2:off\t3:off\t4:off\t5:off\t6:off',
      '    network    \t0:off\t1:off\t2:on\t3:on\t4:on\t5:on\t6:off',
    ].join('\n');
    assert.deepEqual(types(note), ['setting', 'setting', 'setting', 'blank', 'entry', 'entry']);
  });

  it('may stand in one paste with links', () => {
    const text =
      '[root@x ~]$ chkconfig --list atd\natd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n[root@x ~]$ ls -l /etc/rc3.d\nS40atd -> ../init.d/atd\n';
    assert.deepEqual(launches(text), ['atd:on:345', 'atd:on:3']);
    assert.deepEqual(types(text), ['setting', 'entry', 'setting', 'entry']);
  });

  it('takes other output about services for comments', () => {
    for (const line of [
      'service atd supports chkconfig, but is not referenced in any runlevel',
      'sshd.service  maybe',
      'telnet: maybe',
      '12:30 on',
      'x 0:1',
    ])
      assert.deepEqual(types(line), ['comment'], line);
  });
});

describe('listing: recognition', () => {
  it('matches paths that name a listing, and no others', () => {
    const matched: readonly [string, string | undefined][] = [
      ['rc3.d.txt', 'links'],
      ['/home/ann/host1-rc5.d.ls', 'links'],
      ['x__rcS.d.gitlinks', 'links'],
      ['etc/rc.d/rc3.d', 'links'],
      ['/etc/rc2.d/', 'links'],
      ['rc-links', 'links'],
      ['rc-links-box.txt', 'links'],
      ['chkconfig.txt', 'chkconfig'],
      ['sos_commands/chkconfig_--list', 'chkconfig'],
      ['web1-systemctl-list-unit-files.txt', 'unit-files'],
      ['sos_commands/systemd/systemctl_list-unit-files', 'unit-files'],
      ['sos_commands/systemd/systemctl_list-units_--all', 'units'],
      ['service--status-all.txt', 'status'],
      ['rc-update.out', 'openrc'],
      ['rcctl-ls-on.txt', 'rcctl'],
      ['beastie-service-e.txt', 'rc-scripts'],
      ['service_-e.out', 'rc-scripts'],
      ['svcs.txt', 'smf'],
      ['sun1-svcs-a.out', 'smf'],
      ['inetadm.txt', 'smf'],
      ['etc/systemd/system/multi-user.target.wants', 'wants'],
      ['host.rclist', undefined],
    ];
    for (const [path, form] of matched) assert.equal((listing.matchPath(path) ?? { form: 'no match' }).form, form, path);
    for (const path of [
      '',
      'rc3.d.sh',
      'src/rc-links.ts',
      'chkconfig.c',
      'chkconfig',
      'etc/rc3.d/S80sendmail',
      'rc.local',
      'rc7x.d.txt',
      'notes.txt',
      'service-errors.txt',
      'mychkconfigs.txt',
      'list-unit-files.c',
      'docs/rc-update.md',
      'bin/list-units',
      'etc/systemd/system/sshd.service',
    ])
      assert.equal(listing.matchPath(path), undefined, path);
  });

  it('knows whose command to offer first by some paths', () => {
    assert.deepEqual(listing.matchPath('/etc/rc.d/rc3.d.txt')?.dialects, ['redhat', 'debian']);
    assert.deepEqual(listing.matchPath('/etc/rc2.d')?.dialects, ['debian', 'redhat']);
    assert.equal(listing.matchPath('rc3.d.txt')?.dialects, undefined);
  });

  it('knows the block of xinetd alone by its header, in any language, and an answer by the command above it', () => {
    for (const [header, on, off] of [
      ['xinetd based services:', 'on', 'off'],
      ['基于 xinetd 的服务：', '启用', '关闭'],
      ['Auf xinetd basierende Dienste:', 'Ein', 'Aus'],
      ['services basés sur xinetd\u00a0:', 'marche', 'arrêt'],
      ['$ chkconfig --list\nxinetd based services:', 'on', 'off'],
    ] as const) {
      const text = `${header}\n\ttelnet:        \t${on}\n\trsync:         \t${off}\n`;
      assert.deepEqual([listing.resembles(text), listing.formOf?.(text)], [1, 'chkconfig'], text);
      assert.deepEqual(launches(text), ['telnet:on:?', 'rsync:off:?']);
    }
    assert.ok(listing.resembles('# chkconfig --list telnet\ntelnet         \ton\n') > 0.6);
    for (const text of ['telnet: on\nrsync: off\n', 'services:\n  telnet: on\n', 'xinetd based services:\n', 'xinetd:\n  a: b\n  c: d\n'])
      assert.ok(listing.resembles(text) < 0.6, text);
  });

  it('says how much a text resembles a listing', () => {
    for (const text of [
      long('S10network -> ../init.d/network'),
      `total 0\n${long('K20gpm -> ../init.d/gpm')}\n`,
      'K05innd K15httpd\nS10network\nS20random\n',
      'S10network@  S12syslog@  S40atd@  K50snmpd@\n',
      'README  S10network  S12syslog  S40atd\n',
      '\u001b[01;36mS85gpm\u001b[0m -> \u001b[01;32m../init.d/gpm\u001b[0m\n',
      "'S85gpm' -> '../init.d/gpm'\n",
      '/etc/rc3.d/S10network\n',
      'atd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n\ttelnet: on\n',
      'Here it is:\natd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n',
    ])
      assert.ok(listing.resembles(text) >= 0.6, text);
    for (const text of [
      '',
      '\n\n',
      'S10 is a place\n',
      'One of them:\n/etc/rc3.d/S10network\nis needed\nby most hosts\n',
      '16 * * * * root /usr/sbin/sendmail -q\n',
      'ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd\n',
      'telnet: on\nssh: off\n',
      '#!/bin/sh\nln -s ../init.d/x S80x\nls -l /etc/rc3.d\n',
      'total 3\n',
      'S80sendmail\n',
      'S80sendmail K20nfs\nand more\nlines of\nprose\n',
    ])
      assert.ok(listing.resembles(text) < 0.6, text);
  });

  it('tells the form by the entries', () => {
    assert.equal(listing.formOf?.('S10network\nS20random\n'), 'links');
    assert.equal(listing.formOf?.('atd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n'), 'chkconfig');
    assert.equal(listing.formOf?.('hello\n'), undefined);
  });
});

describe('listing: what its words mean', () => {
  const meaning = (text: string, role: string): string | undefined => {
    const line = read(text).lines.at(-1);
    const token = line?.tokens.find((each) => each.role === role);
    return line && token && listing.roles[role]?.describe?.(token, line);
  };

  it('says when a link is called, and with what', () => {
    assert.match(meaning('/etc/rc3.d:\nS80sendmail', 'letter') ?? '', /started when runlevel 3 is entered/);
    assert.match(meaning('/etc/rc3.d:\nK80sendmail', 'letter') ?? '', /stopped when runlevel 3 is entered/);
    assert.match(meaning('/etc/rc6.d:\nS20sendsigs', 'letter') ?? '', /called with stop/);
    assert.match(meaning('S80sendmail', 'letter') ?? '', /does not say/);
    assert.match(meaning('S80sendmail', 'number') ?? '', /80/);
  });

  it('says what a runlevel and a state are', () => {
    assert.match(meaning('atd 3:on', 'level') ?? '', /Runlevel 3/);
    assert.match(meaning('atd 3:on', 'state') ?? '', /started/);
    assert.match(meaning('/etc/rc6.d:', 'directory') ?? '', /rebooted/);
  });
});
