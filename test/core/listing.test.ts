// What the kind `listing` reads in the output of ls, find and tree: entries, runlevels, states, headings. All texts are made up.
import assert from 'node:assert/strict';
import { launches, long, read, tokens, types } from './listing-support.js';

describe('listing: links', () => {
  it('splits a link of ls -l into its words', () => {
    assert.deepEqual(tokens(`${long('S80sendmail -> ../init.d/sendmail')}\n`), [
      'mode=lrwxrwxrwx',
      'detail=1',
      'detail=root',
      'detail=root',
      'detail=17',
      'detail=Oct',
      'detail=1',
      'detail=2009',
      'letter=S',
      'number=80',
      'name=sendmail',
      'arrow=->',
      'target=../init.d/sendmail',
    ]);
  });

  it('takes the runlevel from the header of each directory of ls -lR', () => {
    const text = [
      '/etc/rc.d/rc3.d:',
      'total 0',
      long('K35smb -> ../init.d/smb'),
      long('S10network -> ../init.d/network'),
      '',
      '/etc/rc.d/rc5.d:',
      'total 0',
      long('S90xfs -> ../init.d/xfs'),
      '',
    ].join('\n');
    assert.deepEqual(launches(text), ['smb:off:3', 'network:on:3', 'xfs:on:5']);
    assert.deepEqual(types(text), ['setting', 'setting', 'entry', 'entry', 'blank', 'setting', 'setting', 'entry']);
  });

  it('takes an S link of runlevels 0 and 6 for a stop, and one of runlevel 1 for repairs', () => {
    assert.deepEqual(launches('/etc/rc0.d:\nS20sendsigs -> ../init.d/sendsigs\n/etc/rc6.d:\nS90reboot\n/etc/rc1.d:\nS20single\n'), [
      'sendsigs:off:0',
      'reboot:off:6',
      'single:off:1',
    ]);
  });

  it('starts the S links of rcS.d', () => assert.deepEqual(launches('/etc/rcS.d:\nS01kmod -> ../init.d/kmod\n'), ['kmod:on:S']));

  it('leaves the runlevel open where nothing tells it', () =>
    assert.deepEqual(launches('S80sendmail\nK20gpm\n'), ['sendmail:on:?', 'gpm:off:?']));

  it('reads a directory given as one link per line', () =>
    assert.deepEqual(launches('/etc/rc2.d:\nS80sendmail -> ../init.d/sendmail\nS99local -> ../rc.local\n'), [
      'sendmail:on:2',
      'local:on:2',
    ]));

  it('reads names in columns, with and without the letters of ls -F', () => {
    assert.deepEqual(launches('K05innd    K15httpd   S10network\n'), ['innd:off:?', 'httpd:off:?', 'network:on:?']);
    assert.deepEqual(tokens('S10network@\n'), ['letter=S', 'number=10', 'name=network', 'suffix=@']);
    assert.deepEqual(launches('S10network@  S99local*\n'), ['network:on:?', 'local:on:?']);
    assert.deepEqual(launches('README  S10network  K20gpm\n'), ['network:on:?', 'gpm:off:?']);
    assert.deepEqual(launches('* S80sendmail\n'), [], 'an item of a list is no link');
  });

  it('reads the quotes of newer versions of ls as such', () => {
    assert.deepEqual(launches(`'S85gpm' -> '../init.d/gpm'\n"S80sendmail"@  "K20nfs"\n`), ['gpm:on:?', 'sendmail:on:?', 'nfs:off:?']);
    assert.deepEqual(tokens(`'S85gpm' -> '../init.d/gpm'\n`), [
      "quote='",
      'letter=S',
      'number=85',
      'name=gpm',
      "quote='",
      'arrow=->',
      "quote='",
      'target=../init.d/gpm',
      "quote='",
    ]);
    assert.deepEqual(launches(`'S85gpm\n'S\n`), []);
  });

  it('reads through the colours of a terminal', () => {
    const [cyan, plain] = ['\u001b[01;36m', '\u001b[0m'];
    const coloured = `${cyan}S85gpm${plain} -> ${cyan}../init.d/gpm${plain}\n`;
    assert.deepEqual(tokens(coloured), [
      `text=${cyan}`,
      'letter=S',
      'number=85',
      'name=gpm',
      `text=${plain}`,
      'arrow=->',
      `text=${cyan}`,
      'target=../init.d/gpm',
      `text=${plain}`,
    ]);
    assert.deepEqual(launches(`${plain}${cyan}S85gpm${plain}@  ${cyan}K20nfs${plain}@\n`), ['gpm:on:?', 'nfs:off:?']);
    assert.deepEqual(launches(`${cyan}/etc/rc3.d${plain}:\nlrwxrwxrwx 1 root root 17 Oct 1 2009 ${coloured}`), ['gpm:on:?']);
    assert.deepEqual(tokens(`${cyan}a word${plain}\n`), [`text=${cyan}`, 'comment=a word', `text=${plain}`]);
  });

  it('reads the paths of find, each with its own runlevel', () => {
    assert.deepEqual(launches('/etc/rc.d/rc3.d\n/etc/rc.d/rc3.d/S80sendmail\n./rc5.d/K80sendmail\n'), ['sendmail:on:3', 'sendmail:off:5']);
    assert.deepEqual(tokens('/etc/rc3.d/S80sendmail\n'), ['directory=/etc/rc3.d/', 'letter=S', 'number=80', 'name=sendmail']);
    assert.deepEqual(launches(`  1234  0 ${long('/etc/rc2.d/S20rsync -> ../init.d/rsync')}\n`), ['rsync:on:2']);
    assert.deepEqual(launches('/home/ann/S10holiday.jpg\n'), []);
  });

  it('reads the output of tree, drawn in either way, with details or without', () => {
    const drawn =
      '/etc/rc.d\n├── init.d\n├── rc3.d\n│\u00a0\u00a0 ├── S10network -> ../init.d/network\n│\u00a0\u00a0 └── K20gpm -> ../init.d/gpm\n└── rc5.d\n    └── S90xfs -> ../init.d/xfs\n';
    assert.deepEqual(launches(drawn), ['network:on:3', 'gpm:off:3', 'xfs:on:5']);
    assert.deepEqual(launches('|-- rc3.d\n|   |-- S10network -> ../init.d/network\n|   `-- K20gpm -> ../init.d/gpm\n'), [
      'network:on:3',
      'gpm:off:3',
    ]);
    assert.deepEqual(launches('├── [drwxr-xr-x]  rc3.d\n│   └── [lrwxrwxrwx]  S10network -> ../init.d/network\n'), ['network:on:3']);
  });

  it('reads SELinux dots, access lists, localised dates, and lines that lack columns', () => {
    for (const line of [
      'lrwxrwxrwx. 1 root root 17 Apr 11 08:18 S55sshd -> ../init.d/sshd',
      'lrwxrwxrwx+ 1 root root 17 Apr 11 08:18 S55sshd -> ../init.d/sshd',
      'lrwxrwxrwx 1 root root 17  3月  27 08:02 S55sshd -> ../init.d/sshd',
      'lrwxrwxrwx 1 root root 17 2009-10-01 08:18 S55sshd -> ../init.d/sshd',
      'lrwxrwxrwx 1 root root S55sshd -> ../init.d/sshd',
      'root root 17 Apr 11 08:18 S55sshd -> ../init.d/sshd',
      '4711 S55sshd -> /etc/init.d/sshd',
      'lrwxrwxrwx 1 root root 17 Oct  1  2009 S55sshd',
      'lrwxrwxrwx 1 root root 17 Oct  1  2009 S55sshd ->',
      'lrwxrwxrwx 1 root root 17 Oct  1  2009 S55sshd -> ../init.d/sshd (broken)',
    ])
      assert.deepEqual(launches(line), ['sshd:on:?'], line);
  });

  it('starts a script that is no link, and no directory', () => {
    assert.deepEqual(launches(long('S99local', '-rwxr-xr-x')), ['local:on:?']);
    assert.deepEqual(launches(long('S99local', 'drwxr-xr-x')), []);
    assert.deepEqual(launches(long('README', '-rw-r--r--')), []);
  });

  it('gives scripts and the single rc.d of OpenWrt no runlevel: a K link there does not say that the service is off', () => {
    assert.deepEqual(launches('/etc/rc.d:\nS50dropbear -> ../init.d/dropbear\nK50dropbear -> ../init.d/dropbear\n'), ['dropbear:on:?']);
    assert.deepEqual(launches('/etc/rc3.d:\nS10network\n/etc/init.d:\nS10network\n'), ['network:on:3', 'network:on:?']);
  });

  it('takes prose about links for comments', () => {
    for (const line of [
      'I renamed S80sendmail -> K30sendmail',
      'see S80sendmail',
      'ln -s ../init.d/x S80x',
      'S8 -> ../init.d/x',
      's80sendmail',
      'S80',
      'rc3.d is empty',
    ])
      assert.deepEqual(types(line), ['comment'], line);
  });

  it('keeps CRLF out of tokens and in the text', () => {
    const [line] = read('S80sendmail -> ../init.d/sendmail\r\nS85gpm\r\n').lines;
    assert.equal(line?.text, 'S80sendmail -> ../init.d/sendmail\r\n');
    assert.equal(line?.tokens.at(-1)?.text, '../init.d/sendmail');
    assert.deepEqual(launches('S80sendmail\r\nS85gpm\r'), ['sendmail:on:?', 'gpm:on:?']);
  });
});

