// What the kind `rc-conf` reads, says and changes. What sh makes of each line was tried with dash; files and hosts are made up.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSettings, identify, lint } from '../../core/src/index.js';
import { rcConf } from '../../core/src/kinds/rc-conf/index.js';
import { contextFor, launches, open, switched } from './rc-conf-support.js';

const types = (text: string): string[] => open(text).document.lines.map(({ type }) => type);

describe('rc.conf of FreeBSD', () => {
  it('knows yes and no in all their spellings, with and without quotes', () => {
    const yes = ['YES', 'yes', 'True', 'ON', '1'].map((value) => `a_enable="${value}"`);
    const no = ['NO', 'no', 'False', 'oFF', '0'].map((value) => `a_enable='${value}'`);
    for (const line of [...yes, 'a_enable=YES', '  a_enable="YES"   # why', 'a_enable="YES";', 'a_enable="YES"\r'])
      assert.deepEqual(launches(line), ['a:on:'], line);
    for (const line of [...no, 'a_enable=NO', 'a_enable="Y"', 'a_enable=', 'a_enable="YES "'])
      assert.deepEqual(launches(line), ['a:off:'], line);
  });

  it('knows services by the variable that switches them', () => {
    assert.deepEqual(launches('inetd_enable="YES"\nrpcbind_enable="YES"\napache24_enable="YES"\nftpd_enable="YES"\nwho_enable="YES"\n'), [
      'inetd:on:inetd',
      'rpcbind:on:portmap',
      'apache24:on:httpd',
      'ftpd:on:ftp',
      'who:on:',
    ]);
  });

  it('tells the parts of sendmail apart', () => {
    assert.deepEqual(launches('sendmail_enable="NONE"\nsendmail_submit_enable="YES"\nsendmail_msp_queue_enable="YES"\n'), [
      'sendmail:off:sendmail',
      'sendmail_submit:on:',
      'sendmail_msp_queue:on:',
    ]);
  });

  it('lets only the last assignment count, unless the shell needs the others', () => {
    assert.deepEqual(launches('rwhod_enable="YES"\nrwhod_enable="NO"\n'), ['rwhod:off:rwhod']);
    assert.deepEqual(launches('rwhod_enable="NO"\nrwhod_enable="YES"\n'), ['rwhod:on:rwhod']);
    assert.deepEqual(launches('rwhod_enable="YES"\nrwhod_enable="$x"\n'), ['rwhod:on:rwhod']);
  });

  it('gives an unchanged line as the same value, also one that a later line replaces', () => {
    const [before, after] = ['', 'a="b"\n'].map((more) => open(`rwhod_enable="YES"\nrwhod_enable="NO"\n${more}`).document.lines[0]);
    assert.equal(before, after);
  });

  it('reads lines of many blanks, whatever stands behind them', () => {
    const blanks = ' '.repeat(20_000);
    assert.deepEqual(types(`a_enable = ${blanks}!\na_enable = x${blanks}!\na_enable=YES${blanks}!\n`), ['comment', 'comment', 'comment']);
    assert.deepEqual(
      open(`a_enable =${blanks}YES${blanks}\n`).document.lines[0]?.problems.map(({ span }) => span),
      [{ start: 8, end: 10 + blanks.length }],
    );
  });

  it('leaves alone what is more than an assignment', () => {
    const code = [
      'a_enable=$(cat /x)',
      'a_enable=`cat /x`',
      'a_enable="$b"',
      'export a_enable="YES"',
      'a_enable="YES" b_enable="YES"',
      'a_enable="YES"; b_enable="YES"',
      'a_enable="YES" && true',
      'test -f /x && a_enable="YES"',
      'if true; then\n  a_enable="YES"\nfi',
      'case $x in\n a)\n  a_enable="YES" ;;\nesac',
      'f() {\n  a_enable="YES"\n}',
      'f()\n{\n  a_enable="YES"\n}',
      'cat <<EOF >/dev/null\na_enable="YES"\nEOF',
    ];
    for (const text of code) assert.deepEqual(launches(`${text}\nz_enable="NO"\n`), ['z:off:'], text);
    for (const text of code) assert.ok(!types(text).includes('broken'), text);
  });

  it('reads a value over several lines as one, and one whose quote was forgotten as broken', () => {
    assert.deepEqual(types('ifconfig_em0="inet 192.0.2.1 \\\n netmask 255.255.255.0"\na_enable="YES"\n'), ['setting', 'entry']);
    assert.deepEqual(types('motd="one\ntwo"\na_enable="YES"\n'), ['setting', 'entry']);
    assert.deepEqual(types('hostname="box\na_enable="YES"\n'), ['broken', 'entry']);
    assert.deepEqual(types("hostname='box\n"), ['broken']);
  });

  it('is changed in the quotes that are there', () => {
    assert.equal(switched('inetd_enable="YES" # x\n', 'inetd'), 'inetd_enable="NO" # x\n');
    assert.equal(switched("inetd_enable='on'\r\n", 'inetd'), "inetd_enable='NO'\r\n");
    assert.equal(switched('inetd_enable=yes', 'inetd'), 'inetd_enable=NO');
    assert.equal(switched('sendmail_enable="YES"\n', 'sendmail'), 'sendmail_enable="NONE"\n');
    assert.equal(switched('cron_enable="NO"\n', 'cron'), 'cron_enable="YES"\n');
    assert.equal(switched('cron_enable=""\n', 'cron'), 'cron_enable="YES"\n');
    assert.equal(switched('cron_enable= # x\n', 'cron'), 'cron_enable=YES # x\n');
    assert.equal(switched('#lpd_enable="YES"\n', 'lpd'), 'lpd_enable="YES"\n');
    assert.equal(switched('a="b"\n# lpd_enable="YES"\n', 'lpd'), 'a="b"\nlpd_enable="YES"\n');
  });

  it('keeps on what must stay on', () => {
    for (const [text, name] of [
      ['sshd_enable="YES"\n', 'sshd'],
      ['cron_enable="YES"\n', 'cron'],
      ['syslogd_enable="YES"\n', 'syslogd'],
    ] as const)
      assert.equal(switched(text, name), text);
  });

  it('tells the command for the file at hand', () => {
    const about = (text: string, path: string) => open(text).about(0, contextFor('freebsd', path), 0, 'UTC');
    assert.equal(
      about('inetd_enable="YES"\n', '/etc/rc.conf'),
      '**inetd** is started at boot by this line, on FreeBSD. Off: `sysrc inetd_enable=NO`. On: `sysrc inetd_enable=YES`.',
    );
    assert.match(about('inetd_enable="YES"\n', '/host/etc/rc.conf.d/inetd') ?? '', /`sysrc -f \/etc\/rc\.conf\.d\/inetd inetd_enable=NO`/);
    assert.equal(about('sshd_enable="YES"\n', '/etc/rc.conf'), '**sshd** is started at boot by this line, on FreeBSD.');
  });
});

