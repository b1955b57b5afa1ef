/** The columns of the stage table: what each is called, how it sorts, what stands in it. */
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
} from '@tanstack/react-table'
import { stageKind } from '../../domain/process/stage.ts'
import type { EditorUi } from '../../editor/actions/index.ts'
import type { Translate } from '../../text/index.ts'
import { ActiveCell, ColorCell, KindCell, NameCell, ProblemsCell, TextCell, WaysCell } from './cells.tsx'
import type { StageRow } from './stageRows.ts'

export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
  columnMeta: {} as { readonly align?: 'end'; readonly rowHeader?: true; readonly width?: number },
})

const helper = createColumnHelper<typeof features, StageRow>()

export const stageColumns = (t: Translate<'stageTable'>, ui: EditorUi) =>
  helper.columns([
    helper.accessor((row) => row.stage.stageName, {
      id: 'name',
      header: t('name'),
      sortFn: 'text',
      meta: { rowHeader: true, width: 214 },
      cell: ({ row }) => <NameCell row={row.original} ui={ui} />,
    }),
    helper.accessor((row) => row.stage.stageCode, {
      id: 'code',
      header: t('code'),
      sortFn: 'text',
      meta: { width: 140 },
      cell: ({ row }) => <TextCell row={row.original} ui={ui} field="stageCode" />,
    }),
    helper.accessor((row) => stageKind(row.stage), {
      id: 'kind',
      header: t('kind'),
      enableSorting: false,
      meta: { width: 84 },
      cell: ({ row }) => <KindCell row={row.original} ui={ui} />,
    }),
    helper.accessor((row) => row.stage.defaultProbability, {
      id: 'probability',
      header: t('probability'),
      sortFn: 'basic',
      sortDescFirst: false,
      meta: { align: 'end', width: 104 },
      cell: ({ row }) => <TextCell row={row.original} ui={ui} field="defaultProbability" />,
    }),
    helper.accessor((row) => row.stage.color, {
      id: 'color',
      header: t('color'),
      enableSorting: false,
      meta: { width: 106 },
      cell: ({ row }) => <ColorCell row={row.original} ui={ui} />,
    }),
    helper.accessor((row) => row.stage.averageDurationDays ?? -1, {
      id: 'average',
      header: t('average'),
      sortFn: 'basic',
      sortDescFirst: false,
      meta: { align: 'end', width: 98 },
      cell: ({ row }) => <TextCell row={row.original} ui={ui} field="averageDurationDays" />,
    }),
    helper.accessor((row) => row.stage.maxDurationDays ?? -1, {
      id: 'maximum',
      header: t('maximum'),
      sortFn: 'basic',
      sortDescFirst: false,
      meta: { align: 'end', width: 96 },
      cell: ({ row }) => <TextCell row={row.original} ui={ui} field="maxDurationDays" />,
    }),
    helper.display({
      id: 'from',
      header: t('from'),
      meta: { width: 130 },
      cell: ({ row }) => <WaysCell row={row.original} ui={ui} end="from" />,
    }),
    helper.display({
      id: 'to',
      header: t('to'),
      meta: { width: 130 },
      cell: ({ row }) => <WaysCell row={row.original} ui={ui} end="to" />,
    }),
    helper.accessor((row) => row.problems.length, {
      id: 'problems',
      header: t('problems'),
      sortFn: 'basic',
      meta: { width: 104 },
      cell: ({ row }) => <ProblemsCell row={row.original} ui={ui} />,
    }),
    helper.accessor((row) => row.stage.isActive, {
      id: 'active',
      header: t('active'),
      enableSorting: false,
      meta: { width: 72 },
      cell: ({ row }) => <ActiveCell row={row.original} ui={ui} />,
    }),
  ])
