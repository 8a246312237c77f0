import { codeActions } from '$lib/server/http';

export const actions = codeActions('activation', '/activation/mot-de-passe');
