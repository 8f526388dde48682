/** Tests that hold daemonlint against what not every machine has: a program, a system. */

/** `describe` where the machine has what is asked for. Elsewhere these are no tests, and a line says what nobody has tried. */
export function describeWhere(has: boolean, lack: string, title: string, suite: (this: Mocha.Suite) => void): void {
  if (has) describe(title, suite);
  else console.warn(`NOT TRIED: ${title}. ${lack}.`);
}

type Test = (title: string, test: Mocha.Func | Mocha.AsyncFunc) => unknown;

/** `it` on systems that have signals, pipes with names and permission bits. */
export const itOnPosix: Test = process.platform === 'win32' ? () => undefined : it;

/** `it` on Linux. */
export const itOnLinux: Test = process.platform === 'linux' ? it : () => undefined;
