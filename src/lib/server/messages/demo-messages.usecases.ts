/** What the demonstration's manager has published: invented texts, dated from the day of the start. */
import type { SessionUser } from '$lib/core/identity';
import type { CircularDraft } from '$lib/core/messages';
import { addDays, parisDate, type CivilDate, type Clock, type NewId } from '$lib/core/shared';
import { db } from '../db';
import { saveCircular, sendCircular, startCircular } from './circulars.usecases';

const teachers = { roles: ['enseignant'] };

const drafts = (today: CivilDate): readonly CircularDraft[] => [
	{
		kind: 'alerte',
		title: 'Courriels frauduleux\u00a0: ce qui a circulé ce trimestre',
		body:
			'Des messages imitant l’académie annoncent un «\u202fchangement urgent de barème\u202f» et demandent de se connecter par un lien.\n\n' +
			'- Ils viennent d’adresses où un tiret a été ajouté.\n- Ils joignent un faux arrêté au format HTML.\n\n' +
			'Aucun service ne demande un mot de passe par courriel. Ouvrez toujours Carnet vous-même.',
		readBefore: null,
		deadlines: [],
		audience: teachers
	},
	{
		kind: 'actualite',
		title: 'Rencontres d’information sur la mobilité',
		body: 'Texte de démonstration. Trois rencontres en visioconférence sont proposées aux enseignants du département.\n\nAucune inscription n’est demandée.',
		readBefore: null,
		deadlines: [],
		audience: teachers
	},
	{
		kind: 'correspondance',
		title: 'Vérification de votre dossier avant les campagnes',
		body: 'Texte de démonstration. Relisez votre échelon, votre affectation et vos diplômes dans Carrière.\n\nUne erreur se signale depuis Carrière, «\u202fSignaler une erreur\u202f»\u00a0: le service de gestion vous répond dans Messages.',
		readBefore: addDays(today, 14),
		deadlines: [
			{
				title: 'Vérification du dossier',
				action: 'signaler les erreurs de votre dossier',
				date: addDays(today, 21),
				minutes: 17 * 60
			}
		],
		audience: teachers
	}
];

async function manager(): Promise<SessionUser | null> {
	const row = await db()
		.selectFrom('account')
		.select(['id', 'role', 'academie_code', 'departement', 'first_name', 'last_name'])
		.where('role', '=', 'gestionnaire')
		.executeTakeFirst();
	if (!row) return null;
	const { id, role, academie_code: academie, departement } = row;
	const name = { firstName: row.first_name, lastName: row.last_name };
	return { id, role, academie, departement, agentId: null, uai: null, ...name };
}

export async function seedDemoMessages(deps: { clock: Clock; newId: NewId }): Promise<void> {
	const author = await manager();
	if (!author) return;
	for (const draft of drafts(parisDate(deps.clock.now()))) {
		const id = await startCircular(author, deps);
		await saveCircular(author, id, draft, deps);
		await sendCircular(author, id, null, deps);
	}
}