describe('rc.conf of NetBSD', () => {
  const TEXT = '. /etc/defaults/rc.conf\nrc_configured=YES\nhostname=alpha\n';

  it('takes variables that say yes or no for services, but for those that say how to boot', () => {
    assert.deepEqual(launches(`${TEXT}sshd=yes\nrwhod="NO"\nwscons=YES\nno_swap=YES\nsecurelevel=1\nip6mode=host\n`, 'netbsd'), [
      'sshd:on:sshd',
      'rwhod:off:rwhod',
      'wscons:on:',
    ]);
    assert.deepEqual(launches('snmpd=Y\nlpd=1\nsnmpd_flags="-v"\nnis_domain=x\n', 'netbsd'), ['snmpd:off:snmpd', 'lpd:on:lpd']);
  });

  it('reads what else is set on the line, and leaves it alone', () => {
    assert.deepEqual(launches('lpd=YES\t\tlpd_flags="-s"\t# local\n', 'netbsd'), ['lpd:on:lpd']);
    assert.deepEqual(launches('lpd=YES lpd_flags="-s"\n', 'openbsd'), []);
    assert.deepEqual(launches('lpd=YES lpd_flags=$(x)\nlpd=YES reboot\n', 'netbsd'), []);
    assert.equal(switched('lpd="YES"\t\tlpd_flags="-s"\t# local\n', 'lpd', 'netbsd'), 'lpd="NO"\t\tlpd_flags="-s"\t# local\n');
  });

  it('is known by its first lines or its variables, and not by those of the others', () => {
    const shown = (text: string) => rcConf.dialectsOf?.(text)?.join();
    for (const text of [TEXT, '#\t$NetBSD: rc.conf,v 1.97 $\n', 'hostname=a\nsshd=YES\nntpd_flags="-g"\n', ' inetd="no"\n'])
      assert.equal(shown(text), 'netbsd', text);
    assert.equal(shown('sshd_enable="YES"\nrc_configured=YES\n'), 'netbsd');
    assert.equal(shown('sshd_enable="YES"\nsshd=YES\n'), 'freebsd');
    assert.equal(shown('nfs_server=NO\nntpd_flags=\nlockd=NO\n'), 'openbsd');
    assert.equal(shown('hostname=a\n'), undefined);
  });

  it('has no command that changes it, and scripts that stop a service', () => {
    const { document, disable, about } = open('snmpd=YES\n', 'netbsd');
    const [launch] = document.lines[0]?.launches ?? [];
    assert.ok(launch);
    assert.deepEqual(
      disable(0, launch, contextFor('netbsd')).map(({ title, after }) => [title, after]),
      [['Disable snmpd: set snmpd to NO', 'The file counts at the next boot; for now: /etc/rc.d/snmpd onestop.']],
    );
    assert.equal(about(0, contextFor('netbsd'), 0, 'UTC'), '**snmpd** is started at boot by this line, on NetBSD.');
  });
});

