/** A folder of many hosts: what the scan has seen of it is not asked for again. */
import assert from 'node:assert/strict';
import { Tree } from '../../server/src/tree.js';
import type { Files } from '../../workspace/src/index.js';
import { memoryFiles } from '../workspace/memory.js';

const HOSTS = 20;

const TEXTS = {
  'etc/inetd.conf': 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n',
  'etc/inittab': '1:2345:respawn:/sbin/getty tty1\n',
  'chkconfig.txt': 'sshd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n',
};

/** `files`, with what is asked of them in `asked`. */
function counted(files: Files, asked: string[]): Files {
  const noting =
    <T>(what: string, ask: (path: string) => Promise<T>) =>
    (path: string): Promise<T> => {
      asked.push(`${what} ${path}`);
      return ask(path);
    };
  return { read: noting('read', files.read), list: noting('list', files.list), stat: noting('stat', files.stat) };
}

describe('a folder of many hosts', () => {
  const tree = Object.fromEntries(
    Array.from({ length: HOSTS }, (_, index) =>
      Object.entries(TEXTS).map(([name, text]) => [`/w/host${index}/${name}`, text] as const),
    ).flat(),
  );

  it('is read once: of what its listings do not show nothing is asked', async () => {
    const asked: string[] = [];
    const folder = new Tree('file://', '/w', counted(memoryFiles(tree), asked), {
      changed: () => undefined,
      problems: (problems) => assert.deepEqual(problems, []),
      config: () => undefined,
      isOpen: () => false,
      isElsewhere: () => false,
    });
    await folder.scan();
    asked.length = 0;
    await folder.whole();
    assert.equal(folder.hosts.all().length, HOSTS);
    assert.deepEqual(
      asked.filter((one) => !/^list \/w\/host\d+$/.test(one)),
      [],
    );
  });

  it('is asked again once something has changed on the disk', async () => {
    const now: Record<string, string> = { ...tree };
    const folder = new Tree('file://', '/w', memoryFiles(now), {
      changed: () => undefined,
      problems: () => undefined,
      config: () => undefined,
      isOpen: () => false,
      isElsewhere: () => false,
    });
    await folder.scan();
    now['/w/host0/etc/services'] = 'finger 79/tcp\n';
    await folder.reread(['/w/host0/etc/services']);
    await folder.whole();
    const known = folder.hosts.all().filter(({ services }) => services !== undefined);
    assert.deepEqual(
      known.map(({ root }) => root),
      ['/w/host0'],
    );
  });
});

describe('a file that is saved where nobody tells of changes on the disk', () => {
  const INETD = '/w/etc/inetd.conf';

  /** A folder as it is known before `changes` are written to the disk and the file is saved; what it says of that. */
  async function saved(changes: Readonly<Record<string, string>>): Promise<{ readonly folder: Tree; readonly changed: number }> {
    const now: Record<string, string> = { [INETD]: TEXTS['etc/inetd.conf'] };
    let changed = 0;
    const folder = new Tree('file://', '/w', memoryFiles(now), {
      changed: () => changed++,
      problems: (problems) => assert.deepEqual(problems, []),
      config: () => undefined,
      isOpen: () => false,
      isElsewhere: () => false,
    });
    folder.project(INETD);
    await folder.scan();
    await folder.whole();
    changed = 0;
    Object.assign(now, changes);
    await folder.lookAgain(INETD);
    return { folder, changed };
  }

  const OTHERS = { '/w/etc/inittab': TEXTS['etc/inittab'], '/w/etc/services': 'finger 79/tcp\n' };

  it('has all that is another now told at once', async () => {
    const { folder, changed } = await saved(OTHERS);
    const host = folder.hosts.seenFrom(INETD);
    assert.deepEqual([host.files.length, host.services?.size, changed], [1, 1, 1]);
  });

  it('has what else the host tells heard where the config is another, too', async () => {
    const { folder } = await saved({ ...OTHERS, '/w/.daemonlint.json': '{"keep": ["finger"]}' });
    const host = folder.hosts.seenFrom(INETD);
    assert.deepEqual([host.files.length, host.services?.size, folder.project(INETD).config.keep], [1, 1, ['finger']]);
  });
});
