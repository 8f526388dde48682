/** How docker is called: the options of `docker exec` and `docker run`, as far as they decide what the terminal has to do with it. */
import { baseName } from '../../../text/base-name.js';
import type { Command } from '../../../text/shell/commands.js';
import type { Word } from '../../../text/words.js';

/** Options of docker itself, before its command, that take the next word along. */
const GLOBAL = /^(?:-[cHl]|--(?:config|context|host|log-level|tlscacert|tlscert|tlskey))$/;

/** Letters of options that take a value, by the command. */
const VALUED: Readonly<Record<string, string>> = { exec: 'euw', run: 'acehlmpuvw' };

/** Long options that take none. */
const ALONE =
  /^--(?:detach|disable-content-trust|help|init|interactive|no-healthcheck|oom-kill-disable|privileged|publish-all|quiet|read-only|rm|sig-proxy|tty|use-api-socket)$/;

/** The words behind `exec` or `run` and all of its options; undefined for another command of docker. */
function optionsOf({ args }: Command): readonly { readonly word: Word; readonly letters: string }[] | undefined {
  let at = 0;
  for (let option = args[at]; option?.text.startsWith('-'); option = args[at]) at += GLOBAL.test(option.text) ? 2 : 1;
  if (args[at]?.text === 'container') at++;
  const valued = VALUED[args[at]?.text ?? ''];
  if (valued === undefined) return undefined;
  const found: { word: Word; letters: string }[] = [];
  for (let word = args[++at]; word !== undefined && /^-./.test(word.text) && word.text !== '--'; word = args[++at]) {
    const { text } = word;
    if (text.startsWith('--')) {
      found.push({ word, letters: '' });
      if (!text.includes('=') && !ALONE.test(text)) at++;
      continue;
    }
    const value = [...text].findIndex((letter, index) => index > 0 && valued.includes(letter));
    found.push({ word, letters: text.slice(1, value === -1 ? undefined : value + 1) });
    if (value === text.length - 1) at++;
  }
  return found;
}

/** The option by which `command` has docker want its input to be a terminal, and which makes it end with an error where there is none (docker 20.10 of Debian, run). */
export function terminalAskedBy(command: Command): Word | undefined {
  if (baseName(command.program.text) !== 'docker') return undefined;
  const options = optionsOf(command) ?? [];
  const withOption = (letter: string, long: string) =>
    options.find(({ word, letters }) => letters.includes(letter) || word.text === `--${long}` || word.text === `--${long}=true`);
  // Who puts it in the background, or says yes or no to an option, is left alone.
  if (withOption('d', 'detach') || options.some(({ word }) => /^-[a-z]*[it]=|^--(?:interactive|tty)=(?!true$)/.test(word.text)))
    return undefined;
  return withOption('i', 'interactive') && withOption('t', 'tty')?.word;
}
