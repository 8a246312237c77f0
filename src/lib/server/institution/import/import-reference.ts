/** What a file is checked against: positions and territories from the dated data, schools from the base. */
import { positionKey, type ImportReference, type PositionCatalogue } from '$lib/core/institution';
import { careerReference } from '$lib/data';
import { academies } from '$lib/data/academies';
import { knownEstablishments } from './establishment.repository';

/** Every position that has existed: a file carries the past as well. */
const positions: PositionCatalogue = {
	corps: new Map(
		[...careerReference.corps].map(([corps, { grades }]) => [
			corps,
			new Map(
				[...grades].map(([grade, { sets }]) => [
					grade,
					{
						positions: new Set(
							sets.flatMap(({ rungs }) =>
								[...rungs.values()].map(({ echelon, chevron }) => positionKey(echelon, chevron))
							)
						)
					}
				])
			)
		])
	)
};

export async function importReference(): Promise<ImportReference> {
	return {
		positions,
		academies: new Set(academies.map(({ code }) => code)),
		departements: new Map(
			academies.flatMap(({ code, departements }) => departements.map((one) => [one.code, code]))
		),
		establishments: await knownEstablishments()
	};
}
