/**
 * The whole API, by resource. The server must have a handler for each entry and the client can call each entry:
 * both are compile errors otherwise. What is said over the WebSocket stands in events.ts.
 */
import * as auth from './auth.ts'
import * as capabilities from './capabilities.ts'
import * as drafts from './drafts.ts'
import type { Endpoint } from './endpoint.ts'
import { evaluateTransition } from './evaluation.ts'
import { replayEvents } from './events.ts'
import { feedOpportunities } from './opportunities.ts'
import * as processes from './processes.ts'
import * as reference from './reference.ts'
import { readSettings, writeSettings } from './settings.ts'
import * as stages from './stages.ts'
import * as transitions from './transitions.ts'
import * as versions from './versions.ts'

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
    list: reference.listCategories,
    create: reference.createCategory,
    read: reference.readCategory,
    update: reference.updateCategory,
    delete: reference.deleteCategory,
  },
  actions: {
    list: reference.listActions,
    create: reference.createAction,
    read: reference.readAction,
    update: reference.updateAction,
    delete: reference.deleteAction,
  },
  approvalWorkflows: {
    list: reference.listApprovalWorkflows,
    create: reference.createApprovalWorkflow,
    read: reference.readApprovalWorkflow,
    update: reference.updateApprovalWorkflow,
    delete: reference.deleteApprovalWorkflow,
  },
  opportunityFields: {
    list: reference.listOpportunityFields,
    create: reference.createOpportunityField,
    read: reference.readOpportunityField,
    update: reference.updateOpportunityField,
    delete: reference.deleteOpportunityField,
  },
  referenceData: { read: reference.readReferenceData },
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
  settings: { read: readSettings, write: writeSettings },
  opportunities: { feed: feedOpportunities },
  drafts: {
    list: drafts.listDrafts,
    read: drafts.readDraft,
    save: drafts.saveDraft,
    delete: drafts.deleteDraft,
  },
  events: { replay: replayEvents },
  auth: { signIn: auth.signIn, refresh: auth.refreshSession, signOut: auth.signOut, me: auth.readMe },
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
