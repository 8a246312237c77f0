import { respond } from '$lib/server/http';
import { importProgress } from '$lib/server/institution';

export const GET = async ({ params }) => respond(await importProgress({ id: params.id }));
