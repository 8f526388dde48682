/** Who decides what a file is: flag, comment, project, editor, path, content, in this order, for kind, form and dialect. */
import assert from 'node:assert/strict';
import { type Choice, type Input, identify, isNamed } from '../../core/src/index.js';

/** An authority, and what the input must hold for it to say `value`. */
interface Voice {
  readonly by: string;
  readonly value: string;
  readonly says: (input: Input) => Input;
}

const comment = (said: string) => (input: Input) => ({ ...input, text: `# daemonlint: ${said}\n${input.text}` });
const INETD = 'ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\n';
const USER = '0 4 * * * /usr/bin/updatedb\n';
const SYSTEM = '0 4 * * * root /usr/bin/updatedb\n';
const OPEN = 'MAILTO=ann\n';

/** From the strongest to the weakest; the values of neighbours differ, so that one seen for another is noticed. */
const voices: Readonly<Record<'kind' | 'form' | 'dialect', readonly Voice[]>> = {
  kind: [
    { by: 'flag', value: 'listing', says: (input) => ({ ...input, flag: { kind: 'listing' } }) },
    { by: 'comment', value: 'inetd', says: comment('kind=inetd') },
    { by: 'project', value: 'crontab', says: (input) => ({ ...input, project: { kind: 'crontab' } }) },
    { by: 'editor', value: 'listing', says: (input) => ({ ...input, editor: { kind: 'listing' } }) },
    { by: 'path', value: 'crontab', says: (input) => ({ ...input, path: '/etc/crontab' }) },
    { by: 'editor', value: 'listing', says: (input) => ({ ...input, language: 'rc-listing' }) },
    { by: 'content', value: 'inetd', says: (input) => ({ ...input, text: input.text + INETD, sniff: true }) },
  ],
  form: [
    { by: 'flag', value: 'user', says: (input) => ({ ...input, flag: { ...input.flag, form: 'user' } }) },
    { by: 'comment', value: 'system', says: comment('form=system') },
    { by: 'project', value: 'user', says: (input) => ({ ...input, project: { form: 'user' } }) },
    { by: 'editor', value: 'system', says: (input) => ({ ...input, editor: { form: 'system' } }) },
    { by: 'content', value: 'user', says: (input) => ({ ...input, text: input.text + USER }) },
    { by: 'path', value: 'system', says: (input) => ({ ...input, path: '/etc/crontab' }) },
  ],
  dialect: [
    { by: 'flag', value: 'busybox', says: (input) => ({ ...input, flag: { ...input.flag, dialect: 'busybox' } }) },
    { by: 'comment', value: 'debian', says: comment('dialect=debian') },
    { by: 'project', value: 'freebsd', says: (input) => ({ ...input, project: { dialect: 'freebsd' } }) },
    { by: 'editor', value: 'openbsd', says: (input) => ({ ...input, editor: { dialect: 'openbsd' } }) },
    { by: 'content', value: 'freebsd', says: (input) => ({ ...input, text: `${input.text}# $FreeBSD$\n` }) },
    { by: 'path', value: 'debian,cronie', says: (input) => ({ ...input, path: '/etc/crontab' }) },
    { by: 'default', value: 'debian,cronie,freebsd,openbsd', says: (input) => input },
  ],
};

/** What the choice says of `what`, and who said it. */
function answer(choice: Choice | undefined, what: keyof typeof voices): string {
  if (what === 'kind') return `${choice?.kind.id} by ${choice?.because.kind}`;
  return what === 'form' ? `${choice?.form} by ${choice?.because.form}` : `${choice?.dialects.join()} by ${choice?.because.dialects}`;
}

/** Nothing but, for forms and dialects, a path that makes it a crontab. */
const emptyInput = (what: keyof typeof voices): Input =>
  what === 'kind' ? { path: '', text: '', sniff: false } : { path: 'x.cron', text: OPEN, sniff: false };

