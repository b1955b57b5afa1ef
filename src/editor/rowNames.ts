/**
 * What rows are called on the screen: their names as people wrote them, and where there is none, a phrase in the
 * language of the interface. Sentences of the domain hold the English ones and are translated as a whole.
 */
import * as domain from '../domain/process/names.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import type { StageTransition } from '../domain/process/transition.ts'
import { language, text } from '../text/index.ts'

const known = new Map<string, domain.Nameless>()

/** Names are asked for by the thousand; looking words up takes longer than all the rest. */
function nameless(): domain.Nameless {
  const had = known.get(language())
  if (had) return had
  const words: domain.Nameless = {
    missingStage: text('editor', 'missingStage'),
    missingTransition: text('editor', 'missingTransition'),
    unnamedStage: text('editor', 'unnamedStage'),
    unnamedScenario: text('editor', 'unnamedScenario'),
    unnamedProcess: text('editor', 'unnamedProcess'),
    anyOpenStage: text('editor', 'anyOpenStage'),
  }
  known.set(language(), words)
  return words
}

type Stages = Pick<ProcessDocument, 'stages'>

export const stageNameOf = (document: Stages, stageId: string): string =>
  domain.stageNameOf(document, stageId, nameless())

export const sourceNameOf = (document: Stages, transition: Pick<StageTransition, 'fromStageId'>): string =>
  domain.sourceNameOf(document, transition, nameless())

export const transitionNameOf = (document: ProcessDocument, transitionId: string): string =>
  domain.transitionNameOf(document, transitionId, nameless())

/** Of a stage, transition, scenario or the process itself. */
export const targetNameOf = (document: ProcessDocument, targetId: string): string =>
  domain.targetNameOf(document, targetId, nameless())
