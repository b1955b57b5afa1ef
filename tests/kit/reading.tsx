/**
 * A process on the screen and a virtual screen reader before it: a view, dialogs, keys and announcer as the app puts
 * them together. Keys go through the reader, as they do with a real one.
 */
import { virtual } from '@guidepup/virtual-screen-reader'
import { act, render } from '@testing-library/react'
import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createProcessUi, type ProcessUi } from '../../src/app/processUi.ts'
import { speakProblems } from '../../src/app/speakProblems.ts'
import { type LintInput, lint } from '../../src/domain/lint/lint.ts'
import { allRules } from '../../src/domain/lint/registry.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { sentenceFor } from '../../src/editor/announcements.ts'
import type { Editor } from '../../src/editor/editor.ts'
import { EditorProvider } from '../../src/editor/react.ts'
import { handleKey, placeOf, type ShortcutSettings } from '../../src/editor/shortcuts.ts'
import { Canvas } from '../../src/features/canvas/index.ts'
import { ContextMenu, type MenuRequest, ShortcutHelp } from '../../src/features/command-menu/index.ts'
import { Outline } from '../../src/features/outline/index.ts'
import { Simulate } from '../../src/features/simulate/index.ts'
import { StageDialogs } from '../../src/features/stage-dialogs/index.ts'
import { StageTable } from '../../src/features/stage-table/index.ts'
import { moment } from '../../src/ui/announcer/announcer.ts'
import { announce, resetAnnouncer } from '../../src/ui/announcer/index.ts'
import { HouseTheme } from '../../src/ui/theme/index.ts'
import { anEditor } from './builders.ts'

const regions =
  '<div id="sr-polite" role="log" aria-live="polite" aria-relevant="additions"></div>' +
  '<div id="sr-assertive" role="alert"></div><div id="root"></div><div id="overlays"></div>'

export interface Reading {
  /** Presses keys one after the other; what the reader says of where focus is then, and what was announced. */
  after(...keys: string[]): Promise<string[]>
  type(words: string): Promise<void>
  focus(selector: string): void
  /** The next phrases of reading on, without a key of ours. */
  readOn(count: number): Promise<string[]>
  stop(): Promise<void>
}

/** Of an open process. */
export interface ProcessReading extends Reading {
  readonly editor: Editor
}

type View = 'canvas' | 'list' | 'simulate' | 'table'

interface Given {
  readonly view?: View
  readonly singleKeys?: boolean
}

/** What is announced is gathered for a moment; then everything that follows from a key has happened. */
const aMoment = () => act(() => new Promise<void>((done) => setTimeout(done, moment + 50)))

export async function reading(
  process: ProcessDocument,
  { view = 'canvas', singleKeys = true }: Given = {},
): Promise<ProcessReading> {
  const editor = anEditor(process, { lint: onlyDeadEnds })
  const ui = createProcessUi({ editor: () => editor, show: () => {} })
  speakChanges(editor)
  const reader = await readingOf(
    <EditorProvider editor={editor}>
      <Place ui={ui} editor={editor} view={view} settings={{ mac: false, singleKeys }} />
    </EditorProvider>,
  )
  return { ...reader, editor }
}

/** Anything on the page as the app frames it. */
export async function readingOf(content: ReactNode): Promise<Reading> {
  document.body.innerHTML = regions
  resetAnnouncer()
  await act(async () => {
    render(<HouseTheme>{content}</HouseTheme>, {
      container: document.getElementById('root') ?? document.body,
    })
  })
  await aMoment()
  await virtual.start({ container: document.body })
  return {
    async after(...keys) {
      for (const key of keys) {
        await virtual.clearSpokenPhraseLog()
        await virtual.press(key)
        await aMoment()
      }
      // Whatever hides the page hides it without the announcer, or nothing is heard.
      const silenced = document.getElementById('sr-polite')?.closest('[aria-hidden=true], [inert]') ?? null
      if (silenced) throw new Error(`The announcer is hidden by ${silenced.outerHTML.slice(0, 80)}`)
      const phrases = await virtual.spokenPhraseLog()
      const isAnnounced = (phrase: string) => /^(polite|assertive): /.test(phrase)
      return [...phrases.filter((phrase) => !isAnnounced(phrase)).slice(-1), ...phrases.filter(isAnnounced)]
    },
    async type(words) {
      await virtual.type(words)
      await aMoment()
    },
    focus: (selector) => act(() => document.querySelector<HTMLElement>(selector)?.focus()),
    async readOn(count) {
      await virtual.clearSpokenPhraseLog()
      for (let step = 0; step < count; step += 1) await virtual.next()
      return virtual.spokenPhraseLog()
    },
    stop: () => virtual.stop(),
  }
}

/** One rule, so that a transcript changes only with what is read. */
const onlyDeadEnds = (input: LintInput) =>
  lint(
    input,
    allRules.filter(({ id }) => id === 'graph/dead-end'),
  )

/** As an open process announces its changes (src/app/session.ts). */
function speakChanges(editor: Editor): void {
  const problems = speakProblems(() => editor.problems())
  problems.seen()
  editor.onChange((change) => {
    const sentence = sentenceFor(change)
    if (sentence) announce(sentence)
    problems.changed()
  })
}

interface PlaceProps {
  readonly ui: ProcessUi
  readonly editor: Editor
  readonly view: View
  readonly settings: ShortcutSettings
}

function Place({ ui, editor, view, settings }: PlaceProps) {
  const dialog = useStore(ui.screen, (state) => state.dialog)
  const [menu, setMenu] = useState<MenuRequest | null>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (handleKey(event, placeOf(event.target, 'global'), settings, { editor, ui })) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [ui, editor, settings])
  const openMenu = (element: MenuRequest['element'], at: MenuRequest['at']) => setMenu({ element, at })
  return (
    <>
      {view === 'canvas' ? (
        <Canvas ui={ui} settings={settings} onPort={ui.setCanvas} onMenu={openMenu} empty={null} />
      ) : view === 'simulate' ? (
        <Simulate onDesign={() => {}} />
      ) : view === 'table' ? (
        <StageTable ui={ui} settings={settings} onMenu={openMenu} />
      ) : (
        <Outline ui={ui} settings={settings} onMenu={openMenu} />
      )}
      <ContextMenu request={menu} ui={ui} settings={settings} onClose={() => setMenu(null)} />
      {dialog?.name === 'shortcutHelp' ? <ShortcutHelp settings={settings} onClose={ui.closeDialog} /> : null}
      {dialog ? <StageDialogs dialog={dialog} onClose={ui.closeDialog} /> : null}
    </>
  )
}
