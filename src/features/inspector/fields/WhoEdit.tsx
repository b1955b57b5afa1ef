import { useState } from 'react'
import type { Person } from '../../../contract/members.ts'
import { roles } from '../../../domain/process/role.ts'
import { type Who, whoKey, whoOfKey } from '../../../domain/process/who.ts'
import { useApprovalDesigner } from '../../../editor/approvalDesigner.ts'
import { whoLabel } from '../../../editor/whoWords.ts'
import { useText } from '../../../text/index.ts'
import type { Binding } from './binding.ts'
import { PickEdit, type PickOption } from './PickEdit.tsx'

interface WhoEditProps {
  readonly binding: Binding<Who[]>
  readonly label: string
  /** What nobody in the list means. */
  readonly empty: string
}

/** The owner, the owner's manager, roles, people. The company is asked for its people once somebody looks. */
export function WhoEdit({ binding, label, empty }: WhoEditProps) {
  const t = useText('inspector')
  const designer = useApprovalDesigner()
  const [people, setPeople] = useState<readonly Person[] | null>(null)
  const { value, set, type } = binding
  const keys = value.map(whoKey)
  const look = () => {
    if (people !== null || !designer?.people) return
    setPeople([])
    void designer.people().then(setPeople)
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
    group: t('whoPeople'),
  }))
  const listed = new Set(named.map((person) => person.value))
  const others = keys.filter((key) => key.startsWith('user:') && !listed.has(key))
  return (
    <PickEdit
      binding={{
        ...binding,
        value: keys,
        set: (next) => set(next.map(whoOfKey)),
        type: (next) => type(next.map(whoOfKey)),
      }}
      label={label}
      add={t('whoAdd')}
      options={[
        ...['owner', 'manager_of_owner'].map((key) => option(key, t('whoByDeal'))),
        ...roles.map((role) => option(`role:${role}`, t('whoRoles'))),
        ...named,
        ...others.map((key) => option(key, t('whoPeople'))),
      ]}
      unknown={t('whoUnknown')}
      empty={empty}
      onOpen={look}
    />
  )
}
