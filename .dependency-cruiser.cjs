/**
 * The architecture as rules: imports point down only, a room has one door, and each area may name only what
 * stands below it. `tests/laws/architecture.test.ts` breaks every one of these rules on purpose.
 */
const { builtinModules } = require('node:module')

const nodeModule = `^(node:)?(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`
const test = '\\.(test|cases)\\.tsx?$'
const pure = ['zod', 'immer', 'json-logic-engine', 'pure-rand']

/** Files of `area` may import own files, those of `below`, and packages. */
const layer = (area, below, comment) => ({
  name: `layer-${area.replace('src/', '')}`,
  comment,
  severity: 'error',
  from: { path: `^${area}/`, pathNot: test },
  to: {
    path: '^(src|server|mocks|cli|tests|bootstrap)/',
    pathNot: [area, ...below].map((folder) => `^${folder}/`),
  },
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that run into each other are one file in two places; types alone may point back.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-knows-nobody',
      comment: 'The domain imports itself and a few pure libraries; time, chance and input are parameters.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: test },
      to: { pathNot: ['^src/domain/', `node_modules/(${pure.join('|')})/`] },
    },
    layer('src/domain', [], 'The domain knows nobody.'),
    layer('src/contract', ['src/domain'], 'What is said on the wire knows only the domain.'),
    layer('src/interchange', ['src/domain'], 'A file format knows only the domain.'),
    layer(
      'src/editor',
      ['src/domain', 'src/contract', 'src/interchange', 'src/text'],
      'The editor is headless and knows no room, no component and no network.',
    ),
    layer(
      'src/data',
      ['src/domain', 'src/contract', 'src/interchange'],
      'The outside world is fetched and kept without knowing who shows it.',
    ),
    layer('src/text', [], 'The catalogue of words knows nobody.'),
    layer('src/ui', ['src/text'], 'House components know no process.'),
    layer(
      'src/features',
      ['src/editor', 'src/data', 'src/ui', 'src/text', 'src/contract', 'src/interchange', 'src/domain'],
      'A room stands on editor, data and house components.',
    ),
    layer(
      'src/app',
      [
        'src/features',
        'src/editor',
        'src/data',
        'src/ui',
        'src/text',
        'src/contract',
        'src/interchange',
        'src/domain',
        'mocks',
      ],
      'The building wires rooms together; it never reaches into the server.',
    ),
    layer(
      'server',
      ['src/contract', 'src/domain', 'src/interchange'],
      'The backend knows the contract and the domain, never a screen.',
    ),
    layer(
      'mocks',
      ['server', 'src/contract', 'src/domain', 'src/interchange'],
      'Mocks mount the server; there is no second backend.',
    ),
    layer(
      'cli',
      ['src/domain', 'src/interchange', 'src/contract', 'src/text', 'src/editor', 'server', 'bootstrap'],
      'The command line stands on the domain, the formats and the handbook.',
    ),
    {
      name: 'portable-code-without-node',
      comment: 'Everything under src, and the mocks, also runs in a browser.',
      severity: 'error',
      from: { path: '^(src|mocks)/', pathNot: test },
      to: { path: nodeModule },
    },
    {
      name: 'server-app-without-node',
      comment: 'server/app.ts is a fetch function that also runs inside a page.',
      severity: 'error',
      from: { path: '^server/app\\.ts$' },
      to: { path: nodeModule, reachable: true },
    },
    {
      name: 'rooms-do-not-know-each-other',
      comment: 'What two rooms need lives below them.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/([^/]+)/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'a-room-has-one-door',
      comment: 'Whoever is outside a room comes in by its index.ts.',
      severity: 'error',
      from: { path: '^(src/(?!features/)|server/|mocks/|cli/)' },
      to: { path: '^src/features/[^/]+/', pathNot: '^src/features/[^/]+/index\\.tsx?$' },
    },
    {
      name: 'react-flow-only-in-canvas',
      comment: 'React Flow draws, it never owns: only the canvas may know it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/features/canvas/' },
      to: { path: 'node_modules/@xyflow/' },
    },
    {
      name: 'production-imports-no-tests',
      comment: 'Tests and their kit are not shipped.',
      severity: 'error',
      from: { path: '^(src|server|mocks|cli)/', pathNot: test },
      to: { path: ['^tests/', test] },
    },
    {
      name: 'production-imports-no-dev-dependency',
      comment: 'What runs in production is a dependency.',
      severity: 'error',
      from: { path: '^(src|server|cli)/', pathNot: [test, '\\.d\\.ts$'] },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|dist-demo|data|\\.runtime|\\.tsbuild|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
}
