/** One whole file on the desk, for whoever has said why they read it. */
import {
	answersFromRecord,
	claimedRights,
	disagreements,
	emptyAnswers,
	piecesFor,
	type FilingContent
} from '$lib/core/mobility';
import { mobilityReference } from '$lib/data/mobility';
import { ok, type Result } from '$lib/core/shared';
import { opinionsOf } from '../documents';
import { recordOf } from '../institution';
import { findCampaign } from './campaigns.repository';
import { deskPieces } from './filed-pieces';
import { awaitsSecondLook, judgedFile } from './decisions.usecases';
import { fileParts } from './desk.queries';
import type { ManagerCommand } from './manager-step';
import type { MobilityDeps } from './mobility-deps';
import { readableRequest } from './readings.usecases';

export async function deskFile(command: ManagerCommand, deps: MobilityDeps) {
	const read = await readableRequest(command, deps);
	if (!read.ok) return read;
	const request = read.value;
	const campaign = (await findCampaign(request.campaignId))!;
	const { filing, history, ...parts } = await fileParts(request.id);
	const { score, rules } = judgedFile({ request, campaign });
	const record = request.agentId ? await recordOf(request.agentId) : null;
	const answers = { ...emptyAnswers(), ...request.answers };
	const needed = piecesFor(score, rules.bareme.rules, mobilityReference.pieces);
	const proofs = rules.bareme.rules.map(({ id, pieces }): [string, string[]] => [
		id,
		needed.filter(({ piece }) => pieces.includes(piece.id)).map(({ piece }) => piece.label)
	]);
	const content = filing ? (JSON.parse(filing.content) as FilingContent) : null;
	const { number, state, firstName, lastName, initial, final } = request;
	return ok({
		...{ number, state, firstName, lastName, initial, final, ...parts },
		history: history.map((line) => ({ ...line, at: line.at.toISOString() })),
		answers: request.answers,
		campaign: campaign.label,
		rights: claimedRights(score),
		corrections: request.corrections,
		unchecked: awaitsSecondLook(parts.decisions, request.corrections),
		proofs: Object.fromEntries(proofs.filter(([, labels]) => labels.length > 0)),
		differences: record ? disagreements(answers, answersFromRecord(record, rules.campaign)) : [],
		pieceChoices: mobilityReference.pieces
			.filter(({ medical }) => !medical)
			.map(({ id, label }) => ({ value: id, label })),
		medicalOpinion: (await opinionsOf([request.accountId]))[0]?.outcome ?? null,
		deposited: await deskPieces(
			request.accountId,
			needed.map(({ piece }) => piece.id),
			deps.clock.now()
		),
		filed: content?.voeux.map(({ voeu, total }) => ({ voeu, total })) ?? null
	}) satisfies Result<unknown>;
}
