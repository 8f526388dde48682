// The Containerfile: judged by a linter of such files, and carried out step by step in a folder where no engine is to be had.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { bash, root, type Workspace, workspace } from './support.js';

const text = readFileSync('Containerfile', 'utf8');
const instructions = DockerfileParser.parse(text).getInstructions();

const wordsOf = (one: Instruction): readonly string[] => one.getArguments().map((argument) => argument.getValue());

/** The instructions of each stage, FROM left out. */
const [build, image] = instructions.reduce<Instruction[][]>((stages, one) => {
  if (one.getKeyword() === 'FROM') stages.push([]);
  else stages.at(-1)?.push(one);
  return stages;
}, []);
assert.ok(build && image);

const of = (stage: readonly Instruction[], keyword: string): readonly Instruction[] => stage.filter((one) => one.getKeyword() === keyword);

/** The command of a RUN, with its continuation lines and comments taken out. */
const commandOf = (one: Instruction): string => one.getArgumentsContent()?.replace(/\\\n/g, ' ') ?? '';

describe('Containerfile', function () {
  this.timeout(60_000);

  it('is what a linter of such files has nothing to say about, and would not be with a slip in it', () => {
    assert.deepEqual(validate(text), []);
    for (const [right, slip] of [
      ['ENTRYPOINT ["daemonlint"]', "ENTRYPOINT ['daemonlint']"],
      ['COPY --from=build', 'COPY --form=build'],
      ['USER node', 'USR node'],
    ] as const) {
      assert.ok(text.includes(right), right);
      assert.ok(validate(text.replace(right, slip)).length > 0, slip);
    }
  });

  it('runs as nobody in particular, over what is mounted', () => {
    const last = image.map((one) => one.getKeyword());
    assert.ok(last.indexOf('USER') > last.lastIndexOf('RUN'));
    assert.deepEqual(of(image, 'USER').map(wordsOf), [['node']]);
    assert.deepEqual(of(image, 'WORKDIR').map(wordsOf), [['/work']]);
    assert.deepEqual(
      image.slice(-2).map((one) => one.getArgumentsContent()),
      ['["daemonlint"]', '["check", "."]'],
    );
  });

  describe('carried out in a folder', () => {
    let place = '';
    let space: Workspace;
    const at = (name: string): string => path.join(place, name);

    /** What the engine would be given: all but what .containerignore names. */
    function sendContext(to: string): void {
      const ignored = new Set(readFileSync('.containerignore', 'utf8').split('\n').filter(Boolean));
      mkdirSync(to, { recursive: true });
      for (const name of readdirSync(root)) if (!ignored.has(name)) cpSync(path.join(root, name), path.join(to, name), { recursive: true });
    }

    before(() => {
      place = temporaryFolder('daemonlint-image-');
      space = workspace();
      sendContext(at('src'));
    });

    it('builds from nothing but its context, and needs no script of a package', () => {
      assert.deepEqual(of(build, 'COPY').map(wordsOf), [['.', '.']]);
      const [command = '', ...others] = of(build, 'RUN').map(commandOf);
      assert.deepEqual(others, []);
      const [install = '', ...rest] = command.split(' && ');
      assert.match(install, /^npm ci --ignore-scripts /);
      assert.ok(!existsSync(at('src/dist')) && !existsSync(at('src/node_modules')));
      // What `npm ci` would bring is here already: these tests run on it.
      symlinkSync(path.join(root, 'node_modules'), at('src/node_modules'));
      const { status, stderr } = bash(rest.join(' && '), at('src'), {});
      assert.deepEqual([status, stderr], [0, '']);
    });

    it('takes from the build what the program needs, and no more than that', () => {
      const copies = of(image, 'COPY').map((one) =>
        (one.getArgumentsContent() ?? '').split(/\s+/).filter((word) => !word.startsWith('--')),
      );
      for (const words of copies) {
        const folder = at(words.at(-1) ?? '');
        mkdirSync(folder, { recursive: true });
        for (const file of words.slice(0, -1)) cpSync(at(file), path.join(folder, path.basename(file)));
      }
      mkdirSync(at('usr/local/bin'), { recursive: true });
      const link = of(image, 'RUN')
        .map(commandOf)
        .find((command) => command.startsWith('ln '));
      const { status } = bash((link ?? '').replaceAll(' /', ` ${place}/`), place, {});
      assert.equal(status, 0);
      rmSync(at('src'), { recursive: true });
    });

    it('is the command line: reviews what is mounted, and asks the only other program that it has, git', () => {
      const [installs = ''] = of(image, 'RUN').map(commandOf);
      assert.match(installs, /apt-get install -y --no-install-recommends git &&/);
      const run = (...args: readonly string[]) =>
        spawnSync('daemonlint', args, { cwd: space.folder, encoding: 'utf8', env: { PATH: `${at('usr/local/bin')}:${process.env.PATH}` } });
      const [, check = ''] = image.slice(-2).map((one) => one.getArgumentsContent() ?? '');
      const all = run(...(JSON.parse(check) as string[]));
      assert.match(all.stdout, /^2 findings \(2 warnings\) in 2 files$/m);
      assert.deepEqual([all.status, all.stderr], [1, '']);
      assert.match(run('check', '--changed-since', 'main', '.').stdout, /^1 finding \(1 warning\) in 2 files$/m);
      assert.match(run('explain', 'telnet').stdout, /telnet/);
    });
  });
});
