/** The words between a phone that encrypts and the server that holds half of what opens it. */
import * as v from 'valibot';

const base64 = (longest: number) => v.pipe(v.string(), v.base64(), v.maxLength(longest));

/** Derived from the code: the server compares it and learns nothing of the code. */
const verifier = v.pipe(base64(44), v.length(44));

export const verifierSchema = v.object({ verifier });

export const shareSchema = v.object({
	share: base64(400),
	/** Null when the person's session is enough to have the share back. */
	verifier: v.nullable(verifier)
});
export type DeviceShare = v.InferOutput<typeof shareSchema>;

/** `gone`: no share is held for this device, or the tenth wrong code destroyed it. */
export type UnlockAnswer =
	| { readonly outcome: 'opened'; readonly share: string }
	| { readonly outcome: 'refused'; readonly left: number }
	| { readonly outcome: 'gone' };
