/** What others put around and into a diff, taken out: colours, mails, the line ends of Windows, names written otherwise. */
import { textOfBytes } from '../../../workspace/src/index.js';

/** Bytes above 127 in quoted names are written by their octal digits: here they are what they stand for. */
const rawNames = (text: string): string =>
  text.replace(/^(?:diff --git |--- |\+\+\+ |(?:rename|copy) (?:from|to) ).*".*$/gm, (line) =>
    line.replace(/(?<!\\)(?:\\\\)*(?:\\[23][0-7]{2})+/g, (run) => {
      const slashes = /^(?:\\\\)*/.exec(run)?.[0] ?? '';
      const bytes = run.slice(slashes.length).match(/[0-7]{3}/g) ?? [];
      return slashes + textOfBytes(Uint8Array.from(bytes, (octal) => Number.parseInt(octal, 8)));
    }),
  );

/** A diff that went through a mail or an editor of Windows: every line ends in CRLF, those of the headers as well. */
const isCrlf = (text: string): boolean =>
  /^(?:diff --git|---|\+\+\+|@@) [^\n]*\r\n/m.test(text) && !/^(?:diff --git|---|\+\+\+|@@) (?:[^\n]*[^\r\n])?\n/m.test(text);

const COLOURED = /^(?:\x1b\[[\d;]*m)+(?:diff --git|--- |@@ )/m;
const COLOUR = /\x1b\[[\d;]*[mK]/g;

/** Of each mail of `git format-patch` only the diff is left: its head and its list of files look like one, and so does the signature. */
const withoutMail = (text: string): string =>
  text.replace(/^From [0-9a-f]{40,64} .*\n[\s\S]*?(?=^diff --git )/gm, '').replace(/^-- \n\d+\.\d.*\n+(?=diff --git |$(?![\s\S]))/gm, '');

/** The names of a change of mode stand in this line alone, and with other letters before them, or none, where git is set so. */
const usualNames = (text: string): string =>
  text.replace(/^diff --git (?:[ciow]\/(.+) [ciow]\/\1|(?![ab]\/)(.+) \2)$/gm, (_, lettered?: string, bare?: string) => {
    const name = lettered ?? bare ?? '';
    return `diff --git a/${name} b/${name}`;
  });

/** `text` as `git diff` would have written it. */
export function plainDiff(text: string): string {
  const lines = isCrlf(text) ? text.replaceAll('\r\n', '\n') : text;
  const plain = COLOURED.test(lines) ? lines.replace(COLOUR, '') : lines;
  return rawNames(usualNames(withoutMail(plain)));
}
