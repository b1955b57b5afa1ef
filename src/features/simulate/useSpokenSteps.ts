import { useEffect, useRef } from 'react'
import { stageNameOf } from '../../editor/rowNames.ts'
import { text } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import type { Exit } from './exits.ts'
import type { WalkPlace, WalkStep } from './walk.ts'
import type { NamedWalk } from './walkStore.ts'
import { lineInWords } from './walkWords.ts'

/** Says each new step with what followed from it; and, while fields are filled, which exits came open. */
export function useSpokenSteps(
  place: WalkPlace,
  walk: NamedWalk,
  steps: readonly WalkStep[],
  exits: readonly Exit[],
): void {
  const said = useRef({ number: walk.number, actions: walk.actions, open: new Set<string>() })
  useEffect(() => {
    const before = said.current
    const open = new Set(
      exits.filter((exit) => exit.verdict.outcome !== 'blocked').map((exit) => exit.transition.id),
    )
    said.current = { number: walk.number, actions: walk.actions, open }
    const step = steps.at(-1)
    const forward =
      before.number === walk.number &&
      before.actions !== walk.actions &&
      before.actions.length <= walk.actions.length
    if (!step || !forward) return
    const sameStep = before.actions.length === walk.actions.length
    if (!sameStep) {
      const what = step.lines.map((line) => lineInWords(place, line)).join(' ')
      const words = [text('simulate', 'said', { number: steps.length - 1, what })]
      if (step.lines.some((line) => line.fromStageId !== line.stageId)) {
        if (step.deal.probability !== null)
          words.push(text('simulate', 'saidProbability', { value: step.deal.probability }))
        if (exits.length > 0)
          words.push(text('simulate', 'saidExits', { open: open.size, all: exits.length }))
      }
      announce(words.join(' '), { topic: 'walk' })
    }
    if (step.lines.some((line) => line.kind !== 'set_fields')) return
    for (const exit of exits)
      if (open.has(exit.transition.id) && !before.open.has(exit.transition.id))
        announce(
          text('simulate', 'exitOpened', { stage: stageNameOf(place.document, exit.transition.toStageId) }),
          { kind: 'consequence' },
        )
  }, [place, walk, steps, exits])
}
