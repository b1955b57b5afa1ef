import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { standard } from '../../../../tests/kit/builders.ts'
import { openInspector, retype, stage, stageOf } from '../../../../tests/kit/openInspector.tsx'
import type { ReadRevision } from '../../../editor/tracePublished.ts'

const published = standard().process({ revision: 2 })

const read: ReadRevision = async (revision) => ({
  ok: true,
  value: {
    revision,
    at: `2026-0${revision}-03T10:00:00.000Z`,
    by: { name: revision === 1 ? 'Ben' : 'Anna' },
    reason: revision === 2 ? 'Quarterly review' : null,
    document: revision === 1 ? standard().stage('Proposal', 30).document : published.document,
  },
})

const open = (readRevision: ReadRevision | null = read, selection = [stage('Proposal')]) =>
  openInspector(published, selection, { base: published.document }, { readRevision })

describe('where a value comes from', () => {
  it('is marked where it was changed, told with the step, and put back', async () => {
    const { editor, user } = open()
    expect(screen.queryByRole('button', { name: /changed in this draft/ })).toBeNull()
    await retype(user, screen.getByRole('textbox', { name: 'Name' }), 'Offer')
    await user.tab()
    await user.click(screen.getByRole('button', { name: 'Where Name comes from: changed in this draft' }))
    expect(screen.getByText(/^by the step “Rename “Proposal” to “Offer””/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Put back' }))
    expect(stageOf(editor, 'Proposal').stageName).toBe('Proposal')
    expect(await screen.findByText('Revision 1, Jan 3, 2026, by Ben')).toBeVisible()
    act(() => void editor.undo())
    expect(stageOf(editor, 'Proposal').stageName).toBe('Offer')
  })

  it('names the revision that set it, who and why', async () => {
    const { user } = open()
    await user.click(screen.getByRole('button', { name: 'Where Probability comes from' }))
    expect(await screen.findByText('Revision 2, Feb 3, 2026, by Anna')).toBeVisible()
    expect(screen.getByText('Quarterly review')).toBeVisible()
    await user.keyboard('{Escape}')
    expect(screen.queryByText('Quarterly review')).toBeNull()
    expect(screen.getByRole('button', { name: 'Where Probability comes from' })).toHaveFocus()
  })

  it('says so where nobody can be asked, or the answer does not come', async () => {
    const { user } = open(null)
    await user.click(screen.getByRole('button', { name: 'Where Code comes from' }))
    expect(screen.getByText(/This device is offline/)).toBeVisible()
  })

  it('tries again after a failure', async () => {
    let answers = false
    const { user } = open(async (revision) =>
      answers ? read(revision) : { ok: false, why: 'The server did not answer.' },
    )
    await user.click(screen.getByRole('button', { name: 'Where Code comes from' }))
    expect(await screen.findByText(/The server did not answer\./)).toBeVisible()
    answers = true
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/by Ben/)).toBeVisible()
  })

  it('is a stop of the keyboard at each field only where somebody wants to know', async () => {
    const { user } = open()
    const button = screen.getByRole('button', { name: 'Where Code comes from' })
    expect(button).toHaveAttribute('tabindex', '-1')
    await user.click(screen.getByRole('button', { name: 'Show where each value comes from' }))
    expect(button).toHaveAttribute('tabindex', '0')
    await user.click(screen.getByRole('button', { name: 'Show where each value comes from' }))
    expect(button).toHaveAttribute('tabindex', '-1')
  })

  it.each([
    [{ kind: 'template', name: 'Standard six' } as const, 'From the template “Standard six”'],
    [
      { kind: 'import', format: 'salesforce', files: 'deals.xml' } as const,
      'From the import of deals.xml (Salesforce)',
    ],
    [{ kind: 'copy', name: 'Renewal' } as const, 'From “Renewal”, copied'],
  ])('names what a process never published was made from: %j', async (from, said) => {
    const beginning = { ...from, at: '2026-11-20T08:00:00.000Z' }
    const { user, editor } = openInspector(standard(), [stage('Proposal')], { beginning })
    await user.click(screen.getByRole('button', { name: 'Show where each value comes from' }))
    await user.click(screen.getByRole('button', { name: 'Where Code comes from' }))
    expect(screen.getByText(said)).toBeVisible()
    expect(screen.getByText(/^Nov 20, 2026.*Not changed since\.$/)).toBeVisible()
    act(() => void editor.dispatch('updateStage', { stageId: 'Proposal', changes: { stageCode: 'OFFER' } }))
    expect(screen.queryByText(said)).toBeNull()
  })

  it('tells a policy from the other policies', async () => {
    const { editor, user } = open(read, [])
    act(() => void editor.dispatch('setPolicies', { changes: { allow_rework: true } }))
    await user.click(screen.getByRole('button', { name: /Where Allow rework comes from: changed/ }))
    await user.click(screen.getByRole('button', { name: 'Put back' }))
    await waitFor(() => expect(editor.store.getState().document.process.policies.allow_rework).toBe(false))
  })
})
