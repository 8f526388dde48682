/** Runs the command line: `run(args, io)` gives the exit code and touches nothing but `io`. */
import { parseArguments } from './args.js';
import { baseline } from './baseline.js';
import { check } from './check.js';
import { compare } from './compare/compare.js';
import { explain } from './explain.js';
import { reportHosts } from './hosts/report.js';
import { init } from './init.js';
import type { Io } from './io.js';
import { parse } from './parse.js';
import { plan } from './plan.js';
import { listRules } from './rules.js';
import { schedule } from './schedule.js';

/** 0 nothing found, 1 findings, 2 wrong use, unreadable input or a bug of ours, 130 ended by Ctrl-C. Never rejects. */
export async function run(args: readonly string[], io: Io): Promise<0 | 1 | 2 | 130> {
  try {
    const call = parseArguments(args, io);
    if (call.type === 'check') return await check(call.paths, call.options, io);
    if (call.type === 'baseline') return await baseline(call.paths, call.options, io);
    if (call.type === 'compare') return await compare(call.before, call.after, call.options, io);
    if (call.type === 'init') return await init(io);
    if (call.type === 'parse') return await parse(call.path, call.options, io);
    if (call.type === 'schedule') return await schedule(call.words, call.options, io);
    if (call.type === 'plan') return await plan(call.dir, call.options, io);
    if (call.type === 'report') return await reportHosts(call.folder, call.options, io);
    if (call.type === 'rules') return listRules(call.format, io);
    return call.type === 'explain' ? explain(call.name, io) : call.status;
  } catch (error) {
    const [said = ''] = String(error instanceof Error ? error.message : error).split('\n');
    io.stderr(`daemonlint: internal error: ${said}; please report it with the file that brings it about\n`);
    return 2;
  }
}
