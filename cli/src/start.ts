/**
 * The program as it is called. It runs `cli-main.js`, and hands Node what was compiled of it at the build: to compile it anew takes longer
 * than to review a file. Another version of Node than that of the build refuses the compiled code and compiles the text, as it would without.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** The V8 of the build, and how it is to run: build.mjs says it, and why. Another one may not know the flags, and says so. */
declare const V8: { readonly version: string; readonly flags: string };

if (process.versions.v8 === V8.version) setFlagsFromString(V8.flags);

const main = path.join(__dirname, 'cli-main.js');
/** All of it is ASCII. */
const source = readFileSync(main, 'latin1');

/** The compiled code. It ends in the mark that `source` ends in; left over from another build, it would be run in the place of this one. */
function compiled(): Buffer | undefined {
  try {
    const code = readFileSync(path.join(__dirname, 'cli-main.cache'));
    const mark = source.slice(source.lastIndexOf('\n//') + 3);
    return code.subarray(-mark.length).toString('latin1') === mark ? code.subarray(0, -mark.length) : undefined;
  } catch {
    return undefined;
  }
}

/** Parts of Node that take it milliseconds to load, and that few calls need. */
const SELDOM: ReadonlySet<string> = new Set(['node:child_process', 'node:crypto']);

/** The module `name`, loaded when something of it is asked for. */
const deferred = (name: string): object =>
  new Proxy(
    {},
    {
      get: (_, key) => Reflect.get(require(name), key),
      ownKeys: () => Reflect.ownKeys(require(name)),
      // What the target has not must be said to be configurable.
      getOwnPropertyDescriptor: (_, key) => ({ ...Reflect.getOwnPropertyDescriptor(require(name), key), configurable: true }),
    },
  );

const cachedData = compiled();
const run = new Script(source, { filename: main, ...(cachedData && { cachedData }) }).runInThisContext() as (
  load: (name: string) => object,
) => void;
run((name) => (SELDOM.has(name) ? deferred(name) : require(name)));
