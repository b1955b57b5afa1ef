/**
 * The tables as Kysely sees them, dialect-neutral: int8 and numbers are `number`, timestamps ISO 8601 UTC text, JSON
 * parsed on the way out and text on the way in (drivers disagree about everything but text). The SQL in
 * ../migrations is the truth; columns made by the database alone (`live`, `open_ref`) are not named here.
 */
import type { ColumnType } from 'kysely'
import type { MaskingPolicy } from '../../src/contract/masking.ts'
import type { PublishRequestState } from '../../src/contract/publishRequests.ts'
import type { Role } from '../../src/contract/roles.ts'
import type { WireBeginning } from '../../src/domain/process/beginning.ts'
import type { WireDocument } from '../../src/domain/process/wireDocument.ts'
import type { Json, StoredProcess, VersionKind } from '../services.ts'

type JsonColumn<T> = ColumnType<T, string, string>

export interface Schema {
  installation: { epoch: string }
  isolation_probe: { company_id: string }
  companies: { company_id: string; company_name: string; created_at: string }
  users: {
    id: string
    email: string
    display_name: string
    password_hash: string
    is_active: boolean
    created_at: string
    /** When they came by a link that only their mailbox had; null: their address is what somebody said. */
    address_proven_at: ColumnType<string | null, string | null | undefined, string>
  }
  memberships: {
    company_id: string
    user_id: string
    role: Role
    is_active: boolean
    created_at: string
    erased_at: ColumnType<string | null, string | undefined, string | null>
  }
  sessions: {
    company_id: string
    id: string
    user_id: string
    current_hash: string
    previous_hash: string | null
    rotated_at: string
    signed_in_at: string
    expires_at: string
    ended_at: string | null
    ended_because: 'signed_out' | 'reuse' | 'revoked' | null
    device: ColumnType<string, string | undefined, string>
    address: ColumnType<string, string | undefined, string>
    /** When this sign-in last proved a second factor. */
    factor_at: string | null
  }
  invitations: {
    company_id: string
    id: string
    email: string
    role: Role
    /** Of the link that is copied. */
    token_hash: string
    /** Of the link that was mailed; null where none was. */
    mailed_token_hash: string | null
    invited_by: string
    invited_at: string
    expires_at: string
  }
  password_resets: { user_id: string; token_hash: string; requested_at: string; expires_at: string }
  sign_in_tries: { key: string; tries: JsonColumn<number[]>; over_at: string }
  second_factors: {
    user_id: string
    secret: string
    confirmed_at: string | null
    last_step: number
    tries: number
    tries_since: string | null
  }
  security_policies: { company_id: string; fresh_second_factor: boolean; revision: number }
  masking_policies: {
    company_id: string
    fields: JsonColumn<MaskingPolicy['fields']>
    sees: JsonColumn<MaskingPolicy['sees']>
    revision: number
  }
  recovery_codes: { user_id: string; hash: string; used_at: string | null }
  sales_processes: {
    company_id: string
    id: string
    process_name: string
    process_code: string
    is_default: boolean
    is_active: boolean
    revision: number
    created_at: string
    updated_at: string
    deleted_at: string | null
    deleted_by_user_id: string | null
  }
  process_versions: {
    company_id: string
    process_id: string
    revision: number
    parent_revision: number | null
    kind: VersionKind
    reason: string | null
    document: JsonColumn<WireDocument>
    changed_in: JsonColumn<StoredProcess['changedIn']>
    added: number
    updated: number
    removed: number
    user_id: string
    at: string
  }
  crm_sales_stages: ProjectedRow & {
    stage_code: string
    deletion_reason: string | null
    migrated_to: string | null
  }
  crm_stage_transitions: ProjectedRow
  drafts: {
    company_id: string
    user_id: string
    id: string
    process_id: string
    base_revision: number
    document: JsonColumn<WireDocument>
    beginning: ColumnType<WireBeginning | null, string | null, string | null>
    updated_at: string
  }
  publish_policies: { company_id: string; four_eyes: boolean; time_zone: string }
  publish_requests: {
    company_id: string
    process_id: string
    number: number
    state: PublishRequestState
    reason: string
    round: number
    base_revision: number
    document: JsonColumn<WireDocument>
    restores: number | null
    publish_at: string | null
    requested_by: string
    requested_at: string
    decided_by: string | null
    decided_at: string | null
    decision: string | null
    revision: number | null
    refusal: string | null
  }
  publish_request_comments: {
    company_id: string
    process_id: string
    number: number
    id: string
    text: string
    user_id: string
    at: string
    round: number
  }
  editors: { company_id: string; process_id: string; user_id: string; draft_id: string; at: string }
  crm_stage_categories: ReferenceRow
  crm_stage_actions: ReferenceRow
  approval_workflows: ReferenceRow
  opportunity_fields: ReferenceRow
  process_templates: {
    company_id: string
    id: string
    template_name: string
    description: string
    category: string
    document: JsonColumn<WireDocument>
    created_at: string
    updated_at: string
    revision: ColumnType<number, number | undefined, number>
  }
  tenant_settings: {
    company_id: string
    setting_key: string
    setting_value: JsonColumn<Json>
    created_at: string
    updated_at: string
  }
  opportunities: {
    company_id: string
    id: string
    opportunity_name: string
    stage_id: string
    status: 'open' | 'won' | 'lost'
    amount: number
    owner_name: string
    entered_stage_at: string
    created_at: string
    closed_at: string | null
    projected_at: string
  }
  stage_history: {
    company_id: string
    id: string
    opportunity_id: string
    from_stage_id: string | null
    to_stage_id: string
    amount: number
    changed_at: string
    recorded_at: ColumnType<string, string | undefined, never>
  }
  webhooks: {
    company_id: string
    id: string
    webhook_name: string
    url: string
    kinds: JsonColumn<string[]>
    secret: string
    is_active: boolean
    event_seq: number
    revision: ColumnType<number, number | undefined, number>
    created_at: string
    updated_at: string
  }
  outgoing: {
    company_id: string
    id: string
    channel: 'webhook' | 'moves' | 'mail'
    webhook_id: string | null
    user_id: string | null
    kind: string
    content: JsonColumn<{ [key: string]: Json }>
    state: 'waiting' | 'delivered' | 'parked'
    attempts: ColumnType<number, number | undefined, number>
    created_at: string
    give_up_at: string
    due_at: string
    tried_at: string | null
    status: number | null
    milliseconds: number | null
    excerpt: string | null
    failure: string | null
  }
  outgoing_tries: {
    company_id: string
    outgoing_id: string
    attempt: number
    at: string
    status: number | null
    milliseconds: number | null
    failure: string | null
  }
  mail_preferences: { company_id: string; user_id: string; language: string; about_deals: boolean }
  company_counters: {
    company_id: string
    event_seq: number
    audit_seq: number
    checkpoint_seq: ColumnType<number, number | undefined, number>
    checkpoint_at: ColumnType<string | null, string | undefined, string>
  }
  events: {
    company_id: string
    seq: number
    kind: string
    process_id: string | null
    row_id: string | null
    revision: number | null
    op: string | null
    fields: JsonColumn<string[]>
    data: JsonColumn<{ [key: string]: Json }>
    user_id: string
    at: string
  }
  audit_log: {
    company_id: string
    seq: number
    at: string
    user_id: string | null
    session_id: string | null
    type: string
    entity: string
    entity_id: string
    revision: number | null
    event_seq: number | null
    body: string
    private_commit: Uint8Array | null
  }
  audit_private: { company_id: string; seq: number; salt: Uint8Array; content: string }
  audit_checkpoints: {
    company_id: string
    seq: number
    epoch: string
    hash: string
    at: string
    previous: string
    key: string
    former_key: string | null
    handover: string | null
    signature: string
  }
  idempotency_keys: {
    company_id: string
    user_id: string
    method: string
    path: string
    key: string
    fingerprint: string
    status: number | null
    headers: JsonColumn<Record<string, string>> | null
    body: JsonColumn<Json> | null
    created_at: string
  }
}

/** Written as whole rows of the domain's wire form (repositories/projection.ts); only these columns are queried. */
interface ProjectedRow {
  company_id: string
  id: string
  process_id: string
  deleted_at: string | null
  deleted_by_user_id: string | null
}

/** Written and read as whole rows of the domain's wire form (repositories/reference.ts). */
interface ReferenceRow {
  company_id: string
  id: string
  created_at: string
  updated_at: string
}
