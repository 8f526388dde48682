// The examples of docs/cli.md: each `$` line of a console block is run, and what it prints is what stands there. UPDATE=1 writes it there.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { daemonlint } from './memory-io.js';

const PAGE = 'docs/cli.md';

/** A word as a shell reads it, with single quotes alone. */
const wordsOf = (command: string): string[] => (command.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'(.*)'$/, '$1'));

/** What `printf FORMAT` prints. */
const printed = (format: string): string => format.replace(/\\n/g, '\n').replace(/%%/g, '%');

/** What a terminal shows of `$ command`. */
async function shown(command: string): Promise<string> {
  const [, input, call = command] = /^printf ('[^']*') \| (.*)$/.exec(command) ?? [];
  const [program, ...args] = wordsOf(call);
  assert.equal(program, 'daemonlint', command);
  const { stdout, stderr } = await daemonlint(args, {}, { stdin: input === undefined ? '' : printed(input.slice(1, -1)) });
  return `${stderr}${stdout}`;
}

/** The block with what its commands print today. */
async function renewed(block: string): Promise<string> {
  const commands = block.split('\n').filter((line) => line.startsWith('$ '));
  const parts = await Promise.all(commands.map(async (line) => `${line}\n${await shown(line.slice(2))}`));
  return parts.join('');
}

describe('docs/cli.md', () => {
  it('shows what its examples print', async () => {
    const page = readFileSync(PAGE, 'utf8');
    const pieces = page.split(/(?<=^```console\n)([\s\S]*?)(?=^```$)/m);
    const now = (await Promise.all(pieces.map((piece, index) => (index % 2 === 1 ? renewed(piece) : piece)))).join('');
    assert.ok(pieces.length > 10);
    if (process.env.UPDATE) writeFileSync(PAGE, now);
    else assert.equal(page, now);
  });

  it('shares an example with the README', async () => {
    const readme = readFileSync('README.md', 'utf8').replace(/^ {4}/gm, '');
    const [, command = ''] = /^\$ (daemonlint schedule .*)$/m.exec(readme) ?? [];
    assert.ok(readme.includes(`$ ${command}\n${await shown(command)}`), command);
  });

  it('names every option of the commands that it describes', async () => {
    const page = readFileSync(PAGE, 'utf8');
    for (const command of ['plan', 'parse', 'schedule', 'baseline', 'compare']) {
      const { stdout } = await daemonlint([command, '--help']);
      for (const [, option = ''] of stdout.matchAll(/^ +(?:-\w, )?(--[a-z-]+)/gm))
        if (option !== '--help') assert.ok(page.includes(option), `${command} ${option}`);
    }
  });
});
