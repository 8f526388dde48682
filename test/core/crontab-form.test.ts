/** Which paths hold crontabs, which form they say, and when the entries themselves outvote them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formOf } from '../../core/src/kinds/crontab/reading/commented.js';
import { crontab, identify } from './crontab-support.js';

const DEBIAN_CRONIE = ['debian', 'cronie'];

/** Path to form and, where the path tells, dialects. */
const places: Readonly<Record<string, readonly [form: string, dialects?: readonly string[]]>> = {
  '/etc/crontab': ['system', DEBIAN_CRONIE],
  'host/etc/crontab': ['system', DEBIAN_CRONIE],
  'etc/crontab.j2': ['system', DEBIAN_CRONIE],
  '/etc/cron.d/backup': ['system', DEBIAN_CRONIE],
  '/etc/cron.d/e2scrub_all': ['system', DEBIAN_CRONIE],
  'roles/web/files/cron.d/certbot': ['system', DEBIAN_CRONIE],
  'templates/etc/cron.d/backup.j2': ['system', DEBIAN_CRONIE],
  'modules/x/templates/cron.d/logs.erb': ['system', DEBIAN_CRONIE],
  'modules/x/templates/cron.d/logs.epp': ['system', DEBIAN_CRONIE],
  'cron.d/logs.tmpl': ['system', DEBIAN_CRONIE],
  '/etc/cron.d/root': ['system', DEBIAN_CRONIE],
  'modules/trim/cron.d/root': ['user'],
  '/var/spool/cron/crontabs/ann': ['user'],
  '/var/spool/cron/tabs/ann': ['user', ['cronie']],
  '/var/spool/cron/root': ['user', ['cronie']],
  '/usr/lib/spool/cron/crontabs/adm': ['user'],
  '/var/cron/tabs/root': ['user', ['freebsd', 'openbsd']],
  '/private/var/at/tabs/ann': ['user', ['freebsd']],
  '/usr/lib/cron/tabs/ann': ['user', ['freebsd']],
  '/etc/crontabs/root': ['user', ['busybox']],
  'openwrt-23.05/package/files/etc/crontabs/root': ['user', ['busybox']],
  'OpenWRT/files/crontabs/root': ['user', ['busybox']],
  'busybox/rootfs/var/spool/cron/crontabs/root': ['user', ['busybox']],
  'files/crontabs/ann': ['user'],
  // What `crontab -e` opens: Vixie and cronie; Debian; macOS; a name of digits and letters as mkstemp draws them.
  '/tmp/crontab.aB3dE9': ['user'],
  '/tmp/crontab.1aBcDe': ['user'],
  '/tmp/crontab.9zzzzz': ['user'],
  '/tmp/crontab.aB3dE9/crontab': ['user'],
  '/tmp/crontab.aB3dE9xyZ1': ['user'],
  '/private/tmp/crontab.aB3dE9xyZ1': ['user'],
  '/var/tmp/crontab.aB3dE9': ['user'],
  // What sudoedit opens for /etc/crontab.
  '/var/tmp/crontab.XyZ12345': ['system'],
  '/var/tmp/crontab.8abcdefg': ['system'],
  '/var/tmp/crontabXyZ12345': ['system'],
  crontab: ['user'],
  'dotfiles/crontab': ['user'],
  'dotfiles/.crontab': ['user'],
  'crontab.txt': ['user'],
  'crontab.root': ['user'],
  'crontab.local': ['user'],
  'deploy.crontab': ['user'],
  'jobs.cron': ['user'],
  'jobs.cron.j2': ['user'],
  'cron/logrotate.cron.in': ['user'],
  'src/jobs.crontab.in': ['user'],
};

const strangers = [
  '',
  'crontab.bak-2001',
  'crontab.pyi',
  'etc/cron.d/README',
  'etc/cron.d/foo~',
  'etc/cron.d/foo.dpkg-old',
  'etc/cron.d/foo.rpmsave',
  'share/bash-completion/completions/crontab',
  'crontab.py',
  'crontab.js',
  'crontab.sh.j2',
  'crontab.5',
  'crontab.1p',
  'man/crontab.5.html',
  'man/crontab.1posix',
  'crontab.yml',
  'crontab.yaml.j2',
  'crontab.md',
  'crontab.c',
  'crontab.rst',
  'cron.d',
  'cron.d/README.md',
  'cron.d/install.sh',
  'cron.d/.placeholder',
  'cron.d/.backup.swp',
  'cron.d/sub/backup',
  'cron.daily/logrotate',
  'cron.deny',
  'var/spool/cron/lastrun/cron.daily',
  'var/spool/cron/atjobs/a00001',
  'src/cron/index.ts',
  'crontabs/README.md',
  'test/crontabs/reader.py',
  'cron.go',
  '.cron/readme',
];

