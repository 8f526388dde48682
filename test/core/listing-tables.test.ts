// What the kind `listing` reads in the tables of systemctl, service and rcctl, and which commands it offers. Names and hosts are made up.
import assert from 'node:assert/strict';
import { listing } from '../../core/src/kinds/listing/index.js';
import { readAs } from '../support.js';
import { commands, context, joined, launches, read, tokens, types } from './listing-support.js';

const wrapped = (text: string): string[] =>
  joined(text).document.lines.flatMap(({ launches: all }) => all.map(({ subject, state }) => `${subject.text}:${state}`));

describe('listing: systemctl list-unit-files', () => {
  const header = 'UNIT FILE          STATE    VENDOR PRESET\n';

  it('splits a row into its words', () => {
    assert.deepEqual(tokens('atd.service    enabled    disabled\n'), ['unit=atd.service', 'unitState=enabled', 'preset=disabled']);
  });

  it('tells what is on and what is off, whatever is preset, and is silent on what others start', () => {
    const rows = [
      'atd.service enabled enabled',
      'gpm.service disabled enabled',
      'cups.socket enabled-runtime disabled',
      'snmpd.service masked enabled',
      'dbus.service static -',
      'dbus-org.bluez.service alias',
      'autofs.service indirect disabled',
      'smb.service linked disabled',
      'old.service generated -',
      'home.mount enabled enabled',
      'remote-fs.target enabled enabled',
    ];
    assert.deepEqual(launches(`${header}${rows.join('\n')}\n\n11 unit files listed.\n`), [
      'atd.service:on:default',
      'gpm.service:off:default',
      'cups.socket:on:default',
      'snmpd.service:off:default',
      'smb.service:off:default',
    ]);
  });

  it('takes header and footer for headings, and a state that it does not know for a row only below the header', () => {
    assert.deepEqual(types(`${header}x.service newword\n1 unit file listed.\nx.service newword\n`), [
      'setting',
      'entry',
      'setting',
      'comment',
    ]);
    assert.deepEqual(launches(`${header}x.service newword\n`), []);
  });

  it('knows the fact by the unit, by its template, and by its instance', () => {
    const facts = (text: string) => read(text).lines.flatMap((line) => line.launches.map(({ fact }) => fact));
    assert.deepEqual(facts('vsftpd.service enabled\nvsftpd@.service disabled\nvsftpd@eth0.service enabled\ntelnet.socket enabled\n'), [
      'ftp',
      'ftp',
      'ftp',
      'telnet',
    ]);
    assert.deepEqual(facts('who.service enabled\necho.service enabled\n'), [undefined, undefined]);
  });

  it('offers the command of systemd, with what would start the unit again', () => {
    assert.deepEqual(commands('atd.service enabled\nrpcbind.service enabled\ncups.path enabled\nfoo.timer disabled\n'), [
      'systemctl disable --now atd.service',
      'systemctl disable --now rpcbind.service rpcbind.socket',
      'systemctl disable --now cups.service cups.socket cups.path',
      'systemctl enable --now foo.timer',
    ]);
  });

  it('cannot stop a template, and takes the mask from what is masked', () => {
    assert.deepEqual(commands('rsh@.service enabled\nsnmpd.service masked\n'), [
      'systemctl disable rsh@.service',
      'systemctl unmask snmpd.service && systemctl enable --now snmpd.service',
    ]);
  });

  it('offers none for what is protected, nor for a name that a shell would not take as it stands', () => {
    const hostile = ['a\\x2db.service', '-a.service', 'a%i.service', 'a….service'].map((name) => `${name} enabled\n`).join('');
    assert.deepEqual(commands(`sshd.service enabled\nnftables.service enabled\n${hostile}`), Array<undefined>(6).fill(undefined));
    assert.deepEqual(launches('$(id).service enabled\n`id`.service enabled\n"a b".service enabled\n'), []);
  });

  it('joins a row that was broken in two', () => {
    const text = `${header}systemd-a-very-long-name.service\n                  enabled enabled\n● gpm.service\n disabled\natd.service\n\nenabled\n`;
    assert.deepEqual(wrapped(text), ['systemd-a-very-long-name.service:on', 'gpm.service:off']);
    assert.equal(
      joined(text)
        .document.lines.map((line) => line.text)
        .join(''),
      text,
    );
    assert.deepEqual(wrapped('atd 0:off 1:off 2:off\n3:on 4:on 5:on 6:off\ngpm 0:off\n3:on\n'), ['atd:on', 'gpm:off']);
  });
});

