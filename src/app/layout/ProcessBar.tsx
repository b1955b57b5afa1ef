/** The bar of an open process: what it is, where one is in it, where the draft stands, undo, problems, publish. */
import Redo from '@mui/icons-material/Redo'
import Undo from '@mui/icons-material/Undo'
import useMediaQuery from '@mui/material/useMediaQuery'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useEditor, useEditorState, useHistory, useProblemCount } from '../../editor/react.ts'
import { say, text, useText } from '../../text/index.ts'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { Toolbar } from '../../ui/actions/Toolbar.tsx'
import { announce } from '../../ui/announcer/index.ts'
import { PartBoundary } from '../../ui/feedback/PartBoundary.tsx'
import { NavLink } from '../../ui/routing/NavLink.tsx'
import { whenIdle } from '../../ui/whenIdle.ts'
import { addressOf, tabs, type View } from '../addresses.ts'
import { usePage } from '../usePage.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { Brand } from './Brand.tsx'
import layout from './layout.module.css'
import { MoreMenu } from './MoreMenu.tsx'
import { ProblemsButton } from './ProblemsButton.tsx'
import { ProcessDraftStatus } from './ProcessDraftStatus.tsx'
import { PublishButton } from './PublishButton.tsx'
import { PublishDialogs, type Publishing } from './PublishDialogs.tsx'
import styles from './processBar.module.css'
import { ThemeToggle } from './ThemeToggle.tsx'

/** The canvas comes first; where it cannot be loaded, nobody is named. */
const OthersEditing = lazy(async () => {
  await whenIdle()
  return { default: (await import('./OthersEditing.tsx')).OthersEditing }
})

/** Two rows, one of them the views; what is needed less stands in the menu. */
const narrowBar = '(max-width: 599px)'

const ReviewsWaiting = lazy(async () => {
  await whenIdle()
  return { default: (await import('./ReviewsWaiting.tsx')).ReviewsWaiting }
})

export function ProcessBar({ processId, view }: { readonly processId: string; readonly view: View }) {
  const t = useText('app')
  const name = useEditorState((state) => state.document.process.processName)
  const readOnly = useEditorState((state) => state.readOnly !== null)
  const count = useProblemCount()
  const place = { process: name, view: t(`view_${view}`) }
  useSaidView(t(`view_${view}`))
  const bar = useRef<HTMLElement>(null)
  // On a narrow screen the tabs scroll, and the one that counts may lie beyond the edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view, another tab
  useEffect(() => {
    bar.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [view])
  usePage(
    count === 0 ? t('titleProcess', place) : t('titleProcessProblems', { ...place, count }),
    `${processId} ${view}`,
  )
  const narrow = useMediaQuery(narrowBar, { noSsr: true })
  const [publishing, setPublishing] = useState<Publishing>(null)
  const publish = () => setPublishing('publish')
  const viewLinks = (
    <nav
      ref={bar}
      aria-label={t('views')}
      className={styles.views}
      onScroll={({ currentTarget: bar }) => bar.toggleAttribute('data-scrolled', bar.scrollLeft !== 0)}
    >
      {tabs.map((other) => (
        <NavLink key={other} to={addressOf(processId, other)}>
          {t(`view_${other}`)}
          {other === 'versions' ? (
            <PartBoundary onBroken={console.warn}>
              <Suspense>
                <ReviewsWaiting processId={processId} />
              </Suspense>
            </PartBoundary>
          ) : null}
        </NavLink>
      ))}
    </nav>
  )
  return (
    <header className={`${layout.bar} ${styles.processBar}`}>
      <div className={styles.processRow}>
        <div className={styles.process}>
          <Brand compact />
          <h1 className={styles.processName} title={name} tabIndex={-1}>
            {name}
          </h1>
          <ProcessDraftStatus />
          <PartBoundary onBroken={console.warn}>
            <Suspense>
              <OthersEditing processId={processId} />
            </Suspense>
          </PartBoundary>
        </div>
        {narrow ? null : viewLinks}
        <div className={styles.end}>
          {narrow && readOnly ? null : <HistoryButtons />}
          {narrow ? null : (
            <>
              <ProblemsButton />
              <PublishButton onOpen={publish} />
            </>
          )}
          <MoreMenu short={narrow} />
          {narrow ? null : (
            <>
              <ThemeToggle />
              <AccountMenu />
            </>
          )}
        </div>
        {narrow ? (
          <div className={styles.secondRow}>
            {viewLinks}
            <div className={styles.end}>
              <ProblemsButton />
              <PublishButton short onOpen={publish} />
            </div>
          </div>
        ) : null}
      </div>
      <PublishDialogs open={publishing} onOpen={setPublishing} />
    </header>
  )
}

/** Says which view came up; the name of the process, which takes focus, stays the same. */
function useSaidView(view: string) {
  const editor = useEditor()
  const shown = useRef(view)
  useEffect(() => {
    if (shown.current === view) return
    shown.current = view
    const count = Object.keys(editor.store.getState().document.stages).length
    const stages = text('speech', 'stages', { count })
    announce(text('speech', 'viewChanged', { view, stages }), { topic: 'view' })
  }, [editor, view])
}

/** Undo and redo say what they would do. */
function HistoryButtons() {
  const t = useText('app')
  const editor = useEditor()
  const { undo, redo } = useHistory()
  return (
    <Toolbar label={t('history')}>
      <ToolButton
        label={undo === null ? t('undo') : t('undoStep', { step: say(undo) })}
        icon={<Undo className="directional" />}
        shortcut="Mod+Z"
        disabledReason={undo === null ? t('nothingToUndo') : null}
        onClick={() => void editor.undo()}
      />
      <ToolButton
        label={redo === null ? t('redo') : t('redoStep', { step: say(redo) })}
        icon={<Redo className="directional" />}
        shortcut="Mod+Shift+Z"
        disabledReason={redo === null ? t('nothingToRedo') : null}
        onClick={() => void editor.redo()}
      />
    </Toolbar>
  )
}
