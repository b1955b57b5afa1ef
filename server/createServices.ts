/**
 * The services on a database: what handlers see of storage and identity. No Node in here, so that the same services
 * run inside a page. Clock, ids and secrets are parameters.
 */
import type { CryptoKey } from 'jose'
import type { CheckpointKeeper } from './audit/checkpoint.ts'
import { type Checkpoints, createCheckpoints } from './audit/checkpoints.ts'
import { createPrivacy } from './audit/privacy.ts'
import { createRetention } from './audit/retention.ts'
import { createAccount } from './auth/account.ts'
import { createFactorProofs } from './auth/factorProofs.ts'
import { createForgottenPassword } from './auth/forgottenPassword.ts'
import { createIdentity, type Identity } from './auth/identity.ts'
import { createInvitations } from './auth/invitations.ts'
import { createMemberAdministration } from './auth/memberAdministration.ts'
import { askPassword } from './auth/ownPassword.ts'
import { limitedPasswords } from './auth/passwords.ts'
import { createSecondFactor } from './auth/secondFactor.ts'
import { checkpointKeys, type Secrets, webhookKey } from './auth/secrets.ts'
import { createSecurity } from './auth/security.ts'
import { type SessionLimits, usualSessionLimits } from './auth/sessionLimits.ts'
import { signInThrottle } from './auth/signInThrottle.ts'
import type { Database } from './database/database.ts'
import { createMail } from './mail/mail.ts'
import { createPostbox } from './mail/postbox.ts'
import { createMasking } from './masking/policies.ts'
import { aboutPeople, createWakeUps, type WakeUps } from './realtime/wakeUps.ts'
import { createAuditTrail } from './repositories/auditTrail.ts'
import { createDrafts } from './repositories/drafts.ts'
import { type CompanyEvents, createCompanyEvents, createEvents } from './repositories/events.ts'
import { createFeeds } from './repositories/feeds.ts'
import { createHeads } from './repositories/heads.ts'
import { createJournal } from './repositories/journal.ts'
import { createKeptReads } from './repositories/keptReads.ts'
import { createProcesses } from './repositories/processes.ts'
import { createPublishPolicy } from './repositories/publishPolicy.ts'
import { createPublishRequests } from './repositories/publishRequests.ts'
import { createReference } from './repositories/reference.ts'
import { createSettings } from './repositories/settings.ts'
import { createTemplates } from './repositories/templates.ts'
import { createUsage } from './repositories/usage.ts'
import { createWrites } from './repositories/writes.ts'
import type { MailService, Services } from './services.ts'
import { publicTargets, type TargetPolicy } from './webhooks/target.ts'
import { createWebhooks } from './webhooks/webhooks.ts'

export interface ServiceDependencies {
  readonly database: Database
  readonly clock: () => Date
  /** UUIDs, version 7. */
  readonly newId: () => string
  readonly secrets: Secrets
  /** Where checkpoints of the audit trail are kept outside the database. */
  readonly keeper?: CheckpointKeeper
  /** How long one stays signed in; absent: eight hours unused, thirty days at most. */
  readonly sessionLimits?: SessionLimits
  /** Where webhooks may go, and how long each is tried (milliseconds); absent: https on the public internet, a day. */
  readonly webhooks?: TargetPolicy & { readonly keptTrying: number }
  /** By which way mails leave; absent: by none. */
  readonly mailWay?: MailService['way']
  /** Where people reach this installation, without a slash at its end: links in mails begin with it. */
  readonly publicUrl?: () => string
  /** A bug, with the id of the request it happened in. */
  readonly report: (error: unknown, requestId: string) => void
}

/** What the process around the app needs beside the services themselves: the socket listens to these. */
export interface LiveServices extends Services {
  readonly identity: Identity
  readonly companyEvents: CompanyEvents
  readonly wakeUps: WakeUps
  readonly checkpoints: Checkpoints
  /** Opens what only the installation itself may read, as the secrets of webhooks. */
  readonly sealing: () => Promise<CryptoKey>
  /** Forgets what has had its time; once a day, however often it is called. */
  readonly forgetDue: () => Promise<void>
}

