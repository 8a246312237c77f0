/** A special route, step by step: readable without the network, each date with its source. */
import * as v from 'valibot';

const confidence = v.picklist(['haute', 'moyenne', 'non-verifiee']);
const text = v.pipe(v.string(), v.nonEmpty());

const guideSchema = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^[a-z-]+$/)),
	title: text,
	/** Whom it is for, in one sentence. */
	summary: text,
	steps: v.pipe(v.array(text), v.minLength(1)),
	/** Periods that were published, latest first; none is « no date published ». */
	dates: v.array(v.strictObject({ label: text, when: text, confidence })),
	links: v.pipe(
		v.array(
			v.strictObject({
				title: text,
				url: v.pipe(v.string(), v.url()),
				/** Of the State or of the body that recruits, not of a union. */
				official: v.boolean()
			})
		),
		v.minLength(1)
	),
	/** The person builds a file of their own for it. */
	file: v.boolean(),
	/** Whose opinion the published rules ask for. */
	opinion: v.nullable(v.picklist(['chef'])),
	verifiedOn: v.pipe(v.string(), v.isoDate()),
	confidence,
	/** What is not known. */
	note: v.nullable(text)
});

export const guidesSchema = v.array(guideSchema);
export type Guide = v.InferOutput<typeof guideSchema>;
