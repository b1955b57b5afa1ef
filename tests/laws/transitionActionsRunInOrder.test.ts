/** The list of a transition's own actions is the order in which they run, said on the wire as `execution_order`. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newDeal } from '../../src/domain/engine/deal.ts'
import { effectsOf } from '../../src/domain/engine/effects.ts'
import { shownOr } from '../../src/domain/process/masking.ts'
import { withRows } from '../../src/domain/process/process.ts'
import { newTransition, type TransitionAction } from '../../src/domain/process/transition.ts'
import { documentFromWire, documentToWire } from '../../src/domain/process/wireDocument.ts'
import { standardReference } from '../../src/domain/templates/standardReference.ts'
import { draw } from '../kit/draw.ts'

const reference = standardReference('company')
const codes = Object.values(reference.actions).map(({ actionCode }) => actionCode)
const anyActions: fc.Arbitrary<TransitionAction[]> = fc.array(
  fc.record({ action_code: fc.constantFrom(...codes), parameters: fc.record({ title: fc.string() }) }),
  { maxLength: 8 },
)

const withActions = (actions: TransitionAction[]) =>
  withRows(draw({ stages: ['new', 'won'] }), {
    transitions: [newTransition({ id: 'way', fromStageId: 'new', toStageId: 'won', actions })],
  })

describe('actions of a transition', () => {
  it('run in the order of the list', () => {
    fc.assert(
      fc.property(anyActions, (actions) => {
        const document = withActions(actions)
        const { new: from, won: to } = document.stages
        const { way: transition } = document.transitions
        if (!from || !to || !transition) throw new Error('Nothing was drawn.')
        const deal = newDeal({ id: 'd', stageId: 'new', enteredStageAt: '2026-03-10T09:00:00.000Z' })
        const effects = effectsOf({ document, reference, deal, from, to, transition })
        expect(effects.flatMap((effect) => (effect.kind === 'action' ? [effect.action_code] : []))).toEqual(
          actions.map(({ action_code }) => action_code),
        )
      }),
    )
  })

  it('keep their order over any wire, however it was shuffled on the way', () => {
    fc.assert(
      fc.property(anyActions, fc.infiniteStream(fc.nat()), (actions, random) => {
        const document = withActions(actions)
        const wire = documentToWire(document)
        const [way] = wire.transitions
        const sent = shownOr(way?.actions, []) ?? []
        expect(sent.map((action) => action.execution_order)).toEqual(actions.map((_, at) => at + 1))
        const shuffled = sent
          .map((action) => ({ action, key: random.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ action }) => action)
        const arrived = { ...wire, transitions: way ? [{ ...way, actions: shuffled }] : [] }
        expect(documentFromWire(JSON.parse(JSON.stringify(arrived)))).toEqual(document)
      }),
    )
  })

  it('without a number stand where they are listed', () => {
    const document = withActions(codes.map((action_code) => ({ action_code, parameters: {} })))
    const wire = documentToWire(document)
    const plain = wire.transitions.map((way) => ({
      ...way,
      actions: shownOr(way.actions, []).map(({ execution_order: _, ...action }) => action),
    }))
    expect(documentFromWire({ ...wire, transitions: plain })).toEqual(document)
  })
})
