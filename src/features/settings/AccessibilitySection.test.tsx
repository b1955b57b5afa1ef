import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verbosity } from '../../text/verbosity.ts'
import { preferences } from '../../ui/preferences/index.ts'
import { followPreferences, HouseTheme } from '../../ui/theme/index.ts'
import { AccessibilitySection } from './AccessibilitySection.tsx'
import { AppearanceSection } from './AppearanceSection.tsx'

let stop = () => {}
beforeEach(() => {
  stop = followPreferences()
})
afterEach(() => stop())

const open = (section: React.ReactNode) => {
  render(<HouseTheme>{section}</HouseTheme>)
  return userEvent.setup()
}
const page = document.documentElement.dataset

describe('what helps on this device', () => {
  it('is seen at once', async () => {
    const person = open(<AccessibilitySection />)
    await person.click(screen.getByRole('switch', { name: 'High-visibility focus' }))
    await person.click(screen.getByRole('switch', { name: 'Less motion' }))
    await person.click(screen.getByRole('radio', { name: 'Larger' }))
    expect(page).toMatchObject({ focusRing: 'strong', motion: 'reduce', textSize: 'larger' })
    await person.click(screen.getByRole('switch', { name: 'High-visibility focus' }))
    await person.click(screen.getByRole('radio', { name: 'Normal' }))
    expect(page).toMatchObject({ focusRing: 'normal', textSize: 'normal' })
  })

  it('is heard at once, each choice explained', async () => {
    const person = open(<AccessibilitySection />)
    const brief = screen.getByRole('radio', { name: 'Brief' })
    expect(brief).toHaveAccessibleDescription(/What something is and how it is/)
    await person.click(brief)
    expect(verbosity()).toBe('brief')
    await person.click(screen.getByRole('switch', { name: 'Sounds' }))
    await person.click(screen.getByRole('switch', { name: 'Hints' }))
    await person.click(screen.getByRole('switch', { name: 'Single-key shortcuts' }))
    expect(preferences()).toMatchObject({ sounds: true, hints: false, singleKeys: false })
  })
})

describe('appearance', () => {
  it('changes the theme and what a process opens with, by keyboard too', async () => {
    const person = open(<AppearanceSection />)
    await person.click(screen.getByRole('radio', { name: 'Light' }))
    await person.keyboard('{ArrowDown}')
    expect(page.theme).toBe('dark')
    await person.click(screen.getByRole('radio', { name: 'The list' }))
    expect(preferences().defaultView).toBe('list')
    expect(
      screen.getByRole('radio', { name: 'Deutsch' }).closest('label')?.querySelector('[lang="de"]'),
    ).not.toBe(null)
  })
})
