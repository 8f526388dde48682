/** Where the output of a simple command goes. */
import type { Redirection } from '../../../text/shell/shell.js';

/** Where the output of one stream goes: a file, or wherever another stream goes. */
export interface Output {
  readonly redirection: Redirection;
  readonly stream: '1' | '2' | 'both';
  readonly target: string;
  readonly isCopy: boolean;
  readonly appends: boolean;
}

/** Undefined for input, for streams beside stdout and stderr, and for a copy of what is no stream. */
export function outputOf(redirection: Redirection): Output | undefined {
  const { operator, stream = '1', target } = redirection;
  if (target === undefined || operator.startsWith('<')) return undefined;
  const isCopy = operator === '>&' && /^\d+-?$|^-$/.test(target.text);
  if (operator === '>&' && stream === '2' && !isCopy) return undefined;
  const isBoth = operator.startsWith('&') || (operator === '>&' && !isCopy);
  if (!isBoth && stream !== '1' && stream !== '2') return undefined;
  return {
    redirection,
    stream: isBoth ? 'both' : stream === '2' ? '2' : '1',
    target: target.text,
    isCopy,
    appends: operator.endsWith('>>'),
  };
}

export const isFile = ({ isCopy, target }: Output): boolean => !isCopy && !target.startsWith('/dev/');

/** True where the stream goes elsewhere in the end: a later redirection takes it along. */
export const isRedirectedAgain = ({ stream }: Output, later: readonly Output[]): boolean =>
  later.some((other) => other.stream === stream || other.stream === 'both');
