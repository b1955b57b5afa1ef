/** Filters by what rows are: within one facet any chosen value fits, and every facet has to fit. */
export interface Facet<Row> {
  readonly id: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** The values a row has; several where it belongs to several. */
  readonly valuesOf: (row: Row) => readonly string[]
}

/** Chosen values by facet; a facet without one does not filter. */
export type FacetChoice = Readonly<Record<string, readonly string[]>>

export interface GridQuery {
  readonly search: string
  readonly facets: FacetChoice
}

export const everything: GridQuery = { search: '', facets: {} }

export const isEverything = ({ search, facets }: GridQuery): boolean =>
  search.trim() === '' && chosenCount(facets) === 0

export const chosenCount = (facets: FacetChoice): number =>
  Object.values(facets).reduce((sum, values) => sum + values.length, 0)

/** Rows in every facet, with every searched word in their text. */
export function findRows<Row>(
  rows: readonly Row[],
  { search, facets: chosen }: GridQuery,
  facets: readonly Facet<Row>[],
  textOf: (row: Row) => string,
): readonly Row[] {
  const words = search.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const active = facets.filter(({ id }) => (chosen[id]?.length ?? 0) > 0)
  if (words.length === 0 && active.length === 0) return rows
  return rows.filter((row) => {
    const content = words.length === 0 ? '' : textOf(row).toLocaleLowerCase()
    return (
      words.every((word) => content.includes(word)) &&
      active.every(({ id, valuesOf }) => valuesOf(row).some((value) => chosen[id]?.includes(value)))
    )
  })
}

export function withToggled(facets: FacetChoice, facet: string, value: string): FacetChoice {
  const had = facets[facet] ?? []
  const next = had.includes(value) ? had.filter((one) => one !== value) : [...had, value]
  return { ...facets, [facet]: next }
}
