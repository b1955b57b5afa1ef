import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { showLanguage } from '../text/language.ts'
import { approverLabel, approverWords } from './whoWords.ts'

const english = {
  sales_director: 'Sales director',
  manager_of_owner: 'The owner’s manager',
  delegate: 'A delegate',
  channel_lead: 'Channel lead',
  'ann_b@acme.example': 'ann_b@acme.example',
}

it.each(Object.entries(english))('calls %s so: %s', (approver, words) => {
  expect(approverLabel(approver)).toBe(words)
})

describe('in German', () => {
  beforeAll(() => showLanguage('de'))
  afterAll(() => showLanguage('en'))

  it('says roles and who stands for somebody in German as well', () => {
    expect(Object.keys(english).map(approverLabel)).toEqual([
      'Vertriebsleitung',
      'Die vorgesetzte Person',
      'Eine Vertretung',
      'Channel lead',
      'ann_b@acme.example',
    ])
    expect(approverWords('manager_of_owner')).toBe('die vorgesetzte Person')
  })
})
