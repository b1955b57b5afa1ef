/**
 * The whole API, by resource. The server must have a handler for each entry and the client can call each entry:
 * both are compile errors otherwise. What is said over the WebSocket stands in events.ts. What every page needs before
 * it shows (src/data, workspace.ts) imports its endpoints from their own files: this list brings all of them.
 */
import * as actions from './actions.ts'
import { readStageAnalytics } from './analytics.ts'
import * as approvals from './approvalWorkflows.ts'
import * as audit from './audit.ts'
import * as auth from './auth.ts'
import * as capabilities from './capabilities.ts'
import * as categories from './categories.ts'
import * as drafts from './drafts.ts'
import type { Endpoint } from './endpoint.ts'
import { evaluateTransition } from './evaluation.ts'
import { replayEvents } from './events.ts'
import { chooseNewPassword, requestNewPassword } from './forgottenPassword.ts'
import * as invitations from './invitations.ts'
import * as mail from './mail.ts'
import * as masking from './masking.ts'
import * as members from './members.ts'
import { feedOpportunities, listOpportunities } from './opportunities.ts'
import * as fields from './opportunityFields.ts'
import * as privacy from './privacy.ts'
import * as processes from './processes.ts'
import * as templates from './processTemplates.ts'
import * as requests from './publishRequests.ts'
import { readReferenceData } from './referenceData.ts'
import * as secondFactor from './secondFactor.ts'
import * as security from './security.ts'
import * as sessions from './sessions.ts'
import { readSettings, writeSettings } from './settings.ts'
import { importStageHistory, listStageHistory } from './stageHistory.ts'
import * as stages from './stages.ts'
import * as transitions from './transitions.ts'
import * as versions from './versions.ts'
import * as webhooks from './webhooks.ts'

