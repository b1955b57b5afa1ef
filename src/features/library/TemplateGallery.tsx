import Button from '@mui/material/Button'
import { Suspense, use, useMemo, useState } from 'react'
import { type ProcessDocument, stagesInOrder } from '../../domain/process/process.ts'
import { stageKind } from '../../domain/process/stage.ts'
import type { Template } from '../../domain/templates/index.ts'
import { useText } from '../../text/index.ts'
import { ColorDot } from '../../ui/display/ColorDot.tsx'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { MiniPicture } from '../../ui/graph/MiniPicture.tsx'
import styles from './Library.module.css'
import type { LibraryItem } from './libraryItem.ts'
import { drawn, outlineOf } from './outline.ts'
import { freeProcessCode } from './processCode.ts'

interface TemplateGalleryProps {
  readonly taken: readonly LibraryItem[]
  readonly companyId: string
  readonly newId: () => string
  readonly onClose: () => void
  readonly onUse: (document: ProcessDocument) => void
}

/** Loaded when first opened. */
let loading: Promise<readonly Template[]> | null = null
function allTemplates(): Promise<readonly Template[]> {
  loading ??= import('../../domain/templates/index.ts').then((module) => module.templates)
  return loading
}

function freeName(name: string, taken: readonly LibraryItem[]): string {
  const names = new Set(taken.map((item) => item.name))
  if (!names.has(name)) return name
  for (let number = 2; ; number += 1) if (!names.has(`${name} ${number}`)) return `${name} ${number}`
}

/** Choose, look at the whole of it, take it. */
export function TemplateGallery(props: TemplateGalleryProps) {
  const t = useText('library')
  return (
    <HouseDialog
      open
      size="lg"
      title={t('galleryTitle')}
      description={t('galleryBody')}
      onClose={props.onClose}
    >
      <Suspense fallback={<SkeletonRows what={t('galleryList')} />}>
        <Gallery {...props} />
      </Suspense>
    </HouseDialog>
  )
}

function Gallery({ taken, companyId, newId, onUse }: TemplateGalleryProps) {
  const t = useText('library')
  const templates = use(allTemplates())
  const built = useMemo(
    () => templates.map((template) => ({ template, document: template.build(newId, companyId) })),
    [templates, newId, companyId],
  )
  const [chosen, setChosen] = useState(0)
  const shown = built[chosen]
  if (!shown) return null
  const { template, document } = shown
  const take = () => {
    const processName = freeName(document.process.processName, taken)
    const codes = new Set(taken.map((item) => item.code))
    const processCode = codes.has(document.process.processCode)
      ? freeProcessCode(processName, codes)
      : document.process.processCode
    onUse({ ...document, process: { ...document.process, processName, processCode } })
  }
  return (
    <div className={styles.gallery}>
      <fieldset className={styles.galleryList}>
        <legend className="sr-only">{t('galleryList')}</legend>
        {built.map((entry, index) => (
          <label key={entry.template.id}>
            <input
              type="radio"
              name="template"
              checked={index === chosen}
              onChange={() => setChosen(index)}
            />
            <span>
              <strong>{entry.template.name}</strong>
              <small>{t('for', { audience: entry.template.audience })}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div className={styles.preview} aria-live="polite">
        <div className={styles.previewPicture}>
          <MiniPicture {...drawn(outlineOf(document))} names />
        </div>
        <h3>{template.name}</h3>
        <p>{template.description}</p>
        <ol aria-label={t('stagesOf', { name: template.name })}>
          {stagesInOrder(document).map((stage) => (
            <li key={stage.id}>
              <ColorDot
                tone={stageKind(stage) === 'open' ? stage.color : stageKind(stage) === 'won' ? 'won' : 'lost'}
              />
              {stage.stageName}
              <span>{stage.defaultProbability} %</span>
            </li>
          ))}
        </ol>
        <Button variant="contained" onClick={take}>
          {t('useTemplate')}
        </Button>
      </div>
    </div>
  )
}
