import type { Channel, NotificationKind } from './kind';
import { kinds, type KindId } from './kinds';

/** Choices that differ from the kind's own: `{ 'circular-published': { mail: true } }`. */
export type ChannelChoices = Readonly<
	Partial<Record<KindId, Readonly<Partial<Record<Channel, boolean>>>>>
>;

/** Where a notification of this kind goes for this person, besides the inbox. */
export function channelsFor(id: KindId, choices: ChannelChoices): Channel[] {
	const kind: Pick<NotificationKind, 'channels' | 'mandatory'> = kinds[id];
	const chosen = choices[id] ?? {};
	return (['push', 'mail'] as const).filter((channel) => {
		const usual = kind.channels.includes(channel);
		if (kind.mandatory && usual) return true;
		return chosen[channel] ?? usual;
	});
}
