/** Which stages this one was renamed, split or merged from, by name: what its history is counted from. */

import { stagesInOrder } from '../../../domain/process/process.ts'
import { useEditorState } from '../../../editor/react.ts'
import { stageNameOf } from '../../../editor/rowNames.ts'
import { language, useText } from '../../../text/index.ts'
import type { Binding } from '../fields/binding.ts'
import { PickEdit } from '../fields/PickEdit.tsx'
import panel from '../inspector.module.css'

interface StageLineageProps {
  readonly stageId: string
  readonly binding: Binding<string[]>
}

export function StageLineage({ stageId, binding }: StageLineageProps) {
  const t = useText('inspector')
  const { document, base } = useEditorState((state) => ({ document: state.document, base: state.base }))
  const gone = base ? stagesInOrder(base).filter(({ id }) => !document.stages[id]) : []
  const options = [
    ...stagesInOrder(document)
      .filter(({ id }) => id !== stageId)
      .map(({ id }) => ({ value: id, label: stageNameOf(document, id) })),
    ...gone.map(({ id }) => ({
      value: id,
      label: base ? stageNameOf(base, id) : id,
      note: t('lineageGone'),
    })),
  ]
  const led = stagesInOrder(document).filter(({ lineage }) => lineage.includes(stageId))
  const names = new Intl.ListFormat(language()).format(led.map(({ id }) => stageNameOf(document, id)))
  return (
    <>
      <PickEdit
        binding={binding}
        label={t('lineage')}
        add={t('addLineage')}
        options={options}
        unknown={t('lineageUnknown')}
        empty={t('lineageNone')}
        footer={<p className={panel.nothing}>{t('lineageHelp')}</p>}
      />
      {led.length > 0 ? <p className={panel.nothing}>{t('lineageLed', { names })}</p> : null}
    </>
  )
}
