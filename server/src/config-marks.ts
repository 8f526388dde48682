/** What is wrong in configs that are not open, shown at its place. */
import type { Problem } from '../../workspace/src/index.js';
import { toConfigDiagnostic } from './convert/config.js';

export class ConfigMarks {
  /** URIs of configs in which something is wrong. */
  private readonly wrong = new Set<string>();

  constructor(
    private readonly send: (uri: string, diagnostics: ReturnType<typeof toConfigDiagnostic>[]) => void,
    private readonly isOpen: (uri: string) => boolean,
  ) {}

  /** Takes it back when it is right again; of an open config what is typed counts. */
  show(uri: string, problems: readonly Problem[]): void {
    if (problems.length === 0 && !this.wrong.delete(uri)) return;
    if (this.isOpen(uri)) return;
    if (problems.length > 0) this.wrong.add(uri);
    this.send(uri, problems.map(toConfigDiagnostic));
  }

  /** The config at `uri` went or changed, or a folder at `uri` left with all configs in it. */
  gone(uri: string): void {
    for (const wrong of this.wrong) if (wrong === uri || wrong.startsWith(`${uri}/`)) this.show(wrong, []);
  }
}
