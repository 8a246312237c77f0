/**
 * Sends the code of a flow, apart from the request that asked for it: that request does the same work
 * in the same time whether or not the name typed is somebody's. Runs once per flow.
 */
import { flowRules } from '$lib/core/identity';
import { unitOfWork } from '../db';
import { sendMail } from '../mail';
import {
	findAccountByName,
	findAccountOfAgent,
	findPerson,
	recoveryAddressesOf
} from './account.repository';
import { reserveAttempt } from './attempts.repository';
import { findClaimedAgent } from './claimed-agent.repository';
import { codeDigest, newCode } from './flow.usecases';
import { findFlowById, nameFlow, type Flow } from './flows.repository';
import type { IdentityDeps } from './client';
import { warnOwner } from './warn-owner';

type CodeTemplate =
	'activation-code' | 'recovery-code' | 'address-confirmation' | 'verification-code';

interface Recipient {
	readonly template: CodeTemplate;
	readonly addresses: readonly string[];
	readonly accountId: string | null;
	readonly agentId: string | null;
}

async function activationRecipient(flow: Flow, now: Date): Promise<Recipient | null> {
	const { name = '', numenDigest = '' } = flow.data;
	const agent = await findClaimedAgent({ name, numenDigest });
	if (!agent) return null;
	const account = await findAccountOfAgent(agent.id);
	if (account?.password_hash) {
		const what = 'Quelqu’un a demandé à activer votre compte, qui l’est déjà. Rien n’a été changé.';
		await warnOwner(account, what, now);
		return null;
	}
	return {
		template: 'activation-code',
		addresses: [agent.email],
		accountId: account?.id ?? null,
		agentId: agent.id
	};
}

async function recoveryRecipient(flow: Flow, now: Date): Promise<Recipient | null> {
	const account = await findAccountByName(flow.data['name'] ?? '');
	const person = account && (await findPerson(account.id));
	if (!person) return null;
	return {
		template: 'recovery-code',
		addresses: recoveryAddressesOf(person, now),
		accountId: person.id,
		agentId: null
	};
}

/** Flows of someone already known: a new address to confirm, or a sign-in to complete. */
async function knownRecipient(flow: Flow): Promise<Recipient | null> {
	const person = flow.account_id && (await findPerson(flow.account_id));
	if (!person) return null;
	const confirming = flow.purpose === 'recovery-address';
	return {
		template: confirming ? 'address-confirmation' : 'verification-code',
		addresses: [confirming ? (flow.data['address'] ?? '') : person.email],
		accountId: person.id,
		agentId: null
	};
}

const recipientOf = (flow: Flow, now: Date): Promise<Recipient | null> => {
	if (flow.purpose === 'activation') return activationRecipient(flow, now);
	if (flow.purpose === 'recovery') return recoveryRecipient(flow, now);
	return knownRecipient(flow);
};

export async function sendFlowCode(command: { flowId: string }, deps: IdentityDeps): Promise<void> {
	const now = deps.clock.now();
	await unitOfWork(async () => {
		const flow = await findFlowById(command.flowId, now);
		if (!flow || flow.code_digest !== null) return;
		const recipient = await recipientOf(flow, now);
		if (!recipient) return;
		const target = recipient.accountId ?? recipient.agentId;
		// Nobody's mailbox can be flooded from here.
		if (await reserveAttempt({ scope: 'code', key: `code:${target}` }, now)) return;
		const code = newCode();
		const { accountId, agentId, template } = recipient;
		await nameFlow(flow.id, { accountId, agentId, codeDigest: codeDigest(flow.id, code) });
		const minutes = flowRules.lifetimeSeconds / 60;
		const data = { code, minutes, flow: flow.id };
		for (const to of recipient.addresses) await sendMail({ template, to, data });
	});
}
