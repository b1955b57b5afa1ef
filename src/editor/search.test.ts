import { describe, expect, it } from 'vitest'
import { standard } from '../../tests/kit/builders.ts'
import { having } from '../../tests/kit/given.ts'
import { layeredProcess } from '../../tests/kit/layeredProcess.ts'
import { emptyReferenceData, type ReferenceData } from '../domain/process/reference.ts'
import { type SearchGroup, searchProcess } from './search.ts'

const reference: ReferenceData = {
  ...emptyReferenceData,
  fields: {
    budget_confirmed: {
      id: 'f',
      companyId: 'company',
      key: 'budget_confirmed',
      label: 'Budget confirmed',
      type: 'boolean',
      options: [],
      isRequired: false,
    },
  },
  approvalWorkflows: {
    w: {
      id: 'w',
      companyId: 'company',
      workflowName: 'Discount',
      isActive: true,
      steps: [
        {
          name: 'Deal desk',
          approver: { kind: 'user', ref: 'grace@example.com' },
          mode: 'any',
          quorum: null,
          allow_delegation: false,
          sla_hours: null,
          on_timeout: 'escalate',
        },
      ],
    },
  },
}

const plain = standard().document
const { document } = standard().process({ description: 'How we sell machines.' })
const rich = having(
  having(document, 'updateStage', {
    stageId: 'Proposal',
    changes: {
      stageName: 'Angebot prüfen',
      guidance: 'Send the offer.',
      exitChecklist: ['Price list attached'],
      notes: 'Old name: Quote.',
      requiredFields: ['budget_confirmed'],
      requiresApproval: true,
      approvalWorkflowId: 'w',
      transitionRules: [
        {
          id: 'r',
          kind: 'exit',
          name: 'Money',
          check: {
            and: [{ '>': [{ var: 'amount' }, 5] }, { or: [{ '!!': [{ var: 'budget_confirmed' }] }, false] }],
          },
          message: 'Ask for the budget.',
        },
      ],
    },
  }),
  'addComment',
  { targetId: 'Proposal', text: 'Who signs this?', by: 'ada', byName: 'Ada' },
)

const found = (typed: string) => searchProcess(rich, reference, typed)
const groups = (typed: string): SearchGroup[] => [...new Set(found(typed).map(({ group }) => group))]

describe('searching a process', () => {
  it('finds names whatever their case and accents, and marks where', () => {
    const [first] = found('PRUFEN ang')
    expect(first).toMatchObject({ group: 'stages', words: 'Angebot prüfen', field: 'stageName' })
    expect(first?.marks.map(([from, to]) => first.words.slice(from, to))).toEqual(['Ang', 'prüfen'])
  })

  it('finds a field where it is required and deep inside rules', () => {
    expect(groups('budget_confirmed')).toEqual(['fields', 'rules'])
    expect(found('budget confirmed').map(({ field }) => field)).toEqual(['requiredFields', 'transitionRules'])
  })

  it('finds people, guidance, checklists, notes, comments and what somebody says', () => {
    expect(found('grace')).toMatchObject([{ group: 'people', element: { kind: 'stage', id: 'Proposal' } }])
    expect(found('send the offer')[0]).toMatchObject({ group: 'texts', field: 'guidance' })
    expect(found('price list')[0]).toMatchObject({ field: 'exitChecklist' })
    expect(found('quote')[0]).toMatchObject({ field: 'notes' })
    expect(found('machines')[0]).toMatchObject({ element: null, field: 'description' })
    expect(found('signs')[0]).toMatchObject({ group: 'comments', field: 'comments' })
    expect(found('signs')[0]?.threadId).not.toBeNull()
  })

  it('needs every word, and finds nothing for nothing', () => {
    expect(found('offer machines')).toEqual([])
    expect(found('  ')).toEqual([])
  })

  it('puts the name itself first, then what begins with it', () => {
    const words = searchProcess(plain, emptyReferenceData, 'won').map((match) => match.words)
    expect(words[0]).toBe('Won')
    expect(words).toContain('Negotiation → Won')
  })

  it('follows the document', () => {
    const renamed = having(plain, 'updateStage', { stageId: 'Won', changes: { stageName: 'Signed' } })
    expect(searchProcess(renamed, emptyReferenceData, 'signed')[0]?.words).toBe('Signed')
  })

  it('finds one stage among a thousand', () => {
    const many = layeredProcess(1_000)
    const last = Object.values(many.stages).at(-1)
    const [first] = searchProcess(many, emptyReferenceData, last?.stageName ?? '')
    expect(first?.element).toEqual({ kind: 'stage', id: last?.id })
  })
})
