import { app } from '$lib/server/app';
import { failWith, formText } from '$lib/server/http';
import {
	answerLine,
	askPiece,
	check,
	correct,
	decide,
	deskFile,
	receivePiece,
	reopenPieces,
	settle,
	showInitial,
	verify
} from '$lib/server/mobility';
import { parseCivilDate, type Result } from '$lib/core/shared';
import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const file = await deskFile({ user: locals.user!, id: params.id }, await app());
	if (file.ok) return file.value;
	if (file.error.kind === 'forbidden') redirect(303, '/gestion/dossiers');
	error(404, { message: 'Cette page n’existe pas.' });
};

/** Runs one step of the desk on this file with what the form says. */
async function doing(
	event: RequestEvent,
	work: (
		command: { user: NonNullable<App.Locals['user']>; id: string },
		form: FormData
	) => Promise<Result<unknown>>
) {
	const form = await event.request.formData();
	const done = await work({ user: event.locals.user!, id: event.params.id }, form);
	return done.ok ? { done: true } : failWith(event, done.error, {});
}

export const actions: Actions = {
	decider: (event) =>
		doing(event, async (command, form) => {
			const verdict = formText(form, 'avis') === 'accordee' ? 'accordee' : 'refusee';
			const [rule, reason] = [formText(form, 'regle'), formText(form, 'raison')];
			const comment = formText(form, 'commentaire').slice(0, 500);
			return decide({ ...command, rule, verdict, reason, comment }, await app());
		}),
	corriger: (event) =>
		doing(event, async (command, form) => {
			const [answer, value] = [formText(form, 'reponse'), formText(form, 'valeur')];
			const reason = formText(form, 'raison');
			const comment = formText(form, 'commentaire').slice(0, 500);
			return correct({ ...command, answer, value, reason, comment }, await app());
		}),
	piece: (event) =>
		doing(event, async (command, form) => {
			const dueOn = parseCivilDate(formText(form, 'avant'));
			const [piece, message] = [formText(form, 'piece'), formText(form, 'message').slice(0, 500)];
			return askPiece({ ...command, piece, message, dueOn }, await app());
		}),
	recue: (event) =>
		doing(event, async (command, form) =>
			receivePiece({ ...command, pieceRequest: formText(form, 'demande') }, await app())
		),
	repondre: (event) =>
		doing(event, async (command, form) => {
			const accepted = formText(form, 'suite') === 'acceptee';
			const [rule, answer] = [formText(form, 'regle'), formText(form, 'reponse').slice(0, 2000)];
			return answerLine({ ...command, rule, accepted, answer }, await app());
		}),
	verifier: (event) => doing(event, async (command) => verify(command, await app())),
	reprendre: (event) => doing(event, async (command) => reopenPieces(command, await app())),
	'second-regard': (event) => doing(event, async (command) => check(command, await app())),
	afficher: (event) => doing(event, async (command) => showInitial(command, await app())),
	arreter: (event) => doing(event, async (command) => settle(command, await app()))
};
