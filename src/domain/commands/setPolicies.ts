/** Switches what this process allows and demands. */
import { z } from 'zod'
import type { Policies } from '../process/process.ts'
import { withProcess } from '../process/rows.ts'
import { policyChangesSchema } from './changes.ts'
import { defineCommand } from './command.ts'

const sentences: Readonly<Record<keyof Policies, readonly [off: string, on: string]>> = {
  allow_rework: ['Forbid rework', 'Allow rework'],
  probability_must_not_decrease: ['Let probabilities decrease', 'Keep probabilities from decreasing'],
  single_closed_stages: ['Allow several won and lost stages', 'Allow one won and one lost stage only'],
  auto_calculate_probability: ['Keep probabilities on a move', 'Set probabilities on a move'],
  default_close_offset_days: ['Clear the default close date', 'Change the default close date'],
}

export const setPolicies = defineCommand({
  id: 'setPolicies',
  payload: z.strictObject({ changes: policyChangesSchema }),
  label: (_, { changes }) => {
    const [only, ...more] = Object.entries(changes)
    if (!only || more.length > 0) return 'Change policies'
    return sentences[only[0] as keyof Policies][only[1] === false || only[1] === null ? 0 : 1]
  },
  run: (document, { changes }) =>
    withProcess(document, { policies: { ...document.process.policies, ...changes } }),
})
