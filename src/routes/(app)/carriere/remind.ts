import { planDeadline } from '$lib/client/messages';
import type { Writer } from '$lib/client/sync';
import type { RemindMe } from '$lib/ui/career/Remind.svelte';
import type { ShowToast } from '$lib/ui/base/toast';

/** Puts a date of the career among the person's own deadlines. */
export const reminder =
	(writer: Writer, toast: ShowToast): RemindMe =>
	async (title, date) => {
		const kept = await planDeadline(writer, { title, date });
		if (kept.ok) toast('Ajouté à vos échéances.');
	};
