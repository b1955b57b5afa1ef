/** Reference data: four tables in one manner, and all of it at once. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import type { Case } from '../scene.ts'

const feature = 'reference data'
const code = (): string => `C_${randomUUID().slice(0, 8)}`

export const referenceCases: readonly Case[] = [
  {
    feature,
    title: 'creates, lists, changes and deletes categories, and refuses a code that is taken',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const body = { category_name: 'Closing', category_code: code(), category_type: 'closing' as const }
      const { value, status } = await administrator.does(api.categories.create, { body })
      expect(status).toBe(201)
      expect(value).toMatchObject({ ...body, is_active: true, sort_order: 0, description: null })
      const again = await administrator.isRefused(api.categories.create, { body }, 'ALREADY_EXISTS')
      expect(again.details).toMatchObject({ field: 'category_code' })
      const params = { id: value.id }
      await administrator.does(api.categories.update, { params, body: { is_active: false } })
      const { value: inactive } = await administrator.does(api.categories.list, {
        query: { is_active: 'false', category_type: 'closing', page_size: 500 },
      })
      expect(inactive.results.map((row) => row.id)).toContain(value.id)
      expect(inactive.filters).toEqual({ is_active: 'false', category_type: 'closing' })
      await administrator.does(api.categories.delete, { params })
      await administrator.isRefused(api.categories.read, { params }, 'NOT_FOUND')
    },
  },
  {
    feature,
    title: 'keeps actions whose parameters fit their type, and refuses others by path',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const body = { action_name: 'Call back', action_code: code(), action_type: 'create_task' as const }
      const refused = await administrator.isRefused(
        api.actions.create,
        { body: { ...body, parameters: { due_in_days: -1 } } },
        'VALIDATION_FAILED',
      )
      expect(JSON.stringify(refused.details)).toContain('parameters.title')
      const { value } = await administrator.does(api.actions.create, {
        body: { ...body, parameters: { title: 'Call', due_in_days: 2 } },
      })
      const { value: list } = await administrator.does(api.actions.list, {
        query: { action_type: 'create_task', page_size: 500 },
      })
      expect(list.results.map((row) => row.id)).toContain(value.id)
      await administrator.does(api.actions.delete, { params: { id: value.id } })
    },
  },
  {
    feature,
    title: 'keeps approval workflows and opportunity fields, and gives all reference data at once',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const { value: workflow } = await administrator.does(api.approvalWorkflows.create, {
        body: {
          workflow_name: 'Two heads',
          steps: [
            {
              name: 'Manager',
              approver: { kind: 'role', ref: 'sales_manager' },
              mode: 'any',
              quorum: null,
              allow_delegation: false,
              sla_hours: 24,
              on_timeout: 'escalate',
            },
          ],
        },
      })
      const key = `f_${randomUUID().slice(0, 8)}`
      const { value: field } = await administrator.does(api.opportunityFields.create, {
        body: { key, label: 'Region', type: 'select', options: ['North', 'South'] },
      })
      const { value: all } = await administrator.does(api.referenceData.read, {})
      expect(all.approval_workflows.find((row) => row.id === workflow.id)?.steps).toEqual(workflow.steps)
      expect(all.fields.find((row) => row.key === key)).toMatchObject({ id: field.id, is_required: false })
      await administrator.does(api.opportunityFields.update, {
        params: { id: field.id },
        body: { label: 'Area' },
      })
      await administrator.does(api.opportunityFields.delete, { params: { id: field.id } })
      await administrator.does(api.approvalWorkflows.delete, { params: { id: workflow.id } })
    },
  },
  {
    feature,
    title: 'keeps a field that a rule names, however deep, and says where',
    run: async (scene) => {
      const { stages } = await scene.aProcess()
      const administrator = await scene.as('administrator')
      const key = `f_${randomUUID().slice(0, 8)}`
      const { value: field } = await administrator.does(api.opportunityFields.create, {
        body: { key, label: 'Seats', type: 'number' },
      })
      const check = { and: [{ '!': [{ '<': [{ var: key }, 5] }] }, true] }
      await administrator.does(api.stages.update, {
        params: { id: stages[1].id },
        body: {
          validation_rules: [
            { id: 'enough', name: 'Enough seats', check, message: 'Ask for more.', severity: 'warning' },
          ],
        },
      })
      const params = { id: field.id }
      const refused = await administrator.isRefused(
        api.opportunityFields.delete,
        { params },
        'REFERENCE_IN_USE',
      )
      expect(refused.message).toContain('Propose')
      await administrator.does(api.stages.update, {
        params: { id: stages[1].id },
        body: { validation_rules: [] },
      })
      await administrator.does(api.opportunityFields.delete, { params })
    },
  },
  {
    feature,
    title: 'keeps a workflow that only an action starts, and fields that only actions and approvals name',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const { stages, document } = await scene.aProcess()
      const keys = [0, 1].map(() => `f_${randomUUID().slice(0, 8)}`)
      const fields = await Promise.all(
        keys.map((key) =>
          administrator.does(api.opportunityFields.create, { body: { key, label: key, type: 'number' } }),
        ),
      )
      const aWorkflow = async (name: string, key?: string) => {
        const step = {
          name: 'Manager',
          approver: { kind: 'role' as const, ref: 'sales_manager' },
          mode: 'any' as const,
          quorum: null,
          allow_delegation: false,
          sla_hours: null,
          on_timeout: 'reject' as const,
          ...(key !== undefined && { condition: { '>': [{ var: key }, 5] } }),
        }
        const body = { workflow_name: name, steps: [step] }
        return (await administrator.does(api.approvalWorkflows.create, { body })).value.id
      }
      const [byCompany, byTransition] = [await aWorkflow('Two heads', keys[0]), await aWorkflow('One head')]
      const anAction = async (
        action_name: string,
        action_type: 'start_approval' | 'update_field',
        parameters: { [key: string]: string | number },
      ) => {
        const body = { action_name, action_code: code(), action_type, parameters }
        return (await administrator.does(api.actions.create, { body })).value
      }
      const starts = await anAction('Ask two heads', 'start_approval', { workflow_id: byCompany })
      const sets = await anAction('Count seats', 'update_field', { field: keys[1] ?? '', value: 3 })
      const [way] = Object.values(document.transitions)
      const wayId = way?.id ?? ''
      const own = { action_code: starts.action_code, parameters: { workflow_id: byTransition } }
      await administrator.does(api.transitions.update, { params: { id: wayId }, body: { actions: [own] } })

      const isKept = async (
        endpoint: typeof api.approvalWorkflows.delete | typeof api.opportunityFields.delete,
        id: string | undefined,
        by: string,
      ) => {
        const refused = await administrator.isRefused(
          endpoint,
          { params: { id: id ?? '' } },
          'REFERENCE_IN_USE',
        )
        expect(refused.message).toContain(by)
      }
      await isKept(api.approvalWorkflows.delete, byCompany, 'Ask two heads')
      await isKept(api.approvalWorkflows.delete, byTransition, document.stages[stages[0].id]?.stageName ?? '')
      await isKept(api.opportunityFields.delete, fields[0]?.value.id, 'Two heads')
      await isKept(api.opportunityFields.delete, fields[1]?.value.id, 'Count seats')

      await administrator.does(api.transitions.update, { params: { id: wayId }, body: { actions: [] } })
      for (const { id } of [starts, sets]) await administrator.does(api.actions.delete, { params: { id } })
      for (const id of [byCompany, byTransition])
        await administrator.does(api.approvalWorkflows.delete, { params: { id } })
      for (const { value } of fields)
        await administrator.does(api.opportunityFields.delete, { params: { id: value.id } })
    },
  },
  {
    feature,
    title: 'lets nobody overwrite or delete a row that they have not seen as it is now',
    run: async (scene) => {
      const administrator = await scene.as('administrator')
      const { value: workflow, etag: first } = await administrator.does(api.approvalWorkflows.create, {
        body: {
          workflow_name: 'Two heads',
          steps: [],
        },
      })
      const params = { id: workflow.id }
      expect((await administrator.does(api.approvalWorkflows.read, { params })).etag).toBe(first)
      const unchanged = await administrator.sends('GET', `/api/approval-workflows/${workflow.id}/`, {
        headers: { 'If-None-Match': first },
      })
      expect(unchanged.status).toBe(304)

      const mine = { params, ifMatch: first, body: { workflow_name: 'Three heads' } }
      const { etag: second, value: changed } = await administrator.does(api.approvalWorkflows.update, mine)
      expect([second === first, changed.revision]).toEqual([false, 2])
      const late = { ...mine, body: { workflow_name: 'No head' } }
      const refused = await administrator.isRefused(api.approvalWorkflows.update, late, 'VERSION_CONFLICT')
      expect(refused.details).toMatchObject({ current_etag: second })
      const removal = { params, ifMatch: first }
      await administrator.isRefused(api.approvalWorkflows.delete, removal, 'VERSION_CONFLICT')
      const foreign = { ...mine, ifMatch: second.replace('"w-', '"c-') }
      await administrator.isRefused(api.approvalWorkflows.update, foreign, 'VERSION_CONFLICT')
      const kept = await administrator.does(api.approvalWorkflows.read, { params })
      expect(kept.value.workflow_name).toBe('Three heads')
      await administrator.does(api.approvalWorkflows.delete, { params, ifMatch: second })
    },
  },
  {
    feature,
    title: 'tells those who keep approvals whom one can ask, and nobody else',
    needs: ['director', 'representative'],
    run: async (scene) => {
      const director = await scene.as('director')
      const { value } = await director.does(api.members.people, {})
      expect(value.results.map(({ role }) => role)).toEqual(expect.arrayContaining(['sales_manager']))
      const reader = await scene.as('representative')
      await reader.isRefused(api.members.people, {}, 'PERMISSION_DENIED')
    },
  },
]
