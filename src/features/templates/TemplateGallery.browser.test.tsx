/** The gallery by keyboard alone, in a real browser: arrows look, Enter takes. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { success } from '../../data/api/failure.ts'
import type { ProcessTemplates } from '../../data/api/processTemplates.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { type ChosenTemplate, TemplateGallery } from './index.ts'

afterEach(cleanup)

const nobody = { kind: 'network', message: 'The server cannot be reached.' } as const
const shelf: ProcessTemplates = {
  list: async () => success({ templates: [], kept: false }),
  create: async () => ({ ok: false, failure: nobody }),
  change: async () => ({ ok: false, failure: nobody }),
  remove: async () => ({ ok: false, failure: nobody }),
}

let number = 0
const onUse = vi.fn<(chosen: ChosenTemplate) => void>()
function open() {
  onUse.mockClear()
  render(
    <HouseTheme>
      <QueryClientProvider client={new QueryClient()}>
        <TemplateGallery
          purpose="start"
          shelf={shelf}
          companyId="c1"
          reference={null}
          mayManage
          client={{ call: async () => ({ ok: false, failure: nobody }) }}
          onBrought={async () => {}}
          newId={() => `new-${++number}`}
          onUse={onUse}
          onClose={() => {}}
        />
      </QueryClientProvider>
    </HouseTheme>,
  )
}

describe('the gallery of templates', () => {
  it('is gone through by arrows and left by Enter with what is looked at', async () => {
    await page.viewport(1200, 800)
    open()
    const first = page.getByRole('radio', { name: /Standard six/ })
    await expect.element(first).toBeInTheDocument()
    const radio = first.element()
    if (radio instanceof HTMLElement) radio.focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect.element(page.getByRole('heading', { level: 3 })).toHaveTextContent('Enterprise MEDDICC')
    await userEvent.keyboard('{Enter}')
    expect(onUse).toHaveBeenCalledOnce()
    expect(onUse.mock.calls[0]?.[0].name).toBe('Enterprise MEDDICC')
  })

  it('reads without sideways scrolling at 320 px', async () => {
    await page.viewport(320, 640)
    open()
    await expect.element(page.getByRole('radio', { name: /Standard six/ })).toBeInTheDocument()
    const content = document.querySelector('[role="dialog"] form')
    expect(content?.scrollWidth).toBeLessThanOrEqual(content?.clientWidth ?? 0)
  })
})
