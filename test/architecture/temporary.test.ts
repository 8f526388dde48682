/** Temporary folders go, whatever becomes of who made them; and a suite that leaves something behind does not pass. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { root } from './planted.js';

const HELPER = path.join(root, 'scripts/temporary.mjs');

/** Runs a script that has made a folder with a file in it, in a temporary folder of its own; gives how it ended and what is left there. */
function run(end: string): { readonly status: number | null; readonly left: readonly string[] } {
  const place = temporaryFolder('daemonlint place-');
  const script = [
    `import { temporaryFolder } from ${JSON.stringify(pathToFileURL(HELPER).href)};`,
    "import { writeFileSync } from 'node:fs';",
    "writeFileSync(temporaryFolder('a folder-') + '/file', '');",
    'process.stdout.write("made");',
    end,
  ].join('\n');
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: place, TMP: place, TEMP: place },
  });
  assert.equal(stdout, 'made');
  return { status, left: readdirSync(place) };
}

/** What tells a process to end, and its exit code then. Windows has nothing of the kind: processes there are ended unheard. */
const SIGNALS: readonly (readonly [name: string, status: number])[] =
  process.platform === 'win32'
    ? []
    : [
        ['SIGHUP', 129],
        ['SIGINT', 130],
        ['SIGTERM', 143],
      ];

describe('a temporary folder', () => {
  it('goes with the process, whether that ends or fails', () => {
    assert.deepEqual(run(''), { status: 0, left: [] });
    assert.deepEqual(run('throw new Error();'), { status: 1, left: [] });
    assert.deepEqual(run('process.exit(3);'), { status: 3, left: [] });
  });

  for (const [signal, status] of SIGNALS) {
    it(`goes with a process that ${signal} ends`, () => {
      assert.deepEqual(run(`process.kill(process.pid, '${signal}'); setInterval(() => {}, 1000);`), { status, left: [] });
    });

    it(`goes too where the process hears ${signal} itself, and ends when it has done its own`, () => {
      const listening = `
        process.once('${signal}', () => setTimeout(() => process.exit(5), 50));
        process.kill(process.pid, '${signal}');
        setInterval(() => {}, 1000);`;
      assert.deepEqual(run(listening), { status: 5, left: [] });
    });
  }
});

describe('the hooks of all tests', function () {
  this.timeout(60_000);

  /** Runs one test with them. */
  function suite(body: string): { readonly status: number | null; readonly stdout: string } {
    const file = path.join(temporaryFolder('daemonlint suite-'), 'planted.test.ts');
    const lines = [
      `import { temporaryFolder } from ${JSON.stringify(HELPER)};`,
      "import { existsSync, writeFileSync } from 'node:fs';",
      "import { tmpdir } from 'node:os';",
      `describe('planted', () => { ${body} });`,
    ];
    writeFileSync(file, lines.join('\n'));
    return spawnSync(process.execPath, ['node_modules/mocha/bin/mocha.js', '--spec', file], { cwd: root, encoding: 'utf8' });
  }

  it('remove what a test made, though it failed, before the next one begins', () => {
    const { status, stdout } = suite(`
      let first;
      it('fails', () => { first = temporaryFolder('a-'); throw new Error('on purpose'); });
      it('sees nothing of it', () => { if (existsSync(first)) throw new Error('it is there'); console.log('WAS', first); });
    `);
    assert.match(stdout, /1 passing[\s\S]*1 failing[\s\S]*on purpose/);
    assert.equal(status, 1);
    const [, folder = ''] = /^WAS (.*)$/m.exec(stdout) ?? [];
    assert.ok(folder !== '' && !existsSync(path.dirname(folder)), 'nor is the folder of the run there');
  });

  it('let what hooks of a suite made be until the end', () => {
    const { status, stdout } = suite(`
      let folder;
      before(() => { folder = temporaryFolder('a-'); });
      for (const name of ['x', 'y']) it(name, () => writeFileSync(folder + '/' + name, ''));
    `);
    assert.equal(status, 0, stdout);
  });

  it('tell what is left in the temporary folder by any other way', () => {
    const { status, stdout } = suite("it('writes', () => writeFileSync(tmpdir() + '/forgotten', ''));");
    assert.match(stdout, /1 passing[\s\S]*1 failing[\s\S]*leave these behind[\s\S]*forgotten/);
    assert.equal(status, 1);
  });
});