describe('listing: systemctl list-units', () => {
  it('splits a row into its words', () => {
    assert.deepEqual(tokens('● acme.service loaded failed failed The acme daemon\n'), [
      'bullet=●',
      'unit=acme.service',
      'unitState=loaded',
      'unitState=failed',
      'unitState=failed',
      'text=The',
      'text=acme',
      'text=daemon',
    ]);
  });

  it('tells what runs now, and says nothing of units that are not there', () => {
    const text = [
      '  UNIT           LOAD      ACTIVE   SUB     DESCRIPTION',
      '  gpm.service    loaded    active   running Mouse',
      '* atd.service    loaded    inactive dead    Jobs',
      '● named.service  masked    inactive dead    named.service',
      '  syslog.service not-found inactive dead    syslog.service',
      '  sda.device     loaded    active   plugged Disk',
      '',
      'LOAD   = Reflects whether the unit definition was properly loaded.',
      '5 loaded units listed.',
    ].join('\n');
    assert.deepEqual(launches(text), ['gpm.service:on:?', 'atd.service:off:?', 'named.service:off:?']);
    assert.deepEqual(types(text), ['setting', ...Array<string>(5).fill('entry'), 'blank', 'setting', 'setting']);
  });

  it('does not take what does not run now for off at boot', () => {
    const { document } = joined('rsyslog.service loaded inactive dead Logs\n');
    assert.deepEqual(document.lines[0]?.launches[0]?.when, { type: 'runlevels', levels: ['?'] });
  });
});

describe('listing: service --status-all', () => {
  it('reads the signs of Debian', () => {
    assert.deepEqual(launches(' [ + ]  atd\n [ - ]  gpm\n [ ? ]  hwclock.sh\n[+] cron\n'), ['atd:on:?', 'gpm:off:?', 'cron:on:?']);
    assert.deepEqual(commands(' [ + ]  atd\n [ - ]  acme\n'), ['update-rc.d atd disable', 'update-rc.d acme enable']);
  });

  it('reads the sentences of Red Hat, in other languages too', () => {
    const text = [
      'atd (pid  1234) is running...',
      'sendmail (pid 12 34) 正在运行...',
      'httpd is stopped',
      'snmpd 已停',
      'named dead but subsys locked',
      'cupsd (PID 77) wird ausgeführt ...',
      'The atd daemon is running',
      'Table: filter',
    ].join('\n');
    assert.deepEqual(launches(text), ['atd:on:?', 'sendmail:on:?', 'httpd:off:?', 'snmpd:off:?', 'named:off:?', 'cupsd:on:?']);
    assert.deepEqual(types(text).slice(-2), ['comment', 'comment']);
  });

  it('names the script of a process that it knows, and no command for one that it does not', () => {
    assert.deepEqual(commands('rpc.statd (pid 1) is running...\ncrond is stopped\nacme (pid 1) is running...\n'), [
      'chkconfig nfslock off',
      'chkconfig crond on',
      undefined,
    ]);
  });
});

describe('listing: rcctl', () => {
  it('reads names only below the command that tells what they are', () => {
    assert.deepEqual(types('inetd\nlpd\n'), ['comment', 'comment']);
    assert.deepEqual(launches('puffy# rcctl ls on\ninetd\nlpd\n\nbob\n'), ['inetd:on:default', 'lpd:on:default']);
    assert.deepEqual(launches('# doas rcctl ls off\nlpd\n$ rcctl ls started\ncron\n# rcctl ls failed\ngpm\n'), [
      'lpd:off:default',
      'cron:on:?',
    ]);
    assert.deepEqual(commands('$ rcctl ls on\nlpd\nsshd\n$ rcctl ls off\nportmap\n'), [
      'rcctl disable lpd',
      undefined,
      'rcctl enable portmap',
    ]);
  });
});

describe('listing: service -e of FreeBSD', () => {
  const ENABLED = '# service -e\n/etc/rc.d/hostid\n/etc/rc.d/sendmail\n/usr/local/etc/rc.d/snmpd\n';

  it('takes the path of an rc script for on, below the command or in a file called after it', () => {
    const on = ['hostid:on:default', 'sendmail:on:default', 'snmpd:on:default'];
    assert.deepEqual(launches(ENABLED), on);
    assert.deepEqual(launches(ENABLED.replace('# service -e', 'root@beastie:~ # service -ve')), on);
    const { lines } = readAs('/host/service-e.txt', ENABLED.replace(/^.*\n/, '')).document;
    assert.deepEqual(
      lines.map(({ launches: [launch] }) => launch?.fact),
      [undefined, 'sendmail', 'snmpd'],
    );
  });

  it('takes no other list of such paths for one of what is enabled', () => {
    const paths = ENABLED.replace(/^.*\n/, '');
    for (const command of [
      '# service -l',
      '# service -r',
      '# service -e inetd',
      '# ls /etc/rc.d/*',
      '# find /etc/rc.d -type f',
      '# service -e\n# service -l',
      '',
    ])
      assert.deepEqual(launches(`${command}\n${paths}`), [], command);
    assert.deepEqual(launches('# service -e\n/etc/rc.d/\n/opt/rc.d/x\n/etc/rc.d/a b\n/etc/rc.d/-x\n/etc/rc.d/../x\n'), []);
  });

  it('offers sysrc, with the settings that are known', () => {
    assert.deepEqual(commands(ENABLED), [
      'sysrc hostid_enable=NO',
      'sysrc sendmail_enable=NONE sendmail_submit_enable=NO sendmail_outbound_enable=NO sendmail_msp_queue_enable=NO',
      'sysrc snmpd_enable=NO',
    ]);
  });
});

