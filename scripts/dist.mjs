// `npm install` of a clone or from git: builds the programs where they are not there and can be built; a release has them.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build, root } from './prepare.mjs';

const canBuild = existsSync(path.join(root, 'node_modules', 'esbuild')) && existsSync(path.join(root, 'build.mjs'));
if (!existsSync(path.join(root, 'dist', 'cli.js')) && canBuild) build('--production');
