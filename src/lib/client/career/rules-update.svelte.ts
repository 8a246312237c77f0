/** Newer rules are asked for when a career is looked at, once per opening, and never waited for. */
import { invalidate } from '$app/navigation';
import type { CareerReference } from '$lib/core/career';
import { CAREER_RULES } from './career-rules';

class RulesUpdate {
	/** The server computes with rules that this build does not understand. */
	refused = $state(false);
	#asked = false;

	async check(current: CareerReference): Promise<void> {
		if (this.#asked) return;
		this.#asked = true;
		const { fetchNewerRules } = await import('./fetch-rules');
		const outcome = await fetchNewerRules(current);
		this.refused = outcome === 'refused';
		if (outcome === 'received') await invalidate(CAREER_RULES);
	}
}

export const rulesUpdate = new RulesUpdate();
