export {
	closeSession,
	closeSessionsOf,
	forgetExpiredSessions,
	openSession,
	readSession,
	sessionCookie,
	type OpenSession
} from './sessions';
export { deviceCookie } from './known-devices.repository';
export type { Client, IdentityDeps } from './client';
export { signIn } from './sign-in.usecases';
export type { SignedIn } from './enter';
export {
	completeSignIn,
	pendingSignIn,
	sendVerificationCode,
	type SignInStep
} from './second-factor.usecases';
export {
	completeFirstEnrolment,
	completeFirstPasskey,
	firstEnrolment,
	startFirstPasskey
} from './first-enrolment.usecases';
export { assertionSchema, registrationSchema } from './passkeys/ceremony';
export {
	addPasskey,
	ownPasskeys,
	removePasskey,
	startPasskey
} from './passkeys/own-passkeys.usecases';
export {
	accountBeingProven,
	signInWithPasskey,
	startPasskeyProof,
	stepUpWithPasskey
} from './passkeys/passkey-proof.usecases';
export { isProtected, secondFactorsOf, type SecondFactors } from './second-factors';
export { signOut } from './sign-out.usecases';
export {
	createDemoAccounts,
	demoButtons,
	demoCodes,
	demoPassword,
	signInToDemo,
	type DemoAgent
} from './demo-accounts';
export { profileOf, type Profile } from './profile.queries';
export { hashPassword, verifyPassword } from './password-hash';
export { keyedDigest } from './keyed-digest';
export { openSecret, sealSecret } from './secret-box';
export { accountsOfAgents } from './agent-accounts.repository';
export { flowCookie } from './flows.repository';
export { currentFlow, provenFlow, redeemCode, redeemLink } from './flow.usecases';
export { activationIdentifier, completeActivation, startActivation } from './activation.usecases';
export { completeRecovery, startRecovery } from './recovery.usecases';
export { identityJobs } from './identity.jobs';
export * from './sso';
export { accountBrief, accountBriefs, recipientsOf } from './account.repository';
export { appendAudit, readersOf, verifyAudit } from './audit.repository';
export { recordFileRead } from './file-reads.usecases';
export {
	changePassword,
	closeDevice,
	closeOtherDevices,
	openDevices,
	securityOverview
} from './security.usecases';
export { securityEventsBetween } from './security-events.repository';
export { stepUp, stepUpProof } from './step-up.usecases';
export { addTotp, ownTotpEnrolment, removeTotp, renewRecoveryCodes } from './own-totp.usecases';
export { accessRequests, askAccess, decideAccessRequest } from './access/access-request.usecases';
export { phishingReports, reportPhishing } from './access/phishing.usecases';
export { createStaff } from './access/create-staff.usecases';
export {
	askUnblock,
	decideUnblockRequest,
	releaseTries,
	unblockRequests
} from './access/unblock.usecases';
export {
	cancelNextRecovery,
	confirmRecoveryAddress,
	recoveryAddressOf,
	startRecoveryAddress
} from './recovery-address.usecases';
export { placeOf } from './country/place-of';
export { allowExport, type ExportCommand } from './export.usecases';
export { openFile, type OpenFileCommand, type OpenFileDeps, type Task } from './open-file.usecases';
export {
	approvalsFor,
	askApproval,
	decideApproval,
	useApproval
} from './approvals/approvals.usecases';
