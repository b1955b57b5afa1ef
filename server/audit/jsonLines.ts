/** A file to which only lines of JSON are added. */
import { appendFile, readFile } from 'node:fs/promises'
import type { z } from 'zod'

/** On a line of its own, even where a power cut left the one before half written. */
export const addLine = (path: string, value: object): Promise<void> =>
  appendFile(path, `\n${JSON.stringify(value)}\n`, { mode: 0o600 })

/** None where there is no such file. A line that a power cut left half written says nothing. */
export async function linesOf<Line>(path: string, schema: z.ZodType<Line>): Promise<Line[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((one) => {
    const parsed = schema.safeParse(parsedOrNull(one))
    return parsed.success ? [parsed.data] : []
  })
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
