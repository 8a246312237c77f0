export { depositLimits, myDocuments } from './documents.queries';
export {
	keptDeposits,
	makeDeposit,
	openDeposits,
	type Deposits,
	type NewDeposit
} from './deposits';
export { DepositBox, depositBoxOf, type DepositState, type KeptDeposit } from './deposit-box';
export { createSender, type DepositSender } from './deposit-sender';
export { sendDeposits } from './send-deposits';
export { resumeDeposits } from './resume';
export { CaptureSession, type CapturedPage } from './capture/capture-session.svelte';
export { askForErasure } from './erasure';
export { makeArchive } from './archive';
export { readPiece } from './read-piece';
export { showFirstPage } from './first-page';
