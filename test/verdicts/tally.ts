/** How a comparison with recorded verdicts turned out, and how it is told. */

/** How one dialect's lines turned out. */
export interface Tally {
  agreed: number;
  /** Turn on what exists on the recording machine: users, groups, services, sockets. */
  local: number;
  readonly listed: string[];
  readonly wrong: string[];
}

/** Prints how it went; gives the number of unlisted disagreements. */
export function report(what: string, { agreed, local, listed, wrong }: Tally): number {
  const others = [
    local > 0 ? `${local} turn on what exists on the recording machine` : '',
    listed.length > 0 ? `${listed.length} listed` : '',
  ];
  console.log([`${what}: ${agreed} agree, ${wrong.length} do not`, ...others.filter((text) => text !== '')].join('; '));
  for (const text of [...listed, ...wrong.slice(0, 20).map((one) => `WRONG ${one}`)]) console.log(`  ${text}`);
  return wrong.length;
}
