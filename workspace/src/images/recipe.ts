/** A Dockerfile as what it does to files. Nothing is built. */
import { resolve } from '../paths.js';
import { type Instruction, instructionsIn } from './instructions.js';
import { addRun } from './run.js';
import { placed, type Stage } from './stage.js';
import { systemOfImage } from './system.js';
import { addVariables, expanded } from './variables.js';

export interface Recipe {
  readonly stages: readonly Stage[];
  /** What it has for a scheduler, as far as it speaks of one: a cron, or supercronic, which reads crontabs and is none. */
  readonly scheduler?: 'cron' | 'supercronic';
}

/** The words of an instruction, in either form; none where the list of one cannot be read. */
function wordsOf(content: string): readonly string[] {
  if (!content.startsWith('[')) return content.split(/\s+/).filter(Boolean);
  try {
    const list: unknown = JSON.parse(content);
    return Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string') : [];
  } catch {
    return [];
  }
}

/** The same as a command line. */
const commandsOf = (content: string): string => (content.startsWith('[') ? wordsOf(content).join(' ') : content.replaceAll('\n', ';'));

/** No file of the folder that is built: a here-document, or what is fetched. */
const ELSEWHERE = /^(?:<<|https?:|git@)/;

function addCopy(words: readonly string[], from: string | undefined, stage: Stage): void {
  const to = words.at(-1);
  const sources = words.slice(0, -1).filter((source) => !ELSEWHERE.test(source));
  if (to === undefined || sources.length === 0) return;
  stage.steps.push({ type: 'copy', sources, to: placed(stage, words.length > 2 ? `${to}/` : to), ...(from && { from }) });
}

function stageOf(content: string, stages: readonly Stage[]): Stage {
  const [base = '', as = '', name] = content.split(/\s+/);
  const parent = stages.filter((stage) => stage.name === base).at(-1);
  return {
    name: (/^as$/i.test(as) ? name : undefined) ?? String(stages.length),
    ...(parent && { parent }),
    steps: [],
    system: parent ? parent.system : systemOfImage(base),
    folder: parent?.folder ?? '/',
    user: parent?.user ?? 'root',
  };
}

/** Adds what an instruction does to files. */
function add({ keyword, flags }: Instruction, content: string, stage: Stage): void {
  if (keyword === 'WORKDIR') stage.folder = resolve(stage.folder, content.trim());
  else if (keyword === 'USER') stage.user = content.replace(/[:\s].*$/s, '');
  else if (keyword === 'RUN') addRun(commandsOf(content), stage);
  else if (keyword === 'COPY' || keyword === 'ADD') addCopy(wordsOf(content), flags.get('from'), stage);
}

/** The word for a daemon or a package, not a part of a path. */
const CRON = /(?:^|[\s"'[]|\/s?bin\/)(?:crond?|cronie|dcron)(?=$|[\s"',\]=])/m;

/** `crond -f -c /etc/cron.d` of BusyBox. */
const FOLDER_OPTION = /\bcrond\b[^;&|]*[\s"]-[a-z]*c\b/;

const RUNS = /^(?:RUN|CMD|ENTRYPOINT)$/;

/** Reads the text of a Dockerfile. Total: what means nothing is passed over. */
export function readRecipe(text: string): Recipe {
  const stages: Stage[] = [];
  // An ARG before all stages is for their FROM.
  const known = new Map<string, string>();
  const instructions = instructionsIn(text);
  for (const instruction of instructions) {
    const { keyword } = instruction;
    const content = expanded(instruction.content, known);
    const stage = stages.at(-1);
    if (keyword === 'ARG' || keyword === 'ENV') addVariables(instruction.content, known);
    else if (keyword === 'FROM') stages.push(stageOf(content, stages));
    else if (stage) add(instruction, content, stage);
  }
  const run = instructions.filter(({ keyword }) => RUNS.test(keyword));
  const hasCron = run.some(({ content }) => CRON.test(content));
  const scheduler = /supercronic/i.test(text) ? 'supercronic' : hasCron ? 'cron' : undefined;
  // A cron that is told where to look makes something else of each place.
  const isElsewhere = run.some(({ content }) => FOLDER_OPTION.test(content));
  return { stages: isElsewhere ? [] : stages, ...(scheduler && { scheduler }) };
}