describe('listing: prompts and headings', () => {
  const listedAfter = (prompt: string): string[] => launches(`${prompt}\nS10network -> ../init.d/network\n`);

  it('takes the runlevel from a command or from the prompt itself', () => {
    for (const prompt of [
      '# ls -l /etc/rc.d/rc3.d/',
      '$ ls /etc/rc3.d',
      '[root@box ~]# ls -l /etc/rc3.d/S*',
      '[root@box rc3.d]# ls -l',
      'root@box:/etc/rc3.d# ls -l',
      'bash-2.04# ls -l /etc/rc.d/rc3.d',
      'box ~ # cd /etc/rc3.d',
      'ls -l /etc/rc3.d',
      '[root@box rc5.d]# ls ../rc3.d',
      '> # ls -l /etc/rc3.d',
    ]) {
      assert.deepEqual(listedAfter(prompt), ['network:on:3'], prompt);
      assert.equal(types(prompt)[0], 'setting', prompt);
    }
  });

  it('forgets it when a command names several, or another place', () => {
    assert.deepEqual(listedAfter('# ls /etc/rc3.d /etc/rc5.d'), ['network:on:?']);
    assert.deepEqual(listedAfter('/etc/rc3.d:\n# ls /tmp'), ['network:on:?']);
    assert.deepEqual(listedAfter('/etc/rc3.d:\n# ls -l'), ['network:on:3']);
  });

  it('does not take prose that begins like a command for one', () =>
    assert.deepEqual(types('# find out which of these are needed\n'), ['comment']));

  it('knows the total in any language', () =>
    assert.deepEqual(types('total 288\ninsgesamt 0\n总用量 0\ntotal 12K\n'), ['setting', 'setting', 'setting', 'setting']));
});

