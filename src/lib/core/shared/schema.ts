/** Schema atoms common to the reference data and to what people send. */
import * as v from 'valibot';
import { parseCivilDate, type CivilDate } from './civil-date';

export const civilDateSchema = v.custom<CivilDate>(
	(input) => typeof input === 'string' && parseCivilDate(input) !== null,
	'Date attendue au format AAAA-MM-JJ.'
);
