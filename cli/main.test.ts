import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { templates } from '../src/domain/templates/index.ts'
import { standardReference } from '../src/domain/templates/standardReference.ts'
import { writeProcessFile } from '../src/interchange/index.ts'
import { describeWithFixtures, fixture } from '../tests/kit/fixtures.ts'
import { main } from './main.ts'

/** A desk with files on it: what a command prints, writes and answers. */
async function desk(files: Record<string, string>) {
  const written: Record<string, string | Uint8Array> = {}
  const run = async (...argv: string[]) => {
    let out = ''
    let err = ''
    const code = await main(argv, {
      out: (text) => {
        out += text
      },
      err: (text) => {
        err += text
      },
      read: (path) => {
        const text = files[path]
        if (text !== undefined) return new TextEncoder().encode(text)
        if (path.startsWith('/')) return readFileSync(path)
        throw Object.assign(new Error(`no ${path}`), { code: 'ENOENT' })
      },
      write: (path, content) => {
        written[path] = content
      },
      color: false,
    })
    return { code, out, err }
  }
  return { run, written }
}

const counter = () => {
  let next = 0
  return () => {
    next += 1
    return `id-${next}`
  }
}
const [standardSix] = templates
if (!standardSix) throw new Error('There are no templates.')
const document = standardSix.build(counter())
const sound = await writeProcessFile(document, standardReference(''))
const proposal = Object.values(document.stages).find((stage) => stage.stageName === 'Proposal')
const broken = await writeProcessFile(
  {
    ...document,
    stages: {
      ...document.stages,
      ...(proposal ? { [proposal.id]: { ...proposal, defaultProbability: 140, stageName: 'Offer' } } : {}),
    },
  },
  standardReference(''),
)
const { run } = await desk({ 'sound.json': sound, 'broken.json': broken, 'cut.json': sound.slice(0, 400) })

describe('stagecraft lint', () => {
  it('finds nothing in a sound process', async () => {
    expect(await run('lint', 'sound.json')).toEqual({
      code: 0,
      out: 'Standard six\n  Nothing to complain about.\n',
      err: '',
    })
  })

  it('answers 1 where there are errors and names stage, rule and what to do', async () => {
    const { code, out } = await run('lint', 'broken.json')
    expect(code).toBe(1)
    expect(out).toMatch(/error +Offer +probability\/range +\S/)
    expect(out).toMatch(/\n {2}\d+ errors?, \d+ warnings?, \d+ hints?\n$/)
  })

  it('speaks JSON to machines', async () => {
    const { code, out } = await run('lint', '--json', 'broken.json')
    const answer = JSON.parse(out)
    expect([code, answer.process, answer.errors > 0]).toEqual([1, 'Standard six', true])
    expect(answer.problems).toContainEqual(
      expect.objectContaining({
        rule_id: 'probability/range',
        severity: 'error',
        at: expect.objectContaining({ name: 'Offer' }),
      }),
    )
  })
})

describe('stagecraft convert', () => {
  it('gives the same bytes for our own file', async () => {
    expect((await run('convert', 'sound.json')).out).toBe(sound)
  })

  it('draws a picture into a file', async () => {
    const { run: runHere, written } = await desk({ 'sound.json': sound })
    expect(await runHere('convert', 'sound.json', '--to', 'svg', '--out', 'a.svg')).toMatchObject({
      code: 0,
      out: '',
    })
    expect(written['a.svg']).toMatch(/^<svg .*Negotiation/s)
  })

  it('refuses a file that is of another format than said', async () => {
    expect((await run('convert', 'sound.json', '--from', 'hubspot')).err).toBe(
      'stagecraft: sound.json: Its format is “Stagecraft process”, not “HubSpot pipelines”. Drop --from or name another file.\n',
    )
  })
})

describe('stagecraft handbook', () => {
  const make = async (...argv: string[]) => {
    const { run: runHere, written } = await desk({ 'sound.json': sound })
    return { ...(await runHere('handbook', 'sound.json', ...argv)), written }
  }

  it('writes HTML under the name of the process, in the language asked for', async () => {
    const english = await make()
    expect(english).toMatchObject({ code: 0, out: 'Wrote standard-six-handbook.html.\n', err: '' })
    const page = String(english.written['standard-six-handbook.html'])
    expect(page).toMatch(/<html lang="en" dir="ltr">.*Stage by stage.*Negotiation.*It starts at Prospecting/s)
    const german = await make('--language', 'de', '--problems', '--out', 'buch.html')
    expect(String(german.written['buch.html'])).toMatch(/<html lang="de" dir="ltr">.*Prozesshandbuch/s)
  })

  it('writes a tagged PDF where asked to', async () => {
    const { code, out, written } = await make('--pdf', '--out', 'book.pdf', '--json')
    expect([code, JSON.parse(out)]).toEqual([
      0,
      { file: 'book.pdf', form: 'pdf', language: 'en', letters_missing: [] },
    ])
    const pdf = Buffer.from(written['book.pdf'] ?? '').toString('latin1')
    for (const mark of ['%PDF-1.7', '/Lang (en)', '/Marked true']) expect(pdf).toContain(mark)
  })

  it('asks to choose one form and a language that is there', async () => {
    expect((await make('--pdf', '--html')).err).toBe('stagecraft: --html --pdf: Choose one of the two.\n')
    expect((await make('--language', 'fr')).err).toBe(
      'stagecraft: --language fr: There is no such language. Use one of: en, de.\n',
    )
  })
})

