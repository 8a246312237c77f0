/**
 * The mutation simulator's state: answers, wishes and the score that follows each keystroke. Nothing
 * leaves the phone and nothing is kept: closing the page forgets everything.
 */
import {
	baremeOf,
	checkRequest,
	emptyAnswers,
	evaluateBareme,
	lastWithRules,
	resolveRules,
	situationOf,
	type MobilityReference,
	type Movement
} from '$lib/core/mobility';

export class MutationSimulator {
	readonly reference: MobilityReference;
	answers = $state(emptyAnswers());
	voeux = $state.raw<readonly string[]>([]);
	campaignId = $state('');
	/** Asked by the person, for a campaign whose rules nobody published. */
	withLastRules = $state(false);

	constructor(reference: MobilityReference) {
		this.reference = reference;
		this.campaignId = lastWithRules(reference, 'inter')?.id ?? '';
	}

	readonly campaign = $derived.by(() =>
		this.reference.campaigns.find(({ id }) => id === this.campaignId)
	);
	readonly movement: Movement = $derived(this.campaign?.movement ?? 'inter');
	readonly lastKnown = $derived.by(() => lastWithRules(this.reference, this.movement));
	readonly rules = $derived.by(() => {
		const own = this.campaign ? baremeOf(this.reference, this.campaign) : null;
		const other = own === null && this.withLastRules ? (this.lastKnown?.id ?? null) : null;
		return resolveRules(this.reference, this.campaignId, other);
	});
	readonly situation = $derived.by(() =>
		situationOf(this.answers, this.movement, this.voeux, this.reference.geography)
	);
	readonly issues = $derived.by(() =>
		this.rules.ok
			? checkRequest(this.situation, this.voeux, this.rules.value.bareme, this.reference.geography)
			: []
	);
	readonly score = $derived.by(() => {
		if (!this.rules.ok || this.voeux.length === 0 || this.issues.length > 0) return null;
		const { campaign, bareme } = this.rules.value;
		const { geography } = this.reference;
		const { situation, voeux } = this;
		return evaluateBareme({ campaign, bareme, situation, voeux, geography });
	});
	/** Places that may still be asked, own one left out. */
	readonly choices = $derived.by(() => {
		const { geography } = this.reference;
		const inter = this.movement === 'inter';
		const { academie, departement, statut } = this.situation.candidat;
		const own = statut === 'titulaire' ? (inter ? academie : departement) : undefined;
		const all = inter
			? geography.academies.map(({ name }) => ({ value: name, label: name }))
			: geography.academies.flatMap(({ departements }) =>
					departements.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))
				);
		return all
			.filter(({ value }) => value !== own)
			.sort((a, b) => a.label.localeCompare(b.label, 'fr'));
	});

	/** Another campaign; wishes of the other movement make no sense there. */
	choose(campaignId: string) {
		const before = this.movement;
		this.campaignId = campaignId;
		this.withLastRules = false;
		if (this.movement === before) return;
		this.voeux = [];
		this.answers = { ...emptyAnswers(), departement: this.answers.departement };
		if (this.movement === 'interdepartemental') this.answers.corps = 'pe';
	}

	add(place: string) {
		if (place && !this.voeux.includes(place)) this.voeux = [...this.voeux, place];
	}

	remove(place: string) {
		this.voeux = this.voeux.filter((voeu) => voeu !== place);
	}

	/** Moves a wish by `steps` ranks, up when negative. */
	move(place: string, steps: number) {
		const from = this.voeux.indexOf(place);
		const to = from + steps;
		if (from < 0 || to < 0 || to >= this.voeux.length) return;
		const next = [...this.voeux];
		next.splice(from, 1);
		next.splice(to, 0, place);
		this.voeux = next;
	}

	nameOf(place: string): string {
		return this.movement === 'inter'
			? place
			: `${this.reference.geography.nameOfDepartement(place)} (${place})`;
	}
}
