/** What filling in several stages at once would do: from a form, or from the cells of a spreadsheet. */
import { v7 as newId } from 'uuid'
import type { StageChanges } from '../../domain/commands/changes.ts'
import type { CommandCall } from '../../domain/commands/registry.ts'
import { stagesInOrder } from '../../domain/process/process.ts'
import { type SalesStage, type StageKind, stageKind } from '../../domain/process/stage.ts'
import type { Editor } from '../../editor/editor.ts'
import { say, text } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import type { Plan, PlannedChange } from '../../ui/tables/plan.ts'
import { readField, type StageFieldId, stageFieldIds, writeField } from './stageFields.ts'

/** Texts by field; a field that is not there is not touched. */
export type StageTexts = Readonly<Partial<Record<StageFieldId, string>>>

type Step = PlannedChange & { readonly changes: StageChanges }

/** The same texts for each stage. What a stage has already is left out and said so. */
export function planBulk(editor: Editor, stageIds: readonly string[], texts: StageTexts): Plan {
  const { stages } = editor.store.getState().document
  const targets = stageIds.flatMap((id) => stages[id] ?? [])
  const steps = targets.flatMap((stage) => stepsFor(editor, stage, texts, { sayUnchanged: true }))
  return planOf(editor, steps, [])
}

/** Each row of texts for the stage beside it. */
export function planBlock(editor: Editor, stageIds: readonly string[], rows: readonly StageTexts[]): Plan {
  const { stages } = editor.store.getState().document
  const steps: Step[] = []
  rows.forEach((texts, index) => {
    const stage = stages[stageIds[index] ?? '']
    if (stage) steps.push(...stepsFor(editor, stage, texts, { taken: steps }))
    else steps.push(left(index, text('stageTable', 'pasteRow', { number: index + 1 }), 'pasteTooLong'))
  })
  return planOf(editor, steps, [])
}

/** Rows for stages of the same code or name; the others become new stages where `add` allows it. */
export function planByName(
  editor: Editor,
  rows: readonly StageTexts[],
  { match }: { readonly match: boolean },
): Plan {
  const stages = Object.values(editor.store.getState().document.stages)
  const steps: Step[] = []
  const added: { readonly id: string; readonly texts: StageTexts; readonly changes: StageChanges }[] = []
  rows.forEach((texts, index) => {
    const same = (a: string, b: string | undefined) =>
      b !== undefined && b !== '' && a.toLowerCase() === b.toLowerCase()
    const stage = match
      ? (stages.find(({ stageCode }) => same(stageCode, texts.code)) ??
        stages.find(({ stageName }) => same(stageName, texts.name)))
      : undefined
    if (stage) {
      // What a row is found by is not also a change of it where it only differs in case.
      steps.push(...stepsFor(editor, stage, texts, { taken: steps }))
      return
    }
    const subject = texts.name?.trim() || text('stageTable', 'pasteRow', { number: index + 1 })
    const given = stageFieldIds.filter((field) => texts[field] !== undefined && texts[field] !== '')
    const read = given.map((field) =>
      stepFor(editor, null, field, texts[field] ?? '', { subject, index, taken: steps }),
    )
    const wrongName = read.find((step, at) => given[at] === 'name' && step.refusal !== null)
    if (!given.includes('name')) steps.push(left(index, subject, 'nameMissing'))
    else if (wrongName) steps.push(wrongName)
    else {
      // As for a stage that is there: what is wrong stays out, and the rest comes.
      steps.push(...read)
      added.push({ id: newId(), texts, changes: Object.assign({}, ...read.map(({ changes }) => changes)) })
    }
  })
  return planOf(editor, steps, added)
}

function left(index: number, subject: string, why: 'pasteTooLong' | 'nameMissing'): Step {
  const refusal = text('stageTable', why)
  return { id: `row ${index}`, subject, field: '', was: '', becomes: '', refusal, changes: {} }
}

