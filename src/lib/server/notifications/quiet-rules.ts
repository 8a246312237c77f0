import { holidaysIn, type NotificationSettings, type QuietRules } from '$lib/core/notifications';
import { schoolHolidays, zoneOf } from '$lib/data/notifications';
import { everyAcademieSettings } from '../institution';

/** When Carnet keeps silent for someone of this académie, who may have chosen otherwise. */
export type RulesFor = (academie: string, settings?: NotificationSettings) => QuietRules;

/** The published holidays, and those each académie adds, as they stand now. */
export async function quietRules(): Promise<RulesFor> {
	const own = await everyAcademieSettings();
	return (academie, settings = {}) => ({
		zone: zoneOf(academie),
		holidays: [...schoolHolidays(academie), ...holidaysIn(own.get(academie) ?? {})],
		off: settings.quiet === false
	});
}
