/** All templates, ready-made and the company's own: choose, look at the whole of it, take it. */
import Button from '@mui/material/Button'
import {
  type RefObject,
  Suspense,
  use,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Client } from '../../data/api/client.ts'
import type { ProcessTemplates } from '../../data/api/processTemplates.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import { readyTemplates } from '../../editor/readyTemplates.ts'
import { freshIds } from '../../interchange/freshIds.ts'
import { useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { GalleryList } from './GalleryList.tsx'
import { findEntries, type GalleryEntry, ownEntry, readyEntry } from './galleryEntry.ts'
import { OwnTemplateMenu } from './OwnTemplateMenu.tsx'
import { TemplatePreview } from './TemplatePreview.tsx'
import styles from './templates.module.css'
import { useOwnTemplates } from './useOwnTemplates.ts'

/** What was chosen. */
export interface ChosenTemplate {
  readonly name: string
  /** With ids of its own, belonging to the company. */
  readonly document: ProcessDocument
}

export interface TemplateGalleryProps {
  /** Begin a process with it, or put it in place of what an open one holds. */
  readonly purpose: 'start' | 'apply'
  readonly shelf: ProcessTemplates
  readonly companyId: string
  readonly reference: ReferenceData | null
  /** Whether the person may rename and delete the company's own, and create what a template needs. */
  readonly mayManage: boolean
  readonly client: Client
  /** Reads the reference data again. */
  readonly onBrought: () => Promise<unknown>
  readonly newId: () => string
  readonly onUse: (chosen: ChosenTemplate) => void
  readonly onClose: () => void
}

export function TemplateGallery(props: TemplateGalleryProps) {
  const t = useText('templates')
  const { purpose, onUse, onClose, newId, companyId } = props
  const form = useId()
  const shown = useRef<GalleryEntry | null>(null)
  const take = () => {
    const chosen = shown.current
    if (!chosen) return announce(t('none'))
    const made = chosen.own ? freshIds(chosen.document, newId) : chosen.document
    const document = { ...made, process: { ...made.process, companyId } }
    onUse({ name: chosen.name, document })
  }
  return (
    <HouseDialog
      open
      size="lg"
      title={t(purpose === 'start' ? 'startTitle' : 'applyTitle')}
      description={t(purpose === 'start' ? 'startLead' : 'applyLead')}
      onClose={onClose}
      actions={
        <Button type="submit" form={form} variant="contained">
          {t(purpose === 'start' ? 'use' : 'apply')}
        </Button>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          // React lets the forms of dialogs opened from here bubble up to this one.
          if (event.target === event.currentTarget) take()
        }}
      >
        <Suspense fallback={<SkeletonRows what={t('list')} />}>
          <Gallery {...props} shown={shown} />
        </Suspense>
      </form>
    </HouseDialog>
  )
}

interface GalleryProps extends TemplateGalleryProps {
  /** What is looked at, and what the button takes. */
  readonly shown: RefObject<GalleryEntry | null>
}

function Gallery(props: GalleryProps) {
  const { shelf, companyId, mayManage, newId } = props
  const t = useText('templates')
  const templates = use(readyTemplates())
  const own = useOwnTemplates(shelf, companyId)
  const [chosen, setChosen] = useState<string | null>(null)
  const [query, setQuery] = useState({ search: '', show: 'all' })
  const searched = useDeferredValue(query)
  const ready = useMemo(
    () => templates.map((template) => readyEntry(template, template.build(newId, companyId))),
    [templates, newId, companyId],
  )
  const all = useMemo(() => [...own.templates.map(ownEntry), ...ready], [own.templates, ready])
  const found = findEntries(all, searched)
  const shown = found.find((entry) => entry.key === chosen) ?? found[0] ?? null
  useEffect(() => {
    props.shown.current = shown
  }, [props.shown, shown])
  return (
    <div className={styles.gallery}>
      <GalleryList
        all={all}
        found={found}
        own={own}
        query={query}
        onQuery={setQuery}
        chosen={shown}
        onChoose={(entry) => setChosen(entry.key)}
      />
      {shown ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys have to scroll it too
        <section className={styles.preview} tabIndex={0} aria-label={t('preview', { name: shown.name })}>
          <header className={styles.previewHead}>
            <h3>{shown.name}</h3>
            {shown.own && mayManage ? (
              <OwnTemplateMenu template={shown.own} shelf={shelf} onChanged={own.reload} />
            ) : null}
          </header>
          <TemplatePreview key={shown.key} {...props} entry={shown} />
        </section>
      ) : null}
    </div>
  )
}
