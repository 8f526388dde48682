// The scripts of init.d: what their headers say, which host they belong to, and what listings make of them.
import assert from 'node:assert/strict';
import { readInitScript } from '../../core/src/index.js';
import { linkFolderOf, readHosts, readSource } from '../../workspace/src/index.js';
import { initScriptsOf, rootOfScript } from '../../workspace/src/init-scripts.js';
import { judge } from '../../workspace/src/members.js';
import { readAs } from '../support.js';
import { DENIED, memoryFiles, type Tree } from './memory.js';

const chkconfig = (numbers: string): string => `#!/bin/sh\n#\n# chkconfig: ${numbers}\n# description: x\nexit 0\n`;

describe('the header of an init script', () => {
  it('has the numbers of chkconfig', () => {
    assert.deepEqual(readInitScript(chkconfig('2345 80 30')), { start: 80, kill: 30, provides: [], needs: [] });
    assert.deepEqual(readInitScript(chkconfig('- 5 95')), { start: 5, kill: 95, provides: [], needs: [] });
    for (const numbers of ['345', '345 80', '345 eighty 30', '789 80 30'])
      assert.deepEqual(readInitScript(chkconfig(numbers)).kill, undefined, numbers);
  });

  it('has what the block of the LSB provides and wants, as insserv reads it: the first line of each field alone', () => {
    const block =
      '### BEGIN INIT INFO\n# Provides:          web httpd\n# Required-Start:    $network $syslog\n#\tntp\n# Default-Start: 2 3\n### END INIT INFO\n';
    assert.deepEqual(readInitScript(`#!/bin/sh\n${block}`), { provides: ['web', 'httpd'], needs: ['$network', '$syslog'] });
    // Each was seen to make insserv 1.24 put web behind ntp.
    for (const field of [
      '# required-start: ntp',
      '#Required_Start:ntp',
      '#\t Required-Start:\t+ntp',
      '# Required-Start:\n# Should-Start: ntp',
      '# X-UnitedLinux-Should-Start: ntp',
    ])
      assert.deepEqual(
        readInitScript(` ### BEGIN INIT INFO x\n# provides: web\n${field}\n### END INIT INFO\n`),
        { provides: ['web'], needs: ['ntp'] },
        field,
      );
    // And these not.
    for (const field of ['# Required-Start :ntp', '# Required-Start:\n#   ntp', '# Required-Stop: ntp'])
      assert.deepEqual(readInitScript(`### BEGIN INIT INFO\n${field}\n### END INIT INFO\n`).needs, [], field);
    assert.deepEqual(readInitScript(block.replaceAll('\n', '\r\n')).provides, ['web', 'httpd']);
    assert.deepEqual(readInitScript('# Provides: x\n### BEGIN INIT INFO\n# Provides: y\n'), { provides: [], needs: [] });
  });

  it('is nothing in what is no script', () => assert.deepEqual(readInitScript('\0\0'), { provides: [], needs: [] }));
});

describe('the scripts of a host', () => {
  it('are those of Red Hat or of Debian, by name, without hidden files', async () => {
    const tree = { '/h/etc/rc.d/init.d/smb': chkconfig('- 91 35'), '/h/etc/rc.d/init.d/.swp': '', '/h/etc/init.d/x': '' };
    assert.deepEqual([...((await initScriptsOf(memoryFiles(tree), '/h'))?.byName.keys() ?? [])], ['smb']);
    const debian = await initScriptsOf(memoryFiles({ '/h/etc/init.d/ssh': 'x', '/h/etc/init.d/.depend.start': 'x' }), '/h');
    assert.deepEqual([[...(debian?.byName.keys() ?? [])], debian?.isOrdered], [['ssh'], true]);
  });

  it('are none where there is no folder, and only names where one cannot be read', async () => {
    assert.equal(await initScriptsOf(memoryFiles({ '/h/etc/passwd': '' }), '/h'), undefined);
    const tree: Tree = { '/h/etc/init.d/a': DENIED, '/h/etc/init.d/b': { link: '/nowhere' }, '/h/etc/init.d/c': { device: true } };
    const scripts = await initScriptsOf(memoryFiles(tree), '/h');
    assert.deepEqual(
      [...(scripts?.byName ?? [])].map(([name, { kill }]) => [name, kill]),
      [
        ['a', undefined],
        ['b', undefined],
        ['c', undefined],
      ],
    );
  });

  it('are not read where no listing asks for them', async () => {
    const files = memoryFiles({ '/h/etc/inetd.conf': '', '/h/etc/init.d/a': 'x' });
    await readHosts(files, '/h');
    assert.equal(files.reads.get('/h/etc/init.d/a'), undefined);
  });

  it('belong to the host above them', () => {
    assert.deepEqual(['/etc/init.d/x', '/h/etc/rc.d/init.d', '/h/etc/rc3.d/S10x', '/h/init.d/x'].map(rootOfScript), [
      '/',
      '/h',
      undefined,
      undefined,
    ]);
  });
});

