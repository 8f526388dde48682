/** What a folder of the workspace holds, with the URIs by which the client knows it. */
import type { Host } from '../../core/src/index.js';
import { type Files, join, linkAt, onHost } from '../../workspace/src/index.js';
import type { Kept } from './kept-texts.js';
import type { Tree } from './tree.js';
import { uriOf } from './uri.js';

/** A script whose name and permission bits are judged, open or not. */
export interface PlacedScript extends Kept {
  readonly uri: string;
}

/** A directory of rc links as a listing. */
export interface PlacedListing extends Kept {
  readonly uri: string;
  linkUri(name: string): string;
}

/** A host, and where its files are. */
export interface PlacedHost {
  readonly host: Host;
  /** The URI of its root. */
  readonly root: string;
  /** Where an offset of one of its files is; a link, where the file is a directory of such: there are no lines in it. */
  uriAt(file: string, offset: number): { readonly uri: string; readonly isLink: boolean };
}

/** What is read where somebody asks for a whole host. */
export interface Ground {
  /** Of the workspace; '' outside of any, where only open files count. */
  readonly folder: string;
  /** Of the host. */
  readonly root: string;
  readonly files: Files;
  uriOf(path: string): string;
  /** True for what is read with it. */
  holds(uri: string): boolean;
}

export const scriptsIn = ({ prefix, scripts }: Tree): readonly PlacedScript[] =>
  [...scripts].map(([path, script]) => ({ ...script, uri: uriOf(prefix, path) }));

export const listingsIn = ({ prefix, listings }: Tree): readonly PlacedListing[] =>
  [...listings].map(([folder, listing]) => ({
    ...listing,
    uri: uriOf(prefix, folder),
    linkUri: (name) => uriOf(prefix, join(folder, name)),
  }));

export const hostsIn = ({ prefix, hosts, listings }: Tree): readonly PlacedHost[] =>
  hosts.all().map((host) => ({
    host,
    root: uriOf(prefix, host.root),
    uriAt: (file, offset) => {
      const path = onHost(host.root, file);
      const listing = listings.get(path);
      const link = listing && linkAt(listing.text, offset);
      return { uri: uriOf(prefix, link === undefined ? path : join(path, link)), isLink: link !== undefined };
    },
  }));
