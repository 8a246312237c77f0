export { campaignsOfAcademie, findCampaign, type StoredCampaign } from './campaigns.repository';
export { moveWindows, openCampaign } from './campaigns.usecases';
export { bulkActions, cancelUnsigned, takeBulkStep, type BulkAction } from './bulk-steps.usecases';
export { correct } from './corrections.usecases';
export {
	answerLine,
	check,
	decide,
	judgedFile,
	reopenPieces,
	settle,
	showInitial,
	verify
} from './decisions.usecases';
export {
	QUEUE_PAGE,
	figures,
	fileParts,
	queue,
	type QueueFilter,
	type QueueLine
} from './desk.queries';
export { askExport, exportQueue, exportTerms } from './export.usecases';
export type { MobilityDeps } from './mobility-deps';
export { mobilityDeadlines } from './mobility.deadlines';
export { mobilityJobs } from './mobility.jobs';
export { askPiece, receivePiece } from './pieces.usecases';
export {
	findPublication,
	publicationsOf,
	rehearsalOf,
	unreadyLines
} from './publication.repository';
export { preparePublication, publishResults } from './publication.usecases';
export { askHead, giveHeadOpinion, opinionsAsked } from './opinions.usecases';
export { openFile, readableRequest } from './readings.usecases';
export { signConfirmation } from './sign.usecases';
export { seedDemoCampaign } from './demo-campaign';
export { deskFile } from './desk-file.queries';
export { receiptPdf } from './receipt.pdf';
export { confirmationOf, ownFiling, verifyReceipt } from './verify.queries';
