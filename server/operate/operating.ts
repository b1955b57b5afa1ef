/** How an installation is operated: what it logs, how it leaves a balancer, who reads its metrics. */
import { isLogLevel, type LogLevel, logLevels } from './logger.ts'

export interface Operating {
  readonly logLevel: LogLevel
  /** How long an instance that is to end still answers, so that a balancer sees that it is not ready any more. */
  readonly drainSeconds: number
  /** What asks for `/metrics` has to bring it; undefined: only the machine itself may. */
  readonly metricsToken: string | undefined
}

/** @param mistakes gets a sentence for each setting that cannot be. */
export function readOperating(value: (name: string) => string | undefined, mistakes: string[]): Operating {
  const level = value('LOG_LEVEL') ?? 'warn'
  if (!isLogLevel(level)) mistakes.push(`LOG_LEVEL is "${level}": it is one of ${logLevels.join(', ')}.`)
  const drain = value('DRAIN_SECONDS') ?? '0'
  if (!/^\d{1,3}$/.test(drain) || Number(drain) > 300) {
    mistakes.push(
      `DRAIN_SECONDS is "${drain}": give a whole number from 0 to 300, longer than your balancer needs to notice.`,
    )
  }
  const metricsToken = value('METRICS_TOKEN')
  if (metricsToken !== undefined && !/^[\w.~+/=-]{16,}$/.test(metricsToken)) {
    const fault =
      metricsToken.length < 16 ? `${metricsToken.length} characters` : 'a character that no header takes'
    mistakes.push(
      `METRICS_TOKEN has ${fault}: give at least 16 letters and digits, as openssl rand -hex 16 does.`,
    )
  }
  return { logLevel: isLogLevel(level) ? level : 'warn', drainSeconds: Number(drain), metricsToken }
}
