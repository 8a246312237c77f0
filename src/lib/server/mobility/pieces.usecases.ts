/** Asking a person for a paper that is missing; they are told, and the deadline is on their phone. */
import { appError, fail, frenchDate, ok, type CivilDate, type Result } from '$lib/core/shared';
import { mobilityReference } from '$lib/data/mobility';
import { db } from '../db';
import { notify } from '../notifications';
import { FOLLOW_UP, onRequest, type ManagerCommand } from './manager-step';
import type { MobilityDeps } from './mobility-deps';

export interface AskPieceCommand extends ManagerCommand {
	readonly piece: string;
	readonly message: string;
	readonly dueOn: CivilDate | null;
}

export const askPiece = (command: AskPieceCommand, deps: MobilityDeps): Promise<Result<void>> =>
	onRequest(command, deps, async ({ request, at }, rev) => {
		const { piece, dueOn, user } = command;
		const known = mobilityReference.pieces.find(({ id }) => id === piece);
		// A medical paper never reaches a manager: the médecin-conseil asks for it.
		if (!known || known.medical) return fail(appError('http.not-found', 'not-found'));
		if (request.state !== 'transmise') return fail(appError('mobility.wrong-state', 'conflict'));
		if (!dueOn) return fail(appError('mobility.date-expected', 'validation'));
		const message = command.message.trim();
		await db()
			.insertInto('mobility_piece_request')
			.values({
				...{ id: deps.newId(), request_id: request.id, piece, message },
				...{ asked_by: user.id, asked_at: at, due_on: dueOn, answered_at: null }
			})
			.execute();
		const status = 'Pièce demandée';
		await notify(
			{
				kind: 'status-changed',
				data: { file: FOLLOW_UP, status, next: `${known.label}, avant le ${frenchDate(dueOn)}.` },
				key: `mutation:${request.id}:${rev}`,
				to: [request.accountId]
			},
			deps
		);
		return ok(undefined);
	});

export const receivePiece = (
	command: ManagerCommand & { readonly pieceRequest: string },
	deps: MobilityDeps
): Promise<Result<void>> =>
	onRequest(command, deps, async ({ request, at }) => {
		await db()
			.updateTable('mobility_piece_request')
			.set({ answered_at: at })
			.where('id', '=', command.pieceRequest)
			.where('request_id', '=', request.id)
			.execute();
		return ok(undefined);
	});

export const pieceRequestsOf = (requestId: string) =>
	db()
		.selectFrom('mobility_piece_request')
		.select(['id', 'piece', 'message', 'asked_at as askedAt', 'due_on as dueOn'])
		.select('answered_at as answeredAt')
		.where('request_id', '=', requestId)
		.orderBy('asked_at')
		.execute();
