/** What the stage table can be filtered by. */
import type { ReferenceData } from '../../domain/process/reference.ts'
import { stageKind } from '../../domain/process/stage.ts'
import type { Translate } from '../../text/index.ts'
import type { Facet } from '../../ui/tables/facets.ts'
import { stageKinds } from './stageFields.ts'
import type { StageRow } from './stageRows.ts'

export function stageFacets(
  t: Translate<'stageTable'>,
  { categories }: Pick<ReferenceData, 'categories'>,
): readonly Facet<StageRow>[] {
  const known = Object.values(categories).sort((a, b) => a.sortOrder - b.sortOrder)
  return [
    {
      id: 'kind',
      label: t('kind'),
      options: stageKinds.map((value) => ({ value, label: t(`kind_${value}`) })),
      valuesOf: ({ stage }) => [stageKind(stage)],
    },
    {
      id: 'active',
      label: t('active'),
      options: (['yes', 'no'] as const).map((value) => ({ value, label: t(value) })),
      valuesOf: ({ stage }) => [stage.isActive ? 'yes' : 'no'],
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
    ...(known.length === 0
      ? []
      : [
          {
            id: 'category',
            label: t('category'),
            options: [
              ...known.map(({ id, categoryName }) => ({ value: id, label: categoryName })),
              { value: '', label: t('noCategory') },
            ],
            valuesOf: ({ stage }: StageRow) => (stage.categoryIds.length === 0 ? [''] : stage.categoryIds),
          },
        ]),
  ]
}
