import type { SalesStage } from '../../../domain/process/stage.ts'
import { useText } from '../../../text/index.ts'
import { Facts } from '../Facts.tsx'
import type { StageFields } from '../fields/binding.ts'
import { NumberEdit, requiredNumber } from '../fields/NumberEdit.tsx'
import { OptionalTextEdit, TextEdit } from '../fields/TextEdit.tsx'
import styles from '../inspector.module.css'
import { StageLineage } from './StageLineage.tsx'

/** What nobody sells by, but everybody who maintains the process asks for: remarks and where the stage came from. */
export function StageNotes({ stage, bind }: { readonly stage: SalesStage; readonly bind: StageFields }) {
  const t = useText('inspector')
  const position = bind('position')
  const along = (axis: 'x' | 'y') => {
    const move = (value: number) => position.type({ ...stage.position, [axis]: value })
    return requiredNumber({
      ...position,
      field: `position.${axis}`,
      id: `${position.id}-${axis}`,
      value: stage.position[axis],
      set: move,
      type: move,
    })
  }
  return (
    <>
      <TextEdit binding={bind('notes')} label={t('remarks')} rows={3} />
      <OptionalTextEdit binding={bind('externalId')} label={t('externalId')} help={t('externalIdHelp')} />
      <StageLineage stageId={stage.id} binding={bind('lineage')} />
      <div className={styles.pair}>
        <NumberEdit binding={along('x')} label={t('positionX')} />
        <NumberEdit binding={along('y')} label={t('positionY')} />
      </div>
      <Facts
        rows={[
          [t('id'), stage.id],
          [t('created'), stage.createdAt],
          [t('updated'), stage.updatedAt],
        ]}
      />
    </>
  )
}
