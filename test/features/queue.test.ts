/** The hourly run of the mail queue: where it is offered, with which line, and together with turning sendmail off. */
import assert from 'node:assert/strict';
import { type Action, actionsAt, applyEdits, safeEdits } from '../../core/src/index.js';
import { readAs } from '../support.js';

type Host = Readonly<Record<string, string>>;

const ROOT = '/var/spool/cron/root';
const LINKS = 'etc/rc.d/rc3.d.txt';
const link = (name: string) => `lrwxrwxrwx 1 root root 18 Jan 1 2000 ${name} -> ../init.d/${name.slice(3)}\n`;
const SENDMAIL = `/etc/rc.d/rc3.d:\n${link('S80sendmail')}`;
const OLD = '16 * * * * /usr/sbin/sendmail -q';
const NEW = '16 * * * * /usr/sbin/sendmail -L sm-msp-queue -Ac -q';
const asRoot = (line: string) => line.replace('* /', '* root /');

const insertions = (path: string, text: string, host?: Host): Action[] =>
  actionsAt(readAs(path, text, {}, host), { start: 0, end: 0 }).filter(({ type }) => type === 'insert');

/** The texts that the insertions make. */
const inserted = (path: string, text: string, host?: Host): string[] =>
  insertions(path, text, host).map(({ fix }) => applyEdits(text, fix.edits));

