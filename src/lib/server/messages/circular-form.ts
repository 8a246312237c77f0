/** The editor's form, read into a draft. */
import { circularFormSchema, type CircularDraft } from '$lib/core/messages';
import { instantOf, PARIS } from '$lib/core/notifications';
import { appError, fail, isUuid, ok, parseCivilDate, type Result } from '$lib/core/shared';
import * as v from 'valibot';

const text = (value: FormDataEntryValue | null | undefined): string =>
	typeof value === 'string' ? value : '';

const everyText = (form: FormData, name: string): string[] => form.getAll(name).map(text);

export function readCircularForm(form: FormData): Result<CircularDraft> {
	const [titles, actions, dates, times] = ['title', 'action', 'date', 'time'].map((part) =>
		everyText(form, `deadline-${part}`)
	) as [string[], string[], string[], string[]];
	const parsed = v.safeParse(circularFormSchema, {
		...{ kind: text(form.get('kind')), title: text(form.get('title')) },
		...{ body: text(form.get('body')), readBefore: text(form.get('readBefore')) },
		deadlines: titles.map((title, n) => ({
			...{ title, action: actions[n] ?? '', date: dates[n] ?? '', minutes: times[n] ?? '' }
		})),
		corps: everyText(form, 'corps').join(','),
		departements: everyText(form, 'departements').join(','),
		disciplines: text(form.get('disciplines')),
		establishments: text(form.get('establishments')),
		roles: everyText(form, 'roles')
	});
	return parsed.success
		? ok(parsed.output)
		: fail(appError('messages.circular-incomplete', 'validation'));
}

/** Files joined earlier that the author no longer wants. */
export const readRemoved = (form: FormData): string[] => everyText(form, 'retirer').filter(isUuid);

/** The hour of departure asked for, null for now. */
export function readDeparture(form: FormData): Date | null {
	const date = parseCivilDate(text(form.get('date')));
	if (!date) return null;
	const [hours = 8, minutes = 0] = text(form.get('time')).split(':').filter(Boolean).map(Number);
	return instantOf({ date, minutes: hours * 60 + minutes }, PARIS);
}
