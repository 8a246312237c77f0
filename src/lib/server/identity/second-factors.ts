import { isStaff, type Role } from '$lib/core/identity';
import { listPasskeys } from './passkeys/passkeys.repository';
import { countRecoveryCodes } from './recovery-codes.repository';
import { hasTotp } from './totp';

export interface SecondFactors {
	readonly totp: boolean;
	readonly passkeys: number;
	readonly recoveryCodes: number;
	/** A code by e-mail may replace them. */
	readonly email: boolean;
}

export async function secondFactorsOf(account: { id: string; role: Role }): Promise<SecondFactors> {
	return {
		totp: await hasTotp(account.id),
		passkeys: (await listPasskeys(account.id)).length,
		recoveryCodes: await countRecoveryCodes(account.id),
		email: !isStaff(account.role)
	};
}

export const isProtected = ({ totp, passkeys }: SecondFactors): boolean => totp || passkeys > 0;
