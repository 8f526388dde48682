/** A job of anacron in words. */
import type { Token } from '../../../model/line.js';
import { counted } from '../schedule/lists.js';
import { type AnacronJob, asRead } from './job.js';

const NAMED: readonly (readonly [word: string, means: string])[] = [
  ['@monthly', 'once a month'],
  ['@yearly', 'once a year'],
  ['@annual', 'once a year'],
  ['@daily', 'once a day'],
  ['@weekly', 'once a week'],
];

/** `once every 7 days`; undefined for a word that no anacron knows. */
function periodWords(text: string): string | undefined {
  if (text.startsWith('@')) return NAMED.find(([word]) => text.startsWith(word))?.[1];
  if (!/^\d+$/.test(text)) return undefined;
  const days = Number(text);
  if (days === 0) return 'each time that anacron starts';
  return days === 1 ? 'once a day' : `once every ${days} days`;
}

/** `Runs once every 7 days.` */
export function describePeriod({ text }: Pick<Token, 'text'>): string | undefined {
  const words = periodWords(text.replaceAll('\\', ''));
  return words && `Runs ${words}.`;
}

export const describeDelay = ({ text }: Pick<Token, 'text'>): string | undefined =>
  /^\d+$/.test(text) ? `Waits ${counted(Number(text), 'minute')} after anacron's start.` : undefined;

/** `Once every 7 days, at the earliest 15 minutes after anacron starts`. */
export function jobWords({ period, delay }: AnacronJob): string {
  const words = periodWords(asRead(period)) ?? asRead(period);
  const waits = counted(Number(asRead(delay)), 'minute');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}, at the earliest ${waits} after anacron starts`;
}

/** In Markdown. */
export function aboutJob({ period, delay }: AnacronJob): string | undefined {
  const words = periodWords(asRead(period));
  const minutes = counted(Number(asRead(delay)), 'minute');
  return (
    words && `**Runs**: ${words}, at the earliest ${minutes} after anacron starts. A host that was off makes up for it when it is on again.`
  );
}
