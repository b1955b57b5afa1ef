/** A handler for every endpoint of the contract: leave one out, or answer what it may not, and this does not compile. */
import type { Handlers } from '../http/handler.ts'
import { stages as stageAnalytics } from './analytics/stages.ts'
import { audit } from './audit/audit.ts'
import { auth } from './auth/auth.ts'
import { secondFactor } from './auth/secondFactor.ts'
import { security } from './auth/security.ts'
import { drafts } from './drafts/drafts.ts'
import { replay } from './events/replay.ts'
import { mail } from './mail/mail.ts'
import { masking } from './masking/masking.ts'
import { invitations } from './members/invitations.ts'
import { members } from './members/members.ts'
import { feed } from './opportunities/feed.ts'
import { list as listOpportunities } from './opportunities/list.ts'
import { stageHistory } from './opportunities/stageHistory.ts'
import { privacy } from './privacy/privacy.ts'
import { create as createProcess } from './processes/create.ts'
import { remove as deleteProcess } from './processes/delete.ts'
import { impact } from './processes/impact.ts'
import { list as listProcesses } from './processes/list.ts'
import { read as readProcess } from './processes/read.ts'
import { update as updateProcess } from './processes/update.ts'
import { usage as processUsage } from './processes/usage.ts'
import { publishPolicy } from './publishRequests/publishPolicy.ts'
import { publishRequests } from './publishRequests/publishRequests.ts'
import { actions } from './reference/actions.ts'
import { all as allReferenceData } from './reference/all.ts'
import { approvalWorkflows } from './reference/approvalWorkflows.ts'
import { categories } from './reference/categories.ts'
import { opportunityFields } from './reference/opportunityFields.ts'
import { service } from './service/service.ts'
import { sessions } from './sessions/sessions.ts'
import { read as readSettings } from './settings/read.ts'
import { write as writeSettings } from './settings/write.ts'
import { bulk } from './stages/bulk.ts'
import { create as createStage } from './stages/create.ts'
import { remove as deleteStage } from './stages/delete.ts'
import { list as listStages } from './stages/list.ts'
import { read as readStage } from './stages/read.ts'
import { reorder } from './stages/reorder.ts'
import { update as updateStage } from './stages/update.ts'
import { usage as stageUsage } from './stages/usage.ts'
import { processTemplates } from './templates/templates.ts'
import { create as createTransition } from './transitions/create.ts'
import { remove as deleteTransition } from './transitions/delete.ts'
import { evaluate } from './transitions/evaluate.ts'
import { list as listTransitions } from './transitions/list.ts'
import { read as readTransition } from './transitions/read.ts'
import { update as updateTransition } from './transitions/update.ts'
import { list as listVersions } from './versions/list.ts'
import { publish } from './versions/publish.ts'
import { read as readVersion } from './versions/read.ts'
import { restore } from './versions/restore.ts'
import { webhooks } from './webhooks/webhooks.ts'

export const handlers: Handlers = {
  stages: {
    list: listStages,
    create: createStage,
    bulk,
    read: readStage,
    update: updateStage,
    delete: deleteStage,
    reorder,
    usage: stageUsage,
  },
  transitions: {
    list: listTransitions,
    create: createTransition,
    read: readTransition,
    update: updateTransition,
    delete: deleteTransition,
    evaluate,
  },
  categories,
  actions,
  approvalWorkflows,
  opportunityFields,
  referenceData: { read: allReferenceData },
  processTemplates,
  processes: {
    list: listProcesses,
    create: createProcess,
    read: readProcess,
    update: updateProcess,
    delete: deleteProcess,
    usage: processUsage,
    impact,
  },
  versions: { publish, list: listVersions, read: readVersion, restore },
  publishRequests,
  publishPolicy,
  settings: { read: readSettings, write: writeSettings },
  opportunities: { feed, list: listOpportunities },
  stageHistory,
  analytics: { stages: stageAnalytics },
  drafts,
  events: { replay },
  audit,
  privacy,
  auth,
  secondFactor,
  security,
  masking,
  sessions,
  members,
  invitations,
  webhooks,
  mail,
  service,
}
