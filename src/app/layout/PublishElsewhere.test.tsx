import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { liveQuery } from 'dexie'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anEditor, standard } from '../../../tests/kit/builders.ts'
import { having } from '../../../tests/kit/given.ts'
import type { Limits, PublishSteps } from '../../data/api/backend.ts'
import { EditorProvider } from '../../editor/react.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { PublishElsewhere } from './PublishElsewhere.tsx'

const published = standard().process({ revision: 7 }).document
const renamed = having(published, 'updateStage', { stageId: 'Proposal', changes: { stageName: 'Offer' } })

let say: (steps: PublishSteps | null) => void = () => {}

const limits: Limits = {
  kind: 'blueprint',
  leftBehind: (base, document) =>
    Object.keys(base.transitions).length - Object.keys(document.transitions).length,
  progress: () => ({
    ...liveQuery(() => null),
    subscribe: (listener: unknown) => {
      if (typeof listener === 'function') say = (steps) => listener(steps)
      return { closed: false, unsubscribe: () => {} }
    },
  }),
  stop: vi.fn(async () => {}),
  takeBack: async () => {},
  follow: () => ({ wake: () => {}, close: () => {} }),
  close: () => {},
  forget: async () => {},
}

function open(document = renamed) {
  const publish = vi.fn(async () => {})
  const nothing = () => {}
  render(
    <HouseTheme>
      <EditorProvider editor={anEditor(document, { base: published, permissions: ['publish_process'] })}>
        <PublishElsewhere
          limits={limits}
          hasNetwork
          pending={[]}
          behind={null}
          impact={async () => ({ ok: false, failure: { kind: 'network', message: 'No.' } })}
          onPublish={publish}
          onGoTo={nothing}
          onResolve={nothing}
          onHistory={nothing}
          onClose={nothing}
        />
      </EditorProvider>
    </HouseTheme>,
  )
  return { publish, user: userEvent.setup() }
}

describe('publishing to a backend that is not ours', () => {
  beforeEach(() => vi.clearAllMocks())

  it('says before what is not kept, not protected and not counted, and asks for nothing nobody would keep', () => {
    open()
    expect(screen.getByText('It becomes revision 8, as this device counts.')).toBeVisible()
    expect(screen.getByText(/^Not protected against others’ edits/)).toBeVisible()
    expect(screen.getByText(/^On this device only: places and colors/)).toBeVisible()
    expect(screen.queryByText('Open deals')).toBeNull()
    expect(screen.queryByLabelText('Why this change?')).toBeNull()
  })

  it('counts the changes of transitions that stay undone there', () => {
    open(having(renamed, 'removeTransitions', { transitionIds: ['Negotiation → Won'] }))
    expect(
      screen.getByText(
        '1 transition that you changed or removed stays there as it is: it can only be created.',
      ),
    ).toBeVisible()
  })

  it('shows the step it is at, and stops before the next one', async () => {
    const { publish, user } = open()
    await user.click(screen.getByRole('button', { name: 'Publish' }))
    expect(publish).toHaveBeenCalledWith('')
    act(() => say({ done: 2, total: 8, stopping: false }))
    expect(screen.getByRole('heading', { name: 'Step 3 of 8' })).toBeVisible()
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25')
    await user.click(screen.getByRole('button', { name: 'Stop after this step' }))
    expect(limits.stop).toHaveBeenCalledOnce()
    act(() => say({ done: 2, total: 8, stopping: true }))
    expect(screen.getByRole('button', { name: 'Stopping…' })).toBeDisabled()
  })
})
