/** What filling in several transitions at once would do: from a form, or from the cells of a spreadsheet. */
import type { TransitionChanges } from '../../domain/commands/changes.ts'
import { connectionRefusal } from '../../domain/commands/connection.ts'
import type { CommandCall } from '../../domain/commands/registry.ts'
import type { StageTransition } from '../../domain/process/transition.ts'
import type { Editor } from '../../editor/editor.ts'
import { say, text } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import type { Plan, PlannedChange } from '../../ui/tables/plan.ts'
import {
  type Meant,
  readField,
  type TransitionFieldId,
  transitionFieldIds,
  writeField,
} from './transitionFields.ts'

/** Texts by field; a field that is not there is not touched. */
export type TransitionTexts = Readonly<Partial<Record<TransitionFieldId, string>>>

type Step = PlannedChange & { readonly transitionId: string | null; readonly meant: Meant }

interface Added {
  readonly fromStageId: string | null
  readonly toStageId: string
  readonly changes: TransitionChanges
}

/** The same texts for each transition. What one has already is left out and said so. */
export function planBulk(editor: Editor, ids: readonly string[], texts: TransitionTexts): Plan {
  const { transitions } = editor.store.getState().document
  const steps = ids.flatMap((id) => {
    const transition = transitions[id]
    return transition ? stepsFor(editor, transition, texts, true) : []
  })
  return planOf(editor, steps, [])
}

/** Each row of texts for the transition beside it. */
export function planBlock(editor: Editor, ids: readonly string[], rows: readonly TransitionTexts[]): Plan {
  const { transitions } = editor.store.getState().document
  const steps = rows.flatMap((texts, index) => {
    const transition = transitions[ids[index] ?? '']
    return transition
      ? stepsFor(editor, transition, texts, false)
      : [leftOut(index, rowName(index), t('pasteTooLong'))]
  })
  return planOf(editor, steps, [])
}

/** Rows for transitions between the same stages; the others become new ones. */
export function planByEnds(editor: Editor, rows: readonly TransitionTexts[]): Plan {
  const { document } = editor.store.getState()
  const steps: Step[] = []
  const added: Added[] = []
  rows.forEach((texts, index) => {
    const [from, to] = [
      readField('from', texts.from ?? '', document),
      readField('to', texts.to ?? '', document),
    ]
    const wrong = 'reason' in from ? from.reason : 'reason' in to ? to.reason : null
    if (wrong !== null || 'reason' in from || 'reason' in to) {
      steps.push(leftOut(index, rowName(index), wrong ?? ''))
      return
    }
    const ends = { fromStageId: from.fromStageId ?? null, toStageId: to.toStageId ?? '' }
    const same = (one: Pick<StageTransition, 'fromStageId' | 'toStageId'>) =>
      one.fromStageId === ends.fromStageId && one.toStageId === ends.toStageId
    const { from: _from, to: _to, ...rest } = texts
    const had = Object.values(document.transitions).find(same)
    if (had) {
      steps.push(...stepsFor(editor, had, rest, false))
      return
    }
    const subject = `${texts.from?.trim() || t('anyOpen')} → ${texts.to?.trim() ?? ''}`
    const refusal = added.some(same)
      ? t('endsTwice')
      : connectionRefusal(document, ends.fromStageId, ends.toStageId)
    if (refusal !== null) {
      steps.push(leftOut(index, subject, refusal))
      return
    }
    const read = transitionFieldIds.flatMap((field) => {
      const given = rest[field as keyof typeof rest]
      return given === undefined || given === ''
        ? []
        : [stepFor(editor, null, field, given, { subject, index })]
    })
    steps.push(...read)
    // As for a transition that is there: what is wrong stays out, and the transition comes.
    if (read.every((step) => step.refusal !== null))
      steps.push({ ...leftOut(index, subject, ''), becomes: t('newTransition'), refusal: null })
    added.push({ ...ends, changes: Object.assign({}, ...read.map(({ meant }) => meant.changes)) })
  })
  return planOf(editor, steps, added)
}

