/** The parts of the career room: three are always at hand, the others are reached from Parcours. */
import type { IconName } from '../base/icons';

export const careerParts = [
	{ href: '/carriere', label: 'Parcours' },
	{ href: '/carriere/projection', label: 'Projection' },
	{ href: '/carriere/promotion', label: 'Promotion' },
	{ href: '/carriere/remuneration', label: 'Rémunération' }
] as const;

export const furtherParts = [
	{
		href: '/carriere/rendez-vous',
		label: 'Rendez-vous de carrière',
		detail: 'Fenêtres, étapes et recours',
		icon: 'calendar'
	},
	{
		href: '/carriere/perspectives',
		label: 'Perspectives',
		detail: 'Autres corps, concours, listes d’aptitude',
		icon: 'arrow-up'
	},
	{
		href: '/carriere/comparaison',
		label: 'Comparaison',
		detail: 'Ce qui est publié, et ce qui ne l’est pas',
		icon: 'users'
	}
] as const satisfies readonly { href: string; label: string; detail: string; icon: IconName }[];

/** The career of a record, or that of the notebook of someone without an account. */
export type CareerRoom = '/carriere' | '/simulateurs';

export type CareerPart =
	(typeof careerParts)[number]['href'] | (typeof furtherParts)[number]['href'];
