import { use, useMemo, useState } from 'react'
import { v7 as newId } from 'uuid'
import { stagesInOrder } from '../../domain/process/process.ts'
import type { EditorUi } from '../../editor/actions/index.ts'
import { useEditorState } from '../../editor/react.ts'
import { readyTemplates } from '../../editor/readyTemplates.ts'
import { useText } from '../../text/index.ts'
import { SelectField } from '../../ui/forms/index.ts'
import { entryOfStage } from './entries.ts'
import { PaletteList } from './PaletteList.tsx'

/** Single stages of the ready processes, with their fields and rules. Loaded when first opened, with the templates. */
export function TemplateStages({ ui }: { readonly ui: EditorUi }) {
  const t = useText('palette')
  const companyId = useEditorState((state) => state.document.process.companyId)
  const templates = use(readyTemplates())
  const [chosen, setChosen] = useState(templates[0]?.id ?? '')
  const entries = useMemo(() => {
    const template = templates.find(({ id }) => id === chosen)
    return template ? stagesInOrder(template.build(newId, companyId)).map(entryOfStage) : []
  }, [templates, chosen, companyId])
  return (
    <>
      <SelectField
        label={t('template')}
        value={chosen}
        options={templates.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <PaletteList label={t('templates')} entries={entries} ui={ui} />
    </>
  )
}
