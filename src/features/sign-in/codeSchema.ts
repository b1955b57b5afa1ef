import { z } from 'zod'
import { text } from '../../text/entrance.ts'

export const codeSchema = z.object({
  code: z
    .string()
    .trim()
    .min(1, { error: () => text('secondFactor', 'codeMissing') }),
})
export type CodeValues = z.infer<typeof codeSchema>
