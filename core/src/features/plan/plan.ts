/** From the findings of a host to the steps that turn off what they speak of. */
import type { Fact } from '../../knowledge/fact.js';
import { factById } from '../../knowledge/index.js';
import { withdrawnWith } from '../../knowledge/withdrawn.js';
import { hasSecureLogin } from '../../lint/lint.js';
import { type Finding, severities } from '../../model/finding.js';
import { type Launch, notableLaunches } from '../../model/line.js';
import { usesOnly } from '../../rules/words.js';
import { spotAt } from '../places.js';
import { isGuarded } from './guard.js';
import { linesStep } from './lines.js';
import type { LinesStep, ModeStep, Plan, PlanSystem, ServiceStep } from './model.js';
import { queueStepFor } from './queue-step.js';
import { serviceStep } from './services.js';
import { isChangedByHand, type PlacedReading } from './system.js';

/** A launch that is to be turned off, and the finding that says so. */
interface Wish {
  readonly file: PlacedReading;
  readonly line: number;
  readonly launch: Launch;
  readonly fact: Fact;
  readonly finding: Finding;
}

const bySeverity = (a: Finding, b: Finding): number => severities.indexOf(a.severity) - severities.indexOf(b.severity);

/** The launches that findings offer to turn off, each once, with its worst finding. */
function wishesOf(file: PlacedReading): readonly Wish[] {
  const { document, findings } = file.reading;
  const found = new Map<Launch, Wish>();
  for (const finding of [...findings].sort(bySeverity)) {
    if (!finding.fixes.some(({ turns }) => turns === 'off')) continue;
    const spot = spotAt(document, finding.span.start);
    const launch = spot?.launch;
    const fact = launch?.fact === undefined ? undefined : factById(launch.fact);
    if (spot && launch?.state === 'on' && fact && !found.has(launch)) found.set(launch, { file, line: spot.index, launch, fact, finding });
  }
  return [...found.values()];
}

/** True for what the commands of the host turn off: a row of a listing, a variable of rc.conf. */
const isService = ({ launch }: Pick<Wish, 'launch'>): boolean => launch.when.type === 'runlevels';

const isRemoteLogin = ({ fact }: Wish): boolean => fact.traits?.includes('remote-login') ?? false;

const isSuperServer = ({ fact }: Pick<Wish, 'fact'>): boolean => fact.traits?.includes('super-server') ?? false;

/** Why, for the comment above a step. */
const reasonOf = ({ finding }: Wish): string => `${finding.message} (${finding.rule})`;

/** The step that is there with what another one sets besides; that other one where there is none. */
function withSettings(known: ServiceStep | undefined, { settings = [], ...step }: ServiceStep): ServiceStep {
  const own = known?.settings ?? [];
  const more = settings.filter(({ file }) => !own.some((one) => one.file === file));
  const all = [...own, ...more];
  return { ...(known ?? step), ...(all.length > 0 && { settings: all }) };
}

/** What is known of the host, and the steps so far. */
class Planner {
  readonly lines = new Map<string, LinesStep>();
  readonly services = new Map<string, { readonly step: ServiceStep; readonly fact: Fact }>();
  readonly left = new Set<string>();
  readonly off = new Set<Launch>();
  /** True when a service is to be turned off and nothing tells by which commands. */
  asksForSystem = false;

  constructor(
    private readonly files: readonly PlacedReading[],
    private readonly system: PlanSystem | undefined,
  ) {}

  private readonly isLockedIn = (): boolean =>
    !this.files.some(({ reading: { document, context } }) => hasSecureLogin(document, context.host));

  add(wish: Wish): void {
    const { fact, file } = wish;
    if (isGuarded(fact) || usesOnly(fact, wish.launch)) return;
    if (isRemoteLogin(wish) && this.isLockedIn())
      this.left.add(
        `${fact.name} in ${file.path}: no encrypted login is in sight on this host, so this may be the last way in. Turn it off once ssh works.`,
      );
    else if (isService(wish)) this.addService(wish);
    else this.addLines(wish);
  }

  private addLines(wish: Wish, reason = reasonOf(wish)): void {
    const step = linesStep(wish.file, wish.line, wish.launch, reason);
    if (typeof step === 'string') this.left.add(step);
    else {
      const key = `${step.path}\0${step.before}`;
      if (!this.lines.has(key)) this.lines.set(key, step);
      this.off.add(wish.launch);
    }
  }

  addService(wish: Wish, reason = reasonOf(wish)): void {
    const { launch, fact, file } = wish;
    if (isChangedByHand(file)) {
      this.addLines(wish, reason);
      if (this.off.has(launch)) this.left.add(`${launch.subject.text} runs until the next boot: /etc/rc.d/${launch.subject.text} onestop.`);
      return;
    }
    if (this.system === undefined) {
      this.asksForSystem = true;
      return;
    }
    const step = serviceStep(this.system, launch.subject.text, fact, file.path, reason);
    if (step === undefined) this.left.add(`${launch.subject.text} in ${file.path}: no command takes such a name. Turn it off yourself.`);
    else this.services.set(step.names.join(), { step: withSettings(this.services.get(step.names.join())?.step, step), fact });
  }
}

