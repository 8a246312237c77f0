/** A newer set of career data received without a new version of the application. */
import * as v from 'valibot';
import { appError, fail, ok, type Result } from '../shared';
import { careerDataSchema } from './career-data.schema';
import { checkCareerData } from './check-data';
import { compileCareer, type CareerReference } from './reference';

const bundleSchema = v.strictObject({
	version: v.string(),
	asOf: v.string(),
	sha256: v.string(),
	data: v.unknown()
});

/**
 * Accepts the bundle only if it is whole (its hash), and made of what this build understands (its
 * shape). `sha256` hashes a text to lowercase hexadecimal.
 */
export async function receiveCareer(
	bundle: unknown,
	sha256: (text: string) => Promise<string>
): Promise<Result<CareerReference>> {
	const parsed = v.safeParse(bundleSchema, bundle);
	if (!parsed.success) return fail(appError('reference.unreadable-bundle', 'validation'));
	const { version, asOf, data } = parsed.output;
	if ((await sha256(JSON.stringify(data))) !== parsed.output.sha256)
		return fail(appError('reference.damaged-bundle', 'validation', { version }));
	const read = v.safeParse(careerDataSchema, data);
	if (!read.success || checkCareerData(data).length > 0)
		return fail(appError('reference.unsupported-bundle', 'unavailable', { version }));
	return ok(compileCareer(read.output, { version, asOf }));
}
