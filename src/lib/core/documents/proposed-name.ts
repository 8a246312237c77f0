/** The name proposed for a piece, from its kind and its date: `JustifDomicile_Avril2026.pdf`. */
import { partsOf, type CivilDate } from '../shared';
import type { PieceType } from './piece-type';

/** Without accents: a name travels through old systems. */
const months = [
	...['Janvier', 'Fevrier', 'Mars', 'Avril', 'Mai', 'Juin'],
	...['Juillet', 'Aout', 'Septembre', 'Octobre', 'Novembre', 'Decembre']
];

export function proposedName(type: Pick<PieceType, 'stem'>, issuedOn: CivilDate): string {
	const { year, month } = partsOf(issuedOn);
	return `${type.stem}_${months[month - 1]}${year}.pdf`;
}
