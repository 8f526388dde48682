/** Folders on disk for tests of the server: made under the system's temporary folder, gone after the test. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../../scripts/temporary.mjs';

export interface Folder {
  /** The URI of the folder. */
  readonly root: string;
  readonly path: string;
  /** The URI of a file in it. */
  uri(file: string): string;
  write(file: string, text: string): string;
  /** Makes a symbolic link; it may lead nowhere. */
  link(file: string, target: string): string;
  remove(file: string): string;
}

/** A new folder with `files` in it. */
export function folder(files: Readonly<Record<string, string>> = {}, name = 'host'): Folder {
  const top = temporaryFolder('daemonlint-server-');
  const at = path.join(top, name);
  const place = (file: string): string => {
    const full = path.join(at, file);
    mkdirSync(path.dirname(full), { recursive: true });
    return full;
  };
  const uri = (file: string): string => pathToFileURL(path.join(at, file)).href;
  const here: Folder = {
    root: pathToFileURL(at).href,
    path: at,
    uri,
    write(file, text) {
      writeFileSync(place(file), text);
      return uri(file);
    },
    link(file, target) {
      symlinkSync(target, place(file));
      return uri(file);
    },
    remove(file) {
      rmSync(path.join(at, file), { recursive: true });
      return uri(file);
    },
  };
  mkdirSync(at);
  for (const [file, text] of Object.entries(files)) here.write(file, text);
  return here;
}
