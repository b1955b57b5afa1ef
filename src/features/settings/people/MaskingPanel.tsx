/** What the company shows to some roles only, and to which. For administrators; saved as a whole. */
import Button from '@mui/material/Button'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../contract/api.ts'
import type { MaskingPolicy } from '../../../contract/masking.ts'
import { roles } from '../../../contract/roles.ts'
import type { Client } from '../../../data/api/client.ts'
import { maskableFields } from '../../../domain/process/masking.ts'
import { language, say, useText } from '../../../text/index.ts'
import { roleName } from '../../../text/roleName.ts'
import { announce } from '../../../ui/announcer/index.ts'
import { Answered } from '../../../ui/feedback/Answered.tsx'
import { Notice } from '../../../ui/feedback/Notice.tsx'
import { SwitchField } from '../../../ui/forms/index.ts'
import { Panel } from '../../../ui/layout/Panel.tsx'
import styles from '../Settings.module.css'

const key = ['settings', 'masking'] as const

const groups = [
  { name: 'stages', of: 'stage.' },
  { name: 'transitions', of: 'transition.' },
  { name: 'reference', of: 'a' },
  { name: 'opportunities', of: 'opportunity.' },
] as const

export function MaskingPanel({ client }: { readonly client: Client }) {
  const t = useText('masking')
  const cache = useQueryClient()
  const answer = useQuery({ queryKey: key, queryFn: () => client.call(api.masking.readPolicy, {}) }).data
  const [edited, setEdited] = useState<MaskingPolicy | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const load = () => cache.invalidateQueries({ queryKey: key })
  const save = async (policy: MaskingPolicy) => {
    setBusy(true)
    const etag = answer?.ok ? answer.etag : null
    const saved = await client.call(api.masking.writePolicy, {
      body: policy,
      ...(etag ? { ifMatch: etag } : {}),
    })
    const failure = saved.ok ? null : t('notSaved', { why: say(saved.failure.message) })
    if (saved.ok) {
      cache.setQueryData(key, saved)
      setEdited(null)
    } else if (saved.failure.kind === 'problem' && saved.failure.status === 412 && answer?.ok) {
      const theirs = await client.call(api.masking.readPolicy, {})
      if (theirs.ok) {
        cache.setQueryData(key, theirs)
        // Looked at before it is saved: what they chose, and on top of it what is chosen here.
        setEdited(onTopOf(theirs.value, answer.value, policy))
      }
    }
    setBusy(false)
    setRefused(failure)
    announce(failure ?? t('saved'))
  }
  return (
    <Panel title={t('title')} description={t('lead')}>
      {refused ? <Notice tone="error" title={refused} /> : null}
      <Answered answer={answer} loading={t('loading')} failed={t('loadFailed')} onRetry={() => void load()}>
        {(stored) => {
          const policy = edited ?? stored
          const { fields, sees } = policy
          const unseen = roles.filter((role) => role !== 'administrator' && !sees.includes(role))
          const names = new Intl.ListFormat(language(), { type: 'conjunction' }).format(unseen.map(roleName))
          return (
            <div className={styles.form}>
              {groups.map(({ name, of }) => (
                <fieldset key={name} className={styles.choices}>
                  <legend>{t(`of_${name}`)}</legend>
                  {maskableFields
                    .filter((field) => field.startsWith(of))
                    .map((field) => (
                      <SwitchField
                        key={field}
                        label={t(`field_${field}`)}
                        help={t(`help_${field}`)}
                        checked={fields.includes(field)}
                        onChange={(on) => setEdited({ ...policy, fields: withItem(fields, field, on) })}
                      />
                    ))}
                </fieldset>
              ))}
              <fieldset className={styles.choices}>
                <legend>{t('whoSees')}</legend>
                {roles.map((role) => (
                  <SwitchField
                    key={role}
                    label={roleName(role)}
                    {...(role === 'administrator' ? { help: t('administrators') } : {})}
                    checked={role === 'administrator' || sees.includes(role)}
                    disabled={role === 'administrator'}
                    onChange={(on) => setEdited({ ...policy, sees: withItem(sees, role, on) })}
                  />
                ))}
              </fieldset>
              <p className={styles.outcome}>
                {fields.length === 0
                  ? t('nothingHidden')
                  : unseen.length === 0
                    ? t('everybodySees')
                    : t('outcome', { count: fields.length, roles: names })}
              </p>
              <div className={styles.buttons}>
                {edited ? <Button onClick={() => setEdited(null)}>{t('undo')}</Button> : null}
                <Button
                  variant="contained"
                  disabled={edited === null || busy}
                  onClick={() => void save(policy)}
                >
                  {t('save')}
                </Button>
              </div>
            </div>
          )
        }}
      </Answered>
    </Panel>
  )
}

const withItem = <Item,>(items: readonly Item[], item: Item, on: boolean): Item[] =>
  on ? [...items, item] : items.filter((other) => other !== item)

function onTopOf(theirs: MaskingPolicy, base: MaskingPolicy, mine: MaskingPolicy): MaskingPolicy {
  const chosen = <Item,>(part: (policy: MaskingPolicy) => readonly Item[]): Item[] => [
    ...part(theirs).filter((item) => part(mine).includes(item) || !part(base).includes(item)),
    ...part(mine).filter((item) => !part(theirs).includes(item) && !part(base).includes(item)),
  ]
  return { fields: chosen(({ fields }) => fields), sees: chosen(({ sees }) => sees) }
}
