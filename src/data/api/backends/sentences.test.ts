import { expect, it } from 'vitest'
import { quotes, rules, sentences } from '../../../text/de/index.ts'
import { sentenceReader } from '../../../text/sentences.ts'
import { missing, onlyOneProcess } from './lesser.ts'
import { conflict } from './runPlan.ts'

it('says in German what a backend that is not ours refuses', () => {
  const german = sentenceReader(sentences, { locale: 'de', quotes, rules })
  const said = [
    missing.message,
    conflict.message,
    onlyOneProcess('Sales').message,
    'Stopped as you wished, after 2 of 7 steps.',
    'Stopped after 2 of 7 steps. Your role may not do this.',
    'This publish was taken back.',
    'Sign in to your CRM as you always do, then load this page again.',
  ]
  expect(said.filter((sentence) => !german.knows(sentence))).toEqual([])
  expect(german(onlyOneProcess('Sales').message)).toBe(
    'Dieses Backend bewahrt einen einzigen Prozess auf: Bringen Sie Ihre Änderungen in „Sales“ ein.',
  )
})
