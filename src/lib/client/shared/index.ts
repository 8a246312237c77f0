export { Live } from './live.svelte';
export { trustedScriptUrl, WORKER_URL } from './trusted-url';
export { whenIdle } from './when-idle';
