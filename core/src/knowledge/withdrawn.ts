/** Programs that nobody needs once their daemon is off: the article of 2000 takes all permissions from them. */
const withdrawn: Readonly<Record<string, readonly string[]>> = {
  // setuid root
  atd: ['/usr/bin/at'],
  lpd: ['/usr/bin/lpq', '/usr/bin/lpr', '/usr/bin/lprm'],
};

/** Paths of the programs that go with the daemon whose Fact has the id `fact`. */
export const withdrawnWith = (fact: string): readonly string[] => withdrawn[fact] ?? [];
