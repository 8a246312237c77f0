export { Live } from './live.svelte';
export { watch } from './watch';
