/** What every publish is judged by, whether it comes at once, after a review or at its time. */
import type { WireProblem } from '../../../src/contract/problems.ts'
import type { ProcessDocument } from '../../../src/domain/process/process.ts'
import type { WriteState } from '../../services.ts'
import { refuseUnsound } from '../soundness.ts'
import { refuseStranding } from '../stranding.ts'

export function publishable(document: ProcessDocument) {
  let warnings: WireProblem[] = []
  return {
    /** @throws ApiError PROCESS_INVALID, STAGE_IN_USE. */
    decide: (state: WriteState): ProcessDocument => {
      if (state.current) refuseStranding(state.current.document, document, state.usage)
      warnings = [...refuseUnsound(document, state)]
      return document
    },
    /** Of the last time it was judged. */
    warnings: () => warnings,
  }
}
