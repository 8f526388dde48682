/** What the tests of the kind `listing` share. */
import { listing } from '../../core/src/kinds/listing/index.js';
import type { Context } from '../../core/src/model/context.js';
import type { Document } from '../../core/src/model/document.js';
import { bare } from '../support.js';

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

const forms = { form: 'mixed', dialects: ['redhat', 'debian'] };
export const context: Context = { path: 'x', kind: 'listing', ...forms, ...bare };
/** Of a form that joins the halves of a row. */
export const joined = (text: string) => listing.read(text, forms);

/** The commands that are offered for each launch, the first one of each. */
export function commands(text: string): (string | undefined)[] {
  const { document, disable, enable } = joined(text);
  return document.lines.flatMap((line, index) =>
    line.launches.map((launch) => (launch.state === 'on' ? disable : enable)(index, launch, context)[0]?.copy),
  );
}
