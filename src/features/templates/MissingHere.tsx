/** What a template uses that the company does not have; who may create it is told what that is, and can. */
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { Client } from '../../data/api/client.ts'
import type { Failure } from '../../data/api/failure.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import { language, say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { type GalleryEntry, missingIn } from './galleryEntry.ts'
import { createRows, standardRows } from './standardRows.ts'
import styles from './templates.module.css'

export interface MissingHereProps {
  readonly entry: GalleryEntry
  readonly companyId: string
  /** Null while it is on its way: then nothing is said to be missing. */
  readonly reference: ReferenceData | null
  readonly mayManage: boolean
  readonly client: Client
  /** Some of it is there now: the reference data has to be read again. */
  readonly onBrought: () => Promise<unknown>
}

export function MissingHere(props: MissingHereProps) {
  const { entry, companyId, reference, mayManage, client, onBrought } = props
  const t = useText('templates')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const missing = reference ? missingIn(entry.document, reference) : []
  if (missing.length === 0) return null
  const words = [
    ...new Set(
      missing.map(({ kind, name }) =>
        kind === 'field'
          ? t('missingField', { name })
          : t(kind === 'action' ? 'missingAction' : 'missingWorkflow'),
      ),
    ),
  ].slice(0, 3)
  const names = new Intl.ListFormat(language(), { type: 'conjunction' }).format(words)
  const rows = mayManage ? standardRows(missing, companyId) : []
  const bring = async (place: HTMLElement | null) => {
    setBusy(true)
    const refused = await createRows(client, rows)
    await onBrought()
    setBusy(false)
    setFailure(refused)
    if (refused) return
    announce(t('brought', { count: rows.length }))
    // The button goes with what was missing.
    place?.focus()
  }
  return (
    <div className={styles.missing}>
      <p>{t('missing', { count: missing.length, names })}</p>
      {rows.length > 0 ? (
        <>
          <p>{t('bringLead', { count: rows.length })}</p>
          <ul>
            {rows.map(({ kind, name, row }) => (
              <li key={row.id}>{t(`bring_${kind}`, { name })}</li>
            ))}
          </ul>
          {failure ? <p role="alert">{t('bringFailed', { why: say(failure.message) })}</p> : null}
          <Button
            variant="outlined"
            size="small"
            loading={busy}
            onClick={({ currentTarget }) => void bring(currentTarget.closest('section'))}
          >
            {t('bring', { count: rows.length })}
          </Button>
        </>
      ) : null}
    </div>
  )
}
