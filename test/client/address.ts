// Addresses, as much of them as the client uses.

/** An address: only as much of an URI as the client looks at. */
export interface Address {
  readonly scheme: string;
  readonly path: string;
  readonly fsPath: string;
  toString(): string;
}

export function address(text: string): Address {
  const at = text.indexOf(':');
  if (at < 1) throw new Error(`no scheme in ${text}`);
  const path = text.slice(at + 1);
  return { scheme: text.slice(0, at), path, fsPath: path, toString: () => text };
}
