// Folder scans: what is found by name and by settings, what is passed over, and what is said of the rest.
import assert from 'node:assert/strict';
import { choiceOf, discover, linkIn, projectFinder, readSource, type Source } from '../../workspace/src/index.js';
import { DENIED, memoryFiles, type Tree } from './memory.js';

async function scan(tree: Tree, folder = '/h') {
  const files = memoryFiles(tree);
  const { found, problems } = await discover(files, folder, projectFinder(files));
  return { files, paths: found.map(({ path }) => path), found, problems: problems.map(({ path, message }) => `${path} ${message}`) };
}

describe('discover', () => {
  it('finds files by their names alone, in order, and reads none', async () => {
    const { paths, problems, files } = await scan({
      '/h/var/spool/cron/root': '',
      '/h/etc/inetd.conf': 'anything',
      '/h/etc/crontab': '',
      '/h/etc/passwd': 'ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\n',
      '/h/etc/cron.d/my job': '',
      '/h/notes.txt': '* * * * * /bin/true\n',
    });
    assert.deepEqual(paths, ['/h/etc/cron.d/my job', '/h/etc/crontab', '/h/etc/inetd.conf', '/h/var/spool/cron/root']);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [...files.reads.keys()].filter((path) => !path.endsWith('.daemonlint.json')),
      [],
    );
  });

  it('looks for configs where they may be: above, and in folders that have one', async () => {
    const tree = {
      '/h/a/etc/crontab': '',
      '/h/b/.daemonlint.json': '{ "exclude": ["etc"] }',
      '/h/b/etc/crontab': '',
      '/h/c': { folder: true } as const,
    };
    const files = memoryFiles(tree);
    const asked: string[] = [];
    const stat = (path: string) => {
      asked.push(path);
      return files.stat(path);
    };
    const { found } = await discover(files, '/h', projectFinder({ ...files, stat }));
    assert.deepEqual(
      found.map(({ path }) => path),
      ['/h/a/etc/crontab'],
    );
    assert.deepEqual([...new Set(asked)].sort(), ['/.daemonlint.json', '/h/b/.daemonlint.json', '/h/c/.daemonlint.json']);
  });

  it('passes over the folders of version control, of packages and of the kernel', async () => {
    const folders = ['.git', '.hg', '.svn', 'node_modules', 'proc', 'sys', 'dev'];
    const tree = Object.fromEntries(
      folders.flatMap((name) => [
        [`/h/${name}/etc/crontab`, ''],
        [`/h/${name}/x/crontab`, ''],
      ]),
    );
    assert.deepEqual((await scan({ ...tree, '/h/etc/crontab': '' })).paths, ['/h/etc/crontab']);
  });

  it('looks into a folder that is only named like one of the kernel', async () => {
    assert.deepEqual((await scan({ '/h/envs/dev/etc/crontab': '', '/h/envs/prod/etc/crontab': '' })).paths.length, 2);
  });

  it('follows the settings of the nearest project', async () => {
    const { paths } = await scan({
      '/h/.daemonlint.json':
        '{"files": {"*.tab": {"kind": "crontab"}, "jobs/*": {"kind": "crontab"}}, "exclude": ["old", "a/b/*.tab", "gone/"]}',
      '/h/x.tab': '',
      '/h/jobs/one': '',
      '/h/jobs/deep/one': '',
      '/h/old/x.tab': '',
      '/h/a/old/etc/crontab': '',
      '/h/a/b/x.tab': '',
      '/h/a/b/c/x.tab': '',
      '/h/gone/x.tab': '',
      '/h/sub/.daemonlint.json': '{}',
      '/h/sub/x.tab': '',
      '/h/sub/old/etc/crontab': '',
    });
    assert.deepEqual(paths, ['/h/a/b/c/x.tab', '/h/jobs/one', '/h/sub/old/etc/crontab', '/h/x.tab']);
  });

  it('follows a link to a file, never one to a folder, so that no loop is walked', async () => {
    const { paths, problems } = await scan({
      '/h/etc/crontab': { link: '../real' },
      '/h/real': '',
      '/h/etc/loop': { link: '..' },
      '/h/etc/cron.d/self': { link: 'self' },
      '/h/etc/cron.d/lost': { link: '/nowhere' },
      '/h/etc/cron.d/folder': { link: '/h' },
      '/h/other': { link: '/nowhere' },
    });
    assert.deepEqual(paths, ['/h/etc/crontab']);
    assert.deepEqual(problems, [
      '/h/etc/cron.d/lost is a link that leads nowhere',
      '/h/etc/cron.d/self is a link that leads back to itself',
    ]);
  });

  it('never reads a device, and says which folders it may not see', async () => {
    const { paths, problems } = await scan({ '/h/etc/crontab': { device: true }, '/h/secret': DENIED, '/h/etc/inetd.conf': '' });
    assert.deepEqual(paths, ['/h/etc/inetd.conf']);
    assert.deepEqual(problems, []);
    assert.deepEqual((await scan({ '/h/.daemonlint.json': { device: true } })).problems, []);
    assert.deepEqual((await scan({ '/h': DENIED })).problems, ['/h permission denied']);
    assert.deepEqual((await scan({}, '/gone')).problems, ['/gone does not exist']);
  });
});