export const api = {
  stages: {
    list: stages.listStages,
    create: stages.createStage,
    bulk: stages.changeStagesInBulk,
    read: stages.readStage,
    update: stages.updateStage,
    delete: stages.deleteStage,
    reorder: stages.reorderStages,
    usage: stages.readStageUsage,
  },
  transitions: {
    list: transitions.listTransitions,
    create: transitions.createTransition,
    read: transitions.readTransition,
    update: transitions.updateTransition,
    delete: transitions.deleteTransition,
    evaluate: evaluateTransition,
  },
  categories: {
    list: categories.listCategories,
    create: categories.createCategory,
    read: categories.readCategory,
    update: categories.updateCategory,
    delete: categories.deleteCategory,
  },
  actions: {
    list: actions.listActions,
    create: actions.createAction,
    read: actions.readAction,
    update: actions.updateAction,
    delete: actions.deleteAction,
  },
  approvalWorkflows: {
    list: approvals.listApprovalWorkflows,
    create: approvals.createApprovalWorkflow,
    read: approvals.readApprovalWorkflow,
    update: approvals.updateApprovalWorkflow,
    delete: approvals.deleteApprovalWorkflow,
  },
  opportunityFields: {
    list: fields.listOpportunityFields,
    create: fields.createOpportunityField,
    read: fields.readOpportunityField,
    update: fields.updateOpportunityField,
    delete: fields.deleteOpportunityField,
  },
  referenceData: { read: readReferenceData },
  processTemplates: {
    list: templates.listProcessTemplates,
    create: templates.createProcessTemplate,
    read: templates.readProcessTemplate,
    update: templates.updateProcessTemplate,
    delete: templates.deleteProcessTemplate,
  },
  processes: {
    list: processes.listProcesses,
    create: processes.createProcess,
    read: processes.readProcess,
    update: processes.updateProcess,
    delete: processes.deleteProcess,
    usage: processes.readProcessUsage,
    impact: processes.readImpact,
  },
  versions: {
    publish: versions.publishVersion,
    list: versions.listVersions,
    read: versions.readVersion,
    restore: versions.restoreVersion,
  },
  publishRequests: {
    list: requests.listPublishRequests,
    listAll: requests.listAllPublishRequests,
    create: requests.createPublishRequest,
    read: requests.readPublishRequest,
    renew: requests.renewPublishRequest,
    comment: requests.commentPublishRequest,
    approve: requests.approvePublishRequest,
    decline: requests.declinePublishRequest,
    withdraw: requests.withdrawPublishRequest,
  },
  publishPolicy: { read: requests.readPublishPolicy, write: requests.writePublishPolicy },
  settings: { read: readSettings, write: writeSettings },
  opportunities: { feed: feedOpportunities, list: listOpportunities },
  stageHistory: { list: listStageHistory, import: importStageHistory },
  analytics: { stages: readStageAnalytics },
  drafts: {
    list: drafts.listDrafts,
    read: drafts.readDraft,
    save: drafts.saveDraft,
    delete: drafts.deleteDraft,
    editors: drafts.listEditors,
  },
  events: { replay: replayEvents },
  audit: {
    list: audit.listAudit,
    filters: audit.readAuditFilters,
    verify: audit.verifyAudit,
    export: audit.exportAudit,
    checkpoints: audit.listCheckpoints,
  },
  privacy: { export: privacy.exportPerson, erase: privacy.erasePerson },
  auth: {
    signIn: auth.signIn,
    refresh: auth.refreshSession,
    signOut: auth.signOut,
    me: auth.readMe,
    changePassword: auth.changePassword,
    invitation: invitations.readInvitation,
    join: invitations.join,
    switchCompany: invitations.switchCompany,
    forgotten: requestNewPassword,
    newPassword: chooseNewPassword,
  },
  secondFactor: {
    read: secondFactor.readSecondFactor,
    begin: secondFactor.beginSecondFactor,
    confirm: secondFactor.confirmSecondFactor,
    renewCodes: secondFactor.renewRecoveryCodes,
    disable: secondFactor.disableSecondFactor,
  },
  security: {
    readPolicy: security.readSecurityPolicy,
    writePolicy: security.writeSecurityPolicy,
    prove: security.proveSecondFactor,
  },
  masking: { readPolicy: masking.readMaskingPolicy, writePolicy: masking.writeMaskingPolicy },
  sessions: {
    list: sessions.listSessions,
    end: sessions.endSession,
    endOthers: sessions.endOtherSessions,
  },
  members: {
    list: members.listMembers,
    invite: invitations.invite,
    update: members.updateMember,
    resetSecondFactor: members.resetSecondFactor,
    people: members.listPeople,
  },
  invitations: {
    list: invitations.listInvitations,
    renew: invitations.renewInvitation,
    withdraw: invitations.withdrawInvitation,
  },
  webhooks: {
    list: webhooks.listWebhooks,
    create: webhooks.createWebhook,
    read: webhooks.readWebhook,
    update: webhooks.updateWebhook,
    delete: webhooks.deleteWebhook,
    renewSecret: webhooks.renewWebhookSecret,
    test: webhooks.testWebhook,
    deliveries: webhooks.listDeliveries,
    redeliver: webhooks.redeliver,
  },
  mail: { list: mail.listMails, preferences: mail.readMailPreferences, prefer: mail.writeMailPreferences },
  service: {
    capabilities: capabilities.readCapabilities,
    openApi: capabilities.readOpenApi,
    health: capabilities.readHealth,
    readiness: capabilities.readReadiness,
  },
} as const satisfies Record<string, Record<string, Endpoint>>

export type Api = typeof api

/** Every endpoint with its name (`stages.list`), in the order of the API reference. */
export const allEndpoints: readonly {
  readonly name: string
  readonly group: string
  readonly endpoint: Endpoint
}[] = Object.entries(api).flatMap(([group, endpoints]) =>
  Object.entries<Endpoint>(endpoints).map(([name, endpoint]) => ({
    name: `${group}.${name}`,
    group,
    endpoint,
  })),
)
