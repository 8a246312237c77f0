/**
 * The teacher's own request: the simulator, filled from their record, kept on the phone a moment
 * after each change and sent by the outbox when there is a network.
 */
import { agentEntity, type AgentRecord } from '$lib/core/institution';
import {
	answersFromRecord,
	changedAnswers,
	disagreements,
	movementOf,
	mutationDraftEntity,
	openCampaignEntity,
	saveMutationDraft,
	type Answers,
	type MobilityReference,
	type Movement,
	type MutationDraft,
	type OpenCampaign
} from '$lib/core/mobility';
import { bodiesOf, bodyOf, type LocalDatabase } from '../db';
import { perform, type Writer } from '../sync';
import { MutationSimulator } from './simulator.svelte';

/** Long enough to let a word be typed, short enough to lose nothing of it. */
const REST_MS = 150;

export class MutationRequest extends MutationSimulator {
	readonly #writer: Writer;
	readonly record: AgentRecord | null;
	#kept: { answers: Partial<Answers>; voeux: readonly string[]; campagne: string };
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** The phone could not keep it. */
	failed = $state(false);

	constructor(
		reference: MobilityReference,
		writer: Writer,
		record: AgentRecord | null,
		draft: MutationDraft | null,
		opened: readonly OpenCampaign[]
	) {
		super(reference);
		this.#writer = writer;
		this.record = record;
		const movement = record?.corps === 'pe' ? 'interdepartemental' : 'inter';
		if (draft) this.campaignId = draft.campagne;
		else this.choose(openedFor(reference, opened, movement) ?? lastOf(reference, movement));
		// The service has chosen whose rules its campaign follows.
		const own = opened.find(({ template }) => template === this.campaignId);
		this.withLastRules = own !== undefined && own.rulesOf !== own.template;
		this.answers = { ...this.answers, ...this.fromRecord, ...draft?.answers };
		this.voeux = draft?.voeux ?? [];
		// What the record says is not written again: the draft holds only what the person changed.
		const answers = $state.snapshot(this.answers);
		this.#kept = { answers, voeux: this.voeux, campagne: this.campaignId };
	}

	readonly fromRecord = $derived.by(() =>
		this.record && this.rules.ok ? answersFromRecord(this.record, this.rules.value.campaign) : null
	);
	/** What the person typed and their record contradicts. */
	readonly differences = $derived.by(() =>
		this.fromRecord ? disagreements(this.answers, this.fromRecord) : []
	);

	/** Keeps what has changed, now. */
	async save(): Promise<void> {
		clearTimeout(this.#timer);
		const answers = changedAnswers(this.#kept.answers, $state.snapshot(this.answers));
		const { campaignId: campagne, voeux } = this;
		const moved = voeux.join() !== this.#kept.voeux.join();
		const nothing = Object.keys(answers).length === 0 && !moved && campagne === this.#kept.campagne;
		if (nothing) return;
		this.#kept = { answers: { ...this.#kept.answers, ...answers }, voeux, campagne };
		const saved = await perform(this.#writer, saveMutationDraft, {
			...{ id: this.#writer.personId, campagne, answers },
			...(moved && { voeux: [...voeux] })
		});
		this.failed = !saved.ok;
	}

	/** Keeps it when the person stops typing. Reads every field, so that an effect follows them all. */
	saveSoon(): void {
		JSON.stringify([$state.snapshot(this.answers), this.voeux, this.campaignId]);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.save(), REST_MS);
	}
}

const lastOf = (reference: MobilityReference, movement: string): string =>
	reference.campaigns.findLast((one) => one.movement === movement && one.bareme !== null)?.id ?? '';

/** The campaign the person's académie has opened, when it has. */
const openedFor = (
	reference: MobilityReference,
	opened: readonly OpenCampaign[],
	movement: Movement
): string | null =>
	opened.find(({ template }) => movementOf(reference, template) === movement)?.template ?? null;

async function open(writer: Writer): Promise<MutationRequest> {
	const [{ mobilityReference }, [record], draft, opened] = await Promise.all([
		import('$lib/data/mobility'),
		bodiesOf(writer.db, agentEntity),
		bodyOf(writer.db, mutationDraftEntity, writer.personId),
		bodiesOf(writer.db, openCampaignEntity)
	]);
	return new MutationRequest(mobilityReference, writer, record ?? null, draft, opened);
}

let opened: { readonly db: LocalDatabase; readonly request: Promise<MutationRequest> } | null =
	null;

/** The same request for as long as the database stays open: going from tab to tab loses nothing. */
export function openMutationRequest(writer: Writer): Promise<MutationRequest> {
	if (opened?.db !== writer.db) opened = { db: writer.db, request: open(writer) };
	return opened.request;
}
