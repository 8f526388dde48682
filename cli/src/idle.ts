/** What is said of ignores in configs that silence nothing. */
import { type Idle, idleness, type Problem, relativeTo, resolve } from '../../workspace/src/index.js';
import type { Io } from './io.js';
import type { CheckOptions } from './options.js';
import { problemText } from './report/problem.js';
import type { Reviewed } from './review.js';

export interface IdleWatch {
  /** Hears of files that were judged with all that is known of them. */
  hear(files: readonly Reviewed[]): void;
  /** Tells on standard error; `problems`: what was not reviewed, so that nobody knows what it would have silenced there. */
  tell(problems: readonly Problem[]): Promise<void>;
}

/** Only of whole folders it is known that nothing is silenced, and only where files are taken for what they are. */
export function idleWatch(paths: readonly string[], options: CheckOptions, io: Io): IdleWatch {
  const { audience, kind, form, dialect } = options;
  const watch = idleness({ audience });
  const isOpen = kind === undefined && form === undefined && dialect === undefined;

  async function folders(): Promise<readonly string[]> {
    const all = (paths.length === 0 ? [options.root ?? '.'] : paths.filter((path) => path !== '-')).map((path) => resolve(io.cwd, path));
    const types = await Promise.all(all.map((path) => io.files.stat(path).then(({ type }) => type)));
    return all.filter((_, index) => types[index] === 'directory');
  }

  const told = ({ project, at, message }: Idle): string =>
    problemText({ path: relativeTo(io.cwd, project.path) ?? project.path, place: at.start, message });

  return {
    hear: (files) => {
      for (const { input, reading } of files) watch.hear(input.project, input.source.path, () => reading);
    },
    async tell(problems) {
      if (!isOpen || problems.length > 0) return;
      for (const one of watch.idle(await folders())) io.stderr(`${told(one)}\n`);
    },
  };
}
