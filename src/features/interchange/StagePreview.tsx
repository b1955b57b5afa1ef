import { type ProcessDocument, stagesInOrder } from '../../domain/process/process.ts'
import { type SalesStage, stageKind } from '../../domain/process/stage.ts'
import { useText } from '../../text/index.ts'
import { ColorDot } from '../../ui/display/ColorDot.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { type Column, DataTable } from '../../ui/tables/DataTable.tsx'
import type { StageTone } from '../../ui/theme/index.ts'
import styles from './interchange.module.css'

/** More than this is opened on demand. */
const shortList = 20

const toneOf = (stage: SalesStage): StageTone => {
  if (!stage.isActive) return 'inactive'
  const kind = stageKind(stage)
  return kind === 'open' ? stage.color : kind
}

/** The stages as they will be. */
export function StagePreview({ document }: { readonly document: ProcessDocument }) {
  const t = useText('interchange')
  const stages = stagesInOrder(document)
  const moves = t('movesCount', { count: Object.keys(document.transitions).length })
  const marks = (stage: SalesStage) =>
    [stage.isEntry ? t('entry') : '', stage.isActive ? '' : t('inactive')].filter(Boolean).join(', ')
  const columns: readonly Column<SalesStage>[] = [
    { id: 'order', header: t('order'), cell: (stage) => stage.stageOrder, align: 'end', width: 64 },
    {
      id: 'stage',
      header: t('stage'),
      rowHeader: true,
      cell: (stage) => (
        <span className={styles.stage}>
          <ColorDot tone={toneOf(stage)} />
          <span>{stage.stageName}</span>
          {marks(stage) ? <span className={styles.quiet}>({marks(stage)})</span> : null}
        </span>
      ),
    },
    { id: 'kind', header: t('kind'), cell: (stage) => t(`kind_${stageKind(stage)}`), width: 120 },
    {
      id: 'probability',
      header: t('probability'),
      align: 'end',
      width: 96,
      cell: (stage) => t('percent', { value: stage.defaultProbability }),
    },
  ]
  return (
    <Section
      title={t('stages')}
      note={t('stagesNote', { count: stages.length, moves })}
      defaultOpen={stages.length <= shortList}
    >
      <DataTable
        caption={t('stagesCaption', { count: stages.length })}
        columns={columns}
        rows={stages}
        rowId={(stage) => stage.id}
      />
    </Section>
  )
}
