import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'
import type { Who } from '../../../process/who.ts'

const keptFor = (...runBy: Who[]) => line({ move: { 'new > proposal': { runBy } } })
const boss: Who = { kind: 'role', ref: 'big_boss' }
const owner: Who = { kind: 'owner', ref: '' }
const found = (...fixes: string[]) => [
  {
    at: 'transition:new > proposal.runBy',
    message:
      '“New” → “Proposal” is kept for the role “big boss”, which this company does not have. Pick another one.',
    fixes,
  },
]

export const cases: RuleCases = {
  valid: [
    { name: 'a transition for everybody', document: line() },
    { name: 'a role that there is', document: keptFor({ kind: 'role', ref: 'sales_manager' }) },
    { name: 'a person', document: keptFor({ kind: 'user', ref: 'ada@acme.example' }) },
  ],
  invalid: [
    { name: 'a role that nobody has', document: keptFor(boss), finds: found('Let everybody run it') },
    {
      name: 'one beside others',
      document: keptFor(owner, boss),
      finds: found('Leave the role “big boss” out'),
    },
  ],
}
