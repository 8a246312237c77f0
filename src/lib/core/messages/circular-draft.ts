/** A circular as its author prepares it. */
import { civilDateSchema, type CivilDate } from '../shared';
import type { Audience } from '../notifications';
import { roles } from '../identity';
import * as v from 'valibot';
import { circularKinds, type CircularDeadline, type CircularKind } from './circular';

/** Beyond that many people, somebody else must agree before it leaves. */
export const ALONE_UP_TO = 1000;

/**
 * `draft` · `to-approve`: waits for a second person · `scheduled`: leaves by itself at its hour ·
 * `sending` · `published`.
 */
export type CircularState = 'draft' | 'to-approve' | 'scheduled' | 'sending' | 'published';

export interface CircularDraft {
	readonly kind: CircularKind;
	readonly title: string;
	readonly body: string;
	readonly readBefore: CivilDate | null;
	readonly deadlines: readonly CircularDeadline[];
	readonly audience: Audience;
}

const line = (longest: number) => v.pipe(v.string(), v.trim(), v.maxLength(longest));
const list = v.pipe(
	v.string(),
	v.transform((text) => text.split(/[\s,;]+/).filter(Boolean)),
	v.maxLength(200)
);
const optionalDate = v.union([
	v.pipe(
		v.literal(''),
		v.transform(() => null)
	),
	civilDateSchema
]);

/** « 14:30 », or nothing when the whole day counts. */
const clockTime = v.pipe(
	v.string(),
	v.regex(/^(?:([01]\d|2[0-3]):[0-5]\d)?$/, 'Heure attendue au format 14:30.'),
	v.transform((text) =>
		text === '' ? null : Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
	)
);

const deadlineSchema = v.object({
	title: line(120),
	action: line(120),
	date: optionalDate,
	minutes: clockTime
});

/** The editor's form, each repeated field in the order of its lines. */
export const circularFormSchema = v.pipe(
	v.object({
		kind: v.picklist(circularKinds),
		title: v.pipe(line(160), v.minLength(1, 'Donnez un titre.')),
		body: v.pipe(line(20_000), v.minLength(1, 'Écrivez le texte.')),
		readBefore: optionalDate,
		deadlines: v.array(deadlineSchema),
		corps: list,
		disciplines: list,
		departements: list,
		establishments: list,
		roles: v.array(v.picklist(roles))
	}),
	v.transform(({ deadlines, corps, disciplines, departements, establishments, roles, ...rest }) => {
		const chosen = { corps, disciplines, departements, establishments, roles };
		const narrowing = Object.entries(chosen).filter(([, values]) => values.length > 0);
		return {
			...rest,
			deadlines: deadlines.filter(
				(deadline): deadline is CircularDeadline => deadline.date !== null && deadline.title !== ''
			),
			audience: Object.fromEntries(narrowing) as Audience
		};
	})
);

/** Whom a manager may write to, whatever the form says: their académie, their département if they have one. */
export const withinPerimeter = (
	audience: Audience,
	author: { readonly academie: string; readonly departement: string | null }
): Audience => ({
	...audience,
	academies: [author.academie],
	...(author.departement && { departements: [author.departement] })
});
