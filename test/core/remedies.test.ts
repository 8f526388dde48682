// Slips that the daemon refuses: the fix writes what was meant, whatever the line ends, and nothing else.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type Finding } from '../../core/src/index.js';
import { readAs } from '../support.js';

const found = (path: string, text: string, rule: string): readonly Finding[] =>
  readAs(path, text).findings.filter((finding) => finding.rule === rule);

/** The text as each fix of the rule's first finding leaves it. */
const mended = (path: string, text: string, rule: string): string[] => {
  const [first] = found(path, text, rule);
  assert.ok(first, `${rule} says nothing of ${text}`);
  return first.fixes.map(({ edits, safe }) => {
    assert.equal(safe, false, 'a guess is no safe fix');
    return applyEdits(text, edits);
  });
};

/** `word` with two neighbours swapped, or with a character lost, or another case: slips that leave it recognizable. */
const slips = (word: string): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.nat(word.length - 2).map((at) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)),
      fc.constant(word.toUpperCase()),
      ...(word.length > 4 ? [fc.nat(word.length - 1).map((at) => word.slice(0, at) + word.slice(at + 1))] : []),
    )
    .filter((slip) => slip !== word);

const property = (words: readonly string[], textOf: (word: string) => string, path: string, rule: string): void =>
  fc.assert(
    fc.property(
      fc.constantFrom(...words).chain((word) => slips(word).map((slip) => [word, slip] as const)),
      fc.constantFrom('\n', '\r\n'),
      ([word, slip], lineEnd) => {
        const ended = (text: string) => text.replaceAll('\n', lineEnd);
        assert.deepEqual(mended(path, ended(textOf(slip)), rule), [ended(textOf(word))]);
      },
    ),
    { numRuns: 300 },
  );

describe('what was meant by a slip', () => {
  it('is written in the socket type and the protocol of inetd.conf', () => {
    const entry = (socket: string, protocol: string) => `ftp ${socket} ${protocol} nowait root /usr/sbin/in.ftpd in.ftpd\n`;
    property(['stream'], (word) => entry(word, 'tcp'), '/etc/inetd.conf', 'inetd/syntax');
    property(['dgram'], (word) => entry(word, 'udp').replace('nowait', 'wait'), '/etc/inetd.conf', 'inetd/syntax');
    assert.deepEqual(mended('/etc/inetd.conf', entry('stream', 'tpc'), 'inetd/syntax'), [entry('stream', 'tcp')]);
    assert.deepEqual(mended('/etc/inetd.conf', entry('stream', 'TCP6'), 'inetd/syntax'), [entry('stream', 'tcp6')]);
    assert.deepEqual(mended('/etc/inetd.conf', entry('pipe', 'tcp'), 'inetd/syntax'), []);
    assert.deepEqual(mended('/etc/inetd.conf', entry('stream', 'ipx'), 'inetd/syntax'), []);
  });

  it('is written in the action of an inittab, as its init knows it', () => {
    const sysv = (action: string) => `id:2:initdefault:\n1:2345:${action}:/sbin/getty 38400 tty1\n`;
    // Of what differs in its case alone this init takes any.
    fc.assert(
      fc.property(
        fc.constantFrom('respawn', 'powerfail', 'ctrlaltdel').chain((word) => slips(word).map((slip) => [word, slip] as const)),
        ([word, slip]) => {
          if (slip.toLowerCase() === word) assert.deepEqual(found('/etc/inittab', sysv(slip), 'inittab/syntax'), []);
          else assert.deepEqual(mended('/etc/inittab', sysv(slip), 'inittab/syntax'), [sysv(word)]);
        },
      ),
    );
    const busybox = (action: string) => `::sysinit:/etc/init.d/rcS\ntty1::${action}:/sbin/getty 38400 tty1\n`;
    property(['respawn', 'askfirst'], busybox, '/etc/inittab', 'inittab/syntax');
    const [strange] = found('/etc/inittab', busybox('again'), 'inittab/syntax');
    assert.deepEqual(strange?.fixes, []);
    assert.match(strange?.message ?? '', /which knows sysinit, wait, once, respawn,/);
  });

  it('is written for the keyword before a block of xinetd', () => {
    const block = (word: string) =>
      `${word} telnet\n{\n\tsocket_type = stream\n\twait = no\n\tuser = root\n\tserver = /usr/sbin/in.telnetd\n}\n`;
    fc.assert(
      fc.property(slips('service'), (slip) => {
        if (slip.toLowerCase() === 'service') assert.deepEqual(found('/etc/xinetd.d/telnet', block(slip), 'xinetd/syntax'), []);
        else assert.deepEqual(mended('/etc/xinetd.d/telnet', block(slip), 'xinetd/syntax'), [block('service')]);
      }),
    );
  });
});

