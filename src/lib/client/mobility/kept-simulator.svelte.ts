/**
 * The public simulator's answers, kept in the private notebook of the phone a moment after each
 * change. What touches health is not: anyone who holds the phone may open the notebook.
 */
import { emptyAnswers, type Answers } from '$lib/core/mobility';
import type { KeptMutation } from '../notebook';
import { MutationSimulator } from './simulator.svelte';

const REST_MS = 150;
const notebook = () => import('../notebook');

export class KeptSimulator extends MutationSimulator {
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** As last kept, or as opened. */
	#kept = this.#written();

	async restore(): Promise<void> {
		const found = await (await notebook()).readMutation().catch(() => undefined);
		if (!found || !this.reference.campaigns.some(({ id }) => id === found.campagne)) return;
		this.choose(found.campagne);
		this.answers = { ...emptyAnswers(), ...found.answers };
		this.voeux = found.voeux;
		this.#kept = this.#written();
	}

	/** Reads every field, so that an effect follows them all. */
	keepSoon(): void {
		const written = this.#written();
		if (written === this.#kept) return;
		this.#kept = written;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#keep(written), REST_MS);
	}

	async erase(): Promise<void> {
		clearTimeout(this.#timer);
		await (await notebook()).eraseNotebook();
		this.answers = emptyAnswers();
		this.voeux = [];
		this.#kept = this.#written();
	}

	#written(): string {
		const { boe: _, handicap: __, ...answers } = $state.snapshot(this.answers) as Answers;
		const now: KeptMutation = { campagne: this.campaignId, answers, voeux: this.voeux };
		return JSON.stringify(now);
	}

	async #keep(written: string): Promise<void> {
		const { writeMutation } = await notebook();
		await writeMutation(JSON.parse(written) as KeptMutation).catch(() => {});
	}
}
