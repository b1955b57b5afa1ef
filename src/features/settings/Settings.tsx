/** Company settings, reference data, and how the app looks here: one part at a time, each with its own address. */
import type { ReactNode } from 'react'
import type { User } from '../../contract/auth.ts'
import type { Client } from '../../data/api/client.ts'
import type { WorkflowDesigner } from '../../editor/approvalDesigner.ts'
import { useText } from '../../text/index.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { PageHeader } from '../../ui/layout/PageHeader.tsx'
import { Link } from '../../ui/routing/Link.tsx'
import { AccessibilitySection, type AccessibilitySectionProps } from './AccessibilitySection.tsx'
import { ActionsSection } from './ActionsSection.tsx'
import { AppearanceSection } from './AppearanceSection.tsx'
import { AccountSection } from './account/AccountSection.tsx'
import { CategoriesSection } from './CategoriesSection.tsx'
import { CompanySection } from './CompanySection.tsx'
import { FieldsSection } from './FieldsSection.tsx'
import type { FindFieldUses } from './FieldUses.tsx'
import { IntegrationsSection } from './integrations/IntegrationsSection.tsx'
import { PeopleSection } from './people/PeopleSection.tsx'
import styles from './Settings.module.css'
import { type SettingsSection, sections } from './sections.ts'
import { WorkflowsSection } from './WorkflowsSection.tsx'

interface SettingsProps extends AccessibilitySectionProps {
  readonly client: Client
  readonly user: User
  readonly section: SettingsSection
  readonly addressOf: (section: SettingsSection) => string
  /** Looks through all processes, and the drafts of this device. */
  readonly findFieldUses: FindFieldUses
  /** Loaded when a workflow is first opened. */
  readonly WorkflowDesigner: WorkflowDesigner
  /** What was done by whom, for those who may see it. */
  readonly audit?: ReactNode
  /** The sections there are, where the backend has no place for the others; `note` says so. */
  readonly only?: readonly SettingsSection[]
  readonly note?: ReactNode
  /** How the company publishes, where the backend keeps requests. */
  readonly publishing?: ReactNode
}

export function Settings({
  client,
  user,
  section,
  addressOf,
  findFieldUses,
  WorkflowDesigner,
  keys,
  activity,
  audit,
  only = sections,
  note,
  publishing,
}: SettingsProps) {
  const t = useText('settings')
  const mayReference = user.permissions.includes('manage_reference_data')
  const mayCompany = user.permissions.includes('manage_stages')
  const mayAudit = user.permissions.includes('view_audit')
  const mayPeople = user.permissions.includes('manage_members')
  const mayIntegrate = user.permissions.includes('manage_integrations')
  const mayBeShown: Partial<Record<SettingsSection, boolean>> = {
    audit: mayAudit,
    people: mayPeople,
    integrations: mayIntegrate,
  }
  const shown = only.filter((name) => mayBeShown[name] !== false)
  const reference = { client, mayChange: mayReference }
  const parts: Readonly<Record<SettingsSection, () => ReactNode>> = {
    company: () => (
      <>
        <CompanySection client={client} mayChange={mayCompany} />
        {publishing}
      </>
    ),
    categories: () => <CategoriesSection {...reference} />,
    actions: () => <ActionsSection {...reference} user={user} />,
    approvals: () => <WorkflowsSection {...reference} Designer={WorkflowDesigner} />,
    fields: () => <FieldsSection {...reference} findUses={findFieldUses} />,
    audit: () => (mayAudit ? audit : <Notice tone="info" title={t('noAudit')} />),
    appearance: () => <AppearanceSection />,
    accessibility: () => <AccessibilitySection keys={keys} activity={activity} />,
    account: () => <AccountSection client={client} email={user.email} />,
    people: () => <PeopleSection client={client} user={user} />,
    integrations: () => <IntegrationsSection client={client} user={user} />,
  }
  // A log is only ever read, and people are shown whole or not at all: no word about changing is needed.
  const readsOnly = section in mayBeShown
  const own = section === 'appearance' || section === 'accessibility' || section === 'account'
  const mayChange = readsOnly || own || (section === 'company' ? mayCompany : mayReference)
  return (
    <>
      <PageHeader title={t('title')} description={t('lead', { company: user.company.name })} />
      <div className={styles.layout}>
        <nav aria-label={t('sections')} className={styles.nav}>
          {shown.map((name) => (
            <Link key={name} to={addressOf(name)} aria-current={name === section ? 'page' : undefined}>
              {t(`section_${name}`)}
            </Link>
          ))}
        </nav>
        <div className={styles.content}>
          {note}
          {mayChange ? null : <Notice tone="info" title={t('readOnly')} />}
          {parts[section]()}
        </div>
      </div>
    </>
  )
}
