import type { Holiday } from '$lib/core/notifications';
import { academies } from '../academies';
import file from './school-holidays.json';

const zones = Object.entries(file.zones);

/** Clocks of the académies that do not live by Paris time. */
const overseas: Readonly<Record<string, string>> = {
	Guadeloupe: 'America/Guadeloupe',
	Guyane: 'America/Cayenne',
	'La Réunion': 'Indian/Reunion',
	Martinique: 'America/Martinique',
	Mayotte: 'Indian/Mayotte'
};

const nameOf = (code: string): string => academies.find((one) => one.code === code)?.name ?? '';

/** Time zone of an académie, by its code. */
export const zoneOf = (academie: string): string => overseas[nameOf(academie)] ?? 'Europe/Paris';

/** Every clock that someone lives by. */
export const clockZones: readonly string[] = ['Europe/Paris', ...Object.values(overseas)];

/** The school holidays known for an académie, by its code; none where none is known. */
export function schoolHolidays(academie: string): Holiday[] {
	const name = nameOf(academie);
	const zone = zones.find(([, names]) => names.includes(name))?.[0];
	if (!zone) return [];
	return file.holidays.filter((holiday) => holiday.zones.includes(zone)) as unknown as Holiday[];
}
