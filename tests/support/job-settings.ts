import type { BossSettings } from '$lib/server/jobs/boss';

/** Quick to poll and quick to notice a dead process; 10 s is the shortest heartbeat accepted. */
export const testBossSettings: BossSettings = {
	heartbeatSeconds: 10,
	monitorSeconds: 1,
	pollSeconds: 0.5
};
