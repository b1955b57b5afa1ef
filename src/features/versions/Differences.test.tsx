/** Two versions without a difference that can be seen. */
import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { anEditor, standard } from '../../../tests/kit/builders.ts'
import { EditorProvider } from '../../editor/react.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { Differences } from './Differences.tsx'

const { document } = standard()
const [stage] = Object.values(document.stages)
if (!stage) throw new Error('There is no stage.')
const partly = {
  ...document,
  stages: { ...document.stages, [stage.id]: { ...stage, hidden: ['guidance'] } },
}

it.each([
  ['the same process', document, 'Revision 1 and Revision 2 hold the same process.'],
  [
    'no more than is seen',
    partly,
    'In Revision 1 and Revision 2 everything is the same that you may see. What is hidden from you may differ.',
  ],
])('are said to be %s', (_, both, words) => {
  render(
    <HouseTheme>
      <EditorProvider editor={anEditor(both)}>
        <Differences before={both} after={both} names={['Revision 1', 'Revision 2']} view="words" />
      </EditorProvider>
    </HouseTheme>,
  )
  expect(screen.getByText(words)).toBeVisible()
})
