/** The two actions of a desk of pieces: `?/garder` keeps one past its term, `?/lever` ends that. */
import type { SessionUser } from '$lib/core/identity';
import { isUuid, type Result } from '$lib/core/shared';
import type { RequestEvent } from '@sveltejs/kit';
import { failWith, formText } from './forms';

interface Asked {
	readonly user: SessionUser;
	readonly documentId: string;
	readonly reason: string;
}
type Act = (asked: Asked) => Promise<Result<null>>;

const acting = (act: Act) => async (event: RequestEvent) => {
	const form = await event.request.formData();
	const piece = formText(form, 'piece');
	if (!isUuid(piece)) return;
	const reason = formText(form, 'motif');
	const done = await act({ user: event.locals.user!, documentId: piece, reason });
	return done.ok ? undefined : failWith(event, done.error, { piece });
};

export const holdActions = ({ place, lift }: { place: Act; lift: Act }) => ({
	garder: acting(place),
	lever: acting(lift)
});
