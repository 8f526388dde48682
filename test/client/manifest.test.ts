// package.json promises nothing that is not there: languages, grammars, files, commands, menus and settings fit together and fit the client.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { editorSamples } from '../kinds/index.js';
import { started } from './editor.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Language {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly configuration: string;
  readonly firstLine: string;
  readonly icon: { readonly light: string; readonly dark: string };
}

interface Setting {
  readonly default?: unknown;
  readonly scope?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly extensionKind: readonly string[];
  readonly capabilities: Readonly<Record<string, { readonly supported: boolean; readonly description: string }>>;
  readonly contributes: {
    readonly languages: readonly Language[];
    readonly grammars: readonly { readonly language?: string; readonly scopeName: string; readonly path: string }[];
    readonly commands: readonly { readonly command: string; readonly category: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const { grammars, commands, menus, configuration } = manifest.contributes;
/** Ours; `jsonc` is VS Code's own and only learns that .daemonlint.json is one of its files. */
const languages = manifest.contributes.languages.filter(({ id }) => id !== 'jsonc');
const declared = commands.map(({ command }) => command).sort();

describe('the manifest: the bundle', () => {
  it('is the same for Node and for browsers, and is in the package', () => {
    assert.equal(manifest.browser, manifest.main);
    assert.ok(
      read('.vscodeignore')
        .split('\n')
        .includes(`!${manifest.main.replace('./', '')}`),
    );
  });
});

describe('the manifest: languages', () => {
  it('are the ones that the client asks the server for, without a scheme', async () => {
    const { door } = await started();
    assert.deepEqual(
      door.clientOptions(manifest).documentSelector,
      languages.map(({ id }) => ({ language: id })),
    );
  });

  it('come with one command that may stand in a hover, and no other', async () => {
    const { door } = await started();
    assert.deepEqual(door.clientOptions(manifest).markdown, { isTrusted: { enabledCommands: ['daemonlint.showRule'] } });
  });

  for (const { id, configuration: file, icon, aliases } of languages) {
    it(`${id} has a grammar, a configuration, icons and a name`, () => {
      assert.equal(grammars.filter(({ language }) => language === id).length, 1);
      const { comments, wordPattern } = JSON.parse(read(file)) as { comments: object; wordPattern: string };
      assert.deepEqual(comments, { lineComment: '#' });
      assert.doesNotMatch('', new RegExp(`^(?:${wordPattern})$`));
      for (const image of [icon.light, icon.dark]) assert.match(read(image), /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      assert.ok(aliases.length > 0);
    });
  }

  it('are told by first lines that are theirs, and by no others', () => {
    const none = [
      '',
      '#',
      '# notes',
      '#!/bin/sh',
      '1 2 3 4 5',
      'total 0',
      '* a list',
      '@import x',
      'a stream of water',
      '{ "a": 1 }',
      '1,2,3',
      'xinetd:',
      'handlers: xinetd restarted:',
      'What xinetd is, and what the services that it starts are:',
    ];
    const own: readonly (readonly [string | undefined, readonly string[]])[] = [
      ...editorSamples.map(({ language, firstLines }) => [language, firstLines] as const),
      [undefined, none],
    ];
    for (const [id, lines] of own)
      for (const line of lines) {
        const taken = languages.filter(({ firstLine }) => new RegExp(firstLine).test(line)).map((language) => language.id);
        assert.deepEqual(taken, id === undefined ? [] : [id], JSON.stringify(line));
      }
  });

  it('have words that are whole: programs, services, numbers', () => {
    const words = (id: string, line: string) => {
      const file = languages.find((language) => language.id === id)?.configuration ?? '';
      return line.match(new RegExp((JSON.parse(read(file)) as { wordPattern: string }).wordPattern, 'g'));
    };
    for (const { language, words: sample } of editorSamples) assert.deepEqual(words(language, sample[0]), sample[1]);
  });

  it('each have a sample for these tests', () =>
    assert.deepEqual(editorSamples.map(({ language }) => language).sort(), languages.map(({ id }) => id).sort()));
});

describe('the manifest: grammars', () => {
  for (const { scopeName, path: file } of grammars)
    it(`${scopeName} is the scope that ${file} says`, () =>
      assert.equal((JSON.parse(read(file)) as { scopeName: string }).scopeName, scopeName));

  it('are all the grammars there are', () => {
    const files = readdirSync(path.join(root, 'syntaxes')).filter((name) => name.endsWith('.tmLanguage.json'));
    assert.deepEqual(grammars.map((grammar) => path.basename(grammar.path)).sort(), files.sort());
  });
});

describe('the manifest: commands', () => {
  it('are those that the client registers', async () => {
    const { on } = await started();
    assert.deepEqual([...on.commands.keys()].sort(), declared);
  });

  it('have one category and a title', () => {
    for (const { command, category, title } of commands) {
      assert.match(command, /^daemonlint\.\w+$/);
      assert.equal(category, 'daemonlint');
      assert.ok(title.length > 0);
    }
  });

  it('are in menus only when they exist', () => {
    const used = Object.values(menus).flatMap((items) => items.map(({ command }) => command));
    assert.deepEqual(
      used.filter((command) => !declared.includes(command)),
      [],
    );
  });

  it('that the server or a tree alone may give arguments to are not in the palette', () => {
    const hidden = (menus.commandPalette ?? []).filter(({ when }) => when === 'false').map(({ command }) => command);
    assert.deepEqual(hidden.sort(), [
      'daemonlint.afterFix',
      'daemonlint.copy',
      'daemonlint.copyHostCommand',
      'daemonlint.fixHostPlace',
      'daemonlint.openHostPlace',
      'daemonlint.openUntitled',
      'daemonlint.useLineFeeds',
    ]);
  });

  it('on entries are shown in each language, and only there', () => {
    const conditions = Object.values(menus)
      .flat()
      .flatMap(({ when }) => /editorLangId =~ \/(.*)\//.exec(when ?? '')?.[1] ?? []);
    assert.ok(conditions.length > 0);
    for (const condition of conditions) {
      for (const { id } of languages) assert.match(id, new RegExp(condition));
      assert.doesNotMatch('plaintext', new RegExp(condition));
    }
  });

  it('that the client lends to the server exist', async () => {
    const { door } = await started();
    const { commands: lent } = door.clientOptions(manifest).initializationOptions as { commands: readonly string[] };
    assert.deepEqual(
      lent.filter((command) => !declared.includes(command)),
      [],
    );
  });
});

describe('the manifest: settings', () => {
  const settings = Object.entries(configuration.properties);

  it('each say what they do, have a default and a scope', () => {
    for (const [name, { description, markdownDescription, scope, enum: values, enumDescriptions, ...rest }] of settings) {
      assert.match(name, /^daemonlint\./);
      assert.match(description ?? markdownDescription ?? '', /^[A-Z].*\.$/s, name);
      assert.ok('default' in rest, `${name} has no default`);
      assert.ok(scope === 'resource' || scope === 'window', name);
      assert.equal(enumDescriptions?.length, values?.length, name);
      if (values) assert.ok(values.includes(String(rest.default)), name);
    }
  });

  it('leave the hints behind crontab entries whole, which the editor cuts after 43 characters', () => {
    assert.deepEqual(manifest.contributes.configurationDefaults, { '[crontab]': { 'editor.inlayHints.maximumLength': 0 } });
  });

  it('are all that the client reads', () => {
    const sources = readdirSync(path.join(root, 'client/src')).map((file) => read(`client/src/${file}`));
    const keys = sources.flatMap((text) =>
      [...text.matchAll(/\.(?:inspect|get|update)(?:<[^()]*>)?\('([\w.]+)'/g)].map(([, key]) => `daemonlint.${key}`),
    );
    assert.ok(keys.length > 0);
    for (const key of keys) assert.ok(key in configuration.properties, `${key} is not declared`);
  });
});

describe('the manifest: the rest', () => {
  it('names files that exist', () => {
    for (const file of [manifest.icon, ...languages.flatMap(({ icon }) => Object.values(icon))])
      assert.ok(existsSync(path.join(root, file)), file);
  });

  it('has an icon of 128 by 128 pixels', () => {
    const png = readFileSync(path.join(root, manifest.icon));
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [128, 128]);
  });

  it('runs beside the files, in untrusted and virtual workspaces too', () => {
    assert.deepEqual(manifest.extensionKind, ['workspace']);
    for (const where of ['untrustedWorkspaces', 'virtualWorkspaces']) assert.equal(manifest.capabilities[where]?.supported, true, where);
  });
});
