/** The person's deadlines in another calendar: set up online, then read by that calendar alone. */
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { fetchJson } from '../http';

const URL = '/api/v1/calendrier';
const unreachable = () => fail(appError('messages.calendar-unreachable', 'unavailable'));

export async function isCalendarOpen(): Promise<boolean | null> {
	const answer = await fetchJson(fetch, URL);
	return answer.ok ? (answer.value as { open: boolean }).open : null;
}

/** A new address; the former one no longer answers. */
export async function openCalendar(): Promise<Result<string>> {
	const answer = await fetchJson(fetch, URL, { method: 'POST' });
	return answer.ok ? ok((answer.value as { url: string }).url) : unreachable();
}

export async function closeCalendar(): Promise<Result<null>> {
	const answer = await fetchJson(fetch, URL, { method: 'DELETE' });
	return answer.ok ? ok(null) : unreachable();
}