describe('listing: quoted paste', () => {
  const body = ['/etc/rc3.d:', 'total 0', long('S10network -> ../init.d/network'), long('K20gpm -> ../init.d/gpm')];
  const quoted = (mark: string): string => body.map((line) => `${mark}${line}\n`).join('');

  it('reads through quote marks, indentation and a # before every line', () => {
    for (const mark of ['> ', '>', '> > ', '    ', '\t', '# ', '#', '#   ', '| '])
      assert.deepEqual(launches(quoted(mark)), ['network:on:3', 'gpm:off:3'], mark);
  });

  it('loses no link that a mail has broken in two at a blank, quoted or not, nor one whose arrow HTML has spelled out', () => {
    const on = ['sendmail:on:3', 'gpm:on:3'];
    const mode = 'lrwxrwxrwx    1 root     root           18 Jan  1  2000';
    for (const text of [
      `${mode} S80sendmail ->\n../init.d/sendmail\n${mode}\nS85gpm -> ../init.d/gpm\n`,
      `${mode} S80sendmail\n-> ../init.d/sendmail\n${mode} S85gpm -> ../init.d/gpm\n`,
      `lrwxrwxrwx    1 root     root\n18 Jan  1  2000 S80sendmail -> ../init.d/sendmail\n${mode} S85gpm -> ../init.d/gpm\n`,
      `${mode} S80sendmail -&gt; ../init.d/sendmail\n${mode} S85gpm -&gt; ../init.d/gpm\n`,
    ])
      for (const mark of ['', '> ', '> > '])
        assert.deepEqual(launches(`$ ls -l /etc/rc3.d\n${text}`.replace(/^/gm, mark).replace(/> $/, '')), on, mark + text);
  });

  it('takes one line with a # among others for commented out', () => {
    const text = 'S10network\n#S80sendmail\n# S85gpm\n#K20nfs\n';
    assert.deepEqual(types(text), ['entry', 'commented', 'commented', 'commented']);
    assert.deepEqual(launches(text), ['network:on:?', 'sendmail:commented:?', 'gpm:commented:?']);
    assert.deepEqual(
      read(text).lines.map(({ marks }) => marks),
      [undefined, [{ start: 0, end: 1 }], [{ start: 0, end: 2 }], [{ start: 0, end: 1 }]],
    );
  });

  it('takes a first line with a # that touches it for commented out, one with a blank behind it for quoted', () => {
    assert.deepEqual(types('#S80sendmail\nS10network\n'), ['commented', 'entry']);
    assert.deepEqual(types('# S80sendmail\n# S10network\n'), ['entry', 'entry']);
    assert.deepEqual(types('total 0\n# S80sendmail\n'), ['setting', 'commented']);
  });

  it('takes a second # in a quoted paste for the comment mark', () => {
    const text = '# S10network\n# #S80sendmail\n## S85gpm\n';
    assert.deepEqual(types(text), ['entry', 'commented', 'commented']);
    assert.deepEqual(read(text).lines[1]?.marks, [{ start: 2, end: 3 }]);
    assert.deepEqual(
      read(text)
        .lines[1]?.tokens.slice(0, 2)
        .map(({ role }) => role),
      ['quote', 'mark'],
    );
  });

  it('never takes a comment to daemonlint for an entry', () => assert.deepEqual(types('# daemonlint: keep sendmail\n'), ['comment']));
});
