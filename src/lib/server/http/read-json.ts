import { appError, fail, ok, type Result } from '$lib/core/shared';
import * as v from 'valibot';

/** The request's JSON body, checked; what does not fit is refused without being echoed. */
export async function readJson<S extends v.GenericSchema>(
	request: Request,
	schema: S
): Promise<Result<v.InferOutput<S>>> {
	const body: unknown = await request.json().catch(() => undefined);
	const parsed = v.safeParse(schema, body);
	if (parsed.success) return ok(parsed.output);
	const fields = parsed.issues.map((issue) => v.getDotPath(issue) ?? '').slice(0, 10);
	return fail(appError('http.invalid-body', 'validation', { fields }));
}
