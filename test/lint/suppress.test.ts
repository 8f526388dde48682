/** What silences a finding: keep, ignore and ignore-file, in comments and in settings, and what does not. */
import assert from 'node:assert/strict';
import { renamedIn } from '../../core/src/catalog.js';
import { applyEdits, type RuleMeta, rules } from '../../core/src/index.js';
import { defaultSettings, type Ignored, type Settings } from '../../core/src/lint/settings.js';
import { directivesIn, silencer } from '../../core/src/lint/suppress.js';
import { briefly, readAs } from '../support.js';

const TELNET = 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n';
const RSTATD = 'rstatd/1-3 dgram rpc/udp wait nobody /usr/sbin/rpc.rstatd rpc.rstatd\n';
const FINGER = 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n';
const SSH = 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n';
const INETD = '/etc/inetd.conf';
const LINKS = 'rc3.d.txt';
const link = (name: string) => `lrwxrwxrwx 1 root root 16 Jan 1 2000 ${name} -> ../init.d/${name.slice(3)}\n`;

/** What is found, apart from what is said of the comments themselves. */
const found = (path: string, text: string, keep: readonly string[] = []) =>
  briefly(readAs(path, text, { keep })).filter((one) => !/^(?:ignore-reason|unused-ignore)@/.test(one));

describe('keep', () => {
  /** Names that a person may use for what a file starts: path, text, names that keep it, names that do not. */
  const cases: readonly (readonly [path: string, text: string, names: readonly string[], others: readonly string[]])[] = [
    [INETD, TELNET, ['telnet', '23', 'in.telnetd', 'Telnet', 'telnet.socket'], ['ftp', 'tcpd', 'login', 'tel', 'root']],
    [INETD, RSTATD, ['rstatd', 'rpc.rstatd', '100001', 'rstat'], ['rusersd', 'rwalld']],
    [INETD, FINGER, ['finger', '79', 'in.fingerd'], ['telnet', 'systat']],
    [LINKS, link('S50snmpd'), ['snmpd', '/usr/sbin/snmpd', 'snmpd.service'], ['snmp-traps', 'atd']],
    [LINKS, link('S60rstatd'), ['rstatd', 'rpc.rstatd'], ['rusersd']],
    ['/etc/cron.d/x', '0 4 * * * root echo x | at now\n', ['atd', 'at', 'batch'], ['crond', 'echo']],
    ['chkconfig.txt', 'inet 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n', ['inetd', 'inet'], ['network']],
  ];
  for (const [path, text, names, others] of cases) {
    it(`by name, alias or the same thing elsewhere silences ${text.split(/\s/, 1)[0]} in ${path}`, () => {
      assert.equal(found(path, text).length > 0, true);
      for (const name of names) {
        assert.deepEqual(found(path, `# daemonlint: keep ${name}\n${text}`), [], `comment: ${name}`);
        assert.deepEqual(found(path, text, [name]), [], `setting: ${name}`);
      }
    });
    it(`of something else does not silence ${text.split(/\s/, 1)[0]} in ${path}`, () => {
      const loud = found(path, text);
      for (const name of others) assert.deepEqual(found(path, text, [name]), loud, name);
    });
  }

  it('reaches from an inetd service to the daemon that is the same, and back', () => {
    assert.deepEqual(found(LINKS, link('S80sendmail'), ['smtp']), []);
    assert.deepEqual(found(INETD, 'nntp stream tcp nowait news /usr/sbin/in.nntpd in.nntpd\n', ['innd']), []);
  });

  it('takes several names, with blanks or commas between them', () => {
    for (const names of ['telnet finger rstatd', 'telnet, finger,rstatd', 'telnet\tfinger   rstatd  '])
      assert.deepEqual(found(INETD, `# daemonlint: keep ${names}\n${TELNET}${FINGER}${RSTATD}`), [], names);
  });

  it('holds for the whole file, above and below its comment', () =>
    assert.deepEqual(found(INETD, `${TELNET}# daemonlint: keep telnet\n${TELNET.replace('telnet', '127.0.0.1:telnet')}`), []));

  it('silences what is about its subject alone', () => {
    assert.deepEqual(found(INETD, `# daemonlint: keep telnet\n${TELNET}${FINGER}`), ['risky-daemon@3']);
    // A syntax error has no subject.
    assert.deepEqual(found('/etc/crontab', '# daemonlint: keep atd\n61 * * * * root at now\n'), ['crontab/syntax@2']);
  });

  it('counts only in column 1, on a line of its own', () => {
    for (const line of [
      '## daemonlint: keep telnet',
      '# keep telnet',
      '#daemonlint keep telnet',
      '# DAEMONLINT: keep telnet',
      '# see: daemonlint: keep telnet',
    ])
      assert.deepEqual(found(INETD, `${line}\n${TELNET}`), ['cleartext-login@2'], line);
    assert.deepEqual(found(INETD, ` # daemonlint: keep telnet\n${TELNET}`), ['inetd/indented-comment@1', 'cleartext-login@2']);
    assert.deepEqual(found(INETD, `${TELNET.trimEnd()} # daemonlint: keep telnet\n`), ['cleartext-login@1', 'inetd/trailing-comment@1']);
    assert.deepEqual(found('/etc/cron.d/x', '0 4 * * * root at now # daemonlint: keep at\n'), ['risky-daemon@1']);
    assert.deepEqual(found('/etc/cron.d/x', ' # daemonlint: keep at\n0 4 * * * root at now\n'), ['risky-daemon@2']);
  });

  it('works with CRLF and as the last line without its end', () => {
    const dos = found(INETD, `# daemonlint: keep telnet\r\n${TELNET.replace('\n', '\r\n')}`);
    assert.deepEqual(
      dos.filter((finding) => !finding.startsWith('inetd/carriage-return')),
      [],
    );
    assert.deepEqual(found(INETD, `${TELNET}#daemonlint:keep telnet`), []);
  });
});

