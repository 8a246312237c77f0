import { isStaff } from '$lib/core/identity';
import { parisDate } from '$lib/core/shared';
import { error } from '@sveltejs/kit';
import type { LayoutLoad } from './$types';

/** Projections and suggestions are a person's own: none is ever drawn before those who decide. */
export const load: LayoutLoad = async ({ parent }) => {
	const { session } = await parent();
	if (isStaff(session.person.role))
		error(403, { message: 'Cette page ne montre sa carrière qu’à la personne concernée.' });
	return { today: parisDate(new Date()) };
};
