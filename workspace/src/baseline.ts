/** Baselines: findings that were there when somebody began to look, and are put up with. */
import { findNodeAtLocation } from 'jsonc-parser';
import type { Problem } from './files.js';
import { readJson } from './json.js';
import { listOf, shapeOf, text, whole } from './readers.js';

export const BASELINE_NAME = '.daemonlint-baseline.json';

/** Of the format; another one is not read. */
const VERSION = 1;

/** A finding that is put up with. */
export interface Accepted {
  /** Relative to the folder of the baseline, with `/`. */
  readonly path: string;
  readonly rule: string;
  /** Id of the Fact that it is about. */
  readonly subject?: string;
  /** By this it is known again; the rest is for those who read the file. */
  readonly fingerprint: string;
}

const AGAIN = 'write it anew with `daemonlint baseline`';

/** Reads the text of a baseline: what it accepts, or what is wrong with it, by place. */
export function parseBaseline(path: string, source: string): readonly Accepted[] | { readonly problems: readonly Problem[] } {
  const { tree, problems, report } = readJson(path, source);
  const version = tree && findNodeAtLocation(tree, ['version']);
  if (tree && problems.length === 0 && version?.value !== VERSION) {
    const is = version === undefined ? 'is no baseline, or one without a version' : `is a baseline of version ${version.value}`;
    report(version ?? tree, `${is}; this daemonlint reads version ${VERSION}: ${AGAIN}`);
  }
  if (tree === undefined && problems.length === 0) return { problems: [{ path, message: `is empty: ${AGAIN}` }] };
  const item = shapeOf<Accepted>({ path: text, rule: text, subject: text, fingerprint: text });
  const read =
    tree && problems.length === 0
      ? shapeOf<{ version: number; findings: readonly Partial<Accepted>[] }>({ version: whole, findings: listOf(item) })(tree, report)
      : undefined;
  if (problems.length > 0) return { problems };
  return (read?.findings ?? []).flatMap(({ path: file, rule, fingerprint, ...rest }) =>
    file === undefined || rule === undefined || fingerprint === undefined ? [] : [{ ...rest, path: file, rule, fingerprint }],
  );
}

const order = ({ path, rule, fingerprint }: Accepted): string => `${path}\0${rule}\0${fingerprint}`;

/** The text of a baseline: a finding on each line, in an order of its own, so that its diff shows what came and went. */
export function baselineText(accepted: readonly Accepted[]): string {
  const sorted = [...accepted].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const lines = sorted.map(({ path, rule, subject, fingerprint }) => `    ${JSON.stringify({ path, rule, subject, fingerprint })}`);
  return `{\n  "version": ${VERSION},\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}
