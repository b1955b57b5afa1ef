import { outlineOf } from '../../../src/contract/outlineOf.ts'
import type { listProcesses, ProcessSummary } from '../../../src/contract/processes.ts'
import type { StageUsage } from '../../../src/domain/lint/rule.ts'
import { stagesInOrder } from '../../../src/domain/process/process.ts'
import { toWire } from '../../../src/domain/process/wire.ts'
import type { Handler } from '../../http/handler.ts'
import type { StoredProcess } from '../../services.ts'
import { cutPage } from '../pages.ts'
import { processTag } from '../write.ts'

export const list: Handler<typeof listProcesses> = async ({ services, actor, query, url }) => {
  const [all, usage] = await Promise.all([services.processes.list(actor), services.usage.ofCompany(actor)])
  const words = query.search?.trim().toLowerCase() ?? ''
  const wanted = all.filter(({ document: { process } }) => {
    if (query.is_active !== undefined && process.isActive !== query.is_active) return false
    return [process.processName, process.processCode, process.description].some((text) =>
      text.toLowerCase().includes(words),
    )
  })
  const page = cutPage(url, query, wanted)
  return { status: 200, body: { ...page, results: page.results.map((stored) => summaryOf(stored, usage)) } }
}

function summaryOf({ document }: StoredProcess, usage: Readonly<Record<string, StageUsage>>): ProcessSummary {
  const stages = stagesInOrder(document)
  const sum = (count: (one: StageUsage) => number) =>
    stages.reduce((total, { id }) => total + (usage[id] ? count(usage[id]) : 0), 0)
  return {
    ...toWire(document.process),
    etag: processTag(document.process.revision),
    stage_count: stages.length,
    transition_count: Object.keys(document.transitions).length,
    open_deals: sum((one) => one.openDeals),
    open_amount: sum((one) => one.openAmount),
    outline: outlineOf(document),
  }
}
