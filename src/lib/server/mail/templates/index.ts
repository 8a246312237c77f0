/** Every message that Carnet can send, by name. */
import { accessRefused, invitation } from './accounts';
import { activationCode, addressConfirmation, recoveryCode, verificationCode } from './codes';
import { digest, notice } from './notice';
import { securityNotice } from './security-notice';

export const templates = {
	'activation-code': activationCode,
	'verification-code': verificationCode,
	'recovery-code': recoveryCode,
	'address-confirmation': addressConfirmation,
	invitation,
	'access-refused': accessRefused,
	'security-notice': securityNotice,
	notice,
	digest
} as const;

export type TemplateName = keyof typeof templates;

export type TemplateData<K extends TemplateName> = Parameters<(typeof templates)[K]['render']>[0];

export const isTemplateName = (name: string): name is TemplateName =>
	Object.hasOwn(templates, name);
