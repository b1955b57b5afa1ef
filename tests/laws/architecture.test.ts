/**
 * The architecture's rules are only worth what they catch: each is broken here on purpose, in a small copy of the
 * tree, and must be reported by name. The real tree must have been looked at file by file, for a cruiser that
 * understands no TypeScript reports success on nothing.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../bootstrap/command.ts'

type Files = Record<string, string>

/** Everything in its place: the rules must be silent about it. */
const sound: Files = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { zod: '*', react: '*', '@xyflow/react': '*' },
    devDependencies: { vitest: '*', 'fast-check': '*' },
  }),
  'src/domain/process/index.ts': `import { z } from 'zod'\nexport const name = z.string()`,
  'src/domain/process/name.test.ts': `import 'vitest'\nimport 'fast-check'\nimport './index.ts'`,
  'src/contract/stages.ts': `import '../domain/process/index.ts'`,
  'src/interchange/json.ts': `import '../domain/process/index.ts'`,
  'src/editor/editor.ts': `import '../domain/process/index.ts'`,
  'src/data/client.ts': `import '../contract/stages.ts'`,
  'src/ui/Button.tsx': `import 'react'`,
  'src/features/canvas/Canvas.tsx': `import '@xyflow/react'\nimport '../../editor/editor.ts'`,
  'src/features/canvas/index.ts': `export * from './Canvas.tsx'`,
  'src/features/problems/Problems.tsx': `import '../../ui/Button.tsx'`,
  'src/features/problems/index.ts': `export * from './Problems.tsx'`,
  'src/app/App.tsx': `import '../features/canvas/index.ts'\nimport '../features/problems/index.ts'`,
  'server/app.ts': `import '../src/contract/stages.ts'\nimport './handlers.ts'`,
  'server/handlers.ts': `import '../src/domain/process/index.ts'`,
  'server/main.ts': `import 'node:http'\nimport './app.ts'`,
  'mocks/browser.ts': `import '../server/app.ts'`,
  'cli/main.ts': `import 'node:fs'\nimport '../src/interchange/json.ts'`,
  'tests/kit/driver.ts': `import '../../src/app/App.tsx'`,
}

/** One broken promise each: the rule, the file that breaks it, and what is written there. */
const violations: readonly [rule: string, file: string, text: string, others?: Files][] = [
  ['no-cycles', 'src/ui/Egg.ts', `import './Hen.ts'`, { 'src/ui/Hen.ts': `import './Egg.ts'` }],
  ['nothing-unresolved', 'src/ui/Lost.ts', `import './nowhere.ts'`],
  ['domain-knows-nobody', 'src/domain/lint/clock.ts', `import 'node:perf_hooks'`],
  ['domain-knows-nobody', 'src/domain/lint/screen.ts', `import 'react'`],
  ['layer-domain', 'src/domain/lint/wire.ts', `import '../../contract/stages.ts'`],
  ['layer-domain', 'src/domain/lint/type.ts', `import type { a } from '../../contract/stages.ts'`],
  ['layer-domain', 'src/domain/lint/later.ts', `export const a = () => import('../../contract/stages.ts')`],
  ['layer-contract', 'src/contract/client.ts', `import '../data/client.ts'`],
  ['layer-interchange', 'src/interchange/wire.ts', `import '../contract/stages.ts'`],
  ['layer-editor', 'src/editor/save.ts', `import '../data/client.ts'`],
  ['layer-data', 'src/data/undo.ts', `import '../editor/editor.ts'`],
  ['layer-text', 'src/text/words.ts', `import '../ui/Button.tsx'`],
  ['layer-ui', 'src/ui/StageName.tsx', `import '../domain/process/index.ts'`],
  ['layer-features', 'src/features/problems/route.ts', `import '../../app/App.tsx'`],
  ['layer-app', 'src/app/database.ts', `import '../../server/handlers.ts'`],
  ['layer-server', 'server/screen.ts', `import '../src/editor/editor.ts'`],
  ['layer-mocks', 'mocks/screen.ts', `import '../src/app/App.tsx'`],
  ['layer-cli', 'cli/screen.ts', `import '../src/app/App.tsx'`],
  ['portable-code-without-node', 'src/data/disk.ts', `import 'node:fs'`],
  [
    'server-app-without-node',
    'server/app.ts',
    `import './disk.ts'`,
    { 'server/disk.ts': `import 'node:fs'` },
  ],
  ['rooms-do-not-know-each-other', 'src/features/problems/zoom.ts', `import '../canvas/index.ts'`],
  ['a-room-has-one-door', 'src/app/window.ts', `import '../features/canvas/Canvas.tsx'`],
  [
    'react-flow-only-in-canvas',
    'src/features/problems/graph.ts',
    `import type { Node } from '@xyflow/react'`,
  ],
  ['production-imports-no-tests', 'src/app/fake.ts', `import '../../tests/kit/driver.ts'`],
  ['production-imports-no-dev-dependency', 'server/chance.ts', `import 'fast-check'`],
]

const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function tree(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'stagecraft-architecture-'))
  folders.push(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `${text}\n`)
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

async function rulesOf(): Promise<Awaited<ReturnType<typeof extractOptions>>> {
  return extractOptions(join(root, '.dependency-cruiser.cjs'))
}

async function cruiseTree(baseDir: string): Promise<ICruiseResult> {
  const areas = ['src', 'server', 'mocks', 'cli', 'tests'].filter((area) =>
    readdirSync(baseDir).includes(area),
  )
  const { output } = await cruise(areas, { ...(await rulesOf()), baseDir, validate: true })
  if (typeof output === 'string') throw new Error('The cruiser answered in text.')
  return output
}

const broken = (result: ICruiseResult): string[] =>
  result.summary.violations.map((violation) => `${violation.rule.name} ← ${violation.from}`)

describe('the architecture rules', () => {
  it('are silent about a tree in which everything is in its place', async () => {
    const result = await cruiseTree(tree(sound))
    expect(broken(result)).toEqual([])
  })

  it.each(violations)('report %s when %s breaks it', async (rule, file, text, others = {}) => {
    const result = await cruiseTree(tree({ ...sound, ...others, [file]: text }))
    expect(broken(result)).toContain(`${rule} ← ${file}`)
  })

  it('are each broken on purpose above', async () => {
    const { ruleSet } = await rulesOf()
    const names = ruleSet?.forbidden?.map((rule) => rule.name) ?? []
    expect([...new Set(violations.map(([rule]) => rule))].sort()).toEqual([...names].sort())
  })
})

describe('the real tree', () => {
  let cruised: Set<string>
  const areas = ['src', 'server', 'mocks', 'cli', 'tests']
  const sources = (folder: string): string[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)

  beforeAll(async () => {
    const result = await cruiseTree(root)
    cruised = new Set(result.modules.map((module) => module.source))
  }, 120_000)

  it('is cruised file by file', () => {
    const files = areas.flatMap(sources)
    expect(files.filter((file) => !cruised.has(file))).toEqual([])
    expect(files.length).toBeGreaterThan(150)
  })
})
