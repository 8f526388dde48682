// Run by build.mjs: keeps what Node compiles of dist/cli-main.js beside it, for dist/cli.js to hand in again. The program is run once before,
// so that the functions which a review needs are compiled, too.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { root } from './prepare.mjs';

// Compiled code is taken by a V8 of the same flags alone.
setFlagsFromString(String(process.argv[2]));

const main = path.join(root, 'dist/cli-main.js');
const source = readFileSync(main, 'latin1');
const script = new Script(source, { filename: main });
process.argv = [process.execPath, main, 'check', '--fail-on', 'never', path.join(root, 'samples/debian')];
process.stdout.write = () => true;
process.on('exit', () => {
  const mark = source.slice(source.lastIndexOf('\n//') + 3);
  writeFileSync(path.join(root, 'dist/cli-main.cache'), Buffer.concat([script.createCachedData(), Buffer.from(mark, 'latin1')]));
});
script.runInThisContext()(createRequire(main));
