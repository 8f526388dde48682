// `parse`: inetd.conf, listings, and the samples.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { daemonlint, FINGER } from './memory-io.js';
import { asRow, asRows, checked, parsed } from './parse-support.js';

describe('parse: the other kinds', () => {
  it('gives all of an entry of inetd.conf', async () => {
    const text = '127.0.0.1:ftp stream tcp,rcvbuf=1m nowait.40 root.ftp /usr/sbin/tcpd\n\tin.ftpd -l\n# end\n';
    const { kind, form, lines } = await parsed(['--dialect', 'openbsd-inetd', 'etc/inetd.conf'], '', { '/h/etc/inetd.conf': text });
    assert.deepEqual([kind, form], ['inetd', 'inetd']);
    const { fact, ...entry } = lines[0] ?? {};
    assert.match(String(fact), /ftp/);
    assert.deepEqual(entry, {
      line: 1,
      lastLine: 2,
      type: 'entry',
      addresses: ['127.0.0.1'],
      owner: null,
      service: 'ftp',
      number: null,
      versions: null,
      socket: 'stream',
      protocol: 'tcp',
      transport: 'tcp',
      family: '',
      rpc: false,
      options: ['rcvbuf=1m'],
      wait: 'nowait',
      limits: ['40'],
      user: 'root',
      group: 'ftp',
      class: null,
      server: '/usr/sbin/tcpd',
      arguments: ['in.ftpd', '-l'],
      program: 'in.ftpd',
      internal: false,
    });
    assert.deepEqual(lines[1], { line: 3, type: 'comment', text: '# end' });
  });

  it('tells default addresses, services that are off, and lines that are refused', async () => {
    const text = `10.0.0.1:\n#${FINGER}ftp steam tcp nowait root /x x\nftp stream tcp nowait root\n\n`;
    const { lines } = await parsed(['--kind', 'inetd', '--dialect', 'openbsd', '-'], text);
    assert.deepEqual(lines[0], { line: 1, type: 'assignment', name: 'address', value: '10.0.0.1' });
    assert.deepEqual([lines[1]?.type, asRow(lines[1]?.disabled).service], ['comment', 'finger']);
    assert.deepEqual([lines[2]?.type, lines[2]?.field, lines[2]?.costs], ['rejected', 'socket', 'line']);
    assert.deepEqual([lines[3]?.type, lines[3]?.field], ['rejected', 'server']);
    const freebsd = await parsed(['--kind', 'inetd', '--dialect', 'freebsd', '-'], 'ftp stream tcp nowait root\n');
    assert.deepEqual([freebsd.lines[0]?.costs, freebsd.fileIgnored], ['file', true]);
  });

  it('gives links and rows of listings', async () => {
    const links = await parsed(['--kind', 'listing', '-'], '/etc/rc.d/rc3.d:\nS80sendmail -> ../init.d/sendmail\n');
    assert.deepEqual(links.lines[0], { line: 1, type: 'assignment', name: 'level', value: '3', text: '/etc/rc.d/rc3.d:' });
    const [link] = asRows(links.lines[1]?.links);
    assert.deepEqual(link, {
      link: 'S80sendmail',
      action: 'start',
      number: 80,
      name: 'sendmail',
      target: '../init.d/sendmail',
      level: '3',
    });
    const rows = await parsed(['--kind', 'listing', '-'], 'snmpd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n');
    const [service] = asRows(rows.lines[0]?.services);
    assert.deepEqual([service?.name, service?.on, service?.levels], ['snmpd', true, ['3', '4', '5']]);
  });

  it('gives the jobs of an anacrontab, with what is refused', async () => {
    const text =
      'SHELL=/bin/sh\n7\t15 sweep find /tmp \\\n -delete\n@monthly 5 m x\n#1 5 cron.daily /bin/x\nx 5 a b\n1 5 a/b c\n1 5\n1 x a b\n';
    const { form, dialect, lines } = await parsed(['etc/anacrontab'], '', { '/h/etc/anacrontab': text });
    assert.deepEqual([form, dialect], ['anacrontab', 'debian']);
    assert.deepEqual(lines[0], { line: 1, type: 'assignment', name: 'SHELL', value: '/bin/sh' });
    assert.deepEqual(lines[1], {
      line: 2,
      lastLine: 3,
      type: 'entry',
      period: 7,
      macro: null,
      delay: 15,
      identifier: 'sweep',
      command: 'find /tmp   -delete',
    });
    assert.deepEqual([lines[2]?.period, lines[2]?.macro], [null, '@monthly']);
    assert.equal(asRow(lines[3]?.disabled).identifier, 'cron.daily');
    assert.deepEqual(
      lines.slice(4).map(({ type, field }) => [type, field]),
      [
        ['rejected', 'period'],
        ['rejected', 'identifier'],
        ['rejected', 'identifier'],
        ['rejected', 'delay'],
      ],
    );
    const { status, stderr } = await daemonlint(['parse', '--bits', 'etc/anacrontab'], { '/h/etc/anacrontab': text });
    assert.deepEqual([status, stderr], [2, 'daemonlint: etc/anacrontab: --bits is for crontabs of users and of the system\n']);
  });

  it('takes the kind that the options leave, where neither name nor content tell', async () => {
    const kindOf = async (...args: string[]) => (await parsed([...args, '-'], 'some words\n')).kind;
    assert.equal(await kindOf('--dialect', 'cronie'), 'crontab');
    assert.equal(await kindOf('--dialect', 'inetutils'), 'inetd');
    assert.equal(await kindOf('--form', 'system'), 'crontab');
    assert.equal(await kindOf('--form', 'links'), 'listing');
    assert.equal(await kindOf('--dialect', 'debian'), 'crontab');
    assert.equal(await kindOf('--dialect', 'redhat'), 'listing');
    const text = `${FINGER}${FINGER}`;
    assert.equal((await parsed(['--dialect', 'freebsd', '-'], text)).kind, 'inetd');
    const { stdout } = await daemonlint(['parse', '--bits', '-'], {}, { stdin: 'some words\n' });
    assert.equal(JSON.parse(stdout).lines[0].error, 'bad minute');
  });

  it('gives rows of other listings, and assignments of rc.conf', async () => {
    const { lines } = await parsed(['--kind', 'listing', '-'], 'atd.service enabled\n#gpm.service enabled\n');
    const { name, on, levels } = asRow(asRows(lines[0]?.services)[0]);
    assert.deepEqual([name, on, levels], ['atd.service', true, ['default']]);
    assert.deepEqual(lines[0]?.status, { table: 'unit-files', name: 'atd.service', states: ['enabled'], on: true });
    const rc = await parsed(['--kind', 'rc-conf', '-'], 'inetd_enable="YES"\n#lpd_enable="YES"\nx = "y"\n. /etc/rc.site\nname="$x"\n');
    assert.deepEqual(
      rc.lines.map(({ type, name: variable, value }) => [type, variable, value]),
      [
        ['assignment', 'inetd_enable', 'YES'],
        ['comment', undefined, undefined],
        ['rejected', undefined, undefined],
        ['comment', undefined, undefined],
        ['assignment', 'name', '$x'],
      ],
    );
  });

  it('is valid over the samples', async () => {
    const { nodeIo } = await import('../../cli/src/node-io.js');
    const names = [
      'debian/etc/cron.d/backup',
      'debian/var/spool/cron/crontabs/ann',
      'busybox-router/etc/inetd.conf',
      'redhat-6.1/chkconfig.txt',
      'debian/services.rclist',
      'freebsd/etc/rc.conf',
    ];
    for (const name of names) {
      const { status, stdout } = await daemonlint(['parse', `samples/${name}`], {}, { files: nodeIo().files, cwd: process.cwd() });
      assert.equal(status, 0);
      const physical = readFileSync(`samples/${name}`, 'utf8').trimEnd().split('\n').length;
      const last = checked(stdout).lines.at(-1) ?? {};
      assert.ok(Number(last.lastLine ?? last.line) >= physical, name);
    }
  });
});
