/** Requests of the open API in the present minute, counted together by every instance. */
interface OpenApiCallerTable {
	/** Keyed digest of the address: nobody reads an address from it. */
	caller: string;
	window_end: Date;
	requests: number;
}

export interface OpenApiTables {
	open_api_caller: OpenApiCallerTable;
}
