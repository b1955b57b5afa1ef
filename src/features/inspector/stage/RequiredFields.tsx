/** The fields a deal needs to enter, found by search, each with where else it is used. */
import { useId, useState } from 'react'
import { type Use, usesOfFields } from '../../../domain/process/whereUsed.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { useAround } from '../around.ts'
import type { Binding } from '../fields/binding.ts'
import { PickEdit } from '../fields/PickEdit.tsx'
import { Places } from '../Places.tsx'
import { fieldOptions } from './fieldOptions.ts'
import styles from './stage.module.css'

interface RequiredFieldsProps {
  readonly stageId: string
  readonly binding: Binding<string[]>
}

export function RequiredFields({ stageId, binding }: RequiredFieldsProps) {
  const t = useText('inspector')
  const { SettingsLink } = useAround()
  const { fields, uses } = useEditorState(({ reference, document }) => ({
    fields: reference.fields,
    uses: usesOfFields(document),
  }))
  const elsewhere = (key: string) =>
    (uses.get(key) ?? []).filter(({ as, at }) => as !== 'required' || at.id !== stageId)
  const options = fieldOptions(fields, (type) => t(`type_${type}`)).map((option) => {
    const count = elsewhere(option.value).length
    return count === 0 ? { ...option, offer: '' } : { ...option, offer: t('usedElsewhere', { count }) }
  })
  return (
    <PickEdit
      binding={binding}
      label={t('requiredFieldsLabel')}
      add={t('addRequiredField')}
      options={options}
      unknown={t('unknownField')}
      empty={t('requiredFieldsEmpty')}
      detail={(key) => <AlsoUsed uses={elsewhere(key)} />}
      footer={SettingsLink ? <SettingsLink section="fields">{t('fieldMissing')}</SettingsLink> : null}
    />
  )
}

function AlsoUsed({ uses }: { readonly uses: readonly Use[] }) {
  const t = useText('inspector')
  const id = useId()
  const [open, setOpen] = useState(false)
  if (uses.length === 0) return null
  const words = t('alsoUsed', { count: uses.length })
  return (
    <>
      <button
        type="button"
        className={styles.also}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {words}
      </button>
      {open ? (
        <span id={id}>
          <Places label={words} uses={uses} />
        </span>
      ) : null}
    </>
  )
}