describe('stagecraft diff', () => {
  it('names each changed field', async () => {
    expect((await run('diff', 'sound.json', 'broken.json')).out).toBe(
      '~ Stage Offer\n    stageName: “Proposal” → “Offer”\n    defaultProbability: 50 → 140\n',
    )
    const { code, out } = await run('diff', 'sound.json', 'broken.json', '--json')
    expect([code, JSON.parse(out).changes.length]).toEqual([0, 2])
  })

  it('says when there is none', async () => {
    expect(await run('diff', 'sound.json', 'sound.json')).toMatchObject({ code: 0, out: 'No differences.\n' })
  })
})

describe('stagecraft simulate', () => {
  it('solves a process of our own', async () => {
    const { code, out } = await run('simulate', '--exact', '--json', 'sound.json')
    const answer = JSON.parse(out)
    expect(code).toBe(0)
    expect(answer.pWin).toBeCloseTo(0.1, 12)
    expect(answer.notes).toEqual([])
    expect(Object.values(answer.names)).toContain('Prospecting')
    expect((await run('simulate', 'sound.json')).out).toMatch(/Won +10%/)
  })

  it('says in words what never ends', async () => {
    const trap = JSON.stringify({
      start: 'A',
      stages: [
        { id: 'A', kind: 'open', mean: 3, var: '1/2' },
        { id: 'B', kind: 'open' },
        { id: 'Won', kind: 'won' },
      ],
      transitions: [
        { from: 'A', to: 'Won', p: '3/4' },
        { from: 'A', to: 'B', p: 0.25 },
      ],
    })
    const { run: runHere } = await desk({ 'trap.json': trap })
    const answer = JSON.parse((await runHere('simulate', 'trap.json', '--exact', '--json')).out)
    expect(answer).toMatchObject({
      pWin: 0.75,
      pLost: 0,
      pNever: 0.25,
      trapped: ['B'],
      timeToLost: null,
      timeToWon: { mean: 3, var: 0.5 },
    })
    expect(answer.notes[0]).toBe('Nothing leads out of “B”: deals that get there stay.')
  })
})

describe('bad input', () => {
  it.each([
    [['lint', 'none.json'], 'stagecraft: none.json: There is no such file. Check the path.\n'],
    [['lint'], 'stagecraft: “lint” needs a file, but got 0. Usage: stagecraft lint FILE…\n'],
    [['diff', 'sound.json'], 'stagecraft: “diff” needs 2 files, but got 1. Usage: stagecraft diff A B\n'],
    [
      ['paint', 'sound.json'],
      'stagecraft: There is no command “paint”. Use one of: lint, convert, simulate, diff, handbook, client, audit, backup, restore, reset-second-factor.\n',
    ],
    [['reset-second-factor'], 'stagecraft: Say whose with --email ADDRESS.\n'],
    [['lint', '--fast', 'sound.json'], "stagecraft: Unknown option '--fast'. See stagecraft lint --help.\n"],
    [
      ['convert', 'sound.json', '--to', 'pdf'],
      'stagecraft: --to pdf: There is no such format. Use one of: stagecraft, svg.\n',
    ],
  ])('%j is answered by one sentence and 2', async (argv, err) => {
    expect(await run(...argv)).toEqual({ code: 2, out: '', err })
  })

  it('names the place in a file that is cut off', async () => {
    const { code, err } = await run('lint', 'cut.json')
    expect(code).toBe(2)
    expect(err).toMatch(/^stagecraft: cut\.json:\d+: /)
  })

  it('names what is wrong in a chain', async () => {
    const { run: runHere } = await desk({
      'c.json': JSON.stringify({ start: 'X', stages: [{ id: 'A', kind: 'open' }], transitions: [] }),
    })
    expect((await runHere('simulate', 'c.json')).err).toBe(
      'stagecraft: c.json: The start “X” is not among the stages. Correct the file.\n',
    )
  })
})

it('helps', async () => {
  expect((await run('--help')).out).toContain('diff A B')
  expect((await run('simulate', '--help')).out).toMatch(/^Win rate, days and visits/)
  expect((await run()).code).toBe(2)
})

it('runs as a program', () => {
  const bin = join(import.meta.dirname, 'stagecraft.js')
  const child = spawnSync(process.execPath, [bin, 'lint', 'missing.json'], { encoding: 'utf8' })
  expect([child.status, child.stdout]).toEqual([2, ''])
  expect(child.stderr).toMatch(/stagecraft: missing\.json: There is no such file\. Check the path\.\n$/)
}, 60_000)

describeWithFixtures('salesforce', (folder) => {
  it('a value set can be linted, converted, solved and compared with itself', async () => {
    const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
      name.endsWith('OpportunityStage.standardValueSet-meta.xml'),
    )
    const path = join(folder, file ?? '')
    expect([0, 1]).toContain((await run('lint', path)).code)
    const converted = await run('convert', path)
    expect(converted.err).toMatch(/guessed/)
    const { run: runHere } = await desk({ 'converted.json': converted.out })
    expect((await runHere('diff', path, 'converted.json')).out).toBe('No differences.\n')
    expect(JSON.parse((await runHere('simulate', 'converted.json', '--json')).out).pWin).toBeGreaterThan(0)
  })
})

describeWithFixtures('closed-form', () => {
  it('an exact case is answered under its own keys', async () => {
    const path = fixture('closed-form', 'random-05.json') ?? ''
    const { expected } = JSON.parse(readFileSync(path, 'utf8'))
    const answer = JSON.parse((await run('simulate', path, '--exact', '--json')).out)
    expect(answer.pWin).toBeCloseTo(expected.pWinF, 12)
    expect(Object.keys(answer).filter((key) => key in expected)).toEqual(
      Object.keys(answer).filter((key) => key !== 'notes'),
    )
  })
})