describe('the marks of a block of xinetd', () => {
  const rest = ['\tsocket_type = stream', '\twait = no', '\tuser = root', '\tserver = /usr/sbin/in.telnetd'];
  const whole = (...lines: readonly string[]) => ['service telnet', '{', ...rest, ...lines, '}', ''].join('\n');
  const fixed = (text: string) => mended('/etc/xinetd.d/telnet', text, 'xinetd/syntax');

  it('go on lines of their own, whatever stands beside them and however lines end', () => {
    for (const lineEnd of ['\n', '\r\n']) {
      const ended = (text: string) => text.replaceAll('\n', lineEnd);
      for (const head of ['service telnet {', 'service telnet{', 'service telnet \t{ ']) {
        // A name with the mark at its end is a name to xinetd, and nothing tells that none is meant.
        const text = ended(whole().replace('service telnet\n{', head));
        assert.deepEqual(fixed(text), [ended(whole())], head);
      }
      assert.deepEqual(fixed(ended(whole().replace('\n{\n\tsocket', ' { socket'))), [ended(whole())]);
    }
  });

  it('are put where one is missing: at the end, or above the next service', () => {
    assert.deepEqual(fixed(whole().replace(/\}\n$/, '')), [whole()]);
    assert.deepEqual(fixed(whole().replace(/\n\}\n$/, '')), [whole()]);
    const second = 'service own\n{\n\tdisable = yes\n}\n';
    assert.deepEqual(fixed(whole().replace(/\}\n$/, second)), [whole() + second]);
    const off = whole('\tdisable = yes');
    assert.deepEqual(fixed(off.replace(/\}\n$/, second)), [off + second]);
  });

  it('are taken away where one is too much, with its line', () => {
    assert.deepEqual(fixed(`${whole()}}\n# end\n`), [`${whole()}# end\n`]);
    assert.deepEqual(fixed(`${whole()}  }`), [whole()]);
  });
});

describe('addresses of xinetd', () => {
  const block = (from: string) =>
    `service nrpe\n{\n\tport = 5666\n\tsocket_type = stream\n\twait = no\n\tuser = nagios\n\tserver = /x\n\tonly_from = ${from}\n}\n`;
  const fixed = (from: string) => mended('/etc/xinetd.d/nrpe', block(from), 'xinetd/syntax');
  it('are written with blanks between them, whatever the commas', () => {
    for (const said of ['127.0.0.1, 10.0.0.5', '127.0.0.1,10.0.0.5', '127.0.0.1 ,10.0.0.5,'])
      assert.deepEqual(fixed(said), [block('127.0.0.1 10.0.0.5')], said);
    assert.deepEqual(fixed('10.0.0.{1,2} 127.0.0.1,::1'), [block('10.0.0.{1,2} 127.0.0.1 ::1')]);
  });
});

describe('an attribute of xinetd', () => {
  const rest = '\tsocket_type = stream\n\twait = no\n\tuser = root\n\tserver = /usr/sbin/in.telnetd\n';
  const whole = (line: string) => `service telnet\n{\n${rest}\t${line}\n}\n`;

  it('gets blanks around its operator', () => {
    for (const [said, meant] of [
      ['disable=yes', 'disable = yes'],
      ['disable= yes', 'disable = yes'],
      ['only_from+=10.0.0.1', 'only_from += 10.0.0.1'],
    ] as const)
      assert.deepEqual(mended('/etc/xinetd.d/telnet', whole(said), 'xinetd/syntax'), [whole(meant)]);
    assert.deepEqual(mended('/etc/xinetd.d/telnet', whole('=yes'), 'xinetd/syntax'), []);
    assert.deepEqual(mended('/etc/xinetd.d/telnet', whole('disable'), 'xinetd/syntax'), []);
  });

  it('is not given another name whose values it does not have', () => {
    const keep = '# daemonlint: keep telnet\n';
    assert.deepEqual(mended('/etc/xinetd.d/telnet', keep + whole('disabled = telnet'), 'xinetd/unknown-attribute'), []);
    assert.deepEqual(mended('/etc/xinetd.d/telnet', keep + whole('disabled = yes'), 'xinetd/unknown-attribute'), [
      keep + whole('disable = yes'),
    ]);
    // Nor in a block that xinetd drops, which is a service all the same.
    const broken = (line: string) => `service telnet\n{\n\tuser = nobody\n\t${line}\n`;
    assert.deepEqual(mended('/etc/xinetd.d/telnet', broken('disabled = telnet'), 'xinetd/unknown-attribute'), []);
    assert.deepEqual(mended('/etc/xinetd.d/telnet', broken('disabled = yes'), 'xinetd/unknown-attribute'), [broken('disable = yes')]);
  });

  it('is not set a second time by the operator that it knows', () => {
    const text = whole('instances = 3\n\tinstances += 5');
    assert.deepEqual(mended('/etc/xinetd.d/telnet', `# daemonlint: keep telnet\n${text}`, 'xinetd/ignored-setting'), []);
  });
});