export function createServices(dependencies: ServiceDependencies): LiveServices {
  const { database, clock, newId, report } = dependencies
  const now = () => clock().toISOString()
  const wakeUps = createWakeUps()
  const reads = createKeptReads(database)
  const journal = createJournal(now, (companyId) => {
    reads.forget(companyId)
    wakeUps.publish(companyId)
    // Missed, it costs others a few seconds: their subscribers poll as well.
    database.wakeOthers(companyId).catch((error: unknown) => report(error, 'wake-up'))
  })
  const passwords = limitedPasswords(dependencies.secrets.passwords)
  const limits = dependencies.sessionLimits ?? usualSessionLimits
  const secrets = { ...dependencies.secrets, passwords }
  const proofs = createFactorProofs({ database, clock, secrets })
  const throttle = signInThrottle(database)
  const sealingOnce = webhookKey(dependencies.secrets.master)
  const sealing = () => sealingOnce
  const { mailWay = 'none', publicUrl = () => '' } = dependencies
  const postbox = createPostbox({ way: mailWay, publicUrl, sealing, newId, wake: wakeUps.publish })
  const identity = createIdentity({ database, clock, newId, secrets, limits, proofs, throttle, postbox })
  wakeUps.subscribe((topic) => {
    if (!topic.startsWith(aboutPeople)) return
    const companyId = topic.slice(aboutPeople.length)
    identity.forget(companyId)
    security.forget(companyId)
  })
  /** Bites at the next request here at once; in other instances as soon as the wake-up comes, at most two seconds. */
  const peopleChanged = (companyId: string) => {
    wakeUps.publish(`${aboutPeople}${companyId}`)
    database.wakeOthers(`${aboutPeople}${companyId}`).catch((error: unknown) => report(error, 'wake-up'))
  }
  const ask = askPassword({ database, clock, passwords, throttle })
  const security = createSecurity({ database, clock, journal, proofs, changed: peopleChanged })
  const account = createAccount({ database, clock, passwords, ask, limits, changed: peopleChanged })
  const { endOtherSessions } = account
  const heads = createHeads()
  const writes = createWrites({ database, heads, journal })
  const processes = createProcesses(database, heads, reads)
  const companyEvents = createCompanyEvents(database)
  const { epoch } = companyEvents
  const { keeper } = dependencies
  const signing = checkpointKeys(dependencies.secrets)
  const keys = () => signing
  const { webhooks = { ...publicTargets, keptTrying: 24 * 3_600_000 } } = dependencies
  const checkpoints = createCheckpoints({ database, clock, epoch, keys, keeper })
  return {
    identity,
    members: createMemberAdministration({ database, clock, postbox, changed: peopleChanged }),
    invitations: createInvitations({ database, clock, newId, postbox }),
    forgottenPassword: createForgottenPassword({
      database,
      clock,
      passwords,
      throttle,
      postbox,
      changed: peopleChanged,
      report,
    }),
    account,
    masking: createMasking({ database, journal, changed: peopleChanged }),
    security,
    secondFactor: createSecondFactor({ database, clock, secrets, proofs, ask, endOtherSessions }),
    processes,
    writes,
    publishRequests: {
      ...createPublishRequests({ database, journal, writes, newId }),
      ...createPublishPolicy(database, journal),
    },
    reference: createReference(database, journal),
    templates: createTemplates(database, journal),
    usage: createUsage({ database, journal, reads, newId }),
    feeds: createFeeds(database, journal, newId),
    settings: createSettings(database, journal),
    events: createEvents(companyEvents),
    drafts: createDrafts(database, now),
    audit: createAuditTrail({ database, journal, checkpoints, keys, keeper, epoch }),
    privacy: createPrivacy({ database, journal, processes, writes, changed: peopleChanged }),
    webhooks: createWebhooks({
      database,
      journal,
      newId,
      sealing,
      policy: webhooks,
      keptTrying: webhooks.keptTrying,
    }),
    mail: createMail(database, mailWay),
    sealing,
    checkpoints,
    forgetDue: createRetention(database, clock),
    companyEvents,
    wakeUps,
    now,
    newId,
    ready: async () => {
      await database.unscoped((tx) => tx.selectFrom('installation').select('epoch').executeTakeFirstOrThrow())
    },
    report,
  }
}
