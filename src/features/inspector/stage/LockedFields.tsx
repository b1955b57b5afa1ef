import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import type { StageFields } from '../fields/binding.ts'
import { PickEdit } from '../fields/PickEdit.tsx'
import { fieldOptions } from './fieldOptions.ts'

/** The fields that people may not change while a deal stands in the stage. */
export function LockedFields({ bind }: { readonly bind: StageFields }) {
  const t = useText('inspector')
  const fields = useEditorState(({ reference }) => reference.fields)
  const { value = [], ...binding } = bind('lockedFields')
  return (
    <PickEdit
      binding={{ ...binding, value }}
      label={t('lockedFields')}
      add={t('addLockedField')}
      options={fieldOptions(fields, (type) => t(`type_${type}`))}
      unknown={t('unknownField')}
      empty={t('lockedFieldsEmpty')}
    />
  )
}
