export { Live } from './live.svelte';
