/** Takes the acceptance of a problem back. */
import { z } from 'zod'
import { rowNameOf } from '../process/names.ts'
import { dropRows } from '../process/rows.ts'
import { defineCommand } from './command.ts'

export const withdrawWaiver = defineCommand({
  id: 'withdrawWaiver',
  payload: z.strictObject({ waiverId: z.string() }),
  label: (document, { waiverId }) => `Withdraw the waiver of ${rowNameOf(document, 'waivers', waiverId)}`,
  refuse: (document, { waiverId }) =>
    document.waivers[waiverId] ? null : 'The waiver is not in this process any more.',
  run: (document, { waiverId }) => dropRows(document, 'waivers', [waiverId]),
})
