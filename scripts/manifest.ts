/** What package.json and the schema of .daemonlint.json say of the kinds, from the kinds themselves. */
import { spawnSync } from 'node:child_process';
import { kinds, type Language } from '../core/src/index.js';

/** Values that JSON can hold. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at `path` of `whole`, whose shape is ours. */
function objectAt(whole: JsonObject, ...path: readonly string[]): JsonObject {
  let value: Json | undefined = whole;
  for (const name of path) value = isObject(value) ? value[name] : undefined;
  if (!isObject(value)) throw new Error(`no object at ${path.join('.')}`);
  return value;
}

/** `whole` with another value at `path`. */
function withAt(whole: JsonObject, value: Json, name: string, ...rest: readonly string[]): JsonObject {
  const [next, ...others] = rest;
  return { ...whole, [name]: next === undefined ? value : withAt(objectAt(whole, name), value, next, ...others) };
}

const spoken: readonly { readonly kind: string; readonly language: Language }[] = kinds.flatMap(({ id, editor: { language } }) =>
  language ? [{ kind: id, language }] : [],
);

const languageOf = (kind: string, { tokenScopes: _, ...language }: Language): JsonObject => ({
  ...language,
  configuration: `./syntaxes/${kind}.language-configuration.json`,
  icon: { light: `./icons/${kind}-light.svg`, dark: `./icons/${kind}-dark.svg` },
});

/** Those of a list that are of no kind of ours: they stay as they are. */
const others = (list: Json | undefined, isOurs: (one: JsonObject) => boolean): readonly Json[] =>
  Array.isArray(list) ? list.filter((one: Json) => isObject(one) && !isOurs(one)) : [];

const OURS = `editorLangId =~ /^(${spoken.map(({ language }) => language.id).join('|')})$/`;

/** The conditions of menus that name our languages, with all of them. */
function withLanguages(value: Json): Json {
  if (typeof value === 'string') return value.replace(/editorLangId =~ \/\^\(.*?\)\$\//, () => OURS);
  if (Array.isArray(value)) return value.map(withLanguages);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withLanguages(inner)])) : value;
}

/** What the settings for a file may name. */
function fileSettings(properties: JsonObject): JsonObject {
  const forms = kinds.flatMap(({ editor }) => Object.entries(editor.forms));
  const { kind, form } = properties;
  if (!isObject(kind) || !isObject(form)) throw new Error('no kind and form in the settings of files');
  return {
    ...properties,
    kind: { ...kind, enum: kinds.map(({ id }) => id), enumDescriptions: kinds.map(({ title }) => title) },
    form: { ...form, enum: forms.map(([name]) => name), enumDescriptions: forms.map(([, words]) => words) },
  };
}

function packageOf(text: string): JsonObject {
  const whole = JSON.parse(text) as JsonObject;
  const contributes = objectAt(whole, 'contributes');
  const isGrammarOfKind = ({ language }: JsonObject) => language !== undefined;
  const files = ['configuration', 'properties', 'daemonlint.files', 'additionalProperties', 'properties'] as const;
  const made: JsonObject = {
    ...contributes,
    languages: [
      ...spoken.map(({ kind, language }) => languageOf(kind, language)),
      ...others(contributes.languages, ({ configuration }) => configuration !== undefined),
    ],
    grammars: [
      ...spoken.map(({ kind, language: { id } }) => ({
        language: id,
        scopeName: `source.${id}`,
        path: `./syntaxes/${kind}.tmLanguage.json`,
      })),
      ...others(contributes.grammars, isGrammarOfKind),
    ],
    semanticTokenScopes: spoken.flatMap(({ language: { id, tokenScopes } }) =>
      tokenScopes ? [{ language: id, scopes: tokenScopes }] : [],
    ),
    menus: withLanguages(objectAt(contributes, 'menus')),
  };
  return { ...whole, contributes: withAt(made, fileSettings(objectAt(made, ...files)), ...files) };
}

function schemaOf(text: string): JsonObject {
  const whole = JSON.parse(text) as JsonObject;
  const files = ['properties', 'files', 'additionalProperties', 'properties'] as const;
  return withAt(whole, fileSettings(objectAt(whole, ...files)), ...files);
}

/** As the formatter of the house would write it. */
function formatted(path: string, value: JsonObject): string {
  const args = ['node_modules/@biomejs/biome/bin/biome', 'format', `--stdin-file-path=${path}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { input: JSON.stringify(value, null, 2), encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** The files that hold parts of the kinds' making: path and the text that each should have, given how it reads now. */
export const manifests = (read: (path: string) => string): readonly (readonly [path: string, text: string])[] =>
  (
    [
      ['package.json', packageOf],
      ['schemas/daemonlint.schema.json', schemaOf],
    ] as const
  ).map(([path, make]) => [path, formatted(path, make(read(path)))]);
