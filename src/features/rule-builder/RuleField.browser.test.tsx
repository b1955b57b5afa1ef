/** Conditions in a real browser: dragged in and out of groups, small enough for a phone, sound for axe. */
import { cleanup, render } from '@testing-library/react'
import axe from 'axe-core'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { drag, focused, settled } from '../../../tests/kit/pointer.ts'
import { field, standardFields } from '../../../tests/kit/referenceData.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { activity, resetAnnouncer } from '../../ui/announcer/index.ts'
import { HouseTheme } from '../../ui/theme/index.ts'
import { RuleField } from './RuleField.tsx'

const v = (key: string) => ({ var: key })
const large: Logic = { '>=': [v('amount'), 10] }
const european: Logic = { '==': [v('region'), 'EU'] }
const staffed: Logic = { '>': [v('seats'), 5] }
const soon: Logic = { between: [v('close_date'), { relative_date: 0 }, { relative_date: 30 }] }
const rule: Logic = { and: [large, { or: [european, staffed] }, soon] }
const longName = 'Name of the person at the customer who signs, as it stands in the commercial register'
const fields = [...standardFields, { ...field('signer', 'text'), label: longName }]

interface Kept {
  now: Logic
}

function Form({ kept, width, dir }: { readonly kept: Kept; readonly width: number; readonly dir: string }) {
  const [value, setValue] = useState(kept.now)
  return (
    <div style={{ width }} dir={dir}>
      <RuleField
        label="Must hold"
        value={value}
        fields={fields}
        defaultOpen
        onChange={(next) => {
          kept.now = next
          setValue(next)
        }}
      />
    </div>
  )
}

async function open(given: Logic, width = 360, dir = 'ltr') {
  const kept: Kept = { now: given }
  const { container } = render(
    <HouseTheme>
      <Form kept={kept} width={width} dir={dir} />
    </HouseTheme>,
  )
  await settled()
  return { kept, container }
}

/** The item of a part, and its grip. */
function part(container: HTMLElement, path: string) {
  const item = container.querySelector(`[data-path="${path}"]`)
  const grip = item?.querySelector('[title="Drag to move"]')
  if (!item || !grip) throw new Error(`There is no part ${path}.`)
  return { item, grip }
}

const moves = (from: Element, to: Element, edge: 'top' | 'bottom') => {
  const [start, end] = [from.getBoundingClientRect(), to.getBoundingClientRect()]
  const y = edge === 'top' ? end.top + 4 : end.bottom - 4
  return { x: 60, y: y - (start.top + start.height / 2) }
}

beforeEach(resetAnnouncer)
afterEach(cleanup)

describe('dragging a condition', () => {
  it('puts it between those of a group, and focus goes with it', async () => {
    const { kept, container } = await open(rule)
    const { grip } = part(container, '0')
    const target = part(container, '1.1').item
    await drag(grip, { by: moves(grip, target, 'top') })
    await settled()
    expect(kept.now).toEqual({ and: [{ or: [european, large, staffed] }, soon] })
    expect(focused()).toBe('Condition 1.2, more')
    await expect
      .poll(() => activity().map(({ text }) => text))
      .toEqual(['Moved to position 2 of 3 in Group 1.'])
  })

  it('takes it out of its group', async () => {
    const { kept, container } = await open(rule)
    const { grip } = part(container, '1.0')
    await drag(grip, { by: moves(grip, part(container, '0').item, 'top') })
    await settled()
    expect(kept.now).toEqual({ and: [european, large, { or: [staffed] }, soon] })
  })

  it('moves a group with all in it, but not into itself', async () => {
    const { kept, container } = await open(rule)
    const { grip } = part(container, '1')
    await drag(grip, { by: moves(grip, part(container, '1.1').item, 'bottom') })
    await settled()
    expect(kept.now).toBe(rule)
    await drag(grip, { by: moves(grip, part(container, '2').item, 'bottom') })
    await settled()
    expect(kept.now).toEqual({ and: [large, soon, { or: [european, staffed] }] })
  })

  it('leaves all as it was on Escape', async () => {
    const { kept, container } = await open(rule)
    const { grip } = part(container, '0')
    await drag(grip, { by: moves(grip, part(container, '2').item, 'bottom'), escape: true })
    await settled()
    expect(kept.now).toBe(rule)
  })
})

describe('the look', () => {
  const signed: Logic = {
    and: [{ starts_with: [v('signer'), 'A'] }, { or: [rule, { '!': [{ and: [rule, soon] }] }] }],
  }

  it.each([
    [280, 'ltr'],
    [360, 'ltr'],
    [720, 'ltr'],
    [280, 'rtl'],
    [720, 'rtl'],
  ])('fits into %i pixels, %s, however deep and long', async (width, dir) => {
    const { container } = await open(signed, width, dir)
    const box = container.querySelector('fieldset')?.getBoundingClientRect()
    const outside = [...container.querySelectorAll('select, input, button')].filter((control) => {
      const { left, right, width: own } = control.getBoundingClientRect()
      return left < (box?.left ?? 0) - 1 || right > (box?.right ?? 0) + 1 || own < 24
    })
    expect(outside.map((control) => control.getAttribute('aria-label') ?? control.textContent)).toEqual([])
  })

  it.each([360, 720])('has nothing that axe objects to at %i pixels', async (width) => {
    const { container } = await open({ and: [signed, { '>=': [v('ammount'), 1] }] }, width)
    const { violations } = await axe.run(container)
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
})
