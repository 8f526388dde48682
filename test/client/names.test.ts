// Which files the editor takes for ours: by name, by pattern, by extension. A pattern beats another language's extension, so it must not reach too far.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import picomatch from 'picomatch';

interface Language {
  readonly id: string;
  readonly filenames?: readonly string[];
  readonly filenamePatterns?: readonly string[];
  readonly extensions?: readonly string[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  contributes: { languages: readonly Language[] };
};

/** The languages that claim `file`, as VS Code decides: without regard to case, a pattern with a slash against the whole path. */
function claimed(file: string): readonly string[] {
  const lower = file.toLowerCase();
  const name = path.posix.basename(lower);
  const fits = (pattern: string) => picomatch(pattern.toLowerCase(), { dot: true })(pattern.includes('/') ? lower : name);
  return contributes.languages
    .filter(
      ({ filenames = [], filenamePatterns = [], extensions = [] }) =>
        filenames.includes(name) || filenamePatterns.some(fits) || extensions.some((extension) => name.endsWith(extension)),
    )
    .map(({ id }) => id);
}

const files: Readonly<Record<string, readonly string[]>> = {
  'inetd-conf': [
    '/etc/inetd.conf',
    '/etc/inetd.conf.dpkg-old',
    '/roles/inet/templates/inetd.conf.j2',
    '/var/tmp/inetdAbCdEf12.conf',
    '/tree/etc/inetd-extra.conf',
  ],
  crontab: [
    '/etc/crontab',
    '/etc/cron.d/sysstat',
    '/var/spool/cron/root',
    '/var/spool/cron/crontabs/joe',
    '/var/spool/cron/tabs/joe',
    '/var/cron/tabs/root',
    '/etc/crontabs/root',
    '/etc/anacrontab',
    '/roles/anacron/templates/anacrontab.j2',
    '/opt/crontab.root',
    '/src/crontab.j2',
    '/src/nightly.cron',
    '/src/site.crontab',
    '/tmp/crontab.Xa81bC',
    '/tmp/crontab.Xa81bC/crontab',
    '/var/tmp/crontab.Xa81bC22',
    '/private/tmp/crontab.3kQ9',
  ],
  'rc-listing': ['/host/rc3.d.txt', '/host/rcS.d.listing', '/host/web1.rclist', '/host/chkconfig-web1.txt', '/host/chkconfig.list'],
};

const foreign = [
  '/etc/xinetd.conf',
  '/src/inetd.c',
  '/man/inetd.conf.5',
  '/src/crontab.py',
  '/src/crontab.ts',
  '/src/crontab.c',
  '/man/crontab.1',
  '/man/crontab.5',
  '/src/crontab.md',
  '/etc/rc.local',
  '/etc/rc3.d/S10network',
  '/src/cron.ts',
  '/notes.txt',
];

describe('file names', () => {
  for (const [id, paths] of Object.entries(files))
    for (const file of paths) it(`${file} is ${id}`, () => assert.deepEqual(claimed(file), [id]));

  for (const file of foreign) it(`${file} is not ours`, () => assert.deepEqual(claimed(file), []));
});
