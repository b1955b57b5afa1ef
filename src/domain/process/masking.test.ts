import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMasked, maskableFields, masked, maskedSchema } from './masking.ts'
import { newProcess, withRows } from './process.ts'
import { newStage } from './stage.ts'
import { newTransition } from './transition.ts'
import { documentFromWire, documentToWire, wireDocumentSchema } from './wireDocument.ts'
import { maskableStageFields } from './wireStage.ts'
import { maskableTransitionFields } from './wireTransition.ts'

const hiddenOf = (names: readonly string[]) => fc.subarray([...names])

/** A document of which its reader may not see some fields: these hold what a new row holds. */
const maskedDocument = fc
  .record({ stage: hiddenOf(maskableStageFields), transition: hiddenOf(maskableTransitionFields) })
  .map((hidden) => {
    const kept = (name: string, value: unknown) =>
      [...hidden.stage, ...hidden.transition].includes(name) ? {} : { [name]: value }
    const named = (names: string[]) => (names.length > 0 ? { hidden: names } : {})
    return withRows(newProcess({ id: 'p', processName: 'Direct sales' }), {
      stages: [
        newStage({
          id: 'a',
          stageName: 'A',
          ...kept('description', 'Ask for the budget.'),
          ...kept('guidance', 'Call the controller.'),
          ...kept('notes', 'Margin is 40 %.'),
          ...kept('escalation', { after_days: 21, tell: [{ kind: 'owner', ref: '' }] }),
          ...named(hidden.stage),
        }),
        newStage({ id: 'b', stageName: 'B', stageOrder: 2 }),
      ],
      transitions: [
        newTransition({
          id: 't',
          fromStageId: 'a',
          toStageId: 'b',
          ...kept('actions', [{ action_code: 'MAIL', parameters: { to: 'board@acme.example' } }]),
          ...named(hidden.transition),
        }),
      ],
    })
  })

describe('the sentinel', () => {
  it('is exactly one object', () => {
    expect(isMasked(masked)).toBe(true)
    expect(isMasked(JSON.parse(JSON.stringify(masked)))).toBe(true)
    for (const other of [null, undefined, '', [], {}, { $masked: false }, { $masked: true, to: 'x' }]) {
      expect(isMasked(other)).toBe(false)
      expect(maskedSchema.safeParse(other).success).toBe(false)
    }
  })

  it('may stand in every field that is told to be maskable, of a stage and of a transition', () => {
    expect(maskableFields.filter((name) => /^(stage|transition)\./.test(name))).toEqual([
      ...maskableStageFields.map((name) => `stage.${name}`),
      ...maskableTransitionFields.map((name) => `transition.${name}`),
    ])
  })
})

describe('a masked document', () => {
  it('comes back from the wire as it went, with sentinels for what is hidden and nothing else changed', () => {
    fc.assert(
      fc.property(maskedDocument, (document) => {
        const wire = wireDocumentSchema.parse(JSON.parse(JSON.stringify(documentToWire(document))))
        expect(documentFromWire(wire)).toEqual(document)
        const [stage] = wire.stages
        const [transition] = wire.transitions
        const sentinels = (row: object | undefined) =>
          Object.entries(row ?? {}).flatMap(([name, value]) => (isMasked(value) ? [name] : []))
        expect(sentinels(stage).toSorted()).toEqual((document.stages.a?.hidden ?? []).toSorted())
        expect(sentinels(transition)).toEqual(document.transitions.t?.hidden ?? [])
        expect(JSON.stringify(wire)).not.toContain('hidden')
      }),
    )
  })

  it('is refused where a sentinel stands in another field, or a row names what is hidden itself', () => {
    const wire = documentToWire(
      withRows(newProcess({ id: 'p', processName: 'P' }), {
        stages: [newStage({ id: 'a', stageName: 'A' })],
      }),
    )
    const [stage] = wire.stages
    expect(
      wireDocumentSchema.safeParse({ ...wire, stages: [{ ...stage, stage_name: masked }] }).success,
    ).toBe(false)
    expect(wireDocumentSchema.safeParse({ ...wire, stages: [{ ...stage, hidden: ['notes'] }] }).success).toBe(
      false,
    )
  })
})
