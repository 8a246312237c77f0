/** What the académie or the DSDEN publishes, as each person it concerns receives it. */
import { entity, mutator, type CivilDate, type Versioned } from '../shared';
import type { Deadline } from '../notifications';
import * as v from 'valibot';
import type { Attachment } from './attachment';

/** A letter to be read, news, or the quarterly warning on fraudulent messages. */
export const circularKinds = ['correspondance', 'actualite', 'alerte'] as const;
export type CircularKind = (typeof circularKinds)[number];

/** A date the circular sets: an object of its own, with what there is to do. */
export interface CircularDeadline {
	readonly title: string;
	/** An infinitive: « déposer le dossier ». */
	readonly action: string;
	readonly date: CivilDate;
	/** Minutes since midnight in Paris; null when the whole day counts. */
	readonly minutes: number | null;
}

export interface Circular {
	readonly id: string;
	readonly kind: CircularKind;
	readonly title: string;
	/** Paragraphs, separated by an empty line; a line that begins with « - » is an item of a list. */
	readonly body: string;
	/** Service that signs it. */
	readonly author: string;
	/** Instants (ISO 8601). */
	readonly publishedAt: string;
	readonly readAt: string | null;
	readonly readBefore: CivilDate | null;
	readonly deadlines: readonly CircularDeadline[];
	readonly attachments: readonly Attachment[];
	/** The circular that this one replaces, and the one that replaces it. */
	readonly corrects: string | null;
	readonly correctedBy: string | null;
}

export const circularEntity = entity<Versioned<Circular>>('circular', 1, 'user');

/** « Accusé de lecture »: given by the person, never by the mere opening of the page. */
export const acknowledgeCircular = mutator({
	kind: 'circular.read',
	policy: 'merge-fields',
	needsRow: true,
	entity: circularEntity,
	args: v.object({ id: v.pipe(v.string(), v.uuid()), at: v.pipe(v.string(), v.isoTimestamp()) }),
	idOf: (args) => args.id,
	apply: (current: Circular | null, { at }) =>
		current && (current.readAt ? current : { ...current, readAt: at })
});

/** Its dates in the one thread of deadlines; those of a circular since replaced no longer hold. */
export const deadlinesOfCircular = ({
	id,
	deadlines,
	correctedBy
}: Pick<Circular, 'id' | 'deadlines' | 'correctedBy'>): Deadline[] =>
	correctedBy
		? []
		: deadlines.map((deadline, rank) => ({
				...deadline,
				id: `circulaire-${id}-${rank}`,
				path: `/messages/circulaires/${id}`
			}));