describe('listings and the scripts of their host', () => {
  const disabled = (header: string): string[] => {
    const text = '/etc/rc.d/rc3.d:\nS40acme -> ../init.d/acme\nS85gpm -> ../init.d/gpm\n';
    const host = header === '' ? {} : { 'etc/rc.d/init.d/acme': header, 'etc/rc.d/init.d/gpm': chkconfig('2345 85 77') };
    const { document, read, context } = readAs('/h/etc/rc.d/rc3.d.txt', text, {}, host);
    return document.lines.flatMap((line, index) =>
      line.launches
        .flatMap((launch) => read.disable(index, launch, context))
        .flatMap(({ title }) => /turn the link into (\S+)/.exec(title)?.[1] ?? []),
    );
  };

  it('give a K link the number that the script asks for', () => {
    assert.deepEqual(disabled(chkconfig('345 40 61')), ['K61acme', 'K77gpm']);
    assert.deepEqual(disabled('#!/bin/sh\n'), ['K77gpm']);
    assert.deepEqual(disabled(''), ['K15gpm']);
  });
});

describe('real trees', () => {
  const found = async (tree: Tree) => {
    const files = memoryFiles(tree);
    const { hosts, problems } = await readHosts(files, '/h');
    assert.deepEqual(problems, []);
    return hosts.flatMap((read) =>
      judge(read, read.members, { zone: 'UTC', now: 0 }).flatMap(({ member, reading }) =>
        reading.findings.map(({ rule, span }) => `${member.source.path} ${rule} ${reading.document.text.slice(span.start, span.end)}`),
      ),
    );
  };
  const wants = '/h/etc/systemd/system/multi-user.target.wants';

  it('have what systemd starts in the folders of its targets', async () => {
    const tree: Tree = {
      [`${wants}/atd.service`]: { link: '/lib/systemd/system/atd.service' },
      [`${wants}/ssh.service`]: { link: '/lib/systemd/system/ssh.service' },
      [`${wants}/README`]: '',
      '/h/etc/systemd/system/rescue.target.wants/gpm.service': { link: '/lib/systemd/system/gpm.service' },
      '/h/etc/systemd/system/own.service': '[Service]\n',
    };
    assert.deepEqual(await found(tree), [`${wants} risky-daemon atd.service`]);
    const source = await readSource(memoryFiles(tree), { path: wants, type: 'links' });
    assert.equal('text' in source && source.text.split('\n')[1], 'atd.service -> /lib/systemd/system/atd.service');
  });

  it('have what OpenRC starts in the folders of its runlevels', async () => {
    const link = (name: string) => ({ link: `/etc/init.d/${name}` });
    const tree: Tree = {
      '/h/etc/runlevels/boot/snmpd': link('snmpd'),
      '/h/etc/runlevels/default/atd': link('atd'),
      '/h/etc/runlevels/default/sshd': link('sshd'),
      '/h/etc/runlevels/default/boot': { link: '/etc/runlevels/boot' },
      '/h/etc/runlevels/shutdown/gpm': link('gpm'),
    };
    assert.deepEqual((await found(tree)).sort(), ['/h/etc/runlevels/boot risky-daemon snmpd', '/h/etc/runlevels/default risky-daemon atd']);
    assert.equal(linkFolderOf('/h/etc/runlevels/default/atd'), '/h/etc/runlevels/default');
  });

  it('know their folders of links, and no others', () => {
    assert.equal(linkFolderOf(`${wants}/atd.service`), wants);
    assert.equal(linkFolderOf(wants), wants);
    assert.equal(linkFolderOf('/h/etc/rc3.d/S10x'), '/h/etc/rc3.d');
    assert.equal(linkFolderOf('/h/etc/systemd/system/a.service'), '/h/etc/systemd/system', 'it may be a mask');
    for (const path of ['/h/x.wants/a.service', '/h/etc/rc3.d/a/b', '/h/lib/systemd/system/a.service'])
      assert.equal(linkFolderOf(path), undefined, path);
  });

  it('have links that lead to no script, and those that insserv orders', async () => {
    const block = (name: string, needs: string) =>
      `### BEGIN INIT INFO\n# Provides: ${name}\n# Required-Start: ${needs}\n### END INIT INFO\n`;
    const link = (name: string) => ({ link: `../init.d/${name}` });
    const tree: Tree = {
      '/h/etc/init.d/.depend.start': '',
      '/h/etc/init.d/ntp': block('ntp', ''),
      '/h/etc/init.d/web': block('web', 'ntp'),
      '/h/etc/rc2.d/S20ntp': link('ntp'),
      '/h/etc/rc2.d/S05web': link('web'),
      '/h/etc/rc2.d/S30gone': link('gone'),
      '/h/etc/rc6.d/K30gone': link('gone'),
      '/h/etc/rc6.d/K30ntp': link('ntp'),
    };
    assert.deepEqual(await found(tree), [
      '/h/etc/rc2.d listing/overwritten-number S05web',
      '/h/etc/rc2.d listing/dangling-link S30gone',
      '/h/etc/rc6.d listing/dangling-link K30gone',
    ]);
  });

  it('say nothing of links where init.d was not copied whole', async () => {
    const tree: Tree = {
      '/h/etc/init.d/own': 'x',
      '/h/etc/rc2.d/S20ntp': { link: '../init.d/ntp' },
      '/h/etc/rc2.d/S20own': { link: '../init.d/own' },
      '/h/etc/rc2.d/S21x': { link: '../init.d/x' },
    };
    assert.deepEqual(await found(tree), []);
  });
});
