/**
 * Everything that is written in a process, as places that can be gone to: names, fields, rules down to the last
 * condition, actions, people, texts, comments. Pure; the index is remembered by the document it was made from.
 */
import { threadsOf } from '../domain/process/comment.ts'
import { type ProcessDocument, stagesInOrder } from '../domain/process/process.ts'
import type { ReferenceData } from '../domain/process/reference.ts'
import type { CheckRule } from '../domain/process/rule.ts'
import { inspectRule } from '../domain/process/ruleShape.ts'
import type { SalesStage } from '../domain/process/stage.ts'
import type { StageTransition } from '../domain/process/transition.ts'
import { asKept } from '../text/asKept.ts'
import { text } from '../text/index.ts'
import type { ElementRef } from './editor.ts'
import { sourceNameOf, stageNameOf, transitionNameOf } from './rowNames.ts'
import { ruleInWords } from './ruleWords.ts'
import { whoLabel } from './whoWords.ts'

export const searchGroups = [
  'stages',
  'transitions',
  'fields',
  'rules',
  'actions',
  'people',
  'texts',
  'comments',
] as const
export type SearchGroup = (typeof searchGroups)[number]

/** One place that can be found and gone to. */
export interface SearchPlace {
  readonly id: string
  readonly group: SearchGroup
  /** The stage, transition or process it is in; null: the process. */
  readonly element: ElementRef | null
  /** Code name of the field that takes focus there. */
  readonly field: string
  /** What it is in, as people call it. */
  readonly name: string
  /** What is written there. */
  readonly words: string
  /** The comment thread, where it is one. */
  readonly threadId: string | null
}

export interface SearchMatch extends SearchPlace {
  /** Where in `words` the typed words stand: [from, to), in order, never overlapping. */
  readonly marks: readonly (readonly [from: number, to: number])[]
}

interface Indexed {
  readonly place: SearchPlace
  readonly folded: string
}

const indexes = new WeakMap<ProcessDocument, { reference: ReferenceData; index: readonly Indexed[] }>()

/**
 * The places where every typed word stands, best first: names before what is inside, the beginning of a word before
 * its middle, then in the order of the process. Case and accents do not matter. Empty for nothing typed.
 */
export function searchProcess(
  document: ProcessDocument,
  reference: ReferenceData,
  typed: string,
): readonly SearchMatch[] {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const scored = indexOf(document, reference).flatMap(({ place, folded: held }, order) => {
    if (!words.every((word) => held.includes(word))) return []
    return [{ place, order, score: scoreOf(place, words) }]
  })
  scored.sort((a, b) => a.score - b.score || a.order - b.order)
  return scored.map(({ place }) => ({ ...place, marks: marksOf(place.words, words) }))
}

function scoreOf({ group, words }: SearchPlace, typed: readonly string[]): number {
  const own = folded(words)
  const whole = typed.join(' ')
  const rank = searchGroups.indexOf(group) * 4
  if (own === whole) return rank
  if (own.startsWith(whole)) return rank + 1
  return rank + (typed.every((word) => ` ${own}`.includes(` ${word}`)) ? 2 : 3)
}

/** Where the words stand, found in the folded text and told in the places of the written one. */
function marksOf(words: string, typed: readonly string[]): [number, number][] {
  const starts: number[] = []
  let held = ''
  let at = 0
  for (const letter of words) {
    const plain = folded(letter)
    for (let index = 0; index < plain.length; index += 1) starts.push(at)
    held += plain
    at += letter.length
  }
  starts.push(at)
  const found: [number, number][] = []
  for (const word of typed)
    for (let from = held.indexOf(word); from >= 0; from = held.indexOf(word, from + word.length))
      found.push([starts[from] ?? 0, starts[from + word.length] ?? at])
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  return found.filter(([from], index) => found.slice(0, index).every(([, to]) => from >= to))
}

const folded = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

function indexOf(document: ProcessDocument, reference: ReferenceData): readonly Indexed[] {
  const had = indexes.get(document)
  if (had && had.reference === reference) return had.index
  const index = placesOf(document, reference).map((place) => ({
    place,
    folded: folded(`${place.words} ${place.name}`),
  }))
  indexes.set(document, { reference, index })
  return index
}

