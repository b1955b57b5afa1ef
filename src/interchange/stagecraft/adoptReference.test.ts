import { expect, it } from 'vitest'
import { newProcess, withRows } from '../../domain/process/process.ts'
import { emptyReferenceData } from '../../domain/process/reference.ts'
import { newStage } from '../../domain/process/stage.ts'
import { adoptReference } from './adoptReference.ts'
import { someReference } from './processes.cases.ts'

const process = withRows(newProcess({ id: 'p', processName: 'P' }), {
  stages: [
    newStage({
      id: 'a',
      stageName: 'A',
      categoryIds: ['category-1'],
      entryActionIds: ['action-1'],
      approvalWorkflowId: 'workflow-1',
      requiredFields: ['amount'],
    }),
  ],
})
const { actions, categories, approvalWorkflows, fields } = someReference
const [category, action, workflow] = [
  categories['category-1'],
  actions['action-1'],
  approvalWorkflows['workflow-1'],
]

it('takes what this company has under the same code or name', () => {
  if (!category || !action || !workflow) throw new Error('The reference data of the cases has changed.')
  const { document, losses } = adoptReference(process, someReference, {
    categories: { ours: { ...category, id: 'ours', categoryCode: 'Category-1' } },
    actions: { mine: { ...action, id: 'mine' } },
    approvalWorkflows: { own: { ...workflow, id: 'own' } },
    fields,
  })
  expect(document.stages.a).toMatchObject({
    categoryIds: ['ours'],
    entryActionIds: ['mine'],
    approvalWorkflowId: 'own',
  })
  expect(losses.filter((loss) => loss.kind === 'mapped')).toHaveLength(3)
})

it('keeps what this company does not have, and tells', () => {
  const { document, losses } = adoptReference(process, someReference, emptyReferenceData)
  expect(document).toEqual(process)
  expect(losses.map((loss) => `${loss.kind} ${loss.what}`)).toContain('dropped NOTIFY')
  expect(losses.map((loss) => loss.sentence)).toContain(
    'This company has no such field; add it in the settings, or change the rules that name it.',
  )
})

it('changes nothing within one company', () => {
  expect(adoptReference(process, someReference, someReference)).toEqual({ document: process, losses: [] })
})
