/** Backslashes of which some crons take every second one away, where the shell then gives the program something else. */
import type { Span } from '../../../text/span.js';

type Quote = '' | '"' | "'";

/** The quotes of the shell around each character of `text`. */
function* quotesIn(text: string): Iterable<Quote> {
  let quote: Quote = '';
  let escaped = false;
  for (const unit of text.split('')) {
    yield quote;
    if (escaped) escaped = false;
    else if (unit === '\\' && quote !== "'") escaped = true;
    else if (quote === '' && (unit === '"' || unit === "'")) quote = unit;
    else if (unit === quote) quote = '';
  }
}

/** What a backslash in double quotes takes the meaning from; elsewhere it keeps itself there. */
const SPECIAL = /[$`"\n]/;

/** What means itself to the shell, with a backslash before it and without. */
const PLAIN = /^[\w./,:@-]$/;

/** What a program gets of `count` backslashes before `next`; whether `next` means itself is told where that matters. */
function got(quote: Quote, count: number, next: string): string {
  if (quote === "'") return `${count}`;
  const [whole, isLeft] = [Math.floor(count / 2), count % 2 === 1];
  // A last one stands for itself where nothing follows.
  if (next === '') return `${whole + (count % 2)}`;
  if (!isLeft || PLAIN.test(next)) return `${whole + (isLeft && quote === '"' ? 1 : 0)}`;
  return quote === '"' && !SPECIAL.test(next) ? `${whole + 1}` : `${whole} and itself`;
}

/** Who writes so many knows that half of them go, or means a number that nobody can tell. */
const KNOWING = 4;

/** The runs of backslashes in `command` of which half are taken, as cron does whatever quotes there are, and that matter: offsets into `command`. */
export function halvedIn(command: string): readonly Span[] {
  const quotes = [...quotesIn(command)];
  const found: Span[] = [];
  for (const { 0: run, index } of command.matchAll(/\\{2,}/g)) {
    const next = command.charAt(index + run.length);
    // An escaped percent sign loses its backslash to every cron.
    const count = run.length - (next === '%' ? run.length % 2 : 0);
    const quote = quotes[index] ?? '';
    const isHalved = got(quote, count, next) !== got(quote, Math.ceil(count / 2), next);
    if (isHalved && run.length < KNOWING) found.push({ start: index, end: index + run.length });
  }
  return found;
}
