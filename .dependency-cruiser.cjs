// The laws of the house: who may import whom. docs/design.md says why; test/architecture shows that each one bites.
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

const law = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** The files that may use what belongs to Node alone: doors' `node.ts`, the command line, and what never ships. */
const AT_HOME_IN_NODE = '(^|/)node\\.ts$|^(cli|scripts|test)/|^[^/]+$';

module.exports = {
  forbidden: [
    law(
      'core-stands-alone',
      'core is pure language: no npm package, no node:, no vscode, no door.',
      { path: '^core/' },
      { pathNot: '^core/', dependencyTypesNot: ['unknown'] },
    ),
    law('text-is-ground', 'text imports only text.', { path: '^core/src/text/' }, { pathNot: '^core/src/text/' }),
    law(
      'knowledge-is-ground',
      'knowledge is data and lookups: it imports only knowledge.',
      { path: '^core/src/knowledge/' },
      { pathNot: '^core/src/knowledge/' },
    ),
    law('model-stands-on-text', 'model imports only model and text.', { path: '^core/src/model/' }, { pathNot: '^core/src/(model|text)/' }),
    law(
      'kinds-are-strangers',
      'a kind never imports another kind; what two kinds need belongs to text, model or knowledge.',
      { path: '^core/src/kinds/([^/]+)/' },
      { path: '^core/src/kinds/', pathNot: '^core/src/kinds/$1/' },
    ),
    law(
      'kinds-and-rules-stand-low',
      'kinds and rules import text, model and knowledge, and nothing that stands beside or above them.',
      { path: '^core/src/(kinds|rules)/' },
      { path: '^core/src/', pathNot: '^core/src/(text|model|knowledge|$1)/' },
    ),
    law(
      'only-the-catalog-knows-kinds',
      'rules, lint, features and index work for every kind alike; only catalog.ts names them.',
      { path: '^core/src/', pathNot: '^core/src/(kinds/|catalog\\.ts$)' },
      { path: '^core/src/kinds/' },
    ),
    law(
      'below-the-catalog',
      'lint and features are given what they work on; they never import the catalog or the index.',
      { path: '^core/src/(lint|features|catalog)' },
      { path: '^core/src/(catalog|index)\\.ts$' },
    ),
    law(
      'by-the-front-door',
      'whoever uses core or workspace imports its index.ts and nothing deeper.',
      { path: '^(workspace|server|cli|client)/' },
      { path: '^(core|workspace)/', pathNot: '^(core|workspace)/src/index\\.ts$|^workspace/src/node\\.ts$|^$1/' },
    ),
    law(
      'the-disk-is-for-node',
      "workspace's node.ts is the disk: only the command line and files named node.ts take it.",
      { pathNot: AT_HOME_IN_NODE },
      { path: '^workspace/src/node\\.ts$' },
    ),
    law(
      'workspace-is-shared-ground',
      'workspace runs anywhere: core, jsonc-parser and picomatch, no node:, no vscode, no door.',
      { path: '^workspace/', pathNot: '^workspace/src/node\\.ts$' },
      { pathNot: `^(workspace|core)/|${npm('jsonc-parser', 'picomatch', '@types/picomatch')}` },
    ),
    law(
      'doors-are-strangers',
      'server, cli and client never import each other.',
      { path: '^(server|cli|client)/' },
      { path: '^(server|cli|client)/', pathNot: '^$1/' },
    ),
    law(
      'client-speaks-only-lsp',
      'the client knows the editor and the protocol: no core, no workspace, no other package.',
      { path: '^client/' },
      { pathNot: `^client/|^vscode$|${npm('@types/vscode', 'vscode-languageclient')}`, dependencyTypesNot: ['core'] },
    ),
    law(
      'editor-only-in-the-client',
      'vscode and vscode-languageclient belong to the client (and to its tests).',
      { pathNot: '^(client|test)/' },
      { path: `^vscode$|${npm('@types/vscode', 'vscode-languageclient')}` },
    ),
    law(
      'protocol-only-in-the-server',
      'vscode-languageserver and its parts belong to the server (and to its tests).',
      { pathNot: '^(server|test)/' },
      { path: npm('vscode-languageserver[^/]*') },
    ),
    law(
      'protocol-types-at-the-edge',
      'inside the server only what holds the connection, convert and handlers know the protocol; the rest speaks core.',
      {
        path: '^server/',
        pathNot:
          '^server/src/(handlers/|convert/|(node|browser|server|session|guard|diagnostics|convert|trees|link-marks|client-files)\\.ts$)',
      },
      { path: npm('vscode-languageserver', 'vscode-languageserver-(protocol|types)', 'vscode-jsonrpc') },
    ),
    law(
      'node-only-at-home',
      'node: modules are for files named node.ts, the command line, scripts and tests.',
      { pathNot: AT_HOME_IN_NODE },
      { dependencyTypes: ['core'] },
    ),
    law(
      'node-entries-only-at-home',
      "a package's /node entry is for files named node.ts, the command line, scripts and tests.",
      { pathNot: AT_HOME_IN_NODE },
      { path: `${npm('[^/]+')}(lib/)?node(/|\\.)` },
    ),
    law('no-circles', 'no file reaches itself again through its imports.', {}, { circular: true }),
    law('tests-are-leaves', 'nothing imports test/.', { pathNot: '^test/' }, { path: '^test/' }),
    law(
      'packages-are-declared',
      'a package is imported only if package.json names it, and a path only if it leads somewhere.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'], pathNot: '^vscode$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'types', 'default'] },
  },
};