const t = (key: 'pasteTooLong' | 'anyOpen' | 'endsTwice' | 'newTransition'): string =>
  text('transitionMatrix', key)
const rowName = (index: number): string => text('transitionMatrix', 'pasteRow', { number: index + 1 })

const leftOut = (index: number, subject: string, refusal: string): Step => ({
  id: `row ${index}`,
  subject,
  field: '',
  was: '',
  becomes: '',
  refusal,
  transitionId: null,
  meant: { changes: {} },
})

function stepsFor(
  editor: Editor,
  transition: StageTransition,
  texts: TransitionTexts,
  sayUnchanged: boolean,
): Step[] {
  const { document } = editor.store.getState()
  const subject = `${writeField('from', transition, document)} → ${writeField('to', transition, document)}`
  return transitionFieldIds.flatMap((field) => {
    const given = texts[field]
    if (given === undefined) return []
    const step = stepFor(editor, transition, field, given, { subject, index: 0 })
    if (step.refusal !== null || step.was !== step.becomes) return [step]
    return sayUnchanged ? [{ ...step, refusal: text('tables', 'sameAlready') }] : []
  })
}

function stepFor(
  editor: Editor,
  transition: StageTransition | null,
  field: TransitionFieldId,
  given: string,
  { subject, index }: { readonly subject: string; readonly index: number },
): Step {
  const { document } = editor.store.getState()
  const base = {
    id: `${transition?.id ?? `new ${index}`} ${field}`,
    subject,
    field: text('transitionMatrix', field),
    was: transition ? writeField(field, transition, document) : '',
    becomes: given.trim(),
    transitionId: transition?.id ?? null,
  }
  const meant = readField(field, given, document)
  if ('reason' in meant) return { ...base, refusal: meant.reason, meant: { changes: {} } }
  const { changes, ...ends } = meant
  const after = transition ? { ...transition, ...changes, ...ends } : null
  const moved = field === 'from' || field === 'to'
  const unmoved = after?.fromStageId === transition?.fromStageId && after?.toStageId === transition?.toStageId
  const refusal =
    moved && after && !unmoved
      ? connectionRefusal(document, after.fromStageId, after.toStageId, after.id)
      : null
  return { ...base, becomes: after ? writeField(field, after, document) : base.becomes, refusal, meant }
}

function planOf(editor: Editor, steps: readonly Step[], added: readonly Added[]): Plan {
  const calls = new Map<string, CommandCall[]>()
  for (const { transitionId, refusal, meant } of steps) {
    if (transitionId === null || refusal !== null) continue
    const { changes, ...ends } = meant
    const own = calls.get(transitionId) ?? []
    own.push(
      Object.keys(ends).length > 0
        ? { id: 'reconnectTransition', payload: { transitionId, ...ends } }
        : { id: 'updateTransition', payload: { transitionId, changes } },
    )
    calls.set(transitionId, own)
  }
  const all: CommandCall[] = [...calls.values()].flat()
  if (added.length > 0) all.push({ id: 'connectStages', payload: { connections: [...added] } })
  const changed = calls.size
  const submit =
    changed > 0 && added.length > 0
      ? text('transitionMatrix', 'planBoth', { changed, added: added.length })
      : changed > 0
        ? text('transitionMatrix', 'planChange', { count: changed })
        : added.length > 0
          ? text('transitionMatrix', 'planAdd', { count: added.length })
          : null
  return {
    changes: steps,
    submit,
    apply: () => {
      const [only] = all
      if (!only || submit === null) return text('tables', 'nothingChanges')
      // What is kept with the process is English, as all that the commands say of themselves.
      const title = `Fill in transitions: ${changed} changed, ${added.length} added`
      const done = editor.run(all.length === 1 ? only : { id: 'applyFix', payload: { title, calls: all } })
      if (!done.ok) return say(done.reason)
      if (all.length === 1 && changed === 1) announce(text('transitionMatrix', 'changed', { count: 1 }))
      return null
    },
  }
}