describe('ignore', () => {
  const ABOVE = '# daemonlint: ignore[risky-daemon]: the lab needs it\n';

  it('silences its rules on the line below, and there alone', () => {
    assert.deepEqual(found(INETD, `${ABOVE}${FINGER}`), []);
    assert.deepEqual(found(INETD, `${ABOVE}${FINGER}${RSTATD}`), ['risky-daemon@3']);
    assert.deepEqual(found(INETD, `${RSTATD}${ABOVE}${FINGER}`), ['risky-daemon@1']);
    assert.deepEqual(found(INETD, `${FINGER}${ABOVE}`), ['risky-daemon@1']);
    assert.deepEqual(found(INETD, `${ABOVE}\n${FINGER}`), ['risky-daemon@3'], 'a blank line is a line');
    assert.deepEqual(found(INETD, `${ABOVE}# finger\n${FINGER}`), ['risky-daemon@3'], 'a plain comment is a line');
  });

  it('reaches past further comments to daemonlint', () => {
    const more = '# daemonlint: keep telnet\n# daemonlint: ignore[cleartext-login]\n';
    assert.deepEqual(found(INETD, `${ABOVE}${more}${FINGER}`), []);
    assert.deepEqual(found(INETD, `${ABOVE}${more}`), []);
  });

  it('covers an entry with all its physical lines', () =>
    assert.deepEqual(found(INETD, '# daemonlint: ignore[inetd/runs-as-root]\nfinger stream tcp nowait\n root /usr/sbin/in.fingerd\n'), [
      'risky-daemon@2',
    ]));

  it('needs the id of the rule, and no other will do', () => {
    for (const id of ['cleartext-login', 'risky', 'risky-daemons', 'Risky-Daemon', '*', 'all', 'finger', 'inetd/risky-daemon', ''])
      assert.equal(found(INETD, `# daemonlint: ignore[${id}]: x\n${FINGER}`).includes('risky-daemon@2'), true, id);
  });

  it('takes several ids, and a reason or none', () => {
    for (const said of [
      'ignore[cleartext-login,risky-daemon]: x',
      'ignore[ risky-daemon ]',
      'ignore[directive essential-off risky-daemon]:',
      'ignore[risky-daemon] : y',
    ])
      assert.deepEqual(found(INETD, `#daemonlint: ${said}\n${FINGER}`), [], said);
  });

  it('counts only in column 1', () => assert.deepEqual(found('/etc/cron.d/x', ` ${ABOVE}0 4 * * * root at now\n`), ['risky-daemon@2']));

  it('of the file silences its rules everywhere, wherever it stands', () => {
    const file = '# daemonlint: ignore-file[risky-daemon]: a museum\n';
    assert.deepEqual(found(INETD, `${FINGER}${RSTATD}${file}`), []);
    assert.deepEqual(found(INETD, `${file}${FINGER}${TELNET}`), ['cleartext-login@3']);
    assert.deepEqual(found(INETD, ` ${file}${FINGER}`).includes('risky-daemon@2'), true);
  });

  it('silences syntax errors too', () => {
    assert.deepEqual(found('/etc/crontab', '# daemonlint: ignore[crontab/syntax]: read by our own scheduler\n61 x\n'), []);
    assert.deepEqual(found('/etc/crontab', '61 x\n'), ['crontab/syntax@1']);
  });

  it('stops the fix with the finding', () => {
    const reading = readAs(INETD, `${ABOVE}${FINGER}`);
    assert.deepEqual(
      reading.findings.flatMap(({ fixes }) => fixes),
      [],
    );
  });
});

