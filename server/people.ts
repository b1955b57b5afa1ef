/** Who may come in and how that is proven, as handlers see it: sign-in, accounts, factors, members. Types only. */
import type { MailLanguage } from '../src/contract/mailLanguage.ts'
import type { Role } from '../src/contract/roles.ts'
import type { SecurityPolicy } from '../src/contract/security.ts'
import type { Actor } from './services.ts'

export interface SignedIn {
  /** JWT, short-lived, without permissions inside. */
  readonly accessToken: string
  /** Seconds. */
  readonly expiresIn: number
  /** Opaque; the handler puts it into the HttpOnly cookie and nowhere else. */
  readonly refreshToken: string
  /** Seconds the cookie may live. */
  readonly refreshExpiresIn: number
  readonly actor: Actor
}

export interface IdentityService {
  /**
   * @throws ApiError INVALID_CREDENTIALS (the same for unknown e-mail, wrong password, disabled member), RATE_LIMITED;
   * with the right password SECOND_FACTOR_REQUIRED where a code is missing, INVALID_CODE where it is not right.
   */
  signIn(given: {
    readonly email: string
    readonly password: string
    /** Of the authenticator app, or a recovery code. */
    readonly code?: string | undefined
    readonly address: string
    /** The browser's own words about itself. */
    readonly device?: string
  }): Promise<SignedIn>
  /**
   * Rotates: the given token is spent. The token before it, again within the grace period, gives the same successor;
   * any older one ends the whole family. @throws ApiError SESSION_ENDED.
   */
  refresh(refreshToken: string): Promise<SignedIn>
  /** What a link invites to. @throws ApiError INVITATION_OVER. */
  invitation(token: string): Promise<InvitationRead>
  /**
   * Accepts an invitation and signs in. @throws ApiError INVITATION_OVER; VALIDATION_FAILED at `display_name` or
   * `password` for a new account; what `signIn` throws for one that is there.
   */
  join(given: JoinGiven): Promise<SignedIn>
  /** A session in another company for the one here, as long as that would have lived. Null: not a member there. */
  switchCompany(actor: Actor, companyId: string): Promise<SignedIn | null>
  /** Companies in which this person may go on, by name. */
  companies(
    actor: Actor,
  ): Promise<readonly { readonly id: string; readonly name: string; readonly role: Role }[]>
  /** Ends the session of this token. An unknown token is no error. */
  signOut(refreshToken: string): Promise<void>
  /** The actor of a valid, unexpired access token whose session and member are still alive; else null. */
  authenticate(accessToken: string): Promise<Actor | null>
}

export interface InvitationRead {
  readonly company: string
  readonly email: string
  readonly role: Role
  readonly invitedBy: string
  readonly expiresAt: string
  readonly hasAccount: boolean
}

export interface JoinGiven {
  readonly token: string
  readonly displayName?: string | undefined
  readonly password: string
  readonly code?: string | undefined
  readonly address: string
  readonly device?: string
}

/** One sign-in of the person who asks. Times are ISO 8601 UTC. */
export interface OwnSession {
  readonly id: string
  readonly device: string
  readonly address: string
  readonly signedInAt: string
  readonly lastUsedAt: string
  /** If it is not used before. */
  readonly expiresAt: string
  readonly current: boolean
}

/** What a person does about their own sign-in. */
export interface AccountService {
  /** Open ones of this company: the one that asks first, then by last use. */
  sessions(actor: Actor): Promise<readonly OwnSession[]>
  /** False where it was not one of the actor's open ones. */
  endSession(actor: Actor, id: string): Promise<boolean>
  /** In all companies; how many that were. */
  endOtherSessions(actor: Actor): Promise<number>
  /**
   * Ends all other sessions too. @throws ApiError VALIDATION_FAILED (`details.issues[].path`: current_password or
   * new_password), RATE_LIMITED after five wrong tries a minute.
   */
  changePassword(
    actor: Actor,
    given: { readonly current: string; readonly next: string; readonly address: string },
  ): Promise<void>
}

/**
 * What a person does about their own second factor. Refusals: VALIDATION_FAILED at `password` or `code`, RATE_LIMITED
 * after five wrong ones, NOT_FOUND where none is on, ALREADY_EXISTS where one is.
 */
