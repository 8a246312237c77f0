import type { Stream } from '../shared';
import type { SessionUser } from './role';

/** The only place where rights become streams; the phone never chooses. */
export function streamsOf(user: SessionUser): Stream[] {
	const streams: Stream[] = [`user:${user.id}`, `academie:${user.academie}`, 'all'];
	if (user.role === 'chef' && user.uai) streams.push(`etab:${user.uai}`);
	return streams;
}
