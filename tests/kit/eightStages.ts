import { aProcess } from './builders.ts'

/** Eight stages with a branch, a loop back, one unreachable stage and two ends. */
export const eight = aProcess()
  .stage('Lead in', 10)
  .stage('Qualification', 40, { averageDurationDays: 5 })
  .stage('Proposal', 60)
  .stage('Negotiation', 80)
  .stage('Nurture', { at: [520, 260], defaultProbability: 20 })
  .stage('Archive', { at: [1300, 260], defaultProbability: 5 })
  .stage('Won', { won: true, at: [1040, 0] })
  .stage('Lost', { lost: true, at: [1040, 260] })
  .connect('Lead in', 'Qualification')
  .connect('Qualification', 'Proposal', { transitionName: 'Budget confirmed', weight: 3 })
  .connect('Qualification', 'Nurture', { transitionName: 'Not now', weight: 2 })
  .connect('Nurture', 'Qualification', { isRework: true })
  .connect('Proposal', 'Negotiation')
  .connect('Negotiation', 'Won')
  .connect('Negotiation', 'Lost')
  .connect('Archive', 'Won').document