describe('rc.conf.local of OpenBSD', () => {
  it('takes NO for off, and all else for the flags of what is on', () => {
    assert.deepEqual(launches('lpd_flags=NO\nntpd_flags=\nsnmpd_flags="-v"\nportmap_flags=no\n', 'openbsd'), [
      'lpd:off:lpd',
      'ntpd:on:',
      'snmpd:on:snmpd',
      'portmap:on:portmap',
    ]);
  });

  it('takes each script of pkg_scripts for on', () => {
    assert.deepEqual(launches('pkg_scripts="messagebus cupsd snmpd"\n', 'openbsd'), ['messagebus:on:', 'cupsd:on:cups', 'snmpd:on:snmpd']);
    assert.deepEqual(launches('pkg_scripts=snmpd\n', 'openbsd'), ['snmpd:on:snmpd']);
  });

  it('is changed in its own way', () => {
    assert.equal(switched('lpd_flags=""\n', 'lpd', 'openbsd'), 'lpd_flags="NO"\n');
    assert.equal(switched('lpd_flags=\n', 'lpd', 'openbsd'), 'lpd_flags=NO\n');
    assert.equal(switched('lpd_flags=NO\n', 'lpd', 'openbsd'), 'lpd_flags=\n');
    assert.equal(switched('pkg_scripts="a snmpd b"\n', 'snmpd', 'openbsd'), 'pkg_scripts="a b"\n');
    assert.equal(switched('pkg_scripts="a snmpd"\n', 'snmpd', 'openbsd'), 'pkg_scripts="a"\n');
    assert.equal(switched('pkg_scripts=snmpd\n', 'snmpd', 'openbsd'), 'pkg_scripts=\n');
  });

  it('is known by its variables, also where the path leaves it open', () => {
    const dialect = (path: string, text: string) => identify({ path, text, sniff: true })?.dialects[0];
    assert.equal(dialect('/etc/rc.conf.local', 'lpd_flags=NO\n'), 'openbsd');
    assert.equal(dialect('/etc/rc.conf.local', 'lpd_enable="NO"\nlpd_flags="-l"\n'), 'freebsd');
    assert.equal(dialect('/etc/rc.conf', 'hostname="x"\n'), 'freebsd');
    assert.equal(dialect('', 'sshd_enable="YES"\nhostname="x"\n'), 'freebsd');
    assert.equal(dialect('', 'PATH=/bin\nMAILTO=x\n0 3 * * * x\n'), 'debian');
  });
});

describe('rc.conf: what is found', () => {
  const found = (text: string, path = '/etc/rc.conf'): string[] => {
    const choice = identify({ path, text, sniff: false });
    assert.ok(choice, path);
    return lint(path, text, choice, defaultSettings).findings.map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`);
  };

  it('is what stands in no other kind of file either', () => {
    assert.deepEqual(found('rwhod_enable="YES"\ncron_enable="NO"\nrpcbind_enable="YES"\nmoused_enable="YES"\n'), [
      'risky-daemon rwhod',
      'essential-off cron',
      'unneeded-daemon rpcbind',
    ]);
  });

  it('is nothing where another line turns it off again', () => {
    assert.deepEqual(found('rwhod_enable="YES"\nrwhod_enable="NO"\n'), ['rc-conf/overridden rwhod']);
  });

  it('is nothing in files of others with that name', () => {
    const openrc = 'rc_parallel="NO"\nrc_depend_strict="YES"\n#rc_sys=""\nunicode="YES"\n';
    assert.equal(identify({ path: '/etc/rc.conf', text: openrc, sniff: false }), undefined);
    assert.deepEqual(found('#rc_sys=""\nunicode="YES"\nclock="UTC"\n'), []);
    assert.equal(identify({ path: '/home/ann/.config/ranger/rc.conf', text: 'set x y\nmap q quit\n', sniff: false }), undefined);
  });
});

describe('rc.conf: any text', () => {
  const pieces = fc.constantFrom(
    'a_enable=',
    '"',
    "'",
    'YES',
    '\n',
    '\\',
    '$x',
    '#',
    ' ',
    '`',
    '(',
    ')',
    '{',
    '}',
    'if ',
    'fi',
    '<<E',
    'E',
    ';',
    '\r',
    '\u00a0',
    '=',
  );
  it('is tiled by its lines, and each word is where it says', () =>
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), fc.constantFrom('freebsd', 'openbsd', 'netbsd'), (parts, dialect) => {
        const text = parts.join('');
        const { document } = open(text, dialect);
        assert.equal(document.lines.map((line) => line.text).join(''), text);
        for (const line of document.lines)
          for (const token of line.tokens) assert.equal(line.text.slice(token.span.start, token.span.end), token.text);
      }),
      { numRuns: 500 },
    ));
});
