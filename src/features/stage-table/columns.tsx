/** The columns of the stage table: what each is called, how it sorts, what stands in it, what is copied of it. */
import type { ReferenceData } from '../../domain/process/reference.ts'
import { stageKind } from '../../domain/process/stage.ts'
import type { EditorUi } from '../../editor/actions/index.ts'
import { say, type Translate } from '../../text/index.ts'
import { type GridColumn, widthOfChoices } from '../../ui/tables/gridColumns.ts'
import { ProblemsCell } from '../../ui/tables/ProblemsCell.tsx'
import {
  ActiveCell,
  CategoryCell,
  ColorCell,
  ForecastCell,
  KindCell,
  NameCell,
  TextCell,
  WaysCell,
} from './cells.tsx'
import { type StageFieldId, stageKinds, writeField } from './stageFields.ts'
import type { Neighbour, StageRow } from './stageRows.ts'
import styles from './stageTable.module.css'

/** What a letter of a code takes, and the cell around it, in px. */
const [codeLetter, codePadding] = [8, 24]

export function stageColumns(
  t: Translate<'stageTable'>,
  ui: EditorUi,
  reference: ReferenceData,
  longestCode: number,
): readonly GridColumn<StageRow>[] {
  const field = (id: StageFieldId) => ({
    id,
    header: t(id),
    copied: ({ stage }: StageRow) => writeField(id, stage, reference),
  })
  const ways = (end: 'from' | 'to'): GridColumn<StageRow> => ({
    id: end,
    header: t(end),
    width: 132,
    cell: (row) => <WaysCell row={row} end={end} />,
    copied: (row) =>
      row[end].map(({ stageId, name }: Neighbour) => (stageId === null ? t('anyOpen') : name)).join(', '),
    sortBy: (row) => row[end].length,
  })
  return [
    {
      ...field('name'),
      width: 196,
      rowHeader: true,
      cell: (row) => <NameCell row={row} />,
      sortBy: ({ stage }) => stage.stageName,
    },
    {
      ...field('code'),
      width: Math.min(150, Math.max(106, codePadding + longestCode * codeLetter)),
      cell: (row) => <TextCell row={row} field="code" />,
      sortBy: ({ stage }) => stage.stageCode,
    },
    {
      ...field('kind'),
      width: Math.max(98, widthOfChoices(stageKinds.map((kind) => t(`kind_${kind}`)))),
      cell: (row) => <KindCell row={row} />,
      sortBy: ({ stage }) => stageKinds.indexOf(stageKind(stage)),
    },
    {
      ...field('probability'),
      width: 136,
      align: 'end',
      cell: (row) => <TextCell row={row} field="probability" />,
      sortBy: ({ stage }) => stage.defaultProbability,
    },
    {
      ...field('color'),
      width: 108,
      cell: (row) => <ColorCell row={row} />,
      sortBy: ({ stage }) => t(`color_${stage.color}`),
    },
    {
      ...field('average'),
      width: 100,
      align: 'end',
      cell: (row) => <TextCell row={row} field="average" />,
      sortBy: ({ stage }) => stage.averageDurationDays ?? -1,
    },
    {
      ...field('maximum'),
      width: 88,
      align: 'end',
      cell: (row) => <TextCell row={row} field="maximum" />,
      sortBy: ({ stage }) => stage.maxDurationDays ?? -1,
    },
    {
      ...field('category'),
      width: 150,
      optional: true,
      cell: (row) => <CategoryCell row={row} ui={ui} />,
      sortBy: ({ stage }) => writeField('category', stage, reference),
    },
    {
      ...field('forecast'),
      width: 150,
      optional: true,
      cell: (row) => <ForecastCell row={row} />,
      sortBy: ({ stage }) => writeField('forecast', stage, reference),
    },
    ways('from'),
    ways('to'),
    {
      id: 'deals',
      header: t('deals'),
      width: 96,
      align: 'end',
      optional: true,
      cell: ({ usage }) => <span className={styles.none}>{usage?.openDeals ?? '–'}</span>,
      copied: ({ usage }) => (usage ? String(usage.openDeals) : ''),
      sortBy: ({ usage }) => usage?.openDeals ?? -1,
    },
    {
      id: 'problems',
      header: t('problems'),
      width: 86,
      cell: (row) => (
        <ProblemsCell
          problems={row.problems}
          onOpen={() => ui.showDetails({ kind: 'stage', id: row.stage.id }, row.problems[0]?.at.field)}
        />
      ),
      copied: ({ problems }) => problems.map(({ message }) => say(message)).join(' '),
      sortBy: ({ problems }) => problems.length,
    },
    {
      ...field('active'),
      width: 64,
      cell: (row) => <ActiveCell row={row} />,
      sortBy: ({ stage }) => (stage.isActive ? 0 : 1),
    },
  ]
}
