import { codeActions } from '$lib/server/http';

export const actions = codeActions('recovery', '/recuperation/mot-de-passe');