describe('an assignment of rc.conf', () => {
  const fixed = (text: string) => mended('/etc/rc.conf', text, 'rc-conf/syntax');

  it('loses the blanks around its equals sign, and nothing else', () => {
    assert.deepEqual(fixed('  sshd_enable \t= "YES" # for us\r\n'), ['  sshd_enable="YES" # for us\r\n']);
    assert.deepEqual(fixed('sshd_enable= YES\n'), ['sshd_enable=YES\n']);
  });

  it('gets the quotes of a shell, where what stands between them is plain', () => {
    assert.deepEqual(fixed('sshd_enable=“YES” # on\n'), ['sshd_enable="YES" # on\n']);
    assert.deepEqual(fixed('sshd_enable=‘YES’\n'), ["sshd_enable='YES'\n"]);
    assert.deepEqual(fixed('hostname=“a$b”\n'), []);
    const [told] = found('/etc/rc.conf', 'ppp_password=“hunter2”\n', 'rc-conf/syntax');
    assert.deepEqual(
      told?.fixes.map(({ title }) => title),
      ['Write " at both ends'],
      'without the secret',
    );
  });

  it('is written as the system of the file reads it', () => {
    const fixedFor = (text: string) => mended('/etc/rc.conf.local', text, 'rc-conf/other-system');
    assert.deepEqual(fixedFor('pkg_scripts=messagebus\nntpd_enable="NO"\n'), ['pkg_scripts=messagebus\nntpd_flags="NO"\n']);
    assert.deepEqual(fixedFor('pkg_scripts=messagebus\nntpd_enable=-g\n'), []);
    assert.deepEqual(mended('/etc/rc.conf', 'rc_configured=YES\nntpd_enable="NO"\n', 'rc-conf/other-system'), [
      'rc_configured=YES\nntpd="NO"\n',
    ]);
  });

  it('goes with all of its lines where a later one counts', () => {
    const text = 'names="a \\\n  b"\nsshd_enable="YES"\nnames="c"\n';
    assert.deepEqual(mended('/etc/rc.conf', text, 'rc-conf/overridden'), ['sshd_enable="YES"\nnames="c"\n']);
  });
});

describe('an id of an inittab that is taken', () => {
  const fixed = (text: string) => mended('/etc/inittab', text, 'inittab/duplicate-id');
  const text = (...ids: readonly string[]) =>
    `id:2:initdefault:\n${ids.map((id, at) => `${id}:23:respawn:/sbin/getty 38400 tty${at + 1}\n`).join('')}`;

  it('gives way to that of the terminal, or to one that nobody has', () => {
    assert.deepEqual(fixed(text('1', '1')), [text('1', '2')]);
    assert.deepEqual(fixed(text('2', '2')), [text('2', '20')]);
    const plain = 'id:2:initdefault:\nabcd:2:once:/opt/a\nabcd:2:once:/opt/b\n';
    assert.deepEqual(fixed(plain), [plain.replace(/abcd(?=.*b\n)/, 'abc0')]);
  });
});

describe('a comment to daemonlint', () => {
  const fixesOf = (said: string) =>
    found('/etc/inetd.conf', `# daemonlint: ${said}\n`, 'directive').flatMap(({ fixes }) =>
      fixes.map(({ edits }) => applyEdits(`# daemonlint: ${said}\n`, edits).slice('# daemonlint: '.length, -1)),
    );

  it('gets the nearest name for each word that means nothing', () => {
    assert.deepEqual(fixesOf('keep telnet, shel'), ['keep telnet, shell']);
    assert.deepEqual(fixesOf('keep telnet, telne'), ['keep telnet, telnet'], 'not the first letters of another word');
    assert.deepEqual(fixesOf('ignore[risky-deamon, inetd/sintax]: lab'), [
      'ignore[risky-daemon, inetd/sintax]: lab',
      'ignore[risky-deamon, inetd/syntax]: lab',
    ]);
    assert.deepEqual(fixesOf('kind=inetd dialect=freebds'), ['kind=inetd dialect=freebsd']);
    assert.deepEqual(fixesOf('from=qqqqqqqq'), ['form=qqqqqqqq']);
    assert.deepEqual(fixesOf('shut up'), []);
    assert.deepEqual(fixesOf('keep qqqqqqqqqqqq'), []);
  });
});

describe('a setting of anacron', () => {
  const fixed = (setting: string) => mended('/etc/anacrontab', `${setting}\n1 5 x /opt/x\n`, 'crontab/anacron-setting');

  it('loses the blanks and quotes that it cannot have, where a value is left that it can', () => {
    assert.deepEqual(fixed('START_HOURS_RANGE="3-22"'), ['START_HOURS_RANGE=3-22\n1 5 x /opt/x\n']);
    assert.deepEqual(fixed('START_HOURS_RANGE="22-3"'), []);
    assert.deepEqual(fixed('RANDOM_DELAY=soon'), []);
  });
});
