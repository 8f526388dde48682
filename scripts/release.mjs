// `npm run release -- v1.2.3`: makes the tag that CI uses. Its commit is HEAD with the built programs in it and nothing to install, so that an action, a hook or `npm install` from git has all that it needs.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build, fail, root } from './prepare.mjs';
import { temporaryFolder } from './temporary.mjs';

const [tag = ''] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
if (tag !== `v${manifest.version}`) fail(`the version is ${manifest.version}: call it v${manifest.version}, or change package.json first.`);

const work = temporaryFolder('daemonlint-release-');
// A list of files of its own: the person's stays as it is.
const env = { ...process.env, GIT_INDEX_FILE: path.join(work, 'index') };
const git = (args, input) => execFileSync('git', args, { cwd: root, env, encoding: 'utf8', ...(input !== undefined && { input }) }).trim();

/** Without what only developers install. */
function lean({ devDependencies, scripts, ...rest }) {
  return `${JSON.stringify(rest, undefined, 2)}\n`;
}

if (git(['tag', '--list', tag]) !== '') fail(`there is a tag ${tag} already.`);
build('--production');
git(['read-tree', 'HEAD']);
const programs = readdirSync(path.join(root, 'dist')).filter((name) => name.endsWith('.js'));
git(['add', '--force', '--', ...programs.map((name) => `dist/${name}`)]);
const blob = git(['hash-object', '-w', '--stdin'], lean(manifest));
git(['update-index', '--cacheinfo', `100644,${blob},package.json`]);
git(['rm', '--cached', '--quiet', '--', 'package-lock.json']);
const commit = git(['commit-tree', git(['write-tree']), '-p', 'HEAD', '-m', `${tag}, with its programs`]);
git(['tag', '--annotate', tag, commit, '-m', tag]);
process.stdout.write(`${tag} is ${commit}; \`git push origin ${tag}\` gives it to others.\n`);
