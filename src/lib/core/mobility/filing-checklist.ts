/** What stands between a draft and its deposit: what blocks, and what is worth a look. */
import type { Issue } from '../shared';
import { judgeRequest } from './filing';
import type { OpenCampaign } from './open-campaign';
import { readWindows } from './open-campaign';
import { piecesFor, type NeededPiece } from './pieces';
import type { Answers } from './answers';
import type { MobilityReference } from './reference';
import { isOpen, isOver } from './request-status';

export interface ChecklistItem {
	readonly id: string;
	readonly text: string;
	/** Tab of the request where it is put right. */
	readonly where: 'voeux' | 'priorites' | 'pieces' | 'dossier' | null;
}

export interface Checklist {
	readonly blocking: readonly ChecklistItem[];
	readonly advisory: readonly ChecklistItem[];
}

/** What is known of the papers the person keeps, by kind of paper. */
export interface ProofState {
	readonly piece: string;
	readonly state: 'valable' | 'perimee' | 'absente';
}

export interface ToCheck {
	readonly campaign: OpenCampaign;
	readonly answers: Answers;
	readonly voeux: readonly string[];
	/** Answers that the HR record contradicts, in French. */
	readonly differences: readonly string[];
	/** Null while nothing is known of the papers. */
	readonly proofs: readonly ProofState[] | null;
	readonly at: Date;
}

function whenClosed({ campaign, at }: ToCheck): ChecklistItem[] {
	const { saisie } = readWindows(campaign.windows);
	if (isOpen(saisie, at)) return [];
	const text = isOver(saisie, at)
		? 'La saisie est close\u00a0: cette demande ne peut plus être déposée.'
		: 'La saisie n’est pas encore ouverte.';
	return [{ id: 'fenetre', text, where: null }];
}

const tabOf = (path: string): ChecklistItem['where'] =>
	path.startsWith('voeux') ? 'voeux' : 'priorites';

const toItem = ({ path, message }: Issue): ChecklistItem => ({
	id: path,
	text: message,
	where: tabOf(path)
});

function aboutProofs(needed: readonly NeededPiece[], proofs: ToCheck['proofs']) {
	const stateOf = (id: string) => proofs?.find(({ piece }) => piece === id)?.state;
	const shown = needed.filter(({ piece }) => piece.id !== 'confirmation');
	const expired = shown
		.filter(({ piece }) => stateOf(piece.id) === 'perimee')
		.map(({ piece }): ChecklistItem => {
			const text = `${piece.label}\u00a0: la pièce n’est plus valable. Remplacez-la avant de déposer.`;
			return { id: piece.id, text, where: 'pieces' };
		});
	const toGather = shown
		.filter(({ piece }) => stateOf(piece.id) !== 'valable' && stateOf(piece.id) !== 'perimee')
		.map(({ piece, proves }): ChecklistItem => {
			const whom = piece.medical ? ', à envoyer au médecin-conseil' : '';
			const text = `${piece.label}${whom}\u00a0: à joindre pour «\u202f${proves.join(', ')}\u202f».`;
			return { id: piece.id, text, where: 'pieces' };
		});
	return { expired, toGather };
}

export function filingChecklist(reference: MobilityReference, what: ToCheck): Checklist {
	const judged = judgeRequest(reference, what.campaign, what);
	const closed = whenClosed(what);
	const record = what.differences.map((name): ChecklistItem => {
		const text = `Votre dossier ne dit pas la même chose pour ${name}\u00a0: le service le verra.`;
		return { id: name, text, where: 'dossier' };
	});
	if (!judged.ok) {
		const issues = (judged.error.meta?.['issues'] ?? []) as readonly Issue[];
		return { blocking: [...closed, ...issues.map(toItem)], advisory: record };
	}
	const { score, rules } = judged.value;
	const needed = piecesFor(score, rules.bareme.rules, reference.pieces);
	const { expired, toGather } = aboutProofs(needed, what.proofs);
	const weak = score.extension?.without
		? [
				{
					id: 'extension',
					text: 'Un vœu affaiblit le barème de votre extension.',
					where: 'voeux' as const
				}
			]
		: [];
	const rulesNotice = rules.published
		? []
		: [
				{
					id: 'regles',
					text: `Les règles de cette campagne ne sont pas publiées\u00a0: le calcul suit celles de «\u202f${rules.rulesOf.label}\u202f».`,
					where: null
				}
			];
	return {
		blocking: [...closed, ...expired],
		advisory: [...rulesNotice, ...record, ...toGather, ...weak]
	};
}