const launchesOf = (files: readonly PlacedReading[]) =>
  files.flatMap((file) =>
    file.reading.document.lines.flatMap((line, index) => notableLaunches(line).map((launch) => ({ file, line: index, launch }))),
  );

/** What a super-server reads: xinetd has files of its own. */
const servedBy = (script: string): string => (/^xinetd(?:\.service)?$/.test(script) ? 'xinetd' : 'inetd');

/** A super-server goes when its files are here and hold nothing that stays on. */
function addSuperServers(planner: Planner, files: readonly PlacedReading[], wishes: readonly Wish[]): void {
  const all = launchesOf(files);
  for (const { file, line, launch } of all) {
    const fact = launch.fact === undefined ? undefined : factById(launch.fact);
    if (launch.state !== 'on' || !fact || !isSuperServer({ fact }) || !isService({ launch })) continue;
    const served = all.filter((one) => one.file.reading.document.kind === servedBy(launch.subject.text));
    const finding = wishes.find((wish) => wish.launch === launch)?.finding;
    const name = launch.subject.text;
    const isConfigured = files.some(({ reading }) => reading.document.kind === servedBy(name));
    const stays = served.filter((one) => one.launch.state === 'on' && !planner.off.has(one.launch));
    if (!isConfigured && finding)
      planner.left.add(`${name} in ${file.path}: what it serves is in no file that was read. Look there before you turn it off.`);
    if (!isConfigured || stays.length > 0) continue;
    const why = `${name}: nothing is left for it to serve. It listens as root for nothing.`;
    planner.addService({ file, line, launch, fact, finding: finding ?? NO_FINDING }, why);
  }
}

const NO_FINDING: Finding = { rule: '', severity: 'info', span: { start: 0, end: 0 }, message: '', related: [], fixes: [] };

/** Entries that give a daemon work, such as those that call `at`: the work is theirs, so they stay. `facts`: what the plan turns off. */
function addCallers(planner: Planner, files: readonly PlacedReading[], wishes: readonly Wish[], facts: ReadonlySet<string>): void {
  const unwanted = new Set(wishes.map(({ launch }) => launch));
  for (const { file, launch } of launchesOf(files)) {
    const fact = launch.fact === undefined ? undefined : factById(launch.fact);
    if (launch.state !== 'on' || !fact || !usesOnly(fact, launch)) continue;
    const what = `${file.path} calls ${launch.subject.text}`;
    if (facts.has(fact.id)) planner.left.add(`${what}, and ${fact.name} is turned off here: give that job a line of its own in a crontab.`);
    else if (unwanted.has(launch))
      planner.left.add(`${what}, which needs ${fact.name}: commented out, that job would be lost. Give it a line of its own in a crontab.`);
  }
}

/** Later in the boot is stopped first. */
const startNumber = ({ links }: Fact): number => links?.find(({ start }) => start !== undefined)?.start ?? 50;

function modeSteps(system: PlanSystem | undefined, facts: readonly Fact[], isOn: (fact: string) => boolean): readonly ModeStep[] {
  if (system === 'freebsd' || system === 'openbsd') return [];
  return facts.flatMap((fact) => {
    const paths = withdrawnWith(fact.id);
    // The programs of CUPS have the same names.
    if (paths.length === 0 || (fact.id === 'lpd' && isOn('cups'))) return [];
    const reason = `With ${fact.name} off nobody needs ${paths.join(', ')}; the article of 2000 takes the permissions away, and the undo gives back those that were there.`;
    return [{ paths, reason }];
  });
}

/** The plan for the files of one host; `system` tells the commands, and where it is undefined and a service would need them, so is the plan. */
export function planOf(files: readonly PlacedReading[], system: PlanSystem | undefined): Plan | undefined {
  const planner = new Planner(files, system);
  const wishes = files.flatMap(wishesOf);
  for (const wish of wishes) if (!isSuperServer(wish)) planner.add(wish);
  addSuperServers(planner, files, wishes);
  if (planner.asksForSystem) return undefined;
  const services = [...planner.services.values()].sort((a, b) => startNumber(b.fact) - startNumber(a.fact));
  const facts = [...new Set(services.map(({ fact }) => fact))];
  const ids = new Set(facts.map(({ id }) => id));
  addCallers(planner, files, wishes, ids);
  const isOn = (id: string) => launchesOf(files).some(({ launch }) => launch.state === 'on' && launch.fact === id) && !ids.has(id);
  const queue = queueStepFor(files, ids.has('sendmail') && !isOn('postfix') && !isOn('exim'));
  if (typeof queue === 'string') planner.left.add(queue);
  return {
    system,
    sources: files.map(({ path }) => path),
    lines: [...planner.lines.values()],
    services: services.map(({ step }) => step),
    modes: modeSteps(system, facts, isOn),
    queue: typeof queue === 'string' ? undefined : queue,
    left: [...planner.left],
  };
}