describe('authority', () => {
  for (const what of ['kind', 'form', 'dialect'] as const) {
    const table = voices[what];
    for (const [index, strongest] of table.entries())
      it(`over the ${what}: ${strongest.by}, voice ${index + 1}, before all that follow`, () => {
        const input = table.slice(index).reduceRight((soFar, { says }) => says(soFar), emptyInput(what));
        assert.equal(answer(identify(input), what), `${strongest.value} by ${strongest.by}`);
      });
    it(`over the ${what}: each voice is heard when it is alone`, () => {
      for (const { by, value, says } of table) {
        const said = answer(identify(says(emptyInput(what))), what);
        assert.equal(said, `${value} by ${by}`);
      }
    });
  }

  it('of a name is none where nothing in the text could be what the name says, but where a daemon reads the file itself', () => {
    const at = (path: string, text: string) => identify({ path, text, sniff: false })?.kind.id;
    const others: readonly (readonly [string, string, string])[] = [
      ['inittab', 'etc/inittab', 'bg:/boot/pipe\nagain:/bin/login CONS:0\n'],
      ['inittab', 'etc/inittab', '-- startup: those of the system\n{\n  startup = { id = "io" }\n}\n'],
      ['inetd', 'etc/inetd.conf', '[server]\nlisten = 80\n'],
      ['inetd', 'inetd.conf', 'description "super-server"\nstart on runlevel [2345]\nexec /usr/sbin/inetd -i\n'],
      ['xinetd', 'init/xinetd.conf', 'description "super-server"\nstart on runlevel [2345]\nexec /usr/sbin/xinetd\n'],
    ];
    for (const [kind, path, text] of others) {
      assert.equal(at(path, text), undefined, text);
      assert.equal(at(`/${path.replace(/^(?:etc\/|init\/)?/, 'etc/')}`, text), kind, path);
      assert.equal(at(path, text.split('\n').slice(0, 1).join('\n')), kind, 'one line tells nothing');
      assert.equal(identify({ path, text, sniff: false, flag: { kind } })?.kind.id, kind, 'who names the kind is heard');
    }
    for (const text of [
      'DAEMONS=(network @sshd !hal)\n',
      'rc_parallel="YES"\nrc_tty_number=12\n',
      'KEYMAP="us"\nTTYS=6\n',
      'set colorscheme default\n',
    ])
      for (const path of ['etc/rc.conf', '/etc/rc.conf']) {
        assert.equal(at(path, text), undefined, text);
        assert.equal(at(path, `${text}sshd_enable="YES"\n`), 'rc-conf', 'what is of a BSD as well is read');
      }
    assert.equal(at('files/inittab', 'This will be our inittab.\n'), undefined);
    assert.equal(at('romfs/inittab', 'ttyS0:linux:/bin/sh\n'), undefined, 'the three fields of simpleinit');
    assert.equal(at('/etc/inittab', 'ttyS0:linux:/bin/sh\n'), 'inittab');
    assert.equal(at('squashfs/etc/inittab', '/var/run/inittab'), undefined, 'the path of a link is no entry');
    assert.equal(at('etc/inetd.conf', './inet/inetd.conf'), undefined);
    // Each line of these is refused, and each is a slip for an entry.
    for (const [kind, path, text] of [
      ['inittab', 'etc/inittab', 'id:2:initdefault\nsi:sysinit:/etc/rcS\n'],
      ['inittab', 'etc/inittab', '#1:2345:respawn:/sbin/getty tty1\nfoo\nbar\n'],
      ['inetd', 'etc/inetd.conf', 'ftp tcp stream nowait root /x x\ntelnet tcp\n'],
      ['inetd', 'etc/inetd.conf', 'foo\nbar\n#ftp stream tcp nowait root /x x\n'],
      ['xinetd', 'xinetd.conf', 'disable = no\n}\n'],
      ['xinetd', 'xinetd.d/own', 'service own {\n disable = no\n'],
    ] as const)
      assert.equal(at(path, text), kind, text);
  });

  it('of the content counts for the kind only where sniffing is wanted', () => {
    assert.equal(identify({ path: '', text: INETD, sniff: false }), undefined);
    assert.equal(identify({ path: '', text: INETD, sniff: true })?.kind.id, 'inetd');
    assert.equal(identify({ path: '', text: USER + SYSTEM, sniff: true })?.kind.id, 'crontab');
    assert.equal(identify({ path: 'notes.txt', text: 'Dear Ann,\nplease look at the backup.\n', sniff: true }), undefined);
    assert.equal(identify({ path: '', text: '', sniff: true }), undefined);
  });

  it('of a place that a daemon reads counts for a script in whose lines there is what it reads: to it the first one is a comment', () => {
    const at = (path: string, text: string) => identify({ path, text, sniff: false })?.kind.id;
    assert.equal(at('/etc/cron.d/x', `#!/bin/sh\n${SYSTEM}`), 'crontab');
    assert.equal(at('host/etc/crontabs/root', `#!/bin/sh\n${USER}`), 'crontab');
    assert.equal(at('/etc/inetd.conf', `#!/usr/sbin/inetd\n${INETD}`), 'inetd');
    assert.equal(at('/etc/cron.d/x', '#!/bin/sh\ncp /srv/a /srv/b\nexit 0\n'), undefined);
    assert.equal(at('/etc/inetd.conf', '#!own stream tcp nowait own /opt/own/bin/own own\n'), 'inetd', 'commented out, and no script');
    assert.equal(at('/ops/x.crontab', `#!/bin/sh\n${USER}`), undefined);
    assert.equal(at('/etc/cron.daily/x', '#!/bin/sh\ncp /srv/a /srv/b\n'), 'run-parts');
    assert.equal(at('/etc/rc.conf', '#!/bin/sh -\nlocal_daemons=YES\n'), 'rc-conf', 'a shell reads it anyway');
  });

  it('of a path counts for no other script, which says itself what it is', () => {
    assert.equal(identify({ path: '/etc/cron.d/x', text: '#!/bin/sh\n', sniff: false }), undefined);
    assert.equal(identify({ path: '/etc/cron.d/x', text: '# !/bin/sh\n', sniff: false })?.kind.id, 'crontab');
    assert.equal(identify({ path: '/etc/cron.d/x', text: '#!/bin/sh\n', editor: { kind: 'crontab' }, sniff: false })?.kind.id, 'crontab');
  });

  it('of a name that others use as well counts where the text looks like it, too', () => {
    for (const path of [
      '/ops/crontab.web1',
      '/ops/crontab_web',
      '/ops/cron.txt',
      '/ops/cronjobs',
      '/ops/web.crontab.txt',
      '/ops/db-cron-jobs',
    ]) {
      const choice = (text: string) => identify({ path, text, sniff: false });
      assert.deepEqual([choice(USER)?.because.kind, choice(SYSTEM)?.form], ['path', 'system'], path);
      assert.equal(choice('Dear Ann,\nplease look at the backup.\n'), undefined, path);
      assert.equal(choice(`#!/bin/sh\n${USER}`), undefined, path);
      assert.ok(isNamed({ path }), path);
    }
    for (const path of [
      '/usr/sbin/cron',
      '/var/log/cron',
      '/var/log/cron-20260101',
      '/src/crontab.py',
      '/src/crontab.png',
      '/etc/crontab.bak',
    ])
      assert.ok(!isNamed({ path }), path);
  });

  it('of a name says nothing of what another scheduler runs, but where cron itself reads it, or somebody says so', () => {
    const text = `# Run by supercronic, see fly.toml\n*/30 * * * * * * /app/poll\n`;
    for (const sniff of [false, true]) assert.equal(identify({ path: '/src/crontab', text, sniff }), undefined);
    for (const path of ['/src/config/supercronic.crontab', '/src/supercronic/crontab']) assert.ok(!isNamed({ path }), path);
    assert.ok(isNamed({ path: '/src/supercronic/db/crontab' }));
    for (const said of ['Supercronic crontab', 'see https://github.com/aptible/supercronic', 'cron.d for supercronic'])
      assert.equal(identify({ path: '/h/etc/cron.d/x', text: `# ${said}\n*/30 * * * * * * /app/poll\n`, sniff: false }), undefined, said);
    for (const said of ['not for supercronic', 'we used supercronic before', 'moved here from supercronic', 'instead of supercronic'])
      assert.equal(identify({ path: '/h/etc/cron.d/x', text: `# ${said}\n5 * * * * root x\n`, sniff: false })?.kind.id, 'crontab', said);
    assert.equal(identify({ path: '/etc/crontab', text, sniff: false })?.kind.id, 'crontab');
    assert.equal(identify({ path: '/src/crontab', text: `# daemonlint: kind=crontab\n${text}`, sniff: false })?.kind.id, 'crontab');
    assert.equal(
      identify({ path: '/src/crontab', text: '5 * * * * supercronic -test x # not supercronic\n', sniff: false })?.kind.id,
      'crontab',
    );
  });

  it('of a packager is that of where the file will be put', () => {
    const choice = (path: string, text: string) => identify({ path, text, sniff: false });
    assert.deepEqual(
      [choice('/src/debian/foo.cron.d', OPEN)?.form, choice('/src/debian/foo.cron.d', OPEN)?.dialects],
      ['system', ['debian']],
    );
    assert.deepEqual(choice('/src/contrib/foo.cron.d.in', OPEN)?.dialects, ['debian', 'cronie']);
    for (const path of ['/src/docker/alpine/crontab', '/src/alpine-3.19/root.cron', '/src/openwrt/spool/cron/root'])
      assert.deepEqual([choice(path, OPEN)?.dialects, choice(path, OPEN)?.form], [['busybox'], 'user'], path);
    assert.deepEqual(choice('/hosts/alpine/etc/crontab', OPEN)?.dialects, ['debian', 'cronie']);
    for (const [path, dialect] of [
      ['/src/images/backup-alpine/crontabs/root', 'busybox'],
      ['/src/images/php-fpm-alpine3.20/crontab', 'busybox'],
      ['/src/images/alpine-dcron/crontabs/root', 'dcron'],
      ['/src/images/rocky-batch/cron.d/batch', 'cronie'],
      ['/src/rockylinux9/crontab', 'cronie'],
      ['/src/ubuntu/cron.d/batch', 'debian'],
      ['/src/alpine/debian-slim/crontab', 'debian'],
      ['/home/fedora/ubuntu/crontab', 'debian'],
    ] as const)
      assert.deepEqual(choice(path, OPEN)?.dialects, [dialect], path);
    for (const path of ['/home/ubuntu/src/cron.d/batch', '/src/debianize/etc/cron.d/batch'])
      assert.deepEqual(choice(path, OPEN)?.dialects, ['debian', 'cronie'], path);
    assert.equal(choice('/src/alpines/crontab', OPEN)?.because.dialects, 'default');
    assert.equal(choice('/SOURCES/tftp.xinetd', 'service tftp\n{\n}\n')?.kind.id, 'xinetd');
    assert.equal(choice('/etc/init.d/xinetd', 'x\n'), undefined);
  });

  it('of an unknown name is nothing: the next one is asked', () => {
    const wish = { kind: 'no-such-kind', form: 'broad', dialect: 'klingon' };
    const choice = identify({ path: '/etc/crontab', text: OPEN, flag: wish, project: wish, editor: wish, sniff: false });
    assert.deepEqual(
      [choice?.kind.id, choice?.form, choice?.dialects, choice?.because],
      ['crontab', 'system', ['debian', 'cronie'], { kind: 'path', form: 'path', dialects: 'path' }],
    );
  });

  it('over dialects speaks in the names of systems too, whatever their case', () => {
    const dialects = (dialect: string) => identify({ path: 'x.cron', text: OPEN, flag: { dialect }, sniff: false })?.dialects.join();
    assert.equal(dialects('rhel'), 'cronie');
    assert.equal(dialects('Ubuntu'), 'debian');
    assert.equal(dialects('alpine'), 'busybox');
    assert.equal(dialects('AIX'), 'posix');
    const inetd = (dialect: string) => identify({ path: 'inetd.conf', text: INETD, project: { dialect }, sniff: false })?.dialects.join();
    assert.equal(inetd('debian'), 'openbsd-inetd');
    assert.equal(inetd('openwrt'), 'busybox');
    assert.equal(inetd('solaris'), 'sysv');
  });

  it('over dialects may ask for auto: then the weaker ones that name one are not heard', () => {
    const text = `# daemonlint: dialect=busybox\n${OPEN}`;
    const choice = (path: string) => identify({ path, text, flag: { dialect: 'auto' }, sniff: false });
    assert.deepEqual([choice('/etc/crontab')?.dialects, choice('/etc/crontab')?.because.dialects], [['debian', 'cronie'], 'path']);
    assert.equal(choice('x.cron')?.because.dialects, 'default');
  });

  it('of a form or a dialect holds only for the kind that has it', () => {
    const choice = identify({ path: '/etc/inetd.conf', text: INETD, flag: { form: 'system', dialect: 'cronie' }, sniff: false });
    assert.deepEqual(
      [choice?.kind.id, choice?.form, choice?.because.form, choice?.because.dialects],
      ['inetd', 'inetd', 'default', 'default'],
    );
  });

  it('of each part is its own: one may say the kind, another the form, a third the dialect', () => {
    const choice = identify({
      path: '/etc/crontab',
      text: '# daemonlint: dialect=freebsd\n',
      flag: { kind: 'crontab' },
      editor: { form: 'user' },
      sniff: false,
    });
    assert.deepEqual(choice?.because, { kind: 'flag', form: 'editor', dialects: 'comment' });
  });

  it('of comments is that of the first that says something', () => {
    const text = '# daemonlint: dialect=cronie\n# daemonlint: dialect=freebsd form=system\n';
    const choice = identify({ path: 'x.cron', text, sniff: false });
    assert.deepEqual([choice?.dialects, choice?.form], [['cronie'], 'system']);
  });

  it('belongs to comments in column 1 alone, and to those that only set', () => {
    for (const text of [
      ' # daemonlint: kind=inetd\n',
      '0 4 * * * true # daemonlint: kind=inetd\n',
      '## daemonlint: kind=inetd\n',
      '# daemonlint: kind=inetd, please\n',
      '# Daemonlint: kind=inetd\n',
    ])
      assert.equal(identify({ path: '', text, sniff: false }), undefined, text);
    assert.equal(identify({ path: '', text: '#daemonlint:kind=inetd', sniff: false })?.kind.id, 'inetd');
    assert.equal(identify({ path: '', text: 'x\r\n#\tdaemonlint:  kind=inetd  \r\ny\r\n', sniff: false })?.kind.id, 'inetd');
  });
});
