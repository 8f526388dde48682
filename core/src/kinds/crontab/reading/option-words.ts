/** What dcron's words and options mean, in Markdown. */
import { passedWords } from '../schedule/words.js';
import { everyOf } from './entry-dcron.js';
import { readJobOptions } from './job-options.js';

const NEEDS = 'It needs a name: `ID=` before the command.';

/** What `word`, with its `@`, means to dcron; undefined for one that it does not know. */
export function dcronWord(word: string): string | undefined {
  if (word === '@reboot') return 'Once when crond starts.';
  if (word === '@noauto') return 'Never by itself: only when a job with `AFTER=` waits for it, or somebody names it in `cron.update`.';
  const every = everyOf(word.slice(1));
  return every === undefined
    ? undefined
    : `Whenever ${passedWords(every)} since its last run, which dcron keeps in a file; the hour is not fixed. ${NEEDS}`;
}

/** `job a, at most 30 minutes off`. */
function awaited(item: string): string {
  const [name = '', interval] = item.split('/', 2);
  const seconds = interval === undefined ? undefined : readJobOptions(`FREQ=${interval} x`, 0, false).options.every;
  return `\`${name}\`${seconds === undefined ? '' : `, if that is to run before ${passedWords(seconds)}`}`;
}

/** What an option says: `Runs whenever 1 day has passed since its last run.` Undefined where dcron cannot read it. */
export function describeOption(text: string): string | undefined {
  const { name, every, retry = 0, after } = readJobOptions(`${text} x`, 0, false).options;
  if (name !== undefined)
    return `The name of the job, by which others wait for it. The time of its last run is kept in a file called \`USER.${name}\`.`;
  if (every !== undefined) {
    const again = retry === every ? '' : ` A run that ends with status 11 (EAGAIN) is tried again once ${passedWords(retry)}.`;
    return `Runs at the first of its times once ${passedWords(every)} since its last run.${again}`;
  }
  if (after === undefined || after === '') return undefined;
  return `Waits until these jobs have ended well: ${after.split(',').map(awaited).join('; ')}.`;
}
