/** Shell code between the assignments: it is left alone, and so are assignments that it may or may not reach. */

/** What a line of code tells those below it: how many blocks are open, or the word that ends a here-document. */
export type Inside = { readonly depth: number } | { readonly until: string };

export const decode = (carry: string): Inside => {
  const [type, ...rest] = carry.split('\t');
  if (type === 'until') return { until: rest.join('\t') };
  return { depth: Math.max(0, Math.trunc(Number(carry)) || 0) };
};

export const encode = (inside: Inside): string =>
  'until' in inside ? `until\t${inside.until}` : inside.depth === 0 ? '' : String(inside.depth);

const OPENS = /(?:^|[;&|(]|\b(?:then|do|else))[ \t]*(?:if|for|while|until|case|\{)(?=[ \t\n]|$)|\(\)[ \t]*\{/g;
const CLOSES = /(?:^|[;&|)])[ \t]*(?:fi|done|esac|\})(?=[ \t\n;&|)]|$)/g;
const HERE = /<<-?[ \t]*(["']?)(\w+)\1/;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** What `text`, a line of code, tells the next one. */
export function after(text: string, inside: Inside): Inside {
  if ('until' in inside) return text.trim() === inside.until ? { depth: 0 } : inside;
  const here = HERE.exec(text)?.[2];
  if (here !== undefined) return { until: here };
  const body = text.replace(/(?:^|[ \t])#.*$/, '');
  return { depth: Math.max(0, inside.depth + count(body, OPENS) - count(body, CLOSES)) };
}
