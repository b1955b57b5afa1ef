/** Twelve processes of every awkward shape, by what is awkward about them. */
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { aProcess, type ProcessBuilder, standard } from './builders.ts'
import { eight } from './eightStages.ts'

const long = 'Negotiation of the framework agreement with procurement, legal and data security'

/** `length` stages in a row, the last one won. */
function chain(length: number): ProcessBuilder {
  let process = aProcess('Long pipeline')
  for (let number = 1; number <= length; number += 1) {
    process = process.stage(`Step ${number}`, number === length ? { won: true } : number)
    if (number > 1) process = process.connect(`Step ${number - 1}`, `Step ${number}`)
  }
  return process
}

function branches(count: number): ProcessBuilder {
  let process = aProcess('Triage').stage('Inbox', 5)
  for (let number = 1; number <= count; number += 1)
    process = process
      .stage(`Queue ${number}`, 10 * number)
      .connect('Inbox', `Queue ${number}`, { transitionName: `Kind ${number}`, weight: 1 })
  return process
}

export const twelve: Readonly<Record<string, ProcessDocument>> = {
  empty: aProcess('Nothing yet').document,
  'one stage': aProcess().stage('Alone', 10).document,
  'branch and loop': eight,
  'leads to itself': aProcess()
    .stage('Waiting', 20)
    .stage('Won', { won: true })
    .connect('Waiting', 'Waiting', { transitionName: 'Remind', isRework: true })
    .connect('Waiting', 'Won').document,
  'two loops': aProcess()
    .stage('Draft', 10)
    .stage('Review', 40)
    .stage('Sign', 80)
    .stage('Won', { won: true })
    .connect('Draft', 'Review')
    .connect('Review', 'Draft', { isRework: true })
    .connect('Review', 'Sign')
    .connect('Sign', 'Review', { isRework: true })
    .connect('Sign', 'Won').document,
  unreachable: aProcess()
    .stage('Lead', 10)
    .stage('Island', 30, { isActive: false })
    .stage('Harbour', 50)
    .stage('Won', { won: true })
    .connect('Lead', 'Won')
    .connect('Harbour', 'Island').document,
  'nine branches': branches(9).document,
  'sixty stages': chain(60).document,
  'from any stage': standard().document,
  'right to left': aProcess('מכירות')
    .stage('ליד חדש', 10)
    .stage('هناك عرض', 60)
    .stage('זכייה', { won: true })
    .connect('ליד חדש', 'هناك عرض', { transitionName: 'תקציב אושר' })
    .connect('هناك عرض', 'זכייה').document,
  'names of eighty letters': aProcess(long)
    .stage(long, 60)
    .stage('Won', { won: true })
    .connect(long, 'Won', { transitionName: long, isAutomatic: true, afterDays: 3 }).document,
  'the same twice': aProcess()
    .stage('Proposal', 40, { id: 'a' })
    .stage('Proposal', 40, { id: 'b' })
    .stage('', 40, { id: 'c' })
    .stage('Won', { won: true })
    .connect('a', 'b', { id: 'ab1', transitionName: 'Go' })
    .connect('a', 'b', { id: 'ab2', transitionName: 'Go' })
    .connect('b', 'c')
    .connect('c', 'Won').document,
}
