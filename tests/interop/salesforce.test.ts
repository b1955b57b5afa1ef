/** Every real Salesforce file: it imports, or it says why not. Counts come from the raw text, not from our parser. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stagesInOrder } from '../../src/domain/process/process.ts'
import { stageKind } from '../../src/domain/process/stage.ts'
import type { SourceFile } from '../../src/interchange/index.ts'
import { describeWithFixtures } from '../kit/fixtures.ts'
import { documentOf, expectSound, lintOf, mustRead, readFiles } from './imported.ts'

const load = (path: string): SourceFile => ({
  name: basename(path),
  bytes: new Uint8Array(readFileSync(path)),
})
const count = (text: string, tag: string): number => text.split(`<${tag}>`).length - 1
const tags = (text: string, tag: string): string[] =>
  [...text.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map((match) =>
    (match[1] ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim(),
  )
/** Raw blocks of an element, each with its text. */
const blocks = (text: string, tag: string): string[] =>
  [...text.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map((match) => match[1] ?? '')

describeWithFixtures('salesforce', (folder) => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  const named = (pattern: RegExp) => files.filter((path) => pattern.test(path))
  const sets = named(/OpportunityStage\.standardValueSet(-meta\.xml)?$/)
  const objects = named(/Opportunity\.object(-meta\.xml)?$/)
  /** The configuration a file belongs to: everything above `objects/` or `standardValueSets/`. */
  const home = (path: string) => path.replace(/[/\\](objects|standardValueSets)[/\\].*$/, '')

  it('there are value sets and objects to test with', () => {
    expect(sets.length).toBeGreaterThanOrEqual(13)
    expect(objects.length).toBeGreaterThanOrEqual(8)
  })

  describe.each(sets.map((path) => [relative(folder, path), path]))('%s', (_, path) => {
    const text = readFileSync(path, 'utf8')
    const values = blocks(text, 'standardValue')

    it('imports every stage with its name, probability and outcome, right or wrong', async () => {
      const document = documentOf(await mustRead([load(path)]))
      await expectSound(document)
      const stages = stagesInOrder(document)
      expect(stages).toHaveLength(count(text, 'standardValue'))
      const raw = new Map(values.map((value) => [tags(value, 'fullName')[0], value]))
      for (const stage of stages) {
        const value = raw.get(stage.externalId ?? '') ?? ''
        const probability = tags(value, 'probability')[0]
        if (probability !== undefined) expect(stage.defaultProbability).toBe(Number(probability))
        const isWon = tags(value, 'won')[0] === 'true'
        const isClosed = tags(value, 'closed')[0] === 'true'
        expect(stageKind(stage)).toBe(isWon ? 'won' : isClosed ? 'lost' : 'open')
      }
    })

    it('keeps the order of the open stages', async () => {
      const document = documentOf(await mustRead([load(path)]))
      const open = stagesInOrder(document).filter((stage) => stageKind(stage) === 'open')
      const expected = values
        .filter((value) => tags(value, 'closed')[0] !== 'true')
        .map((value) => tags(value, 'fullName')[0])
      expect(open.map((stage) => stage.externalId)).toEqual(expected)
    })

    it('can also lead every stage to every other', async () => {
      await expectSound(documentOf(await mustRead([load(path)], { topology: 'all_to_all' })))
    })
  })

  describe.each(objects.map((path) => [relative(folder, path), path]))('%s', (_, path) => {
    const text = readFileSync(path, 'utf8')
    const inside = blocks(text, 'businessProcesses')
    const separate = files.filter(
      (file) => home(file) === home(path) && /\.businessProcess(-meta\.xml)?$/.test(file),
    )
    const processes = [...inside, ...separate.map((file) => readFileSync(file, 'utf8'))]
    const set = sets.find((file) => home(file) === home(path))

    it('alone: offers its business processes, or says which file to add', async () => {
      const result = await readFiles([load(path)])
      if (inside.length === 0) {
        expect(result).toMatchObject({
          ok: false,
          problem: { what: 'No opportunity stages in here (<CustomObject>).' },
        })
        return
      }
      expect(result.ok && result.choices.length).toBe(inside.length)
    })

    it('with the value set of its org: each business process has the stages it names', async () => {
      if (!set) {
        expect(inside.length + separate.length).toBeLessThanOrEqual(1)
        return
      }
      const dropped = [path, set, ...separate].map(load)
      const choices = (await mustRead(dropped)).choices
      expect(choices).toHaveLength(processes.length === 0 ? 0 : processes.length + 1)
      for (const process of processes) {
        const name = decodeURIComponent(tags(process, 'fullName')[0] ?? '')
        const document = documentOf(await mustRead(dropped, { businessProcess: name }))
        await expectSound(document)
        const wanted = blocks(process, 'values').map((value) =>
          decodeURIComponent(tags(value, 'fullName')[0] ?? ''),
        )
        expect(
          Object.values(document.stages)
            .map((stage) => stage.externalId)
            .toSorted(),
        ).toEqual(wanted.toSorted())
      }
    })
  })

  it('every other file says why it is no process', async () => {
    const others = files.filter(
      (path) => !sets.includes(path) && !objects.includes(path) && !/businessProcess/.test(path),
    )
    expect(others.length).toBeGreaterThan(20)
    for (const path of others) {
      const result = await readFiles([load(path)])
      expect(result.ok ? path : result.problem.remedy).toContain('OpportunityStage.standardValueSet-meta.xml')
    }
  })

  it('the linter flags what real orgs have wrong, and refuses none of them', async () => {
    const rules = async (part: string) => {
      const path = sets.find((file) => file.includes(part)) ?? ''
      return new Set(lintOf(documentOf(await mustRead([load(path)]))).map((problem) => problem.ruleId))
    }
    expect(await rules('HARDIS')).toContain('stage/closed-lost-count')
    expect(await rules('Tritech')).toContain('probability/decreases')
    expect(await rules('config/trial/')).toContain('probability/decreases')
    expect(await rules('adoption-sales')).not.toContain('probability/decreases')
  })
})
