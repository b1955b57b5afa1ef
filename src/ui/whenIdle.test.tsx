import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useComesFirst, whenIdle } from './whenIdle.ts'

function List({ waits }: { readonly waits: boolean }) {
  useComesFirst(waits)
  return null
}

it('lets what somebody waits for be drawn first, with what takes its place', async () => {
  const order: string[] = []
  const { rerender, unmount } = render(<List key="page" waits />)
  const idle = whenIdle().then(() => order.push('idle'))
  await new Promise((resolve) => setTimeout(resolve, 10))
  rerender(<List key="list" waits />)
  await new Promise((resolve) => setTimeout(resolve, 10))
  order.push('list')
  rerender(<List key="list" waits={false} />)
  await idle
  expect(order).toEqual(['list', 'idle'])
  unmount()
  await whenIdle()
})
