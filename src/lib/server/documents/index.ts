export { openDocuments } from './open-documents';
export type { DocumentsDeps } from './documents-deps';
export { documentsJobs, replayQueue } from './documents.jobs';
export { answerDeposit } from './deposit/answer-deposit';
export { receiveDeposit, type DepositReceipt } from './deposit/receive-deposit.usecases';
export { inspectFile } from './check.usecases';
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
export { documentsDeadlines } from './documents.deadlines';
export { expiringPieces, type ExpiringPiece } from './expiring.queries';
export { dryRun, purge, replayErasures } from './retention.usecases';
export { comingEnds, type ComingEnd } from './retention.queries';
export { lastPurgeRuns, openHolds } from './retention.repository';
export { answerErasure, askErasure, waitingErasures } from './erasure.usecases';
export { liftHold, placeHold } from './hold.usecases';
export { piecesForDesk, type DeskPiece } from './desk.queries';
export { giveOpinion, opinionsOf, type KnownOpinion } from './medical-opinion.usecases';
