import { colourLabels, requestNumber, stateFaces } from '$lib/core/mobility';
import { isUuid, parisDate, writeCsv } from '$lib/core/shared';
import { app } from '$lib/server/app';
import { formText } from '$lib/server/http';
import { exportQueue } from '$lib/server/mobility';
import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The queue as a spreadsheet: no personal data beyond what the screen lists, and no formula runs. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const form = await request.formData();
	const agreement = formText(form, 'accord');
	const { user, session } = locals;
	const lines = await exportQueue(
		{
			...{ user: user!, verifiedAt: session!.verifiedAt, reason: formText(form, 'motif') },
			approvalId: isUuid(agreement) ? agreement : null
		},
		await app()
	);
	if (!lines.ok) redirect(303, `/gestion/dossiers/export?refus=${lines.error.code}`);
	const rows = lines.value.map(({ number, lastName, firstName, label, state, reachedAt }) => {
		const { colour, label: face } = stateFaces[state];
		const status = colour ? colourLabels[colour] : face;
		return [requestNumber(number), lastName, firstName, label, status, face, parisDate(reachedAt)];
	});
	const header = ['Numéro', 'Nom', 'Prénom', 'Campagne', 'Statut', 'Étape', 'Depuis le'];
	return new Response(writeCsv(header, rows), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="dossiers-mutation.csv"',
			'cache-control': 'no-store'
		}
	});
};
