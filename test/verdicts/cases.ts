/** The 120 named cases of `crontab-cases.tsv`: a table for people, read back into verdicts. */
import { has } from '../../core/src/kinds/crontab/fields/bits.js';

/** A verdict as far as the table shows it: it cuts long texts and long sets short. */
export type Shown =
  | {
      readonly type: 'entry';
      readonly sets: Readonly<Record<string, { readonly values: readonly number[]; readonly cut: boolean }>>;
      readonly command?: string;
    }
  | { readonly type: 'assignment'; readonly text: string }
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'ignored' }
  /** Taken, or nothing to take. */
  | { readonly type: 'fine' };

export interface Case {
  readonly name: string;
  readonly line: string;
  readonly form: 'user' | 'system';
  readonly verdicts: Readonly<Record<string, string>>;
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\', "'": "'", '"': '"' };

/** A text as Python quotes it. */
const unquoted = (text: string): string =>
  text
    .replace(/^(['"])([\s\S]*)\1$/, '$2')
    .replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/g, (_, byte?: string, unit?: string, letter?: string) =>
      letter === undefined ? String.fromCharCode(Number.parseInt(byte ?? unit ?? '0', 16)) : (ESCAPES[letter] ?? letter),
    );

/** The table cuts long lines; the name says how long they were. */
function whole(name: string, line: string): string {
  const length = Number(/^long (?:cmd|env) (\d+)$/.exec(name)?.[1] ?? 0);
  return length === 0 ? line : line.replace(/a+$/, 'a'.repeat(length));
}

export function casesIn(table: string): Case[] {
  const [head = '', ...rows] = table.replace(/\n$/, '').split('\n');
  const names = head.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    const name = cells[0] ?? '';
    const verdicts = Object.fromEntries(names.slice(3).map((dialect, index) => [dialect, cells[index + 3] ?? '']));
    return { name, line: whole(name, unquoted(cells[1] ?? '')), form: cells[2] === '-s' ? 'system' : 'user', verdicts };
  });
}

export function shownIn(verdict: string): Shown {
  if (verdict.startsWith('ENV ')) return { type: 'assignment', text: verdict.slice(4) };
  if (verdict.startsWith('REJ (silently')) return { type: 'ignored' };
  // systemd-cron takes an `@` word that nobody knows, and hands it on.
  if (verdict.startsWith('REJ note ')) return { type: 'fine' };
  const short = /^REJ (garbled|truncated) /.exec(verdict)?.[1];
  if (short !== undefined) return { type: 'refused', message: short };
  if (verdict.startsWith('REJ ')) return { type: 'refused', message: verdict.slice(4).replace(/^user root: /, '') };
  if (!verdict.startsWith('OK ')) return { type: 'fine' };
  const sets: Record<string, { values: number[]; cut: boolean }> = {};
  for (const [, field = '', values = ''] of verdict.matchAll(/\b(min|hour|dom|mon|dow)=([\d,.]*)/g)) {
    const cut = values.includes('..');
    sets[field] = { values: (values.match(/\d+/g) ?? []).map(Number), cut };
  }
  const command = /cmd='(.*)$/.exec(verdict)?.[1];
  return { type: 'entry', sets, ...(command !== undefined && { command: unquoted(command.replace(/'$/, '')) }) };
}

const valuesIn = (hex: unknown): number[] => {
  const bits = BigInt(`0x${String(hex)}`);
  const set = { low: Number(bits & 0xffff_ffffn), high: Number(bits >> 32n) };
  return Array.from({ length: 64 }, (_, value) => value).filter((value) => has(set, value));
};

/** A full field is not shown, nor is one that nothing was set in beside `@reboot`. */
function setsAgree(shown: Extract<Shown, { type: 'entry' }>, own: Readonly<Record<string, unknown>>, random: boolean): boolean {
  return Object.entries(shown.sets).every(([field, { values, cut }]) => {
    if (random) return true;
    const mine = valuesIn(own[field]);
    return (cut ? mine.slice(0, values.length) : mine).join() === values.join();
  });
}

/** True when ours, as `parse --bits` prints it, says what the table shows. `random`: what was drawn is chance. */
export function agrees(shown: Shown, own: Readonly<Record<string, unknown>>, random: boolean): boolean {
  switch (shown.type) {
    case 'entry':
      return own.ok === 'entry' && setsAgree(shown, own, random) && String(own.cmd ?? '').startsWith(shown.command ?? '');
    case 'assignment':
      return own.ok === 'env' && String(own.env).startsWith(shown.text);
    case 'refused':
      return own.error === shown.message;
    case 'ignored':
      return own.ignored === true;
    case 'fine':
      return own.error === undefined && own.ignored === undefined;
  }
}
