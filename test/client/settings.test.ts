// The settings of the manifest offer what the core knows: kinds, forms, severities, and nothing else.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { audiences, dialectNamesOf, kinds, severities } from '../../core/src/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Values {
  readonly enum: readonly string[];
  readonly description: string;
}

const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  contributes: {
    languages: readonly { id: string }[];
    configuration: {
      properties: {
        'daemonlint.audience': Values;
        'daemonlint.severity': { additionalProperties: Values };
        'daemonlint.files': { additionalProperties: { properties: { kind: Values; form: Values; dialect: Values } } };
      };
    };
  };
};
const { properties } = contributes.configuration;
const files = properties['daemonlint.files'].additionalProperties.properties;

describe('the settings and the core', () => {
  it('know the same languages', () => {
    assert.deepEqual(
      contributes.languages
        .map(({ id }) => id)
        .filter((id) => id !== 'jsonc')
        .sort(),
      // Scripts of cron.daily have the editor's own language.
      kinds.flatMap(({ editor }) => editor.language?.id ?? []).sort(),
    );
  });

  it('know the same kinds', () => assert.deepEqual([...files.kind.enum].sort(), kinds.map(({ id }) => id).sort()));

  it('know the same forms, where there is a choice', () => {
    const settable = kinds.flatMap((kind) => Object.keys(kind.editor.forms).map((form) => [kind, form] as const));
    assert.deepEqual(
      files.form.enum,
      settable.map(([, form]) => form),
    );
    for (const [kind, form] of settable) assert.ok(kind.forms.includes(form) && kind.forms.length > 1, form);
    assert.deepEqual(
      kinds.flatMap(({ forms, editor }) => (forms.length > 1 ? forms.filter((form) => !(form in editor.forms)) : [])),
      // A directory of links is no file that one could set it for.
      ['directory'],
    );
  });

  it('know the same severities, and off', () => {
    assert.deepEqual(properties['daemonlint.severity'].additionalProperties.enum, [...severities, 'off']);
  });

  it('know the same audiences', () => assert.deepEqual(properties['daemonlint.audience'].enum, [...audiences]));

  it('name dialects that exist', () => {
    const named = /such as (.*)\./.exec(files.dialect.description)?.[1]?.split(/, | or /) ?? [];
    assert.ok(named.length > 0);
    const known = kinds.flatMap(dialectNamesOf);
    assert.deepEqual(
      named.filter((name) => !known.includes(name)),
      [],
    );
  });
});
