/** Arguments as they were given: Node hands over those that are no UTF-8, as names of old disks are, with something else in their place. */
import { readFileSync } from 'node:fs';
import { textOfBytes } from '../../workspace/src/index.js';

/** What Node puts where a byte is no UTF-8. */
const REPLACED = '\ufffd';

/** Where Linux keeps the words of the call, each with a NUL behind it. */
const CALL = '/proc/self/cmdline';

function bytesOfCall(): Uint8Array | undefined {
  try {
    return readFileSync(CALL);
  } catch {
    return undefined;
  }
}

/** `given` as texts that stand for their bytes; as they are where all are UTF-8, and where the system does not tell. */
export function rawArguments(given: readonly string[], call: () => Uint8Array | undefined = bytesOfCall): readonly string[] {
  if (!given.some((argument) => argument.includes(REPLACED))) return given;
  const words = textOfBytes(call() ?? new Uint8Array())
    .split('\0')
    .slice(0, -1);
  return words.length < given.length ? given : words.slice(words.length - given.length);
}
