/** Where a field is used in all of the company: looked up when somebody asks, or is about to delete it. */
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../text/index.ts'
import { PlaceList } from '../../ui/display/PlaceList.tsx'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { useNavigate } from '../../ui/routing/place.ts'
import styles from './Settings.module.css'

interface FieldPlace {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly href: string
}

export interface FieldPlaces {
  /** Only those that name the field. */
  readonly processes: readonly {
    readonly id: string
    readonly name: string
    /** A draft of this device rather than what is published. */
    readonly draft: boolean
    readonly places: readonly FieldPlace[]
  }[]
  /** Actions and approval workflows. */
  readonly company: readonly FieldPlace[]
  /** Why something could not be looked at; null where all was. */
  readonly failure: string | null
}

export type FindFieldUses = (fieldKey: string) => Promise<FieldPlaces>

interface FieldUsesProps {
  readonly fieldKey: string
  readonly find: FindFieldUses
  /** The field is about to be deleted. */
  readonly goes?: boolean
}

export function FieldUses({ fieldKey, find, goes = false }: FieldUsesProps) {
  const t = useText('fieldUses')
  const go = useNavigate()
  const { data } = useQuery({
    queryKey: ['settings', 'fieldUses', fieldKey],
    queryFn: () => find(fieldKey),
    gcTime: 0,
  })
  if (!data) return <SkeletonRows what={t('looking')} rows={3} />
  const linked = (places: readonly FieldPlace[]) =>
    places.map((place) => ({ ...place, onGo: () => go(place.href) }))
  const groups = [
    ...data.processes.map(({ id, name, draft, places }) => ({
      id: `${id} ${draft}`,
      title: draft ? t('draft', { process: name }) : name,
      places,
    })),
    ...(data.company.length > 0 ? [{ id: 'company', title: t('company'), places: data.company }] : []),
  ]
  return (
    <div className={styles.uses} role="status">
      {data.failure === null ? null : <p>{t('failed', { why: data.failure })}</p>}
      {groups.length === 0 && data.failure === null ? <p>{t('nowhere')}</p> : null}
      {groups.length > 0 && goes ? <p>{t('stays')}</p> : null}
      {groups.map(({ id, title, places }) => (
        <section key={id}>
          <h3>{title}</h3>
          <PlaceList label={title} places={linked(places)} />
        </section>
      ))}
    </div>
  )
}

export function WhereUsedButton({ name, ...given }: FieldUsesProps & { readonly name: string }) {
  const t = useText('fieldUses')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" variant="text" aria-label={t('showFor', { name })} onClick={() => setOpen(true)}>
        {t('show')}
      </Button>
      {open ? (
        <HouseDialog
          open
          size="xs"
          title={t('title', { name })}
          onClose={() => setOpen(false)}
          actions={
            <Button variant="outlined" onClick={() => setOpen(false)}>
              {t('close')}
            </Button>
          }
        >
          <FieldUses {...given} />
        </HouseDialog>
      ) : null}
    </>
  )
}
