/** What a screen reader says of a process made step by step: what is wrong, where, and that it was put right. */
import { afterEach, expect, it } from 'vitest'
import { type Reading, readingOf } from '../../../tests/kit/reading.tsx'
import { emptyReferenceData } from '../../domain/process/reference.ts'
import { Wizard } from '../../features/wizard/index.ts'

let reader: Reading
afterEach(() => reader.stop())

let number = 0
const wizard = (
  <Wizard
    keep={{ read: () => null, write: () => {} }}
    newId={() => `w-${++number}`}
    now={() => '2026-11-21T09:00:00.000Z'}
    companyId="company"
    actorId="ada"
    reference={emptyReferenceData}
    ownTemplates={[]}
    taken={{ names: new Set(['Renewal']), codes: new Set() }}
    preview={() => null}
    onCreate={() => {}}
    onDiscard={() => {}}
  />
)

/** Continues, and is told what is wrong: the summary says it all, and has focus. */
async function refused(...messages: string[]) {
  reader.focus('form [type=submit]')
  await reader.after('Enter')
  expect(document.activeElement).toHaveTextContent(['There is a problem', ...messages].join(''))
}

/** Follows the first link of the summary. */
async function follow() {
  reader.focus('[role=alert] a')
  return reader.after('Enter')
}

it('says all that is wrong at once, leads to each, and goes on', async () => {
  reader = await readingOf(wizard)
  await refused('Choose what to start from.', 'Give the process a name.', 'Give the process a code.')
  expect(await follow()).toEqual([
    'radio, A blank process Add your own stages one by one., not checked, position 1, set size 9',
  ])
  expect(document.activeElement?.closest('fieldset')).toHaveAccessibleDescription(
    'Error: Choose what to start from.',
  )
  await reader.after(' ')
  expect(await follow()).toEqual([
    'textbox, Name (required), Error: Give the process a name., invalid, required',
  ])
  await reader.type('Renewal')
  await refused('There is a process called “Renewal” already. Choose another name.')
  expect(await follow()).toEqual([
    'textbox, Name (required), Renewal, Error: There is a process called “Renewal” already. Choose another name., invalid, required',
  ])
  await reader.type(' north')
  expect(await reader.after('Enter')).toEqual(['heading, Step 2 of 7: Stages, level 2'])
  await refused('Add at least one open stage.')
  expect(await follow()).toEqual(['button, Add open stage'])
  // What is wrong by now waits until one asks to go on.
  expect(await reader.after('Enter')).toEqual(['textbox, Stage of New stage, New stage'])
  await refused('Add a stage where deals are won or lost.')
})