function placesOf(document: ProcessDocument, reference: ReferenceData): SearchPlace[] {
  const places: SearchPlace[] = []
  let count = 0
  const at =
    (element: ElementRef | null, name: string) =>
    (group: SearchGroup, field: string, words: string, threadId: string | null = null) => {
      if (words.trim() === '') return
      count += 1
      places.push({ id: `${group} ${count}`, group, element, field, name, words, threadId })
    }
  const process = at(null, document.process.processName)
  process('texts', 'description', document.process.description)
  for (const stage of stagesInOrder(document))
    stagePlaces(stage, at({ kind: 'stage', id: stage.id }, stageNameOf(document, stage.id)), reference)
  for (const transition of Object.values(document.transitions)) {
    const note = at({ kind: 'transition', id: transition.id }, transitionNameOf(document, transition.id))
    const from = sourceNameOf(document, transition)
    const ends = text('search', 'fromTo', { from, to: stageNameOf(document, transition.toStageId) })
    const name = transition.transitionName.trim()
    note('transitions', 'transitionName', name ? text('search', 'named', { name, ends }) : ends)
    transitionPlaces(transition, note, reference)
  }
  for (const { id, targetId, comments } of threadsOf(document.comments)) {
    const kind = document.stages[targetId] ? 'stage' : document.transitions[targetId] ? 'transition' : null
    const name =
      kind === 'stage'
        ? stageNameOf(document, targetId)
        : kind === 'transition'
          ? transitionNameOf(document, targetId)
          : document.process.processName
    const note = at(kind && { kind, id: targetId }, name)
    for (const comment of comments)
      note(
        'comments',
        'comments',
        text('search', 'said', { name: asKept(comment.byName), words: asKept(comment.text) }),
        id,
      )
  }
  return places
}

type Note = (group: SearchGroup, field: string, words: string, threadId?: string | null) => void

function stagePlaces(stage: SalesStage, note: Note, reference: ReferenceData): void {
  note('stages', 'stageName', stage.stageName)
  note('stages', 'stageCode', stage.stageCode)
  note('texts', 'description', stage.description ?? '')
  for (const key of stage.requiredFields) note('fields', 'requiredFields', fieldWords(key, reference))
  for (const key of stage.lockedFields ?? []) note('fields', 'lockedFields', fieldWords(key, reference))
  for (const who of stage.escalation?.tell ?? []) note('people', 'escalation', whoLabel(who))
  for (const rule of stage.validationRules) note('rules', 'validationRules', ruleWords(rule, reference))
  for (const rule of stage.transitionRules) note('rules', 'transitionRules', ruleWords(rule, reference))
  for (const [field, ids] of [
    ['entryActionIds', stage.entryActionIds],
    ['exitActionIds', stage.exitActionIds],
  ] as const)
    for (const id of ids) noteAction(note, field, id, reference)
  const workflow = stage.approvalWorkflowId && reference.approvalWorkflows[stage.approvalWorkflowId]
  if (workflow) {
    note('people', 'approvalWorkflowId', workflow.workflowName)
    for (const step of workflow.steps)
      note(
        'people',
        'approvalWorkflowId',
        [step.name, step.approver.ref, step.escalate_to].filter(Boolean).join(', '),
      )
  }
  for (const id of stage.categoryIds)
    note('texts', 'categoryIds', reference.categories[id]?.categoryName ?? id)
  note('texts', 'guidance', stage.guidance)
  for (const item of stage.exitChecklist) note('texts', 'exitChecklist', item)
  note('texts', 'notes', stage.notes)
  note('texts', 'externalId', stage.externalId ?? '')
}

function transitionPlaces(transition: StageTransition, note: Note, reference: ReferenceData): void {
  for (const rule of transition.conditions) note('rules', 'conditions', ruleWords(rule, reference))
  for (const who of transition.runBy ?? []) note('people', 'runBy', whoLabel(who))
  for (const id of transition.actionIds) noteAction(note, 'actionIds', id, reference)
  for (const { action_code: code, parameters } of transition.actions) {
    const known = Object.values(reference.actions).find(({ actionCode }) => actionCode === code)
    note('actions', 'actions', [known?.actionName ?? code, ...textsIn(parameters)].join(', '))
    for (const person of peopleIn(parameters)) note('people', 'actions', person)
  }
}

function noteAction(note: Note, field: string, id: string, reference: ReferenceData): void {
  const action = reference.actions[id]
  note('actions', field, action ? [action.actionName, ...textsIn(action.parameters)].join(', ') : id)
  for (const person of peopleIn(action?.parameters ?? {})) note('people', field, person)
}

const textsIn = (parameters: Readonly<Record<string, unknown>>): string[] =>
  Object.values(parameters).filter((value): value is string => typeof value === 'string')

const peopleIn = ({ to, assignee }: Readonly<Record<string, unknown>>): string[] => textsIn({ to, assignee })

/** The label that people see and the key that systems use. */
function fieldWords(key: string, { fields }: ReferenceData): string {
  const label = fields[key]?.label
  return label && label.toLowerCase() !== key ? text('search', 'field', { label, key }) : key
}

const sentences = new WeakMap<CheckRule, { reference: ReferenceData; words: string }>()

/** The rule's name, its sentence, and the keys of the fields in it, however deep. */
function ruleWords(rule: CheckRule, reference: ReferenceData): string {
  const had = sentences.get(rule)
  if (had && had.reference === reference) return had.words
  const keys = inspectRule(rule.check).fields.filter((key) => reference.fields[key] !== undefined)
  const name = rule.name.trim()
  const sentence = ruleInWords(rule, reference)
  const words = [
    name ? text('search', 'rule', { name, sentence }) : sentence,
    keys.length > 0 ? text('search', 'keys', { keys: keys.join(', ') }) : '',
  ]
    .filter(Boolean)
    .join(' ')
  sentences.set(rule, { reference, words })
  return words
}