export interface SecondFactorService {
  state(actor: Actor): Promise<{ readonly enabledAt: string | null; readonly recoveryCodesLeft: number }>
  /** Nothing is asked for at sign-in until it is confirmed; begun again, the secret is another one. */
  begin(
    actor: Actor,
    given: { readonly password: string; readonly address: string },
  ): Promise<{ readonly secret: string; readonly uri: string }>
  /** Switches it on and ends all other sessions; answers the recovery codes, which nobody can read again. */
  confirm(actor: Actor, code: string): Promise<readonly string[]>
  /** Those before are worth nothing any more. */
  renewCodes(actor: Actor, code: string): Promise<readonly string[]>
  disable(
    actor: Actor,
    given: { readonly password: string; readonly code: string; readonly address: string },
  ): Promise<void>
}

/** Somebody who was asked to come in and has not yet. */
export interface StoredInvitation {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly invitedBy: string
  readonly invitedAt: string
  readonly expiresAt: string
}

export interface SentInvitation extends StoredInvitation {
  /** Of the link to copy; nobody can read it again. */
  readonly token: string
  /** Whether a mail server takes another link there. */
  readonly mailed: boolean
}

export interface InvitationService {
  /** The latest first. */
  list(actor: Actor): Promise<readonly StoredInvitation[]>
  /** @throws ApiError ALREADY_EXISTS for a member and for who is invited already, LIMIT_REACHED. */
  invite(
    actor: Actor,
    given: { readonly email: string; readonly role: Role; readonly language: MailLanguage },
  ): Promise<SentInvitation>
  /** The links before are worth nothing any more. Null where there is no such invitation. */
  renew(actor: Actor, id: string, language: MailLanguage): Promise<SentInvitation | null>
  /** False where it was not there. */
  withdraw(actor: Actor, id: string): Promise<boolean>
}

export interface ForgottenPasswordService {
  /** Whether mails leave at all. */
  readonly offered: boolean
  /**
   * Answers before it is known whether there is such an account; `done` says when a mail waits, if one does.
   * @throws ApiError RATE_LIMITED, NOT_FOUND where no mail leaves.
   */
  request(given: {
    readonly email: string
    readonly address: string
    readonly language: MailLanguage
  }): Promise<{ readonly done: Promise<void> }>
  /** Ends all sessions. @throws ApiError LINK_OVER, VALIDATION_FAILED at `password`. */
  reset(given: { readonly token: string; readonly password: string }): Promise<void>
}

export interface StoredSecurityPolicy extends SecurityPolicy {
  /** How often it was changed; 0: never. */
  readonly revision: number
}

/** What a company asks before critical changes. */
export interface SecurityService {
  policy(actor: Actor): Promise<StoredSecurityPolicy>
  /** @throws ApiError VERSION_CONFLICT where `expected` is not current; null: whatever it is now. */
  savePolicy(actor: Actor, next: SecurityPolicy, expected: number | null): Promise<StoredSecurityPolicy>
  /** Counts for this session, for ten minutes. Refusals as of SecondFactorService. */
  prove(actor: Actor, code: string): Promise<void>
  /** @throws ApiError STEP_UP_REQUIRED where the company asks for a proof and there is none of the last ten minutes. */
  refuseUnproven(actor: Actor): Promise<void>
}

export interface CompanyMember {
  readonly id: string
  readonly email: string
  readonly displayName: string
  readonly role: Role
  readonly isActive: boolean
  readonly joinedAt: string
  readonly addressProven: boolean
  readonly secondFactor: boolean
}

export interface MemberService {
  /** Everybody in the actor's company, by name. */
  list(actor: Actor): Promise<readonly CompanyMember[]>
  /**
   * Bites at the member's next request; undefined keeps what is. Null where there is no such member.
   * @throws ApiError OWN_MEMBERSHIP, PERMISSION_DENIED where the actor stopped being an administrator meanwhile.
   */
  update(
    actor: Actor,
    id: string,
    change: { readonly role: Role | undefined; readonly isActive: boolean | undefined },
  ): Promise<CompanyMember | null>
  /**
   * Their password alone lets them in then; their sessions end, and a mail tells them. False where there is no such
   * member, or none of theirs is on. @throws ApiError OWN_MEMBERSHIP, PERMISSION_DENIED where the actor stopped being
   * an administrator meanwhile, and for who works for another company as well.
   */
  resetSecondFactor(actor: Actor, id: string): Promise<boolean>
}