/** Names that other things have as well: the text must look like a crontab. */
const guesses = [
  'my_crontab',
  'crontabs',
  'crontab-guru',
  'crontab.web1',
  'crontab.conf',
  'crontab_web',
  'cronjobs',
  'db-cron-jobs',
  'cron.txt',
  'web.crontab.txt',
];

describe('the path of a crontab', () => {
  for (const path of guesses) it(`${path}: perhaps`, () => assert.deepEqual(crontab.matchPath(path), { form: 'user', isGuess: true }));

  for (const [path, [form, dialects]] of Object.entries(places))
    it(`${path}: ${form}${dialects ? `, ${dialects.join(' and ')}` : ''}`, () => {
      const { isRead: _, ...match } = crontab.matchPath(path) ?? {};
      assert.deepEqual(match, { form, ...(dialects && { dialects }) });
    });

  it('tells where a cron reads whatever lies there', () => {
    const isRead = (path: string) => crontab.matchPath(path)?.isRead === true;
    for (const path of ['/etc/crontab', 'etc/cron.d/x', '/var/spool/cron/root', 'etc/crontabs/root', 'var/cron/tabs/ann'])
      assert.ok(isRead(path), path);
    for (const path of ['/usr/bin/crontab', 'root.crontab', 'crontab.prod', 'debian/x.cron.d', 'etc/cron.d/x.png'])
      assert.ok(!isRead(path), path);
  });

  for (const path of strangers) it(`${path || 'no path'}: none`, () => assert.equal(crontab.matchPath(path), undefined));
});

/** Form and who said it, of `text` at `path`. */
function formAt(path: string, text: string): string {
  const choice = identify({ path, text, sniff: false });
  return `${choice?.form} by ${choice?.because.form}`;
}

