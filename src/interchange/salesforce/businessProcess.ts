/** A business process ("sales process"): which stages of the value set it has. It knows neither order nor numbers. */
import { asBoolean } from '../source/scalars.ts'
import { childrenNamed, textOf, type XmlElement } from '../source/xml.ts'

export interface BusinessProcess {
  readonly name: string
  readonly description: string
  readonly isActive: boolean
  readonly values: readonly { readonly name: string; readonly isDefault: boolean }[]
  readonly where: string
}

export function readBusinessProcess(element: XmlElement, file: string): BusinessProcess {
  return {
    name: decoded(textOf(element, 'fullName') ?? nameFromFile(file)).replace(/^Opportunity\./, ''),
    description: textOf(element, 'description') ?? '',
    isActive: asBoolean(textOf(element, 'isActive')) ?? true,
    values: childrenNamed(element, 'values').flatMap((value) => {
      const name = textOf(value, 'fullName')
      return name === null
        ? []
        : [{ name: decoded(name), isDefault: asBoolean(textOf(value, 'default')) ?? false }]
    }),
    where: `${file}:${element.line}`,
  }
}

/** Names of values are percent-encoded here but not in value sets: "Proposal%2FPrice Quote". */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch (error) {
    if (error instanceof URIError) return name
    throw error
  }
}

const nameFromFile = (file: string): string =>
  (file.split(/[\\/]/).at(-1) ?? file).replace(/\.businessProcess(-meta\.xml)?$/i, '')

/** What two spellings of one stage have in common. */
export const matchingName = (name: string): string => name.trim().normalize('NFC').toLowerCase()
