/**
 * Reads the public files of a corpus folder beside the project, where there is one, as hosts: those of one repository under one root together. Prints what
 * rules say that look at other files of a host. So far that is nothing, and nothing is what it should be: exits 1 where there is something to look at.
 */
import { existsSync, readFileSync } from 'node:fs';
import { rules } from '../../core/src/index.js';
import { judge, readHosts } from '../../workspace/src/index.js';
import { memoryFiles, type Tree } from '../workspace/memory.js';

const corpus = new URL('../../../shared/corpus/', import.meta.url);

if (!existsSync(corpus)) {
  console.log('no corpus here: nothing to do');
  process.exit(0);
}

/** Ids of rules that hold for all kinds of file and are no matter of one line alone. */
const HOST_RULES: ReadonlySet<string> = new Set(
  rules
    .map(({ id }) => id)
    .filter((id) => /^(?:super-server|started-|jobs-not-run|last-login|portmap|queue-|essential-off)|\/overridden$/.test(id)),
);

/** Where a file of the corpus lies in its repository. */
function treeOf(list: string): Tree {
  const tree: Tree = {};
  for (const row of list.trim().split('\n').slice(1)) {
    const [kind = '', file = '', repository = '', path = ''] = row.split('\t');
    const at = new URL(`${kind}/${file}`, corpus);
    if (existsSync(at)) tree[`/${repository.replace('/', '+')}/${path}`] = new Uint8Array(readFileSync(at));
  }
  return tree;
}

async function main(): Promise<void> {
  const { hosts } = await readHosts(memoryFiles(treeOf(readFileSync(new URL('LIST.tsv', corpus), 'utf8'))), '/');
  const several = hosts.filter(({ members }) => members.length > 1);
  let found = 0;
  for (const host of hosts)
    for (const { member, reading } of judge(host, host.members, { zone: 'UTC', now: 0 }))
      for (const { rule, span, message } of reading.findings) {
        if (!HOST_RULES.has(rule)) continue;
        found++;
        console.error(`${member.source.path} ${rule}: ${member.source.text.slice(span.start, span.end)}\n  ${message}`);
        process.exitCode = 1;
      }
  console.log(`${hosts.length} hosts, ${several.length} of several files: ${found} findings of rules that look at a host`);
}

void main();
