/** Schema atoms common to the reference data and to what people send. */
import * as v from 'valibot';
import { parseCivilDate, type CivilDate } from './civil-date';

/** An existing calendar day. */
export const civilDateSchema = v.pipe(
	v.string('Date attendue au format AAAA-MM-JJ.'),
	v.isoDate('Date attendue au format AAAA-MM-JJ.'),
	v.check((text) => parseCivilDate(text) !== null, 'Cette date n’existe pas.'),
	v.transform((text) => text as CivilDate)
);
