import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'
import type { Who } from '../../../process/who.ts'

const keptFor = (runBy: Who[], isAutomatic = false) =>
  line({ move: { 'new > proposal': { runBy, isAutomatic, afterDays: isAutomatic ? 3 : null } } })
const nameless: Who = { kind: 'role', ref: ' ' }

export const cases: RuleCases = {
  valid: [
    { name: 'a transition for everybody', document: line() },
    { name: 'one for the owner', document: keptFor([{ kind: 'owner', ref: '' }]) },
    {
      name: 'one for a role beside somebody without a name',
      document: keptFor([nameless, { kind: 'role', ref: 'executive' }]),
    },
    { name: 'one that happens by itself', document: keptFor([nameless], true) },
  ],
  invalid: [
    {
      name: 'one for somebody without a name',
      document: keptFor([nameless, { kind: 'user', ref: '' }]),
      finds: [
        {
          at: 'transition:new > proposal.runBy',
          message:
            'Nobody can run “New” → “Proposal”: it is kept for somebody without a name. Say who, or let everybody run it.',
          fixes: ['Let everybody run it (all)'],
        },
      ],
    },
  ],
}
