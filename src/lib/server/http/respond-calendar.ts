/** iCalendar, never kept by anything on the way. */
export const respondCalendar = (text: string): Response =>
	new Response(text, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="carnet-echeances.ics"',
			'cache-control': 'private, no-store'
		}
	});
