export { openDocuments } from './open-documents';
export type { DocumentsDeps } from './documents-deps';
export { documentsJobs } from './documents.jobs';
export { answerDeposit } from './deposit/answer-deposit';
export { receiveDeposit, type DepositReceipt } from './deposit/receive-deposit.usecases';
export { openPiece, type OpenedPiece } from './read.usecases';
export {
	attachDocument,
	closeFilings,
	describeDocuments,
	detachDocument,
	documentsOf,
	type AttachCommand,
	type PieceSummary
} from './attach.usecases';
export { expiringPieces, type ExpiringPiece } from './expiring.queries';
export { dryRun, purge, replayErasures } from './retention.usecases';
export { lastPurgeRuns } from './retention.repository';
export {
	answerErasure,
	askErasure,
	liftHold,
	placeHold,
	waitingErasures
} from './erasure.usecases';
export { piecesForDesk, type DeskPiece } from './desk.queries';
export { giveOpinion, opinionsOf, type KnownOpinion } from './medical-opinion.usecases';
