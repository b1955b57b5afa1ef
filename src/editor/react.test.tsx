import { act, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { anEditor, standard } from '../../tests/kit/builders.ts'
import type { Editor } from './editor.ts'
import {
  EditorProvider,
  useEditorState,
  useHistory,
  useProblemsAt,
  useStage,
  useStagePosition,
} from './react.ts'
import { useStrip } from './useStrip.ts'

const rendered: string[] = []

function Card({ id }: { readonly id: string }) {
  rendered.push(id)
  const stage = useStage(id)
  const position = useStagePosition(id)
  const problems = useProblemsAt({ kind: 'stage', id })
  return (
    <li>
      {stage?.stageName ?? 'gone'} at {position?.x}, {problems.length} problems
    </li>
  )
}

function Bar() {
  const { undo } = useHistory()
  const names = useEditorState((state) =>
    Object.values(state.document.stages).map((stage) => stage.stageName),
  )
  const { winRate } = useStrip()
  return (
    <p>
      {undo ?? 'nothing to undo'}; {names.length} stages; {winRate === null ? 'unknown' : 'known'}
    </p>
  )
}

function show(): Editor {
  rendered.length = 0
  const editor = anEditor(standard().document)
  render(
    <EditorProvider editor={editor}>
      <Card id="Proposal" />
      <Card id="Won" />
      <Bar />
    </EditorProvider>,
  )
  return editor
}

describe('the editor in React', () => {
  it('shows what a command changed', () => {
    const editor = show()
    act(() => void editor.dispatch('updateStage', { stageId: 'Proposal', changes: { stageName: 'Offer' } }))
    expect(screen.getByText(/Offer at 260/)).toBeDefined()
    expect(screen.getByText(/Rename “Proposal” to “Offer”; 5 stages; known/)).toBeDefined()
  })

  it('renders only what is about the change', () => {
    const editor = show()
    rendered.length = 0
    act(() => editor.setDragging({ Proposal: { x: 7, y: 0 } }))
    expect(rendered).toEqual(['Proposal'])
    expect(screen.getByText(/Proposal at 7/)).toBeDefined()
    rendered.length = 0
    act(() => editor.select([{ kind: 'stage', id: 'Won' }]))
    expect(rendered).toEqual([])
  })

  it('shows problems where they are', () => {
    const editor = show()
    act(() => void editor.dispatch('removeTransitions', { transitionIds: ['Negotiation → Won'] }))
    expect(screen.getByText(/Won at .*, [1-9]\d* problems/)).toBeDefined()
  })

  it('says where the provider is missing', () => {
    expect(() => render(<Bar />)).toThrow('put the component inside an EditorProvider')
  })
})
