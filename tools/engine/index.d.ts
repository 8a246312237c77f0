/** What is wrong in the question, where, in French. */
export interface Issue {
	readonly path: string;
	readonly message: string;
}

export type Answer =
	| { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
	| {
			readonly ok: false;
			readonly error: {
				readonly code: string;
				readonly meta?: { readonly issues?: readonly Issue[] };
			};
	  };

/** Names of the questions, as in the URLs of the open API. */
export declare const questions: readonly string[];
/** Version of the career rules. */
export declare const rulesVersion: string;
/** Same input and same output as `POST /api/v1/simulations/<question>`, without a server. */
export declare function simulate(question: string, input: unknown): Answer;
