/** What the transitions table can be filtered by. */

import { type ProcessDocument, stagesInOrder } from '../../domain/process/process.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import type { Translate } from '../../text/index.ts'
import type { Facet } from '../../ui/tables/facets.ts'
import type { TransitionRow } from './transitionRows.ts'

export function transitionFacets(
  t: Translate<'transitionMatrix'>,
  document: ProcessDocument,
): readonly Facet<TransitionRow>[] {
  const stages = stagesInOrder(document).map(({ id }) => ({ value: id, label: stageNameOf(document, id) }))
  return [
    {
      id: 'moves',
      label: t('moves'),
      options: (['manual', 'automatic'] as const).map((value) => ({ value, label: t(`legend_${value}`) })),
      valuesOf: ({ transition }) => [transition.isAutomatic ? 'automatic' : 'manual'],
    },
    {
      id: 'has',
      label: t('has'),
      options: (['conditions', 'rework'] as const).map((value) => ({ value, label: t(`has_${value}`) })),
      valuesOf: ({ transition, condition }) => [
        ...(condition ? ['conditions'] : []),
        ...(transition.isRework ? ['rework'] : []),
      ],
    },
    {
      id: 'problems',
      label: t('problems'),
      options: (['error', 'warning', 'info', 'none'] as const).map((value) => ({
        value,
        label: t(`problems_${value}`),
      })),
      valuesOf: ({ problems }) =>
        problems.length === 0 ? ['none'] : problems.map(({ severity }) => severity),
    },
    {
      id: 'from',
      label: t('from'),
      options: [...stages, { value: '', label: t('anyOpen') }],
      valuesOf: ({ transition }) => [transition.fromStageId ?? ''],
    },
    { id: 'to', label: t('to'), options: stages, valuesOf: ({ transition }) => [transition.toStageId] },
  ]
}
