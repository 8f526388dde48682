// `npm run package`: builds for production, makes daemonlint-VERSION.vsix and looks into it: small, and nothing in it that users don't need.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build, fail, root, run } from './prepare.mjs';

const SIZE_LIMIT = 600_000;
const STRANGERS = /\.(ts|mts|cts|tsx|map|test\.\w+)$|(^|\/)(node_modules|test|src|scripts|out|samples)\//;

/** The names in a zip file, from its central directory (whose place the last 22 bytes tell: vsce writes no comment behind them). */
function namesInZip(zip) {
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== 0x06054b50) fail('the .vsix is not a zip file as expected.');
  const names = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(at + 28);
    names.push(zip.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names;
}

const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const out = `${name}-${version}.vsix`;
rmSync(path.join(root, out), { force: true });
build('--production');
const flags = ['--no-dependencies', '--allow-missing-repository', '--readme-path', 'client/README.md', '--out', out];
if (run(['node_modules/@vscode/vsce/vsce', 'package', ...flags]) !== 0) fail('vsce made no package; the messages above say why.');

const zip = readFileSync(path.join(root, out));
const strangers = namesInZip(zip).filter((entry) => STRANGERS.test(entry));
if (strangers.length > 0) fail(`${out} holds what users don't need: ${strangers.join(', ')}`);
if (zip.length >= SIZE_LIMIT) fail(`${out} has ${zip.length} bytes; the limit is ${SIZE_LIMIT}.`);
process.stdout.write(`${out}: ${(zip.length / 1000).toFixed(0)} kB\n`);
