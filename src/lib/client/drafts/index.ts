export { keepDrafts, registerDraft } from './drafts';
export { FormDraft, type DraftStore } from './form-draft.svelte';
