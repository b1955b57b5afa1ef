/** One process from nothing to published, in verbs that every way to work with the app has. */
import type { Hands } from './Hands.ts'

const won = /^Closed won Ends/
const lost = /^Closed lost Ends/

async function begin(hands: Hands, name: string) {
  await hands.press('button', /^New process/)
  await hands.press('menuitem', 'Blank process…')
  await hands.write('Name (required)', name)
  await hands.press('button', 'Create process')
  await hands.desk.page.getByRole('heading', { name, level: 1 }).waitFor()
  await hands.press('button', 'Not now')
}

/** Seven stages, nine transitions. */
async function draw(hands: Hands) {
  await hands.addStage({ name: 'Lead in' })
  await hands.addStage({ name: 'Discovery', after: 'Lead in' })
  await hands.addStage({ name: 'Qualification', after: 'Discovery' })
  await hands.addStage({ name: 'Proposal', after: 'Qualification' })
  await hands.addStage({ name: 'Negotiation', after: 'Proposal' })
  await hands.addStage({ name: 'Won', kind: won, after: 'Negotiation' })
  await hands.addStage({ name: 'Lost', kind: lost, after: 'Negotiation' })
  for (const from of ['Proposal', 'Qualification', 'Discovery']) await hands.connect(from, 'Lost')
}

async function detail(hands: Hands) {
  await hands.open('Discovery')
  await hands.write('Probability', '35')
  await hands.unfold('Guidance')
  await hands.write('What to do here', 'Find out who decides.')
  await hands.press('button', 'Add a milestone')
  await hands.write('Milestone 1', 'The buyer named a date')

  await hands.open('Qualification')
  await hands.write('Probability', '50')

  await hands.open('Negotiation')
  await hands.unfold('Required fields')
  await hands.search('Add a required field', 'Next step')
  await hands.unfold('Approval')
  await hands.press('switch', 'Needs approval')
  await hands.choose('Approval workflow', 'Discount approval')
}

/** A rule with a group inside, and a transition that asks and does something. */
async function rule(hands: Hands) {
  await hands.open('Proposal')
  await hands.unfold('Validation rules')
  await hands.press('button', 'Add a rule')
  await hands.write('Name', 'Worth the effort')
  await hands.choose('Condition 1, field', 'Amount')
  await hands.choose('Condition 1, comparison', 'is at least')
  await hands.write('Condition 1, value', '5000')
  await hands.press('button', 'Add a group')
  await hands.choose('Group 2, how its conditions are joined', 'Any of these holds')
  await hands.choose('Condition 2.1, field', 'Champion')
  await hands.press('button', 'Add a condition to Group 2')
  await hands.choose('Condition 2.2, field', 'Metrics')
  await hands.write('Message', 'Say what the deal is worth and who wants it.')

  await hands.openWay('Qualification', 'Proposal')
  await hands.press('button', 'Add a condition')
  await hands.write('Name', 'Next step agreed')
  await hands.choose('Condition 1, field', 'Next step')
  await hands.write('Message', 'Agree on a next step first.')
  await hands.search('Add an action', 'Plan the follow-up')
}

/** Another order, a change of mind, and a remark. */
async function revise(hands: Hands) {
  await hands.moveTo('Lost', 6)
  await hands.undo()
  await hands.undo()
  await hands.redo()
  await hands.redo()
  await hands.comment('Proposal', 'Is 5,000 too little?')
}

async function simulate(hands: Hands) {
  await hands.press('link', 'Simulate')
  await hands.press('button', 'Start the walk')
  await hands.press('button', 'Move to Discovery')
  await hands.desk.page.getByRole('heading', { name: 'Now in Discovery' }).waitFor()
  await hands.press('link', 'Design')
}

async function publish(hands: Hands) {
  await hands.press('button', 'Publish…')
  await hands.write(/^Why this change\?/, 'A first version')
  await hands.press('button', 'Publish')
  await hands.desk.page.getByText('Published as revision 1').first().waitFor()
  await hands.press('button', 'Close')
}

/** In order: each step stands on the one before. */
export const steps = [begin, draw, detail, rule, revise, simulate, publish]