describe('an ignore', () => {
  const about = (path: string, text: string, settings: Partial<Settings> = {}) => {
    const { findings } = readAs(path, text, settings);
    return findings.filter(({ rule }) => rule === 'unused-ignore' || rule === 'ignore-reason');
  };
  const fixed = (text: string): string => {
    const [finding] = about(INETD, text);
    return applyEdits(text, finding?.fixes[0]?.edits ?? []);
  };

  it('of what nobody says is found, and can be deleted', () => {
    assert.equal(fixed(`${FINGER}# daemonlint: ignore[risky-daemon]: x\r\n#${FINGER}`), `${FINGER}#${FINGER}`);
    assert.equal(fixed(`${FINGER}# daemonlint: ignore[risky-daemon]: x`), FINGER);
    assert.equal(fixed('# daemonlint: ignore-file[cleartext-login, inetd/syntax]: x\n'), '');
  });

  it('of several rules loses those alone that say nothing', () =>
    assert.equal(
      fixed(`# daemonlint:  ignore[cleartext-login,risky-daemon inetd/syntax] : x\n${FINGER}`),
      `# daemonlint:  ignore[risky-daemon] : x\n${FINGER}`,
    ));

  it('of what is switched off, of no rule, or of what keep silences as well is left alone', () => {
    const text = `# daemonlint: ignore[cleartext-login]: x\n${FINGER}`;
    assert.equal(about(INETD, text).length, 1);
    assert.deepEqual(about(INETD, text, { severity: { 'cleartext-login': 'off' } }), []);
    assert.deepEqual(about(INETD, `# daemonlint: ignore[clear]: x\n${FINGER}`), []);
    assert.deepEqual(about(INETD, `# daemonlint: ignore[risky-daemon]: x\n${FINGER}`, { keep: ['finger'] }), []);
  });

  it('can be ignored itself', () =>
    assert.deepEqual(
      about(INETD, `# daemonlint: ignore-file[unused-ignore]: generated\n# daemonlint: ignore[inetd/syntax]: x\n${SSH}`),
      [],
    ));

  it('is not told of where the rule has more to say to others than to who reads now', () => {
    const text = `# daemonlint: ignore-file[crontab/portability]: one system\n0 4 * * * root true\n`;
    const told = (['regular', 'auditor'] as const).map((audience) => about('/etc/crontab', text, { audience }).length);
    assert.deepEqual(told, [0, 1]);
  });

  it('by a former name of a rule is one of the rule, and one of the settings by path and subject', () => {
    const renamed = renamedIn([{ ...rules[0], id: 'risky-daemon', formerly: ['bad-daemon'] } as RuleMeta]);
    assert.deepEqual(renamed, { 'bad-daemon': 'risky-daemon' });
    const finding = readAs(INETD, FINGER).findings[0];
    const { document } = readAs(INETD, `# daemonlint: ignore-file[bad-daemon]: x\n${FINGER}`);
    assert.ok(finding && silencer(document, directivesIn(document), { keep: [] }, INETD, renamed).silenceOf(finding));
    const by = (ignore: Partial<Ignored>) =>
      readAs(INETD, FINGER, { ignore: [{ covers: (path) => path === INETD, ...ignore }] }).findings.length;
    assert.deepEqual(
      [by({}), by({ rule: 'risky-daemon' }), by({ subject: 'fingerd' }), by({ rule: 'risky-daemon', subject: '79' })],
      [0, 0, 0, 0],
    );
    assert.deepEqual([by({ rule: 'inetd/syntax' }), by({ subject: 'telnet' }), by({ covers: () => false })], [1, 1, 1]);
  });
});

