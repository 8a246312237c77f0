import { colourLabels, requestNumber, stateFaces } from '$lib/core/mobility';
import { parisDate, writeCsv } from '$lib/core/shared';
import { exportLines } from '$lib/server/mobility';
import type { RequestHandler } from './$types';

/** The queue as a spreadsheet: no personal data beyond what the screen lists, and no formula runs. */
export const GET: RequestHandler = async ({ locals }) => {
	const lines = await exportLines(locals.user!.academie);
	const rows = lines.map(({ number, lastName, firstName, label, state, reachedAt }) => {
		const { colour, label: face } = stateFaces[state];
		const status = colour ? colourLabels[colour] : face;
		return [requestNumber(number), lastName, firstName, label, status, face, parisDate(reachedAt)];
	});
	const header = ['Numéro', 'Nom', 'Prénom', 'Campagne', 'Statut', 'Étape', 'Depuis le'];
	return new Response(writeCsv(header, rows), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="dossiers-mutation.csv"'
		}
	});
};