describe('a folder of rc links', () => {
  const tree: Tree = {
    '/h/etc/rc.d/rc3.d/S80sendmail': { link: '../init.d/sendmail' },
    '/h/etc/rc.d/rc3.d/K20nfs': { link: '../init.d/nfs' },
    '/h/etc/rc.d/rc3.d/S99local': '#!/bin/sh\n',
    '/h/etc/rc.d/rc3.d/README': 'read me',
    '/h/etc/rc.d/rc3.d/S10odd\nname': { link: 'x' },
    '/h/etc/rc.d/rc4.d/crontab': '',
    '/h/etc/rc.d/init.d/sendmail': '#!/bin/sh\n',
  };

  it('is one listing; a folder without links is a folder like others', async () => {
    const { found } = await scan(tree);
    assert.deepEqual(found, [
      { path: '/h/etc/rc.d/rc3.d', type: 'links' },
      { path: '/h/etc/rc.d/rc4.d/crontab', type: 'file', isPlain: true },
    ]);
  });

  it('is found when it is the folder scanned, and through a link', async () => {
    assert.deepEqual((await scan(tree, '/h/etc/rc.d/rc3.d')).found, [{ path: '/h/etc/rc.d/rc3.d', type: 'links' }]);
    const linked = { ...tree, '/h/etc/rc3.d': { link: 'rc.d/rc3.d' } };
    assert.deepEqual((await scan(linked, '/h/etc/rc3.d')).found, [{ path: '/h/etc/rc3.d', type: 'links' }]);
  });

  it('reads as a header and a line for each link', async () => {
    const source = await readSource(memoryFiles(tree), { path: '/h/etc/rc.d/rc3.d', type: 'links' });
    assert.ok('text' in source);
    assert.equal(
      source.text,
      '/h/etc/rc.d/rc3.d:\nK20nfs -> ../init.d/nfs\nS10odd?name -> x\nS80sendmail -> ../init.d/sendmail\nS99local\n',
    );
  });
});

describe('linkIn', () => {
  const source = (text: string, bytes?: Uint8Array): Source => ({ path: '/etc/rc3.d', text, encoding: 'utf-8', ...(bytes && { bytes }) });
  const text = '/etc/rc3.d:\nK20nfs -> ../init.d/nfs\nS99local\n';

  it('names the link of each place in a directory', () => {
    const names = [...text, ''].map((_, offset) => linkIn(source(text), offset));
    const places = (name: string, line: string) => Array<string>(line.length + 1).fill(name);
    assert.deepEqual(names, [
      ...Array<undefined>('/etc/rc3.d:\n'.length).fill(undefined),
      ...places('K20nfs', 'K20nfs -> ../init.d/nfs'),
      ...places('S99local', 'S99local'),
      undefined,
    ]);
  });

  it('names none in a file, which has lines', () => assert.equal(linkIn(source(text, Buffer.from(text)), 14), undefined));
});

describe('choiceOf', () => {
  it('takes a directory of links for one, whatever is said of its path', async () => {
    const files = memoryFiles({ '/etc/rc3.d/S99local': '' });
    const source = await readSource(files, { path: '/etc/rc3.d', type: 'links' });
    assert.ok('text' in source);
    for (const wish of [{}, { kind: 'crontab' }, { form: 'chkconfig' }]) {
      const choice = choiceOf(source, wish, { flag: wish, sniff: true });
      assert.deepEqual([choice?.kind.id, choice?.form], ['listing', 'directory']);
    }
  });
});

describe('readSource', () => {
  it('makes a problem of what has vanished, may not be read or is no text', async () => {
    const files = memoryFiles({ '/a': DENIED, '/b': Buffer.from('\x7fELF') });
    const messages = [];
    for (const path of ['/gone', '/a', '/b']) {
      const source = await readSource(files, { path, type: 'file' });
      messages.push('message' in source ? source.message : 'read');
    }
    assert.deepEqual(messages, ['does not exist', 'permission denied', 'is an ELF program, not text']);
  });

  it('reads a pipe only where the caller has opened it, and no device', async () => {
    const pipe = { pipe: 'x\n' };
    const paths = ['/dev/fd/63', '/proc/self/fd/0', '/dev/stdin', '/tmp/pipe', '/x/dev/fd/63', '/dev/null'];
    const files = memoryFiles({ ...Object.fromEntries(paths.map((path) => [path, pipe])), '/dev/null': { device: true } });
    const texts = [];
    for (const path of paths) {
      const source = await readSource(files, { path, type: 'file' });
      texts.push('message' in source ? source.message : source.text);
    }
    const refused = 'is a pipe: give its content on standard input, with -';
    assert.deepEqual(texts, ['x\n', 'x\n', 'x\n', refused, refused, 'is a device or a socket, not a file']);
    assert.deepEqual([...files.reads.keys()], paths.slice(0, 3));
  });

  it('does not read a file that is too large to be one of ours', async () => {
    const files = { ...memoryFiles({ '/etc/crontab': '' }), stat: async () => ({ type: 'file' as const, size: 2 ** 31 }) };
    const source = await readSource(files, { path: '/etc/crontab', type: 'file' });
    assert.ok('message' in source && /larger than 64 MB/.test(source.message));
    assert.equal(files.reads.size, 0);
  });
});