describe('comments to daemonlint in listings', () => {
  const LISTING = `/etc/rc.d/rc3.d:\n${link('S50snmpd')}${link('S40atd')}`;

  it('keep', () => {
    assert.deepEqual(found(LINKS, LISTING), ['risky-daemon@2', 'risky-daemon@3']);
    assert.deepEqual(found(LINKS, `# daemonlint: keep snmpd\n${LISTING}`), ['risky-daemon@4']);
    assert.deepEqual(found('chkconfig.txt', '# daemonlint: keep atd\natd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n'), []);
  });

  it('ignore', () => {
    const [head, ...rest] = LISTING.split(/(?<=\n)/);
    assert.deepEqual(found(LINKS, [head, '# daemonlint: ignore[risky-daemon]\n', ...rest].join('')), ['risky-daemon@4']);
    assert.deepEqual(found(LINKS, `${LISTING}# daemonlint: ignore-file[risky-daemon]\n`), []);
  });

  it('do not end the block they stand in', () =>
    assert.deepEqual(found(LINKS, `/etc/rc.d/rc3.d:\n# daemonlint: keep snmpd\n${link('K70syslog')}`), ['essential-off@3']));
});

describe('severity by setting', () => {
  it('replaces that of the rule, also where the finding has one of its own', () => {
    const severities = (severity: Readonly<Record<string, 'error' | 'off'>>) =>
      readAs(INETD, `127.0.0.1:${FINGER}`, { severity }).findings.map(({ rule, severity: said }) => `${rule} ${said}`);
    assert.deepEqual(severities({}), ['risky-daemon info']);
    assert.deepEqual(severities({ 'risky-daemon': 'error' }), ['risky-daemon error']);
    assert.deepEqual(severities({ 'risky-daemon': 'off' }), []);
    assert.deepEqual(severities({ 'cleartext-login': 'off' }), ['risky-daemon info']);
  });

  it('is none by default', () => assert.deepEqual([defaultSettings.severity, defaultSettings.keep], [{}, []]));
});

describe('the rule directive', () => {
  const messages = (line: string, path = INETD) =>
    readAs(path, `${line}\n`)
      .findings.filter(({ rule }) => rule === 'directive')
      .map(({ message }) => message);

  for (const line of [
    'keep telnet',
    'keep telnet, at 111',
    'kind=inetd',
    'form=inetd dialect=freebsd',
    'ignore[risky-daemon]',
    'ignore[crontab/syntax,risky-daemon]: why',
    'ignore-file[super-server]: why',
  ])
    it(`lets pass: ${line}`, () => assert.deepEqual(messages(`# daemonlint: ${line}`), []));

  const faults: Readonly<Record<string, RegExp>> = {
    'keep telnot': /knows no daemon or service named telnot:/,
    'keep telnet nosuch other': /named nosuch, other:/,
    'from=system': /does not know the key “from”/,
    'form=user colour=red': /does not know the key “colour”/,
    'ignore[]': /Name the rules/,
    'ignore-file[ ]: x': /Name the rules/,
    'ignore risky-daemon': /does not know “ignore risky-daemon”/,
    'ignore(risky-daemon)': /does not know “ignore/,
    keep: /does not know “keep”/,
    'form = system': /does not know “form = system”/,
    'shut up': /does not know “shut up”/,
    '': /tells daemonlint nothing/,
  };
  for (const [line, expected] of Object.entries(faults))
    it(`finds: ${line || 'nothing said'}`, () => {
      const [message, ...more] = messages(`# daemonlint: ${line}`);
      assert.match(message ?? '', expected);
      assert.deepEqual(more, []);
    });

  it('points at what was said, not at the mark', () => {
    const text = '# daemonlint: shut up  \r\n';
    const [finding] = readAs(INETD, text).findings;
    assert.equal(finding && text.slice(finding.span.start, finding.span.end), 'shut up');
    const two = '# daemonlint: form=inetd colour=red\n';
    const [second] = readAs(INETD, two).findings;
    assert.equal(second && two.slice(second.span.start, second.span.end), 'colour=red');
    const [empty] = readAs(INETD, '# daemonlint: \n').findings;
    assert.deepEqual(empty?.span, { start: 0, end: 13 }, 'all of it where nothing was said');
  });

  it('speaks in every kind', () => {
    for (const path of [INETD, '/etc/crontab', LINKS]) assert.equal(messages('# daemonlint: hush', path).length, 1, path);
  });

  it('says nothing of comments that are not to daemonlint', () => {
    for (const line of [' # daemonlint: hush', '## daemonlint: hush', '# daemonlint is a linter', '# Daemonlint: hush'])
      assert.deepEqual(messages(line, '/etc/crontab'), [], line);
  });
});
