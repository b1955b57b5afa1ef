/** The whole trail as lines, fetched in steps; all of it or a failure. */
import { api } from '../../contract/api.ts'
import type { AuditLine } from '../../contract/audit.ts'
import type { CallResult, Client } from '../../data/api/client.ts'
import { type Result, success } from '../../data/api/failure.ts'

export const exportFile = 'audit.jsonl'

export async function exportTrail(client: Client): Promise<Result<readonly AuditLine[]>> {
  const lines: AuditLine[] = []
  let from: number | null = 1
  while (from !== null) {
    const answer: CallResult<typeof api.audit.export> = await client.call(api.audit.export, {
      query: { from },
    })
    if (!answer.ok) return answer
    lines.push(...answer.value.lines)
    from = answer.value.next
  }
  return success(lines)
}

export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/x-ndjson' }))
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  // The download has its own reference by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
