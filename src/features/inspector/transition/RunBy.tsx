import { useState } from 'react'
import type { Person } from '../../../contract/members.ts'
import { roles } from '../../../domain/process/role.ts'
import { whoKey, whoOfKey } from '../../../domain/process/who.ts'
import { useApprovalDesigner } from '../../../editor/approvalDesigner.ts'
import { whoLabel } from '../../../editor/whoWords.ts'
import { useText } from '../../../text/index.ts'
import type { TransitionFields } from '../fields/binding.ts'
import { PickEdit, type PickOption } from '../fields/PickEdit.tsx'

/** Who may make the move by hand: the owner, the owner's manager, roles, people. The company is asked for its people once somebody looks. */
export function RunBy({ bind }: { readonly bind: TransitionFields }) {
  const t = useText('transition')
  const designer = useApprovalDesigner()
  const [people, setPeople] = useState<readonly Person[] | null>(null)
  const { value = [], set, type, ...binding } = bind('runBy')
  const keys = value.map(whoKey)
  const look = () => {
    if (people !== null || !designer?.people) return
    setPeople([])
    void designer.people().then((all) => setPeople(all))
  }
  const option = (key: string, group: string): PickOption => ({
    value: key,
    label: whoLabel(whoOfKey(key)),
    group,
  })
  const named = (people ?? []).map(({ email, display_name, role }) => ({
    value: `user:${email}`,
    label: display_name,
    note: whoLabel({ kind: 'role', ref: role }),
    group: t('runByPeople'),
  }))
  const listed = new Set(named.map((person) => person.value))
  const strangers = keys.filter((key) => key.startsWith('user:') && !listed.has(key))
  return (
    <PickEdit
      binding={{
        ...binding,
        value: keys,
        set: (next) => set(next.map(whoOfKey)),
        type: (next) => type(next.map(whoOfKey)),
      }}
      label={t('runBy')}
      add={t('runByAdd')}
      options={[
        ...['owner', 'manager_of_owner'].map((key) => option(key, t('runByDeal'))),
        ...roles.map((role) => option(`role:${role}`, t('runByRoles'))),
        ...named,
        ...strangers.map((key) => option(key, t('runByPeople'))),
      ]}
      unknown={t('runByUnknown')}
      empty={t('runByAll')}
      onOpen={look}
    />
  )
}
