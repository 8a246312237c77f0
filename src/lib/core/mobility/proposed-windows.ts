/**
 * Windows proposed when a campaign is opened: the dates published for the last campaign of the same
 * movement, moved to the year of the new one. A proposal only: the service fixes them.
 */
import { instantOf, PARIS, wallTime, weekdayOf } from '../notifications';
import { addDays, dateFrom, parseCivilDate, partsOf, type CivilDate } from '../shared';
import type { Campaign, Phase } from './campaign';
import type { WrittenWindows } from './open-campaign';

const DAY_MINUTES = 24 * 60;
const APPEAL_DAYS = 60;
const text = (value: number) => String(value).padStart(2, '0');

/** `2026-11-05T12:00`, what a date and time field holds, in Paris. */
export function wallText(iso: string | null): string {
	if (iso === null) return '';
	const { date, minutes } = wallTime(new Date(iso), PARIS);
	return `${date}T${text(Math.floor(minutes / 60))}:${text(minutes % 60)}`;
}

/** The instant a field says in Paris; null when it is empty or unreadable. */
export function readWallText(typed: string): string | null {
	const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(typed);
	const date = match && parseCivilDate(match[1]!);
	if (!match || !date) return null;
	const minutes = Number(match[2]) * 60 + Number(match[3]);
	return instantOf({ date, minutes }, PARIS).toISOString();
}

/** The same day of the week, the nearest to a number of years later. */
function shifted(date: CivilDate, years: number): CivilDate {
	const { year, month, day } = partsOf(date);
	const moved = dateFrom(year + years, month, day);
	const gap = (weekdayOf(date) - weekdayOf(moved) + 7) % 7;
	return addDays(moved, gap > 3 ? gap - 7 : gap);
}

/** A day without an hour begins at midnight and ends at the end of the day; a month alone proposes nothing. */
function moment(written: string | null | undefined, years: number, end: boolean): string | null {
	if (!written) return null;
	const [dayText = '', hour] = written.split('T');
	const day = parseCivilDate(dayText);
	if (!day) return null;
	const date = shifted(day, years);
	const [h = 0, m = 0] = hour?.split(':').map(Number) ?? [];
	const minutes = hour ? h * 60 + m : end ? DAY_MINUTES - 1 : 0;
	return instantOf({ date, minutes }, PARIS).toISOString();
}

export function proposedWindows(model: Campaign, year: number): WrittenWindows {
	const years = year - model.year;
	const phase = (id: string): Phase | undefined => model.phases.find((one) => one.id === id);
	const from = (id: string) => moment(phase(id)?.from, years, false);
	const to = (id: string) => moment(phase(id)?.to, years, true);
	const opening = from('saisie');
	const results = from('resultats');
	const appeal =
		results && new Date(Date.parse(results) + APPEAL_DAYS * DAY_MINUTES * 60_000).toISOString();
	return {
		saisie: { from: opening, to: to('saisie') },
		confirmation: { from: opening, to: to('confirmation') },
		contestation: {
			from: from('contestation') ?? from('bareme-initial'),
			to: to('contestation') ?? to('bareme-initial')
		},
		annulation: { from: opening, to: to('annulation') ?? to('tardives') },
		recours: { from: results, to: to('recours') ?? appeal }
	};
}
