import { expect, it } from 'vitest'
import { anEditor, standard } from '../../tests/kit/builders.ts'
import { impliedHistory, impliedPercent } from './impliedHistory.ts'

it('tells what the exits implied when published and after each step that changed it', () => {
  const { document } = standard().process({ revision: 4 })
  const editor = anEditor(document, { base: document })
  const at = () => impliedPercent(editor.store.getState().document, 'Negotiation')
  const published = at()
  editor.dispatch('updateTransition', { transitionId: 'Negotiation → Won', changes: { weight: 1 } })
  editor.dispatch('updateStage', { stageId: 'Proposal', changes: { stageName: 'Offer' } })
  editor.dispatch('updateTransition', { transitionId: '* → Lost', changes: { weight: 3 } })
  const points = impliedHistory(editor.store.getState(), 'Negotiation')
  expect(points[0]).toMatchObject({ percent: published, revision: 4, step: null })
  expect(points.at(-1)).toMatchObject({ percent: at() })
  expect(points.at(-1)?.step).toContain('Lost')
  expect(points.map(({ step }) => step)).not.toContain('Change name of “Proposal” to “Offer”')
})

it('is empty of percent while the stage was not there', () => {
  const editor = anEditor(standard().document)
  const done = editor.dispatch('addStage', { name: 'Demo' })
  const id = done.ok ? (done.created[0]?.id ?? '') : ''
  const [first] = impliedHistory(editor.store.getState(), id)
  expect(first).toMatchObject({ key: 'start', percent: null })
})
