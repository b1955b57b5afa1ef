import { draw, line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

const base = line({ stage: { proposal: { stageName: 'Offer' } } })
const without = draw({
  stages: ['new', 'closing', 'won', 'lost'],
  moves: ['new > closing', 'closing > won', '* > lost'],
})
const moving = (stageMigrations: Record<string, string>) => ({
  ...without,
  process: { ...without.process, stageMigrations },
})
const usage = { proposal: { openDeals: 12, openAmount: 90_000 }, new: { openDeals: 3, openAmount: 0 } }

export const cases: RuleCases = {
  valid: [
    { name: 'a stage that is still there', document: line(), base, usage },
    { name: 'a removed stage whose deals move on', document: moving({ proposal: 'new' }), base, usage },
    {
      name: 'a removed stage without deals',
      document: without,
      base,
      usage: { proposal: { openDeals: 0, openAmount: 0 } },
    },
    { name: 'nothing known of the deals', document: without, base },
  ],
  invalid: [
    {
      name: 'a removed stage with deals',
      document: without,
      base,
      usage,
      finds: [
        {
          at: 'process.stageMigrations',
          message: '“Offer” is removed, but 12 open deals stand in it. Choose the stage they move to.',
          fixes: ['Move them to “New” (all)', 'Move them to “Closing”'],
        },
      ],
    },
    {
      name: 'a deactivated stage with one deal',
      document: line({ stage: { new: { isActive: false } } }),
      base,
      usage: { new: { openDeals: 1, openAmount: 5 } },
      finds: [
        {
          at: 'stage:new.isActive',
          message:
            '“New” is not active any more, but 1 open deal stands in it. Choose the stage they move to.',
          fixes: ['Move them to “Proposal” (all)'],
        },
      ],
    },
    {
      name: 'deals that move to a stage that is not there either',
      document: moving({ proposal: 'gone' }),
      base,
      usage,
      finds: [
        {
          at: 'process.stageMigrations',
          message:
            '“Offer” is removed, but 12 open deals stand in it. They are to move to a missing stage, which is not active: choose another stage.',
          fixes: ['Move them to “New” (all)', 'Move them to “Closing”'],
        },
      ],
    },
  ],
}
