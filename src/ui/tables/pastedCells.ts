/** What the columns of pasted cells hold: by their names where the first row has names, else by their place. */
export interface PasteField {
  readonly id: string
  readonly label: string
  /** Other names spreadsheets have for it. */
  readonly aliases?: readonly string[]
}

/** A field's id for each pasted column; empty where the column is left out. */
export type Mapping = readonly string[]

const plain = (text: string): string =>
  text
    .toLocaleLowerCase()
    .replaceAll(/\([^)]*\)|[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const fieldNamed = (fields: readonly PasteField[], name: string): PasteField | undefined =>
  fields.find((field) =>
    [field.label, field.id, ...(field.aliases ?? [])].some((one) => plain(one) === plain(name)),
  )

/** Whether the first row names columns rather than holding values: at least half of its cells are names of fields. */
export function hasHeader(sheet: readonly (readonly string[])[], fields: readonly PasteField[]): boolean {
  const [first, second] = sheet
  if (!first || !second) return false
  const filled = first.filter((cell) => cell.trim() !== '')
  return filled.length > 0 && filled.filter((cell) => fieldNamed(fields, cell)).length * 2 >= filled.length
}

/** By the names of the header; without one, the fields in order from `start` on. No field is taken twice. */
export function mappingOf(
  sheet: readonly (readonly string[])[],
  fields: readonly PasteField[],
  { header, start }: { readonly header: boolean; readonly start: string | null },
): Mapping {
  const width = sheet[0]?.length ?? 0
  if (!header) {
    const from = Math.max(
      0,
      fields.findIndex(({ id }) => id === start),
    )
    return Array.from({ length: width }, (_, index) => fields[from + index]?.id ?? '')
  }
  const taken = new Set<string>()
  return (sheet[0] ?? []).map((name) => {
    const id = fieldNamed(fields, name)?.id ?? ''
    if (id === '' || taken.has(id)) return ''
    taken.add(id)
    return id
  })
}

/** The cells of each row by field, without the header. */
export const recordsOf = (
  sheet: readonly (readonly string[])[],
  { header, mapping }: { readonly header: boolean; readonly mapping: Mapping },
): Record<string, string>[] =>
  sheet
    .slice(header ? 1 : 0)
    .map((row) =>
      Object.fromEntries(
        mapping.flatMap((field, index) =>
          field === '' ? [] : [[field, (row[index] ?? '').trim()] as const],
        ),
      ),
    )