describe('inserting the queue run into a crontab', () => {
  it("has the article's line first, then that of newer sendmail", () => {
    assert.deepEqual(inserted(ROOT, '0 4 * * * /bin/x\n'), [`0 4 * * * /bin/x\n${OLD}\n`, `0 4 * * * /bin/x\n${NEW}\n`]);
    assert.deepEqual(
      insertions(ROOT, '0 4 * * * /bin/x\n').map(({ fix }) => [fix.safe, /sendmail before 8\.12|8\.12 and later/.exec(fix.title)?.[0]]),
      [
        [false, 'sendmail before 8.12'],
        [false, '8.12 and later'],
      ],
    );
  });

  it('has a user in the form of the system', () => {
    assert.equal(inserted('/etc/crontab', '0 4 * * * root /bin/x\n')[0], `0 4 * * * root /bin/x\n${asRoot(OLD)}\n`);
    assert.equal(inserted('/etc/cron.d/mail', '')[0], `${asRoot(OLD)}\n`);
    assert.equal(inserted('/etc/crontab', '0 4 * * * /bin/x\n')[0], `0 4 * * * /bin/x\n${OLD}\n`, 'the entries outvote the path');
  });

  it('makes a line that is read as a queue run, so that it is offered once only', () => {
    for (const [path, text] of [
      [ROOT, '0 4 * * * /bin/x\n'],
      ['/etc/crontab', '0 4 * * * root /bin/x\n'],
      ['/etc/crontab', '0 4 * * * root /bin/x\n', { 'chkconfig.txt': 'exim 0:off 1:off 2:on 3:on 4:on 5:on 6:off\n' }],
    ] as readonly (readonly [string, string, Host?])[])
      for (const made of inserted(path, text)) {
        const { findings, document } = readAs(path, made);
        assert.deepEqual([findings, document.lines.at(-1)?.type], [[], 'entry'], made);
        assert.deepEqual(inserted(path, made), [], made);
      }
  });

  it('is no part of a last line that ends in a backslash', () => {
    for (const end of ['\n', '']) {
      const path = '/h/etc/crontabs/root';
      const [made = ''] = inserted(path, `0 4 * * * /bin/x \\${end}`);
      const { lines } = readAs(path, made).document;
      assert.deepEqual([lines.length > 1, lines.at(-1)?.text], [true, `${OLD}\n`], made);
    }
  });

  it('goes behind the last entry, before what follows', () => {
    const text = 'MAILTO=""\n0 4 * * * /bin/x\n\n# the end\n';
    assert.equal(inserted(ROOT, text)[0], `MAILTO=""\n0 4 * * * /bin/x\n${OLD}\n\n# the end\n`);
    assert.equal(inserted(ROOT, '0 4 * * * /bin/x\n#0 5 * * * /bin/y\n# z\n')[0], `0 4 * * * /bin/x\n#0 5 * * * /bin/y\n${OLD}\n# z\n`);
    assert.equal(inserted(ROOT, '0 4 * * * /bin/x\nMAILTO=bob\n')[0], `0 4 * * * /bin/x\n${OLD}\nMAILTO=bob\n`);
  });

  it('goes to the end where there is no entry', () => {
    assert.equal(inserted(ROOT, '')[0], `${OLD}\n`);
    assert.equal(inserted(ROOT, '# nothing yet\nMAILTO=""\n')[0], `# nothing yet\nMAILTO=""\n${OLD}\n`);
    assert.equal(inserted(ROOT, '# nothing yet')[0], `# nothing yet\n${OLD}\n`);
  });

  it('keeps the line ends of the file', () => {
    assert.equal(inserted(ROOT, '0 4 * * * /bin/x\r\n# z\r\n')[0], `0 4 * * * /bin/x\r\n${OLD}\r\n# z\r\n`);
    assert.equal(inserted(ROOT, 'A=b\r\n0 4 * * * /bin/x')[0], `A=b\r\n0 4 * * * /bin/x\r\n${OLD}\r\n`);
  });

  it('gives the last entry the line end that it lacks', () =>
    assert.equal(inserted(ROOT, '0 4 * * * /bin/x')[0], `0 4 * * * /bin/x\n${OLD}\n`));

  it('is not offered where a queue run exists', () => {
    for (const command of [
      '/usr/sbin/sendmail -q',
      '/usr/lib/sendmail -q15m',
      'sendmail -Ac -q',
      'sendmail -L sm-msp-queue -Ac -q',
      '/usr/sbin/sendmail -Ac',
      '/usr/sbin/sendmail -bd -q1h',
      'exim -q',
      '/usr/sbin/exim4 -qff',
      'runq',
      '/usr/bin/runq -v',
      'postqueue -f',
      'cd / && /usr/sbin/sendmail -q >/dev/null 2>&1',
      'test -x /usr/sbin/exim && /usr/sbin/exim -q',
    ])
      assert.deepEqual(inserted(ROOT, `*/20 * * * * ${command}\n`), [], command);
    assert.deepEqual(inserted('/etc/crontab', '@hourly root runq\n'), []);
  });

  it('is offered where something only looks like one', () => {
    for (const line of [
      `#${OLD}`,
      '0 4 * * * /usr/sbin/sendmail -t',
      '0 4 * * * /usr/sbin/sendmail -bp',
      '0 4 * * * postqueue -p',
      '0 4 * * * /usr/sbin/sendmail ann; ls -q',
      '0 4 * * * mysendmail -q',
      '0 4 * * * cat%sendmail -q',
      '61 * * * * /usr/sbin/sendmail -q',
    ])
      assert.equal(inserted(ROOT, `${line}\n`).length, 2, line);
  });

  it('is not offered where another crontab of the host has one', () => {
    assert.deepEqual(inserted(ROOT, '', { 'etc/crontab': `${asRoot(OLD)}\n` }), []);
    assert.deepEqual(inserted('/etc/crontab', '', { 'etc/cron.d/mail': '*/5 * * * * root postqueue -f\n' }), []);
    assert.equal(inserted(ROOT, '', { 'etc/crontab': `#${asRoot(OLD)}\n` }).length, 2);
  });

  it('is not offered where postfix is on, for it runs its queue itself', () => {
    const row = (name: string, word: string) => `${name} 0:off 1:off 2:${word} 3:${word} 4:${word} 5:${word} 6:off\n`;
    assert.deepEqual(inserted(ROOT, '', { 'chkconfig.txt': row('postfix', 'on') }), []);
    assert.deepEqual(inserted(ROOT, '', { [LINKS]: `/etc/rc.d/rc3.d:\n${link('S80postfix')}` }), []);
    assert.deepEqual(inserted(ROOT, '@reboot /usr/sbin/postfix start\n'), [], 'in the file itself');
    assert.equal(inserted(ROOT, '', { 'chkconfig.txt': row('postfix', 'off') }).length, 2);
  });

  it("is exim's where exim is on", () => {
    const host = { [LINKS]: `/etc/rc.d/rc3.d:\n${link('S80exim4')}` };
    assert.deepEqual(inserted(ROOT, '', host), ['16 * * * * /usr/sbin/exim -q\n']);
    assert.deepEqual(inserted('/etc/crontab', '', host), ['16 * * * * root /usr/sbin/exim -q\n']);
    assert.equal(inserted(ROOT, '', { [LINKS]: `/etc/rc.d/rc3.d:\n${link('K80exim4')}` }).length, 2, 'off');
  });

  it('is not offered in a crontab of a user who is not root, nor in other kinds of file', () => {
    for (const path of ['/var/spool/cron/ann', '/var/spool/cron/crontabs/ann', '/var/cron/tabs/www', 'etc/crontabs/nobody'])
      assert.deepEqual(inserted(path, '0 4 * * * /bin/x\n'), [], path);
    for (const path of ['/var/spool/cron/crontabs/root', '/var/cron/tabs/root', '/tmp/crontab.aB3dE9', 'crontab'])
      assert.equal(inserted(path, '0 4 * * * /bin/x\n').length, 2, path);
    assert.deepEqual(inserted('/etc/inetd.conf', 'ftp stream tcp nowait root /x\n'), []);
    assert.deepEqual(inserted(LINKS, SENDMAIL), []);
  });

  it('is never in fix-all', () => assert.deepEqual(safeEdits(readAs(ROOT, '').findings).edits, []));
});

