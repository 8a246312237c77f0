/** What accompanies the bytes of a deposit; checked on the phone before sending and on the server. */
import * as v from 'valibot';
import { appError, civilDateSchema, fail, ok, type CivilDate, type Result } from '../shared';
import { isFileName } from './file-name';
import { typeOf, type DocumentsReference } from './piece-type';
import type { DepositLimits } from './limits';

const uuid = v.pipe(v.string(), v.uuid());

export const depositSchema = v.object({
	/** Chosen by the phone: depositing twice the same thing is depositing it once. */
	id: uuid,
	type: v.pipe(v.string(), v.maxLength(60)),
	name: v.pipe(v.string(), v.maxLength(200)),
	issuedOn: civilDateSchema,
	endsOn: v.nullable(civilDateSchema),
	replaces: v.nullable(uuid),
	sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0))
});
export type Deposit = v.InferOutput<typeof depositSchema>;

/** @param today the legal day: a piece drawn up tomorrow is a typing error */
export function checkDeposit(
	input: unknown,
	{
		reference,
		limits,
		today
	}: { reference: DocumentsReference; limits: DepositLimits; today: CivilDate }
): Result<Deposit> {
	const parsed = v.safeParse(depositSchema, input);
	if (!parsed.success) return fail(appError('documents.invalid-deposit', 'validation'));
	const deposit = parsed.output;
	if (!typeOf(reference, deposit.type)) {
		return fail(appError('documents.unknown-type', 'validation'));
	}
	if (!isFileName(deposit.name)) return fail(appError('documents.bad-name', 'validation'));
	if (deposit.issuedOn > today) return fail(appError('documents.future-date', 'validation'));
	if (deposit.bytes === 0) return fail(appError('documents.empty-file', 'validation'));
	if (deposit.bytes > limits.maxBytes) return fail(appError('documents.too-large', 'too-large'));
	return ok(deposit);
}
