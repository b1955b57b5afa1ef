/** What somebody may not see of a process, in words. */
import type { Masked } from '../domain/process/masking.ts'
import type { ReferenceData } from '../domain/process/reference.ts'
import { language, text } from '../text/index.ts'
import { roleName } from '../text/roleName.ts'

/** "Your company shows this to these roles only: Administrator and Sales director." */
export function whyHidden({ shownTo = [] }: Pick<ReferenceData, 'shownTo'>): string {
  if (shownTo.length === 0) return text('hidden', 'whySome')
  const roles = new Intl.ListFormat(language(), { type: 'conjunction' }).format(shownTo.map(roleName))
  return text('hidden', 'why', { roles })
}

/** Money without its currency, as whole units; beside a number of deals, what cannot be seen says so. */
export const amountInWords = (amount: number | Masked | null): string =>
  typeof amount === 'number'
    ? new Intl.NumberFormat(language(), { maximumFractionDigits: 0 }).format(amount)
    : text('hidden', 'amount')