describe('the form of a crontab', () => {
  it('is that of entries of a template, too, whose times are still to be filled in', () => {
    for (const times of ['{{ m }} {{ h }} * * *', '30 {{ backup.hour }} * * 7', '<%= @m %> 2 * * *', '$MINUTE $HOUR * * *']) {
      assert.equal(formAt('x.cron', `${times} root /srv/x\n`), 'system by content', times);
      assert.equal(formAt('etc/cron.d/x', `${times} /srv/x a b\n`), 'user by content', times);
    }
    assert.equal(formAt('x.cron', 'PATH=$PATH:/srv a b c d e\n{{#each a}}\n'), 'user by path');
  });

  it('is that of its path where the entries leave it open', () => {
    for (const text of ['', '# upkeep\n', 'MAILTO=ann\n', '61 * * * * true x\n', '0 4 * * * alpha beta\n', '0 4 * * *\n']) {
      assert.equal(formAt('/etc/crontab', text), 'system by path', text);
      assert.equal(formAt('/var/spool/cron/root', text), 'user by path', text);
    }
  });

  it('is that of the entries where they show one, against the path', () => {
    assert.equal(formAt('/var/spool/cron/root', '0 4 * * * root /usr/bin/updatedb\n'), 'system by content');
    assert.equal(formAt('/tmp/crontab.aB3dE9', '@daily www-data php /srv/cron.php\n'), 'system by content');
    assert.equal(formAt('/etc/crontab', '0 4 * * * /usr/bin/updatedb\n'), 'user by content');
    assert.equal(formAt('/etc/cron.d/x', '@daily php /srv/cron.php\n'), 'user by content');
    assert.equal(formAt('/etc/crontab', '0 4 * * * [ -x /bin/x ] && /bin/x\n'), 'user by content');
    assert.equal(formAt('/etc/crontab', '0 4 * * * A=b true\n'), 'user by content');
    for (const behind of ['>/dev/null 2>&1', '2>/dev/null', '&>/dev/null', '| /usr/bin/mail ann', '--out=/srv/x'])
      assert.equal(formAt('/srv/crontab', `0 4 * * * sweep ${behind}\n`), 'user by content', behind);
  });

  it('is that of most entries', () => {
    const system = '0 4 * * * root /usr/bin/updatedb\n';
    const user = '0 4 * * * /usr/bin/updatedb\n';
    assert.equal(formAt('/var/spool/cron/root', `${system}${user}${system}`), 'system by content');
    assert.equal(formAt('/etc/crontab', `${user}${system}${user}`), 'user by content');
    assert.equal(formAt('/etc/crontab', `${user}${system}`), 'system by path');
    assert.equal(formAt('/var/spool/cron/root', `${user}${system}`), 'user by path');
  });

  it('is that of the first eight entries where they agree, and of most where not', () => {
    const system = '0 4 * * * root /usr/bin/updatedb\n';
    const user = '0 4 * * * /usr/bin/updatedb\n';
    const open = '0 4 * * * alpha beta\n';
    assert.equal(formAt('/etc/crontab', `${open}${user.repeat(8)}${system.repeat(20)}`), 'user by content');
    assert.equal(formAt('/etc/crontab', `${user.repeat(7)}${system.repeat(20)}`), 'system by content');
    assert.equal(formAt('/var/spool/cron/root', `${user}${system.repeat(20)}`), 'system by content');
    assert.equal(formAt('/var/spool/cron/root', `${system}${user.repeat(9)}`), 'user by content');
  });

  it('is the same whatever was read before, and the same for what stands far below', () => {
    const [system, user, none] = ['0 4 * * * root /usr/bin/updatedb\n', '0 4 * * * /usr/bin/updatedb\n', 'MAILTO=ann\n'];
    const balanceOf = (lines: readonly string[]) => lines.reduce((sum, line) => sum + (line === system ? 1 : line === user ? -1 : 0), 0);
    /** Those that are asked: no more than eight where these agree. */
    const asked = (lines: readonly string[]) => {
      const shown = lines.filter((line) => line !== none);
      return Math.abs(balanceOf(shown.slice(0, 8))) === 8 ? shown.slice(0, 8) : shown;
    };
    const texts = fc.array(fc.array(fc.constantFrom(system, user, none), { maxLength: 12 }), { maxLength: 12 });
    fc.assert(
      fc.property(texts, (several) => {
        for (const lines of several) {
          const balance = balanceOf(asked(lines));
          const text = lines.join('');
          assert.equal(formOf(text), balance === 0 ? undefined : balance > 0 ? 'system' : 'user');
          assert.equal(formOf(text + none.repeat(200 - lines.length) + user.repeat(20)), formOf(text));
        }
      }),
    );
  });

  it('is that of the commented-out entries where no other is left', () => {
    assert.equal(formAt('/var/spool/cron/root', '# 0 4 * * * root /usr/bin/updatedb\n'), 'system by content');
    assert.equal(formAt('/etc/crontab', '#0 4 * * * /usr/bin/updatedb\n'), 'user by content');
    assert.equal(formAt('/etc/crontab', '#0 4 * * * /usr/bin/updatedb\n#1 4 * * * /bin/x\n0 5 * * * root /bin/y\n'), 'system by content');
  });

  it('of a user whose name is that of a program too is told by the command behind it', () => {
    assert.equal(formAt('/var/spool/cron/root', '0 4 * * * news /usr/lib/news/bin/news.daily\n'), 'system by content');
    assert.equal(formAt('/etc/crontab', '0 4 * * * sync\n'), 'user by content');
    assert.equal(formAt('/var/spool/cron/root', '0 4 * * * backup tar cf /dev/st0 /home\n'), 'system by content');
    assert.equal(formAt('/etc/crontab', '0 4 * * * mail -s hello ann\n'), 'user by content');
  });

  it('is of the user where nobody says anything', () => {
    const choice = identify({ path: '', text: '0 4 * * * alpha beta\n', sniff: true });
    assert.deepEqual([choice?.kind.id, choice?.form, choice?.because.form], ['crontab', 'user', 'default']);
  });

  it('is what the comment in the file says, whatever the path and the entries show', () => {
    const entry = '0 4 * * * /usr/bin/updatedb\n';
    assert.equal(formAt('/var/spool/cron/root', `# daemonlint: form=system\n${entry}`), 'system by comment');
    assert.equal(formAt('/var/spool/cron/root', `${entry}#daemonlint: form=system\r\n`), 'system by comment');
    assert.equal(formAt('/etc/crontab', `# daemonlint: dialect=cronie form=user\n`), 'user by comment');
    assert.equal(formAt('/etc/crontab', `# daemonlint: form=strange\n`), 'system by path');
    assert.equal(formAt('/etc/crontab', ` # daemonlint: form=user\n`), 'system by path');
  });
});

describe('the cron that a crontab was written for', () => {
  const shown = (text: string): string | undefined => crontab.dialectsOf?.(text)?.join();
  const ENTRY = '0 4 * * * /usr/bin/updatedb\n';

  it('is known by what crontab wrote above it', () => {
    assert.equal(shown(`# (/tmp/crontab.aB3dE9/crontab installed on Tue Apr 30 21:40:04 2019)\n${ENTRY}`), 'debian');
    assert.equal(shown(`# (/tmp/crontab.aB3dE9xyZ1 installed on Thu Jul 20 11:09:32 2017)\n# (Cron version V5.0)\n${ENTRY}`), 'openbsd');
    assert.equal(shown(`# (/tmp/crontab.184 installed on Fri Nov 20 15:27:09 1998)\n${ENTRY}`), undefined);
  });
  it('is cronie where its anacron has settings, and a job below them', () => {
    assert.equal(shown('START_HOURS_RANGE=3-22\n\n1 5 cron.daily nice run-parts /etc/cron.daily\n'), 'cronie');
    assert.equal(shown('1 5 cron.daily nice run-parts /etc/cron.daily\n'), undefined);
    assert.equal(shown(`START_HOURS_RANGE=3-22\n${ENTRY}@daily 5 * * * true\n`), undefined);
  });
});
