/**
 * What a process is made of, ready to be taken: dragged onto the canvas or onto a transition, or chosen by click or
 * Enter, which adds after the active stage. The canvas shows and drops what is dragged.
 */
import ChevronLeft from '@mui/icons-material/ChevronLeft'
import WidgetsOutlined from '@mui/icons-material/WidgetsOutlined'
import { lazy, Suspense } from 'react'
import type { EditorUi } from '../../editor/actions/index.ts'
import { useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { useKeptSwitch } from '../../ui/display/useKeptSwitch.ts'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { categoryEntries, kindEntries } from './entries.ts'
import { PaletteList } from './PaletteList.tsx'
import styles from './palette.module.css'
import { useRecent } from './recent.ts'

/** Loaded when first opened. */
const TemplateStages = lazy(async () => ({ default: (await import('./TemplateStages.tsx')).TemplateStages }))

export function Palette({ ui }: { readonly ui: EditorUi }) {
  const t = useText('palette')
  const [open, setOpen] = useKeptSwitch('palette', matchMedia('(min-width: 1100px)').matches)
  const readOnly = useEditorState((state) => state.readOnly)
  if (readOnly !== null) return null
  if (!open)
    return (
      <section data-region data-tour="palette" className={styles.rail} aria-label={t('title')}>
        <ToolButton
          label={t('show')}
          icon={<WidgetsOutlined />}
          expanded={false}
          onClick={() => setOpen(true)}
        />
      </section>
    )
  return (
    <section data-region data-tour="palette" className={styles.palette} aria-label={t('title')}>
      <div className={styles.head}>
        <h2>{t('title')}</h2>
        <ToolButton
          label={t('hide')}
          icon={<ChevronLeft className="directional" />}
          size="small"
          expanded
          onClick={() => setOpen(false)}
        />
      </div>
      <p className={styles.hint}>{t('hint')}</p>
      <Contents ui={ui} />
    </section>
  )
}

function Contents({ ui }: { readonly ui: EditorUi }) {
  const t = useText('palette')
  const document = useEditorState((state) => state.document)
  const categories = useEditorState((state) => state.reference.categories)
  const recent = useRecent()
  const byCategory = categoryEntries(categories, document)
  return (
    <>
      <PaletteList label={t('stages')} entries={kindEntries()} ui={ui} />
      {byCategory.length > 0 ? (
        <>
          <h3>{t('categories')}</h3>
          <PaletteList label={t('categories')} entries={byCategory} ui={ui} />
        </>
      ) : null}
      {recent.length > 0 ? (
        <>
          <h3>{t('recent')}</h3>
          <PaletteList label={t('recent')} entries={recent} ui={ui} />
        </>
      ) : null}
      <div className={styles.more}>
        <Section title={t('templates')}>
          <Suspense fallback={<SkeletonRows what={t('loading')} rows={4} />}>
            <TemplateStages ui={ui} />
          </Suspense>
        </Section>
      </div>
    </>
  )
}