describe('listing: folders of systemd', () => {
  const link = (name: string, target: string) => `lrwxrwxrwx 1 root root 9 Mar  3 10:00 ${name} -> ${target}\n`;

  it('takes a link in the wants of a target for on, and one to nowhere for off', () => {
    const folder = '/etc/systemd/system';
    const text = `${folder}/multi-user.target.wants:\n${link('atd.service', '/lib/systemd/system/atd.service')}${link('gpm.service', '/dev/null')}${folder}/rescue.target.wants:\n${link('a.service', '/lib/systemd/system/a.service')}`;
    assert.deepEqual(launches(text), ['atd.service:on:default', 'gpm.service:off:default']);
    assert.deepEqual(launches(`${folder}/sockets.target.wants/cups.socket\n${folder}/dbus.service.wants/x.service\n`), [
      'cups.socket:on:default',
    ]);
    assert.deepEqual(launches(link('atd.service', '/lib/systemd/system/atd.service')), []);
    assert.deepEqual(commands(text)[0], 'systemctl disable --now atd.service');
  });
});

describe('listing: several in one paste', () => {
  const paste = [
    '[root@box ~]# chkconfig --list',
    'gpm \t0:off\t1:off\t2:on\t3:on\t4:on\t5:on\t6:off',
    '[root@box ~]# systemctl list-unit-files --no-pager',
    'UNIT FILE     STATE',
    'atd.service   enabled',
    '[root@box ~]# ls /etc/rc3.d',
    'S80sendmail',
    '[root@box ~]# service --status-all',
    ' [ + ]  snmpd',
    'box:~# rc-update',
    ' lpd | default',
    '',
  ].join('\n');

  it('reads each in its own way', () => {
    assert.deepEqual(launches(paste), ['gpm:on:2345', 'atd.service:on:default', 'sendmail:on:3', 'snmpd:on:?', 'lpd:on:default']);
    assert.equal(listing.formOf?.(paste), 'mixed');
    assert.ok(listing.resembles(paste) > 0.9);
  });

  it('says of each service how it is and how that is changed', () => {
    const { document, about } = joined(paste);
    const said = document.lines.flatMap((_, index) => about(index, context, 0, 'UTC') ?? []);
    assert.deepEqual(
      said[1],
      '**atd.service** is on here. Off: `systemctl disable --now atd.service`. On: `systemctl enable --now atd.service`.',
    );
    assert.equal(said.length, 5);
  });

  it('lets a unit outrank the link of its name', () => {
    const links = '$ ls -l /etc/rc3.d\nS50snmpd -> ../init.d/snmpd\nS85gpm -> ../init.d/gpm\n';
    const units = '$ systemctl list-unit-files\nUNIT FILE STATE\nsnmpd.service masked\ngpm.service enabled\n';
    for (const text of [links + units, units + links])
      assert.deepEqual(wrapped(text).sort(), ['gpm.service:on', 'gpm:on', 'snmpd.service:off'], text);
    const [first, again] = [0, 1].map(() => joined(links + units).document.lines[1]);
    assert.equal(first, again);
  });

  it('knows each table by itself', () => {
    for (const [form, text] of Object.entries({
      'unit-files': 'UNIT FILE STATE\na.service enabled\n',
      units: 'a.service loaded active running A\n',
      status: ' [ + ]  a\n [ - ]  b\n',
      openrc: ' a | default\n',
      rcctl: '# rcctl ls on\na\nb\n',
      'rc-scripts': '# service -e\n/etc/rc.d/a\n/usr/local/etc/rc.d/b\n',
      wants: '/etc/systemd/system/multi-user.target.wants:\na.service\n',
    }))
      assert.deepEqual([listing.formOf?.(text), listing.resembles(text) >= 0.6], [form, true], text);
  });
});
