/** What becomes of each wish: a line of a file, a service of the system, or a word on why it is left. */
import type { Fact } from '../../knowledge/fact.js';
import { hasSecureLogin } from '../../lint/lint.js';
import type { Launch } from '../../model/line.js';
import { usesOnly } from '../../rules/words.js';
import { isGuarded } from './guard.js';
import { linesStep } from './lines.js';
import type { LinesStep, PlanSystem, ServiceStep } from './model.js';
import { serviceStep } from './services.js';
import type { PlacedReading } from './system.js';
import { isRemoteLogin, isService, type PlacedLaunch, reasonOf, type Wish } from './wishes.js';

/** The step that is there with what another one sets besides; that other one where there is none. */
function withSettings(known: ServiceStep | undefined, { settings = [], ...step }: ServiceStep): ServiceStep {
  const own = known?.settings ?? [];
  const more = settings.filter(({ file }) => !own.some((one) => one.file === file));
  const all = [...own, ...more];
  return { ...(known ?? step), ...(all.length > 0 && { settings: all }) };
}

/** What is known of the host, and the steps so far. */
export class Planner {
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
    else if (isService(wish)) this.addService(wish, reasonOf(wish));
    else this.addLines(wish, reasonOf(wish));
  }

  /** True for a launch that a step turns off. */
  turnsOff(launch: Launch): boolean {
    return this.off.has(launch) || [...this.services.values()].some(({ fact }) => fact.id === launch.fact);
  }

  private addLines(wish: PlacedLaunch, reason: string): void {
    const step = linesStep(wish.file, wish.line, wish.launch, reason);
    if (typeof step === 'string') this.left.add(step);
    else {
      const key = `${step.path}\0${step.before}`;
      if (!this.lines.has(key)) this.lines.set(key, step);
      this.off.add(wish.launch);
    }
  }

  /** `reason`: for the comment above the step. */
  addService(placed: PlacedLaunch, reason: string): void {
    const { launch, fact, file } = placed;
    if (this.system === undefined) {
      this.asksForSystem = true;
      return;
    }
    // NetBSD has no command that changes its rc.conf.
    if (this.system === 'netbsd' && file.reading.document.kind === 'rc-conf') this.addLines(placed, reason);
    const step = serviceStep(this.system, launch.subject.text, fact, file.path, reason);
    if (step === undefined) this.left.add(`${launch.subject.text} in ${file.path}: no command takes such a name. Turn it off yourself.`);
    else this.services.set(step.names.join(), { step: withSettings(this.services.get(step.names.join())?.step, step), fact });
  }
}