function stepsFor(
  editor: Editor,
  stage: SalesStage,
  texts: StageTexts,
  { sayUnchanged = false, taken = [] }: { readonly sayUnchanged?: boolean; readonly taken?: readonly Step[] },
): Step[] {
  return stageFieldIds.flatMap((field) => {
    const given = texts[field]
    if (given === undefined) return []
    const subject = stage.stageName.trim() || text('stageTable', 'unnamed')
    const step = stepFor(editor, stage, field, given, { subject, index: 0, taken })
    // A closed stage in a sheet has its own 100 or 0 in it: that is no change and no mistake.
    if (step.refusal !== null) return step.was === given.trim() && !sayUnchanged ? [] : [step]
    if (step.was !== step.becomes) return [step]
    return sayUnchanged ? [{ ...step, refusal: text('tables', 'sameAlready') }] : []
  })
}

function stepFor(
  editor: Editor,
  stage: SalesStage | null,
  field: StageFieldId,
  given: string,
  {
    subject,
    index,
    taken,
  }: { readonly subject: string; readonly index: number; readonly taken: readonly Step[] },
): Step {
  const { document, reference } = editor.store.getState()
  const base = {
    id: `${stage?.id ?? `new ${index}`} ${field}`,
    subject,
    field: text('stageTable', field),
    was: stage ? writeField(field, stage, reference) : '',
  }
  const read = readField(field, given, { document, reference, stage })
  if ('reason' in read) return { ...base, becomes: given.trim(), refusal: read.reason, changes: {} }
  const code = read.changes.stageCode?.toLowerCase()
  const twin = code !== undefined && taken.some(({ changes }) => changes.stageCode?.toLowerCase() === code)
  if (twin) return { ...base, becomes: given.trim(), refusal: text('stageTable', 'codeTwice'), changes: {} }
  const becomes = stage ? writeField(field, { ...stage, ...read.changes }, reference) : given.trim()
  return { ...base, becomes, refusal: null, changes: read.changes }
}

function planOf(
  editor: Editor,
  steps: readonly Step[],
  added: readonly { readonly id: string; readonly texts: StageTexts; readonly changes: StageChanges }[],
): Plan {
  const { stages } = editor.store.getState().document
  const changes: Record<string, StageChanges> = {}
  for (const step of steps) {
    const stageId = step.id.slice(0, step.id.lastIndexOf(' '))
    if (step.refusal === null && stages[stageId]) changes[stageId] = { ...changes[stageId], ...step.changes }
  }
  const changed = Object.keys(changes).length
  const submit =
    changed > 0 && added.length > 0
      ? text('stageTable', 'planBoth', { changed, added: added.length })
      : changed > 0
        ? text('stageTable', 'planChange', { count: changed })
        : added.length > 0
          ? text('stageTable', 'planAdd', { count: added.length })
          : null
  return {
    changes: steps,
    submit,
    apply: () => {
      const calls: CommandCall[] = changed > 0 ? [{ id: 'updateStages', payload: { changes } }] : []
      let afterStageId = lastOpen(editor)
      for (const { id, changes: all } of added) {
        const { isClosedWon, isClosedLost, ...rest } = all
        const kind: StageKind = isClosedWon ? 'won' : isClosedLost ? 'lost' : 'open'
        const place = afterStageId === undefined ? {} : { afterStageId }
        calls.push({ id: 'addStage', payload: { id, kind, ...place, changes: rest } })
        afterStageId = id
      }
      const [only] = calls
      if (!only) return text('tables', 'nothingChanges')
      // What is kept with the process is English, as all that the commands say of themselves.
      const title = `Fill in stages: ${changed} changed, ${added.length} added`
      const done = editor.run(calls.length === 1 ? only : { id: 'applyFix', payload: { title, calls } })
      if (!done.ok) return say(done.reason)
      if (added.length === 0) announce(text('stageTable', 'changed', { count: changed }))
      if (added.length > 0) editor.select(added.map(({ id }) => ({ kind: 'stage', id })))
      return null
    },
  }
}

/** New stages come after the last open one, before those that end a deal. */
const lastOpen = (editor: Editor): string | undefined =>
  stagesInOrder(editor.store.getState().document).findLast((stage) => stageKind(stage) === 'open')?.id
