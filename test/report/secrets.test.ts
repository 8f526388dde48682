// What reports show of a file has no passwords and tokens in it; what is written to files has every byte.
import assert from 'node:assert/strict';
import { compareFormats, formats } from '../../cli/src/options.js';
import { compared, sides } from '../cli/compare-support.js';
import { daemonlint } from '../cli/memory-io.js';
import { bytesAt, type Tree } from '../workspace/memory.js';

const CRONTAB = 'etc/cron.d/dump';

/** In each of them tr0ub4dor is a secret, and something is found: in the command, behind a percent sign, where no cron takes the line, in a variable. */
const text = `0 3 * * * root mysqldump -uroot -ptr0ub4dor shop >/srv/shop.sql
* 3 * * * root date +%F; PGPASSWORD="tr0ub4dor" pg_dump shop >/srv/shop.sql
0 4 30 2 * root curl -u 'ann:tr0ub4dor' https://example.net/
61 4 * * * root mysqldump -uroot -ptr0ub4dor shop
export MYSQL_PWD=tr0ub4dor
DATABASE=postgres://ann:tr0ub4dor@db/shop:$PATH
* 4 * * * root restic --password=tr0ub4dor check; restic --password=tr0ub4dor backup /srv
0 5 * * * root restic --password=tr0ub4dor check;
0 5 * * * root restic --password=tr0ub4dor check;
0 6 * * * PGPASSWORD=tr0ub4dor pg_dump shop
0 7 * * * root mysqldump -ptr0ub4dor shop \\
RESTIC_PASSWORD='tr0ub4dor' # ours
 MYSQL_PWD = tr0ub4dor
`;

/** JSON, or lines of it, without the fixes, which are what is to be written. */
const withoutFixes = (report: string): string =>
  report
    .split(/\n(?=\{)/)
    .map((part) => JSON.stringify(JSON.parse(part, (key, value) => (/^(?:fixes|suggestions)$/.test(key) ? undefined : value))))
    .join('\n');

const check = async (...args: string[]) => {
  const tree: Tree = { [`/h/${CRONTAB}`]: text };
  return { ...(await daemonlint(['check', ...args, 'etc'], tree)), left: Buffer.from(bytesAt(tree, `/h/${CRONTAB}`), 'latin1').toString() };
};

describe('secrets', () => {
  it('are in no report', async () => {
    for (const format of formats) {
      const { stdout, stderr } = await check('--format', format);
      assert.match(stdout, /secret-on-command-line/, format);
      const shown = stdout.startsWith('{') ? withoutFixes(stdout) : stdout;
      assert.doesNotMatch(shown + stderr, /tr0ub4dor/, format);
    }
  });

  it('are not quoted by what is found, whoever reads the file', async () => {
    for (const dialect of ['auto', 'debian', 'cronie', 'freebsd', 'openbsd', 'netbsd', 'busybox', 'dcron', 'systemd-cron', 'posix']) {
      const { stdout } = await check('--dialect', dialect, '--audience', 'auditor');
      assert.match(stdout, /\[crontab\/\w/, dialect);
      assert.doesNotMatch(stdout, /tr0ub/, dialect + stdout);
    }
    const { stdout } = await check();
    assert.match(stdout, /There is no user before “PGPASSWORD=••••”/);
  });

  it('are masked in the lines that are shown, with the carets below what is meant', async () => {
    const { stdout } = await check();
    const excerpts = [
      '1 | 0 3 * * * root mysqldump -uroot -p•••• shop >/srv/shop.sql\n  |                                   ^^^^\n',
      "3 | 0 4 30 2 * root curl -u 'ann:•••• https://example.net/\n  |     ^^^^\n",
      '6 | DATABASE=postgres://ann:••••@db/shop:$PATH\n  |                                      ^^^^^\n',
      '7 | * 4 * * * root restic --password=•••• check; restic --password=•••• backup /srv\n  |                                                                ^^^^\n',
    ];
    for (const excerpt of excerpts) assert.ok(stdout.includes(excerpt), `${excerpt}${stdout}`);
    const { stdout: page } = await check('--format', 'html');
    assert.ok(page.includes('-uroot -p<mark>••••</mark> shop'), page);
  });

  it('stay in patches and in what is mended', async () => {
    const { stdout } = await check('--diff=unsafe');
    assert.match(stdout, /^-export MYSQL_PWD=tr0ub4dor\n\+MYSQL_PWD=tr0ub4dor$/m);
    assert.doesNotMatch(stdout, /•/);
    const { left } = await check('--fix=unsafe');
    assert.ok(left !== text && left.includes('\nMYSQL_PWD=tr0ub4dor\n') && !left.includes('•'), left);
  });
});

describe('secrets in a comparison', () => {
  const job = (secret: string, more = '') => `0 3 * * * root mysqldump -uroot -p${secret} shop >/srv/shop.sql\n${more}`;
  const pages = async (before: string, after: string) => {
    const told = compareFormats.map((format) =>
      daemonlint(['compare', 'a', 'b', '--format', format], sides({ [CRONTAB]: before }, { [CRONTAB]: after })),
    );
    return (await Promise.all(told)).map(({ stdout }) => stdout);
  };

  it('are in none of its formats', async () => {
    for (const [before, after] of [
      ['', text],
      [text, ''],
      [text, text.replaceAll(/^(?=\d)/gm, '#')],
      [text.replaceAll(/^(?=\d)/gm, '# '), text],
      ['', text.replace('61 ', '1 ').replace('export ', '')],
    ] as const)
      for (const page of await pages(before, after)) {
        assert.match(page, /••••/);
        assert.doesNotMatch(page, /tr0ub4dor/);
      }
  });

  it('tell the jobs and variables apart all the same', async () => {
    const [{ jobs, variables }] = await compared(
      { [CRONTAB]: job('tr0ub4dor', 'MYSQL_PWD = "tr0ub4dor"\n') },
      { [CRONTAB]: job('tr0ub4dos', 'MYSQL_PWD = "tr0ub4dos"\n') },
    );
    const masked = 'mysqldump -uroot -p•••• shop >/srv/shop.sql';
    assert.deepEqual(
      jobs.map(({ changes }: { changes: unknown }) => changes),
      [[{ of: 'command', before: masked, after: masked }]],
    );
    assert.deepEqual(variables, [{ file: CRONTAB, name: 'MYSQL_PWD', before: '••••', after: '••••' }]);
    assert.deepEqual(await compared({ [CRONTAB]: job('tr0ub4dor') }, { [CRONTAB]: `\n${job('tr0ub4dor')}` }), []);
  });
});
