/** Readers of JSON values: each takes what is right, reports what is not, and never gives up on the rest. */

import { getNodeValue, type Node } from 'jsonc-parser';
import { didYouMean } from '../../core/src/index.js';

export type Report = (node: Node, message: string) => void;

/** The value of `node`, or undefined after having reported why there is none. */
export type Reader<T> = (node: Node, report: Report) => T | undefined;

const shown = (node: Node): string =>
  node.type === 'object' || node.type === 'array' ? `this ${node.type}` : JSON.stringify(getNodeValue(node));

export const text: Reader<string> = (node, report) => {
  if (node.type === 'string') return String(node.value);
  report(node, `${shown(node)} is not a string`);
  return undefined;
};

export const whole: Reader<number> = (node, report) => {
  if (node.type === 'number' && Number.isInteger(node.value)) return Number(node.value);
  report(node, `${shown(node)} is not a whole number`);
  return undefined;
};

/** A string among `names`; `what` they are goes into the message. */
export const nameOf =
  <T extends string>(what: string, names: readonly T[]): Reader<T> =>
  (node, report) => {
    const said = text(node, report);
    const known = names.find((name) => name === said);
    if (said === undefined || known !== undefined) return known;
    const choice = names.length <= 8 ? `; it is one of ${names.map((name) => `“${name}”`).join(', ')}` : didYouMean(said, names);
    report(node, `“${said}” is not ${what}${choice}`);
    return undefined;
  };

/** A string that `isKnown` takes; `names` are offered for one that it does not. */
export const knownText =
  (what: string, isKnown: (said: string) => boolean, names: () => Iterable<string>): Reader<string> =>
  (node, report) => {
    const said = text(node, report);
    if (said === undefined || isKnown(said)) return said;
    report(node, `“${said}” is not ${what}${didYouMean(said, names())}`);
    return undefined;
  };

export const listOf =
  <T>(item: Reader<T>): Reader<readonly T[]> =>
  (node, report) => {
    if (node.type !== 'array') {
      report(node, `${shown(node)} is not a list: write [ … ]`);
      return undefined;
    }
    return (node.children ?? []).flatMap((child) => item(child, report) ?? []);
  };

interface Property {
  readonly key: Node;
  readonly name: string;
  readonly value: Node;
}

/** The properties of `node`, undefined for what is no object. Of a key that comes again the last counts, as wherever JSON is read; the others are reported. */
function propertiesOf(node: Node, report: Report): readonly Property[] | undefined {
  if (node.type !== 'object') {
    report(node, `${shown(node)} is not an object: write { … }`);
    return undefined;
  }
  const properties = new Map<string, Property>();
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (!(key && value)) continue;
    const name = String(key.value);
    const earlier = properties.get(name);
    if (earlier) report(earlier.key, `“${name}” comes again further down, and only that one counts: make one of the two`);
    properties.set(name, { key, name, value });
  }
  return [...properties.values()];
}

export const mapOf =
  <T>(key: Reader<string>, value: Reader<T>): Reader<Readonly<Record<string, T>>> =>
  (node, report) =>
    Object.fromEntries(
      (propertiesOf(node, report) ?? []).flatMap((property): [string, T][] => {
        const name = key(property.key, report);
        const read = value(property.value, report);
        return name === undefined || read === undefined ? [] : [[name, read]];
      }),
    );

/** An object whose keys are those of `table`. */
export const shapeOf =
  <T extends object>(table: { readonly [K in keyof T]: Reader<T[K]> }): Reader<Partial<T>> =>
  (node, report) => {
    const read: Partial<T> = {};
    for (const { key, name, value } of propertiesOf(node, report) ?? []) {
      const known = (Object.keys(table) as (keyof T & string)[]).find((candidate) => candidate === name);
      if (known === undefined) {
        report(key, `there is no key “${name}”${didYouMean(name, Object.keys(table)) || `; there are ${Object.keys(table).join(', ')}`}`);
        continue;
      }
      const got = table[known](value, report);
      if (got !== undefined) read[known] = got;
    }
    return read;
  };
