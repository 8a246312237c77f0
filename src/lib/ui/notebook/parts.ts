/** The screens of the private notebook, which are also the career simulators. */
import type { IconName } from '../base/icons';

interface NotebookPart {
	readonly href: string;
	readonly label: string;
	/** What the person finds there, on the list of simulators. */
	readonly detail: string;
	readonly icon: IconName;
}

/** Always at hand. */
export const notebookParts: readonly NotebookPart[] = [
	{
		href: '/simulateurs/carriere',
		label: 'Ma position',
		detail: 'Indice, traitement brut, prochain échelon',
		icon: 'stairs'
	},
	{
		href: '/simulateurs/projection',
		label: 'Projection',
		detail: 'Cinq ou dix ans, jusqu’à trois scénarios',
		icon: 'chart'
	},
	{
		href: '/simulateurs/promotion',
		label: 'Promotion',
		detail: 'Hors-classe et classe exceptionnelle',
		icon: 'flag'
	},
	{
		href: '/simulateurs/remuneration',
		label: 'Rémunération',
		detail: 'Brut, net et indemnités, ligne par ligne',
		icon: 'coins'
	}
];

/** Reached from Ma position. */
export const furtherNotebookParts: readonly NotebookPart[] = [
	{
		href: '/simulateurs/rendez-vous',
		label: 'Rendez-vous de carrière',
		detail: 'Fenêtres, étapes et recours',
		icon: 'calendar'
	},
	{
		href: '/simulateurs/perspectives',
		label: 'Perspectives',
		detail: 'Autres corps, concours, listes d’aptitude',
		icon: 'arrow-up'
	},
	{
		href: '/simulateurs/comparaison',
		label: 'Comparaison',
		detail: 'Ce qui est publié, et ce qui ne l’est pas',
		icon: 'users'
	}
];
