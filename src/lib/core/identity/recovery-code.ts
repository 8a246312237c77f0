/** Codes to print: no letter that is taken for a digit. */
export const recoveryCodeAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const RECOVERY_CODES = 10;
export const RECOVERY_CODE_LENGTH = 12;

export const normaliseRecoveryCode = (typed: string): string =>
	typed.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** `ABCD-EFGH-JKMN` */
export const writtenRecoveryCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');
