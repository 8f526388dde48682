/** Where a file of the folder that is built lies in the image in the end. */
import { matches } from '../globs.js';
import { baseName, join } from '../paths.js';
import type { Recipe } from './recipe.js';
import type { Stage, Step } from './stage.js';
import type { System } from './system.js';

/** Where an image has a file, and whose system it is, where that is known. */
export interface Placed {
  readonly path: string;
  readonly system?: System;
}

/** `./cron//` as `cron`; '' for the folder itself. */
const bare = (source: string): string => source.replace(/^(?:\.?\/+)+/, '').replace(/\/+$|^\.$/g, '');

/** Folders that are there before anything is copied into them. */
const FOLDER = /^\/(?:etc\/(?:cron\.d|crontabs|xinetd\.d)|var\/spool\/cron(?:\/crontabs)?)$/;

/** Where a file called `name` comes to lie that is put at `to`. */
const into = (to: string, name: string): string => (to.endsWith('/') || FOLDER.test(to) ? join(to, name) : to);

/** Where `path` comes to lie when `source` is copied to `to`; undefined where it is none of it. What is in a folder goes into `to`, the folder itself does not. */
function copied(path: string, source: string, to: string): string | undefined {
  if (source === '') return join(to, path);
  const parts = path.split('/');
  for (let count = parts.length; count > 0; count--) {
    // A pattern is of the whole path: one without a `/` fits no file in a folder below.
    if (!matches(`/${source}`, parts.slice(0, count).join('/'))) continue;
    const inside = parts.slice(count).join('/');
    return inside === '' ? into(to, baseName(path)) : join(to, inside);
  }
  return undefined;
}

/** The tables of users, as the system's cron has them. */
function spoolOf(system: System | undefined, user: string): string {
  if (system === 'alpine' || system === 'busybox') return `/etc/crontabs/${user}`;
  return system === 'fedora' || system === 'cronie' ? `/var/spool/cron/${user}` : `/var/spool/cron/crontabs/${user}`;
}

/** Where the steps of `stage` leave the file at `path`; `placesIn` tells the same of other stages. */
function leftBy(stage: Stage, path: string, placesIn: (name: string) => readonly string[]): readonly string[] {
  const places = new Set(stage.parent && placesIn(stage.parent.name));
  const copy = ({ sources, to, from }: Step & { readonly type: 'copy' }): void => {
    const files = from === undefined ? [path] : placesIn(from);
    for (const file of files)
      for (const source of sources) {
        const place = copied(bare(file), bare(source), to);
        if (place !== undefined) places.add(place);
      }
  };
  for (const step of stage.steps) {
    if (step.type === 'copy') copy(step);
    else if (!places.has(step.file)) continue;
    else if (step.type === 'crontab') places.add(spoolOf(stage.system, step.user));
    else {
      places.add(into(step.to, baseName(step.file)));
      if (step.moves) places.delete(step.file);
    }
  }
  return [...places];
}

/** All places at which the stages of `recipe` have the file that is called `path` in the folder of the build. */
export function placesOf({ stages }: Recipe, path: string): readonly Placed[] {
  const left: (readonly string[])[] = [];
  const placesIn = (name: string): readonly string[] =>
    left[stages.findIndex((stage, at) => stage.name === name || String(at) === name)] ?? [];
  for (const stage of stages) left.push(leftBy(stage, path, placesIn));
  return stages.flatMap(({ system }, at) => (left[at] ?? []).map((place) => ({ path: place, ...(system && { system }) })));
}
