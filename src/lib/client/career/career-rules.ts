/**
 * The career rules this phone computes with: those of the build, or newer ones the server has sent
 * since. Read from the phone before anything shows; what cannot be read is as if never received.
 */
import type { CareerReference } from '$lib/core/career';
import { haveRulesBeenReceived } from './received-mark';

/** What a load that reads the rules depends on. */
export const CAREER_RULES = 'carnet:career-rules';

const received = async (): Promise<CareerReference | null> =>
	haveRulesBeenReceived()
		? (await import('./received-rules')).readReceivedRules().catch(() => null)
		: null;

export async function careerRules(): Promise<CareerReference> {
	const [{ careerReference }, newer] = await Promise.all([import('$lib/data'), received()]);
	return newer && newer.asOf >= careerReference.asOf ? newer : careerReference;
}
