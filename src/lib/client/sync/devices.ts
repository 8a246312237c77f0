/** The person's devices, as the server knows them: read online only. */
import { fail, ok, type Result } from '$lib/core/shared';
import type { DeviceSummary } from '$lib/core/sync';
import { fetchJson, type HttpFailure } from '../http';

const URL = '/api/v1/sync/appareils';

export async function readDevices(): Promise<Result<DeviceSummary[], HttpFailure>> {
	const answer = await fetchJson(fetch, URL);
	if (!answer.ok) return answer;
	const { devices } = answer.value as { devices?: DeviceSummary[] };
	return devices ? ok(devices) : fail({ kind: 'unreachable' });
}

/** The device erases what it keeps at its next contact. */
export const revokeDevice = (id: string): Promise<Result<unknown, HttpFailure>> =>
	fetchJson(fetch, `${URL}/${id}`, { method: 'DELETE' });