describe("turning sendmail's link off and running its queue from a crontab", () => {
  const AT = SENDMAIL.indexOf('S80');
  const switches = (host: Host, text = SENDMAIL, offset = AT, path = LINKS): Action[] =>
    actionsAt(readAs(path, text, {}, host), { start: offset, end: offset }).filter(({ fix }) =>
      fix.edits.some(({ file }) => file !== undefined),
    );
  const CRONTAB = { 'etc/crontab': 'SHELL=/bin/sh\n0 4 * * * root /bin/x\n# z\n' };

  it('edits both files', () => {
    const [first, second, ...more] = switches(CRONTAB);
    assert.deepEqual(more, []);
    for (const [action, line] of [
      [first, OLD],
      [second, NEW],
    ] as const) {
      const edits = action?.fix.edits ?? [];
      const here = edits.filter(({ file }) => file === undefined);
      const there = edits.filter(({ file }) => file !== undefined);
      assert.equal(applyEdits(SENDMAIL, here), SENDMAIL.replace('S80', 'K30'));
      assert.deepEqual([...new Set(there.map(({ file }) => file))], ['etc/crontab']);
      assert.equal(
        applyEdits(
          CRONTAB['etc/crontab'],
          there.map(({ span, text }) => ({ span, text })),
        ),
        `SHELL=/bin/sh\n0 4 * * * root /bin/x\n${asRoot(line)}\n# z\n`,
      );
    }
  });

  it('is a fix of the finding there, never a safe one', () => {
    const [first] = switches(CRONTAB);
    assert.deepEqual([first?.type, first?.finding?.subject, first?.fix.safe], ['fix', 'sendmail', false]);
    assert.match(first?.fix.title ?? '', /sendmail off here .* etc\/crontab/);
    assert.deepEqual(safeEdits(readAs(LINKS, SENDMAIL, {}, CRONTAB).findings).edits, []);
  });

  it('turns a row of chkconfig off as well', () => {
    const row = 'sendmail 0:off 1:off 2:on 3:on 4:on 5:on 6:off\n';
    const [first] = switches(CRONTAB, row, 3, 'chkconfig.txt');
    const here = first?.fix.edits.filter(({ file }) => file === undefined) ?? [];
    assert.equal(applyEdits(row, here), 'sendmail 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n');
  });

  it("chooses the system's crontab, then root's, then one of cron.d, and never another user's", () => {
    const system = '0 4 * * * root /bin/x\n';
    const user = '0 4 * * * /bin/x\n';
    const all = { 'var/spool/cron/ann': user, 'etc/cron.d/x': system, 'var/spool/cron/root': user, 'etc/crontab': system };
    const chosen = (host: Host) =>
      switches(host).flatMap(({ fix }) => fix.edits.flatMap(({ file, text }) => (file ? [`${file} ${text}`] : [])))[0];
    assert.equal(chosen(all), `etc/crontab ${asRoot(OLD)}\n`);
    const { 'etc/crontab': _system, ...second } = all;
    assert.equal(chosen(second), `var/spool/cron/root ${OLD}\n`);
    const { 'var/spool/cron/root': _root, ...third } = second;
    assert.equal(chosen(third), `etc/cron.d/x ${asRoot(OLD)}\n`);
    assert.equal(chosen({ 'var/spool/cron/ann': user }), undefined);
    assert.equal(chosen({ 'etc/inetd.conf': '' }), undefined);
  });

  it('is offered on the link of sendmail alone, and only while it is on', () => {
    const two = `/etc/rc.d/rc3.d:\n${link('S50snmpd')}${link('S80sendmail')}`;
    assert.equal(switches(CRONTAB, two, two.indexOf('S50')).length, 0);
    assert.equal(switches(CRONTAB, two, two.indexOf('S80')).length, 2);
    const off = SENDMAIL.replace('S80', 'K30');
    assert.equal(switches(CRONTAB, off).length, 0);
    assert.equal(switches(CRONTAB, SENDMAIL.replace('lrwx', '#lrwx'), AT + 1).length, 0);
  });

  it('is not offered where nothing needs it: a queue run in the host, or postfix', () => {
    assert.equal(switches({ ...CRONTAB, 'var/spool/cron/root': `${OLD}\n` }).length, 0);
    assert.equal(switches({ 'etc/crontab': `${asRoot(OLD)}\n` }).length, 0);
    assert.equal(switches({ ...CRONTAB, 'rc5.d.txt': `/etc/rc.d/rc5.d:\n${link('S80postfix')}` }).length, 0);
    assert.equal(switches(CRONTAB, SENDMAIL + link('S81postfix')).length, 0, 'postfix in the listing itself');
  });

  it("has exim's line where exim is on", () => {
    const [first, ...more] = switches(CRONTAB, SENDMAIL + link('S81exim'));
    assert.deepEqual([first?.fix.edits.at(-1)?.text, more], ['16 * * * * root /usr/sbin/exim -q\n', []]);
  });

  it('is not offered in a crontab that starts the daemon', () => {
    const text = '@reboot root /usr/sbin/sendmail -bd\n';
    assert.deepEqual(switches({ 'etc/crontab': '' }, text, 15, 'etc/cron.d/mail'), []);
  });
});
