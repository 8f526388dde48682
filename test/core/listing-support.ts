/** What the tests of the kind `listing` share. */
import { listing } from '../../core/src/kinds/listing/index.js';
import type { Document } from '../../core/src/model/document.js';

const options = { form: 'links', dialects: ['redhat', 'debian'] };
export const read = (text: string): Document => listing.read(text, options).document;

/** One word per launch: `name:state:levels`. */
export const launches = (text: string): string[] =>
  read(text).lines.flatMap((line) =>
    line.launches.map(
      ({ subject, state, when }) => `${subject.text}:${state}:${when.type === 'runlevels' ? when.levels.join('') : when.type}`,
    ),
  );

export const types = (text: string): string[] => read(text).lines.map(({ type }) => type);

/** The tokens of the first line: `role=text`. */
export const tokens = (text: string): string[] => (read(text).lines[0]?.tokens ?? []).map(({ role, text: said }) => `${role}=${said}`);

export const long = (name: string, mode = 'lrwxrwxrwx'): string => `${mode}  1 root root  17 Oct  1  2009 ${name}`;
