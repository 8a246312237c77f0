import type { NotificationSettings, QuietRules } from '$lib/core/notifications';
import { schoolHolidays, zoneOf } from '$lib/data/notifications';

/** When Carnet keeps silent for someone of this académie, who may have chosen otherwise. */
export const quietRules = (academie: string, settings: NotificationSettings = {}): QuietRules => ({
	zone: zoneOf(academie),
	holidays: schoolHolidays(academie),
	off: settings.quiet === false
});
