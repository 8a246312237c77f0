import type { Holiday } from '$lib/core/notifications';
import file from './school-holidays.json';

const zones = Object.entries(file.zones);

/** The school holidays known for an académie, by its name; none where none is known. */
export function schoolHolidays(academie: string): Holiday[] {
	const zone = zones.find(([, academies]) => academies.includes(academie))?.[0];
	if (!zone) return [];
	return file.holidays.filter((holiday) => holiday.zones.includes(zone)) as unknown as Holiday[];
}
