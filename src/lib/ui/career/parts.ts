/** The parts of the career room, each a page with its own address. */
export const careerParts = [
	{ href: '/carriere', label: 'Parcours' },
	{ href: '/carriere/projection', label: 'Projection' },
	{ href: '/carriere/promotion', label: 'Promotion' },
	{ href: '/carriere/remuneration', label: 'Rémunération' }
] as const;

export type CareerPart = (typeof careerParts)[number]['href'];
