import { channels, type Channel, type NotificationKind } from './kind';
import type { Role } from '../identity';
import { kindIds, kinds, type KindId } from './kinds';
import type { NotificationSettings } from './settings';

export const channelKey = (id: KindId, channel: Channel): string => `${id}.${channel}`;

/** Where a notification of this kind goes for this person, besides the inbox. */
export function channelsFor(id: KindId, settings: NotificationSettings): Channel[] {
	const kind: Pick<NotificationKind, 'channels' | 'mandatory'> = kinds[id];
	return channels.filter((channel) => {
		const usual = kind.channels.includes(channel);
		if (kind.mandatory) return usual;
		return settings.channels?.[channelKey(id, channel)] ?? usual;
	});
}

/** What someone of this role may be told of; what they ask for themselves aside. */
export const kindsFor = (role: Role): KindId[] =>
	kindIds.filter(
		(id) => id !== 'push-check' && (kinds[id].audience as readonly Role[]).includes(role)
	);
