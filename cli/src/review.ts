/** Judges texts: first all are read for what they tell of their hosts, then each is judged with its host in view. */
import { type Audience, defaultSettings, type Finding, type Host, lint, type Reading, type Settings } from '../../core/src/index.js';
import { type Config, hostOf, type Project, rootsOf, settingsOf, systemOf } from '../../workspace/src/index.js';
import { fingerprinter } from './fingerprint.js';
import type { Input } from './gather.js';
import type { Io } from './io.js';

export interface Reviewed {
  readonly input: Input;
  readonly reading: Reading;
  /** Root of its host: what paths in its findings are relative to. */
  readonly root: string;
  /** What one of its findings is known by in later reviews. */
  readonly fingerprintOf: (finding: Finding) => string;
  /** Those of its findings that a baseline puts up with. */
  readonly accepted: ReadonlySet<Finding>;
}

const NONE: ReadonlySet<Finding> = new Set();

const documentOf = ({ source, choice }: Input): Reading['document'] => choice.kind.read(source.text, choice).document;

/** One settings object per project and host: rules remember by it what they said. */
function settingsMaker(
  io: Io,
  audience: Audience | undefined,
  inputsOf: (root: string) => readonly Input[],
  systems: ReadonlyMap<string, Host['system']>,
): (root: string, project: Project) => Settings {
  const hosts = new Map<string, Settings>();
  const known = new Map<string, Map<Project, Settings>>();
  const asked = (config: Config): Config => (audience === undefined ? config : { ...config, audience });
  const hostSettings = (root: string): Settings => {
    let settings = hosts.get(root);
    if (settings === undefined) {
      const files = inputsOf(root).map((input) => ({ path: input.source.path, document: documentOf(input) }));
      hosts.set(
        root,
        (settings = {
          ...defaultSettings,
          get zone() {
            return io.zone;
          },
          now: io.now,
          host: hostOf(root, files, systems.get(root)),
        }),
      );
    }
    return settings;
  };
  return (root, project) => {
    const ofRoot = known.get(root) ?? new Map<Project, Settings>();
    known.set(root, ofRoot);
    let settings = ofRoot.get(project);
    if (settings === undefined) ofRoot.set(project, (settings = settingsOf(asked(project.config), hostSettings(root))));
    return settings;
  };
}

/** What the files under each root tell of its system. */
async function systemsUnder(roots: Iterable<string>, io: Io): Promise<ReadonlyMap<string, Host['system']>> {
  return new Map(await Promise.all([...roots].map(async (root) => [root, await systemOf(io.files, root)] as const)));
}

/** `audience`: what the person asked for, over what the projects say. */
export async function review(inputs: readonly Input[], io: Io, audience?: Audience): Promise<Reviewed[]> {
  const roots = rootsOf(inputs.map(({ source, folder }) => ({ path: source.path, fallback: folder })));
  const rootOf = ({ source, folder }: Input): string => roots.get(source.path) ?? folder;
  const systems = await systemsUnder(new Set(inputs.map(rootOf)), io);
  const settings = settingsMaker(io, audience, (root) => inputs.filter((input) => rootOf(input) === root), systems);
  return inputs.map((input) => {
    const { source, choice, project } = input;
    const root = rootOf(input);
    const reading = lint(source.path, source.text, choice, settings(root, project), source.mode);
    return { input, root, reading, fingerprintOf: fingerprinter(reading), accepted: NONE };
  });
}
