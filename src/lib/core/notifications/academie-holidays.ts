import { civilDateSchema } from '../shared';
import * as v from 'valibot';
import type { Holiday } from './quiet-hours';

const holidays = v.array(v.object({ from: civilDateSchema, to: civilDateSchema }));

/** Those that an académie's own settings add to the published ones; a setting that is none adds none. */
export function holidaysIn(settings: Readonly<Record<string, unknown>>): readonly Holiday[] {
	const parsed = v.safeParse(holidays, settings['holidays']);
	return parsed.success ? parsed.output : [];
}
