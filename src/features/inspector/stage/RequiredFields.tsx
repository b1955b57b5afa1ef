/** The fields a deal needs to enter, found by search, each with where else it is used. */
import { usesOfFields } from '../../../domain/process/whereUsed.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { useAround } from '../around.ts'
import type { Binding } from '../fields/binding.ts'
import { PickEdit } from '../fields/PickEdit.tsx'
import { UsesToggle } from '../UsesToggle.tsx'
import { fieldOptions } from './fieldOptions.ts'

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
      detail={(key) => (
        <UsesToggle
          name={fields[key]?.label || key}
          words={t('alsoUsed', { count: elsewhere(key).length })}
          uses={elsewhere(key)}
        />
      )}
      footer={SettingsLink ? <SettingsLink section="fields">{t('fieldMissing')}</SettingsLink> : null}
    />
  )
}
